namespace Porras.Exchange;

/// <summary>A strip: from low to high, thicker in the middle half, a mark at the median.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Low">The low end.</param>
/// <param name="Lower">Where the middle half begins.</param>
/// <param name="Median">The median.</param>
/// <param name="Upper">Where the middle half ends.</param>
/// <param name="High">The high end.</param>
internal sealed record Strip(string Label, double Low, double Lower, double Median, double Upper, double High);

/// <summary>Strips under each other on one axis with a line at zero.</summary>
/// <param name="Title">What is seen, in a sentence.</param>
/// <param name="Strips">The strips.</param>
/// <param name="Zero">What stands over the line at zero.</param>
/// <param name="Tick">A value of the axis as a text.</param>
internal sealed record StripChart(
    string Title, IReadOnlyList<Strip> Strips, string Zero, Func<double, string> Tick) : IChart
{
    /// <inheritdoc/>
    public string Draw(double width, string kind)
    {
        var small = width < 500;
        var svg = new Svg(width);
        var left = small ? 0 : Math.Min(280, Strips.Max(s => Svg.WidthOf(s.Label)) + 14);
        var (low, high) = (Math.Min(0, Strips.Min(s => s.Low)), Math.Max(0, Strips.Max(s => s.High)));
        var room = high - low < 1e-9 ? 1 : high - low;
        double X(double value) => left + 24 + (width - left - 48) * (value - low) / room;
        var (top, row) = (26.0, small ? 48.0 : 34);
        var bottom = top + row * Strips.Count + 4;
        foreach (var tick in Svg.Ticks(low, low + room, small ? 3 : 6).Where(t => t != 0))
        {
            svg.Line(X(tick), top, X(tick), bottom, "grid");
            svg.Text(X(tick), bottom + 13, Tick(tick), "middle");
        }

        svg.Line(X(0), top - 6, X(0), bottom, "zero");
        svg.Text(X(0), bottom + 13, Tick(0), "middle");
        svg.Text(Math.Clamp(X(0), Svg.WidthOf(Zero) / 2, width - Svg.WidthOf(Zero) / 2), 9, Zero, "middle");
        foreach (var (i, strip) in Strips.Index())
        {
            var y = top + row * i + (small ? 32 : row / 2);
            svg.Name(
                small ? 0 : left - 10, small ? y - 19 : y, strip.Label, small ? width : left - 10,
                small ? "start" : "end", small ? "halo" : "");
            svg.Line(X(strip.Low), y, X(strip.High), y, "whisker");
            svg.Line(X(strip.Low), y - 6, X(strip.Low), y + 6, "whisker");
            svg.Line(X(strip.High), y - 6, X(strip.High), y + 6, "whisker");
            svg.Box(X(strip.Lower), y - 7, X(strip.Upper) - X(strip.Lower), 14, "less");
            svg.Box(X(strip.Median) - 5.5, y - 5.5, 11, 11, "mark");
        }

        return svg.Write(bottom + 26, Title, kind);
    }
}
