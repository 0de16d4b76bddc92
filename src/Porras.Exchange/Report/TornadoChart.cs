namespace Porras.Exchange;

/// <summary>What a figure becomes when one number is lower and when it is higher.</summary>
/// <param name="Label">The number's name.</param>
/// <param name="Low">The figure with the lower number.</param>
/// <param name="High">The figure with the higher number.</param>
/// <param name="Lower">The lower number as a text.</param>
/// <param name="Higher">The higher number as a text.</param>
internal sealed record TornadoBar(string Label, double Low, double High, string Lower, string Higher);

/// <summary>Bars to both sides of a figure as it stands, the longest above.</summary>
/// <param name="Title">What is seen, in a sentence.</param>
/// <param name="Kind">Whose figure it is: <c>organiser</c> or <c>provider</c>.</param>
/// <param name="Bars">The bars; at least one.</param>
/// <param name="Still">The figure as it stands.</param>
/// <param name="Tick">A value of the axis as a text.</param>
internal sealed record TornadoChart(
    string Title, string Kind, IReadOnlyList<TornadoBar> Bars, ChartLevel Still, Func<double, string> Tick) : IChart
{
    private const double Thick = 20, Gap = 8;

    /// <summary>The least and the greatest value that is seen.</summary>
    public (double Least, double Greatest) Range
    {
        get
        {
            var all = Bars.SelectMany(b => (double[])[b.Low, b.High]).Append(Still.Value).ToList();
            var (least, greatest) = (all.Min(), all.Max());
            return (least, Math.Max(greatest, least + 1e-9));
        }
    }

    /// <inheritdoc/>
    public string Draw(double width, string kind)
    {
        var small = width < 500;
        var svg = new Svg(width);
        var ends = Bars.Max(b => Math.Max(Svg.WidthOf(b.Lower), Svg.WidthOf(b.Higher))) + Gap;
        var left = (small ? 0 : Math.Min(340, Bars.Max(b => Svg.WidthOf(b.Label)) + 14)) + ends;
        var (least, greatest) = Range;
        double X(double value) => left + (width - left - ends) * (value - least) / (greatest - least);
        var (top, row) = (26.0, Thick + (small ? 28 : Gap));
        var bottom = top + row * Bars.Count + 4;
        foreach (var tick in Svg.Ticks(least, greatest, small ? 2 : 4))
        {
            svg.Line(X(tick), top, X(tick), bottom, "grid");
            svg.Text(X(tick), bottom + 13, Tick(tick), "middle");
        }

        foreach (var (i, bar) in Bars.Index())
        {
            var y = top + row * i + (small ? 26 : 6);
            Drawn(svg, bar, y, X);
            svg.Name(
                small ? 0 : left - ends - 10, small ? y - 11 : y + Thick / 2, bar.Label,
                small ? width : left - ends - 10, small ? "start" : "end", small ? "halo" : "");
        }

        var half = Svg.WidthOf(Still.Label) / 2;
        svg.Line(X(Still.Value), top - 6, X(Still.Value), bottom, "zero");
        svg.Text(Math.Clamp(X(Still.Value), half, width - half), 9, Still.Label, "middle", "strong");
        return svg.Write(bottom + 26, Title, kind);
    }

    private void Drawn(Svg svg, TornadoBar bar, double y, Func<double, double> x)
    {
        var still = x(Still.Value);
        // Where both ends lie on one side, the shorter piece is drawn over the longer one.
        var (low, high) = (("bar soft " + Kind, x(bar.Low), bar.Lower), ("bar " + Kind, x(bar.High), bar.Higher));
        var isOneSided = (low.Item2 - still) * (high.Item2 - still) > 0;
        foreach (var (kind, at, _) in Math.Abs(low.Item2 - still) >= Math.Abs(high.Item2 - still)
            ? new[] { low, high } : [high, low])
        {
            svg.Box(Math.Min(still, at), y, Math.Abs(at - still), Thick, kind);
        }

        if (isOneSided)
        {
            var (near, far) = Math.Abs(low.Item2 - still) < Math.Abs(high.Item2 - still) ? (low, high) : (high, low);
            Label(far.Item2, far.Item2 > still, $"{near.Item3} / {far.Item3}");
            return;
        }

        Label(low.Item2, bar.Low > bar.High, low.Item3);
        Label(high.Item2, bar.Low <= bar.High, high.Item3);

        void Label(double at, bool isRight, string text) =>
            svg.Text(at + (isRight ? 6 : -6), y + Thick / 2, text, isRight ? "start" : "end", "halo");
    }
}
