namespace Porras.Exchange;

/// <summary>A piece of a bar.</summary>
/// <param name="Value">How long it is; nothing is drawn for 0 and below.</param>
/// <param name="Kind">
/// What it is: <c>output</c>, <c>outcome</c>, <c>more</c>, <c>same</c>, <c>less</c>, <c>organiser</c>.
/// </param>
/// <param name="Label">What stands in it if there is room.</param>
internal sealed record BarPiece(double Value, string Kind, string Label);

/// <summary>One bar.</summary>
/// <param name="Heading">What stands over it, where a set of bars begins; else empty.</param>
/// <param name="Label">What it is.</param>
/// <param name="Pieces">Its pieces from left to right.</param>
/// <param name="Total">What stands at its end.</param>
internal sealed record Bar(string Heading, string Label, IReadOnlyList<BarPiece> Pieces, string Total);

/// <summary>Bars that lie, in pieces, in sets with headings.</summary>
/// <param name="Title">What is seen, in a sentence.</param>
/// <param name="Bars">The bars.</param>
/// <param name="Tick">A value of the axis as a text.</param>
internal sealed record BarChart(string Title, IReadOnlyList<Bar> Bars, Func<double, string> Tick) : IChart
{
    private const double Thick = 22;

    /// <summary>A line across the bars; null for none.</summary>
    public ChartLevel? Level { get; init; }

    /// <summary>The greatest value that is seen.</summary>
    public double Greatest => Math.Max(
        Math.Max(1e-9, (Level?.Value ?? 0) * 1.1), Bars.Max(b => b.Pieces.Sum(p => Math.Max(0, p.Value))));

    /// <inheritdoc/>
    public string Draw(double width, string kind)
    {
        var small = width < 500;
        var svg = new Svg(width);
        var left = small ? 0 : Math.Min(
            340, Bars.Max(b => Math.Max(Svg.WidthOf(b.Label), Svg.WidthOf(b.Heading))) + 14);
        var right = Bars.Max(b => Svg.WidthOf(b.Total)) + 12;
        var high = Greatest;
        double X(double value) => left + (width - left - right) * value / high;
        var places = Places(small);
        var bottom = places[^1] + Thick + 6;
        foreach (var tick in Svg.Ticks(0, high, small ? 2 : 5))
        {
            svg.Line(X(tick), 0, X(tick), bottom, tick == 0 ? "axis" : "grid");
            svg.Text(X(tick), bottom + 12, Tick(tick), tick == 0 ? "start" : "middle");
        }

        foreach (var (bar, y) in Bars.Zip(places))
        {
            Bar(svg, bar, y, small, left, X);
        }

        if (Level is not { } level)
        {
            return svg.Write(bottom + 24, Title, kind);
        }

        var half = Svg.WidthOf(level.Label) / 2;
        svg.Line(X(level.Value), 0, X(level.Value), bottom + 26, "limit");
        svg.Text(Math.Clamp(X(level.Value), half, width - half), bottom + 34, level.Label, "middle", "strong halo");
        return svg.Write(bottom + 46, Title, kind);
    }

    private List<double> Places(bool small)
    {
        var (places, y) = (new List<double>(), 0.0);
        foreach (var bar in Bars)
        {
            y += bar.Heading.Length > 0 ? 26 : 0;
            y += small ? 20 : 4;
            places.Add(y);
            y += Thick + (small ? 6 : 4);
        }

        return places;
    }

    private static void Bar(Svg svg, Bar bar, double y, bool small, double left, Func<double, double> x)
    {
        var over = y - (small ? 34 : 16);
        if (bar.Heading.Length > 0)
        {
            svg.Name(0, over, bar.Heading, svg.Width, kind: "strong halo");
        }

        svg.Name(
            small ? 5 : left - 10, small ? y - 11 : y + Thick / 2, bar.Label, small ? svg.Width : left - 10,
            small ? "start" : "end", bar.Heading.Length > 0 || small ? "halo" : "");
        var sum = 0.0;
        var isWhole = bar.Pieces.Count(p => p.Value > 0) == 1;
        foreach (var piece in bar.Pieces.Where(p => p.Value > 0))
        {
            var (from, to) = (x(sum), x(sum + piece.Value));
            svg.Box(from + 0.5, y, Math.Max(1, to - from - 2), Thick, piece.Kind);
            if (!isWhole && to - from > Svg.WidthOf(piece.Label) + 10)
            {
                svg.Text((from + to) / 2, y + Thick / 2, piece.Label, "middle", InkOn(piece.Kind));
            }

            sum += piece.Value;
        }

        svg.Text(x(sum) + 8, y + Thick / 2, bar.Total, kind: "strong halo");
    }

    private static string InkOn(string kind) => kind switch
    {
        "outcome" => "on-outcome",
        "more" => "on-provider",
        "organiser" => "on-organiser",
        _ => kind == "output" ? "strong halo" : "strong",
    };
}
