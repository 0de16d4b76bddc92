namespace Porras.Exchange;

/// <summary>A share with its interval at some size.</summary>
/// <param name="Size">The size, above 0.</param>
/// <param name="Share">The share, a part of one.</param>
/// <param name="Lower">The lower end of its interval.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Label">What stands under it.</param>
internal sealed record SharePoint(double Size, double Share, double Lower, double Upper, string Label);

/// <summary>Shares by size with their intervals, and the share that is allowed.</summary>
/// <param name="Title">What is seen, in a sentence.</param>
/// <param name="Points">From the smallest size to the largest; at least one.</param>
/// <param name="Allowed">The share allowed; null where there is no such line.</param>
/// <param name="Axis">What stands under the axis.</param>
/// <param name="Tick">A share as a text.</param>
internal sealed record ShareChart(
    string Title,
    IReadOnlyList<SharePoint> Points,
    ChartLevel? Allowed,
    string Axis,
    Func<double, string> Tick) : IChart
{
    /// <summary>Whether sizes stand evenly, such as years; else on a logarithmic axis.</summary>
    public bool IsEven { get; init; }

    /// <summary>The greatest share that is seen.</summary>
    public double Greatest => Math.Min(1, Math.Max(
        Allowed?.Value * 2 ?? 0.05, Points.Max(p => p.Upper)) * 1.05);

    /// <summary>Where a size stands on its axis.</summary>
    public double Place(double size) => IsEven ? size : Math.Log10(size);

    /// <inheritdoc/>
    public string Draw(double width, string kind)
    {
        var small = width < 500;
        var svg = new Svg(width);
        var height = small ? 260.0 : 300;
        var ticks = Svg.Ticks(0, Greatest, 5);
        var left = ticks.Max(t => Svg.WidthOf(Tick(t))) + 10;
        var (top, bottom) = (8.0, height - 46);
        var (first, last) = (Place(Points[0].Size), Place(Points[^1].Size));
        double X(double size) => left + 22 + (width - left - 44) * (last > first
            ? (Place(size) - first) / (last - first) : 0.5);
        double Y(double share) => bottom - (bottom - top) * share / Greatest;
        foreach (var tick in ticks)
        {
            svg.Line(left, Y(tick), width, Y(tick), tick == 0 ? "axis" : "grid");
            svg.Text(left - 8, Y(tick), Tick(tick), "end");
        }

        if (Allowed is { } allowed)
        {
            svg.Line(left, Y(allowed.Value), width, Y(allowed.Value), "limit");
            svg.Text(width, Y(allowed.Value) - 11, allowed.Label, "end", "strong halo");
        }

        svg.Path(Points.Select(p => (X(p.Size), Y(p.Share))), "thin provider");
        foreach (var point in Points)
        {
            var x = X(point.Size);
            svg.Line(x, Y(point.Lower), x, Y(point.Upper), "whisker");
            svg.Box(x - 6, Y(point.Share) - 6, 12, 12, "mark");
            svg.Text(x, bottom + 16, point.Label, "middle");
        }

        svg.Text((left + width) / 2, bottom + 36, Axis, "middle");
        return svg.Write(height, Title, kind);
    }
}
