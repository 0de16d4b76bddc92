using System.Globalization;
using System.Text.RegularExpressions;

namespace Porras.Exchange;

/// <summary>A chart as an SVG file that stands alone.</summary>
internal static partial class ChartSvg
{
    private const double Wide = 900;
    private const int Edge = 16;

    /// <summary>The file.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="key">What the fills mean: class and word; null for nothing.</param>
    public static string Write(IChart chart, IReadOnlyList<(string Kind, string Word)>? key = null)
    {
        var drawn = chart.Draw(Wide, "wide");
        var head = Head().Match(drawn);
        var height = double.Parse(head.Groups[2].Value, CultureInfo.InvariantCulture);
        var (shapes, more) = Key(key ?? [], height);
        var (w, h) = (Whole(Wide + 2 * Edge), Whole(height + more + 2 * Edge));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" role="img"
            viewBox="-{Edge} -{Edge} {w} {h}">
            <style>
            text {"{"} font-family: "Source Sans 3", "Segoe UI", Roboto, Arial, sans-serif; {"}"}
            {ChartInk.Rules}
            </style>
            <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="{ChartInk.Of("output-soft")}"/>
            <rect width="2.2" height="6" fill="{ChartInk.Of("output")}"/></pattern></defs>
            <rect x="-{Edge}" y="-{Edge}" width="{w}" height="{h}" fill="{ChartInk.Of("paper")}"/>
            {drawn[head.Length..^"</svg>".Length]}{shapes}</svg>

            """.ReplaceLineEndings("\n");
    }

    // Samples with their words, in as many rows as they need.
    private static (string Shapes, double Height) Key(IReadOnlyList<(string Kind, string Word)> key, double top)
    {
        var svg = new Svg(Wide);
        var (x, y) = (0.0, top + 18);
        foreach (var (kind, word) in key)
        {
            var isLine = kind == "limit" || kind.StartsWith("run", StringComparison.Ordinal);
            var (sample, width) = (isLine ? 34.0 : 14, (isLine ? 34 : 14) + 8 + Svg.WidthOf(word) + 24);
            if (x > 0 && x + width > Wide)
            {
                (x, y) = (0, y + 24);
            }

            if (isLine)
            {
                svg.Line(x, y, x + sample, y, kind);
            }
            else
            {
                svg.Box(x, y - 7, sample, 14, kind);
            }

            svg.Text(x + sample + 8, y, word);
            x += width;
        }

        return key.Count == 0 ? ("", 0) : (svg.Shapes, y + 12 - top);
    }

    private static string Whole(double number) => Math.Ceiling(number).ToString("0", CultureInfo.InvariantCulture);

    [GeneratedRegex("^<svg class=\"[a-z]+\" viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"[^>]*>")]
    private static partial Regex Head();
}
