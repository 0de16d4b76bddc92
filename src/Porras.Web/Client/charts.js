// Charts: the server says what is drawn, in words and numbers of the reader; here it gets the colours of the theme.
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

echarts.use([BarChart, GridComponent, LegendComponent, LineChart, MarkLineComponent, ScatterChart, SVGRenderer]);

const shown = new Map();
const ink = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || name;

/** Replaces every "var(--x)" by its colour. */
function coloured(value) {
  if (typeof value === "string") return value.startsWith("var(") ? ink(value.slice(4, -1)) : value;
  if (Array.isArray(value)) return value.map(coloured);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, coloured(v)]));
  }
  return value;
}

/** Texts of axes and tooltips come with the numbers: `labels` maps a value to what is written. */
function worded(option) {
  for (const axis of [option.xAxis, option.yAxis].flat().filter(Boolean)) {
    axis.axisLabel = { color: "var(--text-soft)", fontSize: 13, ...axis.axisLabel };
    axis.axisLine = { onZero: false, lineStyle: { color: "var(--line-control)" }, ...axis.axisLine };
    axis.axisTick = { lineStyle: { color: "var(--line-control)" }, ...axis.axisTick };
    axis.splitLine = { lineStyle: { color: "var(--line)" }, ...axis.splitLine };
    if (axis.unit !== undefined) {
      const { unit, locale } = axis;
      axis.axisLabel.formatter = value => value.toLocaleString(locale, { maximumFractionDigits: 2 }) + unit;
    }
  }
  return option;
}

/** Draws a chart into an element, or changes the one that is there. */
export function draw(element, option) {
  let chart = shown.get(element);
  if (!chart) {
    chart = echarts.init(element, null, { renderer: "svg" });
    shown.set(element, chart);
    chart.observer = new ResizeObserver(() => chart.resize());
    chart.observer.observe(element);
  }
  chart.option = option;
  chart.setOption(coloured({ textStyle: { fontFamily: "Source Sans 3, sans-serif" }, animationDuration: 150, ...worded(structuredClone(option)) }), true);
}

/** Takes a chart away. */
export function drop(element) {
  const chart = shown.get(element);
  chart?.observer.disconnect();
  chart?.dispose();
  shown.delete(element);
}

document.addEventListener("porras-theme", () => { for (const [element, chart] of shown) draw(element, chart.option); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const [element, chart] of shown) draw(element, chart.option);
});
