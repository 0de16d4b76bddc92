namespace Porras.Exchange;

/// <summary>What nine cases in ten, and the middle half of them, lie between at one place.</summary>
/// <param name="Low">One case in twenty lies below.</param>
/// <param name="Quarter">A quarter of the cases lies below.</param>
/// <param name="Middle">The median.</param>
/// <param name="ThreeQuarters">A quarter of the cases lies above.</param>
/// <param name="High">One case in twenty lies above.</param>
internal sealed record FanPlace(double Low, double Quarter, double Middle, double ThreeQuarters, double High);

/// <summary>A point of a chart with what stands beside it.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Value">Its value.</param>
/// <param name="Label">What stands beside it.</param>
internal sealed record ChartMark(int Place, double Value, string Label);

/// <summary>A line at one value across a chart.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">What stands at it.</param>
internal sealed record ChartLevel(double Value, string Label);

/// <summary>A figure over time as a fan: nine cases in ten, half of them, and the median.</summary>
/// <param name="Title">What is seen, in a sentence.</param>
/// <param name="Kind">Whose figure it is: <c>organiser</c> or <c>provider</c>.</param>
/// <param name="Values">One fan for each place; at least one.</param>
/// <param name="Places">What stands under each place; empty for nothing.</param>
/// <param name="Tick">A value of the axis as a text.</param>
internal sealed record FanChart(
    string Title,
    string Kind,
    IReadOnlyList<FanPlace> Values,
    IReadOnlyList<string> Places,
    Func<double, string> Tick) : IChart
{
    /// <summary>A line that must not be crossed; null for none.</summary>
    public ChartLevel? Level { get; init; }

    /// <summary>A point that is pointed out; null for none.</summary>
    public ChartMark? Mark { get; init; }

    /// <summary>The least value that is seen.</summary>
    public double Least => Math.Min(Math.Min(0, Values.Min(v => v.Low)), Level?.Value ?? 0);

    /// <summary>The greatest value that is seen.</summary>
    public double Greatest => Math.Max(Values.Max(v => v.High), Least + 1e-9);

    /// <inheritdoc/>
    public string Draw(double width, string kind)
    {
        var svg = new Svg(width);
        var small = TimeAxes.IsSmall(svg);
        var height = small ? 260.0 : 320;
        var room = (Greatest - Least) * 0.06;
        var axes = new TimeAxes(
            svg, height, Least < 0 || Level is not null ? Least - room : Least, Greatest + room, Places, Tick)
        {
            Room = small ? 6 : Svg.WidthOf(Tick(Values[^1].High)) + 14,
        };
        axes.Draw("zero");
        Band(svg, axes, v => v.Low, v => v.High, "band");
        Band(svg, axes, v => v.Quarter, v => v.ThreeQuarters, "band inner");
        svg.Path(Values.Select((v, i) => (axes.X(i), axes.Y(v.Middle))), $"run {Kind}");
        if (Level is { } level)
        {
            svg.Line(axes.Left, axes.Y(level.Value), axes.Right, axes.Y(level.Value), "limit");
            // A point that is pointed out has its words beside it: the line's stand on the other side.
            var isLeft = Mark?.Place > Values.Count / 2;
            svg.Text(
                isLeft ? axes.Left + 4 : axes.Right - 4, axes.Y(level.Value) - 11, level.Label,
                isLeft ? "start" : "end", "halo");
        }

        Pointed(svg, axes);
        if (!small)
        {
            Ends(svg, axes);
        }

        return svg.Write(height, Title, kind);
    }

    private void Band(
        Svg svg, TimeAxes axes, Func<FanPlace, double> low, Func<FanPlace, double> high, string kind) => svg.Path(
            Values.Select((v, i) => (axes.X(i), axes.Y(high(v)))).Concat(
                Values.Select((v, i) => (axes.X(i), axes.Y(low(v)))).Reverse()),
            $"{kind} {Kind}");

    private void Pointed(Svg svg, TimeAxes axes)
    {
        if (Mark is { } mark)
        {
            var (at, y, half) = (axes.X(mark.Place), axes.Y(mark.Value), Svg.WidthOf(mark.Label) / 2);
            svg.Box(at - 6, y - 6, 12, 12, "mark");
            var under = y + 20;
            var isFree = under < axes.Bottom
                && new[] { 0, Level?.Value ?? 0 }.All(v => Math.Abs(axes.Y(v) - under) > 12);
            svg.Text(
                Math.Clamp(at, axes.Left + half, Math.Max(axes.Left + half, axes.Right - half)),
                isFree ? under : y - 18, mark.Label, "middle", "strong halo");
        }
    }

    private void Ends(Svg svg, TimeAxes axes)
    {
        var (last, x) = (Values[^1], axes.Right + 8);
        var placed = TimeAxes.Spread([axes.Y(last.High), axes.Y(last.Middle), axes.Y(last.Low)], 17);
        svg.Text(x, placed[0], Tick(last.High));
        svg.Text(x, placed[1], Tick(last.Middle), kind: "strong");
        svg.Text(x, placed[2], Tick(last.Low));
    }
}
