namespace Porras.Exchange;

/// <summary>A range of a histogram.</summary>
/// <param name="Count">How many.</param>
/// <param name="Kind">What it is: <c>more</c>, <c>same</c>, <c>less</c>.</param>
/// <param name="Edge">What stands under it; empty for nothing.</param>
internal sealed record HistogramBin(int Count, string Kind, string Edge);

/// <summary>How many there are in each of ranges that lie side by side.</summary>
/// <param name="Title">What is seen, in a sentence.</param>
/// <param name="Bins">The ranges, rising.</param>
internal sealed record HistogramChart(string Title, IReadOnlyList<HistogramBin> Bins) : IChart
{
    /// <inheritdoc/>
    public string Draw(double width, string kind)
    {
        var small = width < 500;
        var svg = new Svg(width);
        var (height, left, top) = (small ? 200.0 : 230, 38.0, 18.0);
        var bottom = height - 28;
        var high = Math.Max(1, Bins.Max(b => b.Count));
        var step = (width - left) / Bins.Count;
        double Y(double value) => bottom - (bottom - top) * value / high;
        foreach (var tick in Svg.Ticks(0, high, 4).Where(t => t == Math.Floor(t)))
        {
            svg.Line(left, Y(tick), width, Y(tick), tick == 0 ? "axis" : "grid");
            svg.Text(left - 8, Y(tick), tick.ToString("0", System.Globalization.CultureInfo.InvariantCulture), "end");
        }

        var free = double.MinValue;
        foreach (var (i, bin) in Bins.Index())
        {
            var x = left + i * step;
            svg.Box(x + 1, Y(bin.Count), step - 2, bottom - Y(bin.Count), bin.Kind);
            var half = Svg.WidthOf(bin.Edge) / 2;
            if (bin.Edge.Length > 0 && x + step / 2 - half > free)
            {
                svg.Text(Math.Min(x + step / 2, width - half), bottom + 15, bin.Edge, "middle");
                free = x + step / 2 + half + 10;
            }
        }

        return svg.Write(height, Title, kind);
    }
}
