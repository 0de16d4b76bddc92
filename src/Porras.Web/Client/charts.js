// Charts: the server says what is drawn, in words and numbers of the reader; here it gets the colours of the theme.
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";

echarts.use([
  BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart, MarkLineComponent, ScatterChart, SVGRenderer,
  TitleComponent, TooltipComponent,
]);

const shown = new Map();
const font = '"Source Sans 3", sans-serif';
// ECharts would measure a Chinese sign, which fonts without one make too low.
const lineHeight = 18;
// Names that are broken into lines, none of them left out; along an axis as many as there is room for.
const whole = { overflow: "break", interval: 0, hideOverlap: false };
const few = 6;
let probe;

/** The colour of a name of the theme, as it is now. */
function ink(name) {
  if (!probe) {
    probe = document.createElement("span");
    probe.hidden = true;
    document.body.append(probe);
  }
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

/** Replaces every "var(--x)" by its colour. */
function coloured(value) {
  if (typeof value === "string") return value.startsWith("var(") ? ink(value.slice(4, -1)) : value;
  if (Array.isArray(value)) return value.map(coloured);
  if (value && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, coloured(v)]));
  }
  return value;
}

/** The lines of a tip, the first of them strong; they come from the server in the words of the reader. */
function tip(lines) {
  const box = document.createElement("div");
  for (const [i, line] of lines.entries()) {
    const row = box.appendChild(document.createElement(i ? "div" : "strong"));
    row.textContent = line;
  }
  return box;
}

/** Axes in the look of the theme; numbers in the language of the reader. */
function worded(option, width) {
  for (const axis of [option.xAxis, option.yAxis].flat().filter(Boolean)) {
    axis.axisLabel = { color: "var(--text-soft)", fontSize: 14, lineHeight, hideOverlap: true, ...axis.axisLabel };
    axis.axisLine = { onZero: false, lineStyle: { color: "var(--line-control)" }, ...axis.axisLine };
    axis.axisTick = { lineStyle: { color: "var(--line-control)" }, ...axis.axisTick };
    axis.splitLine = { lineStyle: { color: "var(--line)" }, ...axis.splitLine };
    if (axis.wrapped) Object.assign(axis.axisLabel, { ...whole, width: Math.min(170, width / 3) });
    else if (axis.boundaryGap && axis.data.length <= few) Object.assign(axis.axisLabel, { ...whole, width: (width - 90) / axis.data.length });
    if (axis.unit !== undefined) {
      const { unit, locale } = axis;
      axis.axisLabel.formatter = value => value.toLocaleString(locale, { maximumFractionDigits: 2 }) + unit;
    }
  }
  const { tips } = option;
  if (tips) {
    option.tooltip = {
      trigger: "axis", confine: true, backgroundColor: "var(--surface-paper)", borderColor: "var(--line-control)",
      textStyle: { color: "var(--text)", fontSize: 14 }, extraCssText: "white-space: normal; max-inline-size: 20rem",
      axisPointer: { lineStyle: { color: "var(--line-control)" }, shadowStyle: { opacity: 0.12 } },
      formatter: places => tip(tips[[places].flat()[0].dataIndex] ?? []),
    };
    delete option.tips;
  }
  return option;
}

const ready = (option, width) => coloured({
  textStyle: { fontFamily: font }, animationDuration: 150, animationDurationUpdate: 0, ...worded(structuredClone(option), width),
});

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
  if (option.yAxis?.wrapped) {
    const bars = option.series.filter(s => s.type === "bar" && !s.stack).length;
    element.style.blockSize = `${Math.max(272, option.yAxis.data.length * Math.max(46, 18 * bars + 10) + 120)}px`;
    chart.resize();
  }
  chart.setOption(ready(option, element.clientWidth), true);
  element.dataset.drawn = String(Number(element.dataset.drawn ?? 0) + 1);
}

/** Takes a chart away. */
export function drop(element) {
  const chart = shown.get(element);
  chart?.observer.disconnect();
  chart?.dispose();
  shown.delete(element);
}

/** Hands a file to the reader. */
function hand(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A picture of a chart with its title, larger than on the page; without what only a pointer brings up. */
function pictured(element, title, renderer) {
  const { option } = shown.get(element);
  const [width, height, head] = [960, 540, 48];
  const place = document.createElement("div");
  const chart = echarts.init(renderer === "svg" ? null : place, null, { renderer, ssr: renderer === "svg", width, height });
  const whole = ready({
    ...option, title: { text: title, left: 8, top: 6, textStyle: { fontSize: 18, fontFamily: font, color: "var(--text)" } },
    grid: { ...option.grid, top: (option.grid?.top ?? 24) + head }, backgroundColor: "var(--surface-paper)",
  }, width);
  chart.setOption({ ...whole, tooltip: undefined, animation: false });
  return chart;
}

/** Saves a chart as SVG or PNG. */
export async function save(element, kind, name, title) {
  if (kind === "svg") {
    const chart = pictured(element, title, "svg");
    hand(`${name}.svg`, new Blob([chart.renderToSVGString()], { type: "image/svg+xml" }));
    chart.dispose();
  } else {
    await document.fonts.load(`14px "Source Sans 3"`);
    const chart = pictured(element, title, "canvas");
    chart.getZr().flush();
    const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: ink("--surface-paper") });
    hand(`${name}.png`, await new Promise(done => canvas.toBlob(done, "image/png")));
    chart.dispose();
  }
}

/** Saves a text that the server has written; the mark at its beginning tells spreadsheets that it is UTF-8. */
export function saveText(name, text) {
  hand(name, new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
}

/** Lets the address of the page ask for what it shows. */
export function address(link) {
  history.replaceState(history.state, "", link);
}

const again = () => { for (const [element, chart] of shown) draw(element, chart.option); };
document.addEventListener("porras-theme", again);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
