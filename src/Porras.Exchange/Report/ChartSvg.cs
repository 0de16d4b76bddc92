using System.Globalization;
using System.Text.RegularExpressions;

namespace Porras.Exchange;

/// <summary>A chart as an SVG file that stands alone.</summary>
internal static partial class ChartSvg
{
    private const double Wide = 900;
    private const int Edge = 16;

    /// <summary>The file.</summary>
    public static string Write(IChart chart)
    {
        var drawn = chart.Draw(Wide, "wide");
        var head = Head().Match(drawn);
        var height = double.Parse(head.Groups[2].Value, CultureInfo.InvariantCulture);
        var (w, h) = (Whole(Wide + 2 * Edge), Whole(height + 2 * Edge));
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
            {drawn[head.Length..]}

            """.ReplaceLineEndings("\n");
    }

    private static string Whole(double number) => Math.Ceiling(number).ToString("0", CultureInfo.InvariantCulture);

    [GeneratedRegex("^<svg class=\"[a-z]+\" viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"[^>]*>")]
    private static partial Regex Head();
}
