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
        var small = width < 500;
        var svg = new Svg(width);
        var height = small ? 260.0 : 320;
        var room = (Greatest - Least) * 0.06;
        var (low, high) = (Least < 0 || Level is not null ? Least - room : Least, Greatest + room);
        var ticks = Svg.Ticks(low, high, small ? 4 : 5);
        var left = ticks.Max(t => Svg.WidthOf(Tick(t))) + 10;
        var right = small ? 6 : Svg.WidthOf(Tick(Values[^1].High)) + 14;
        var (top, bottom) = (8.0, height - 28);
        double X(int i) => left + (width - left - right) * i / Math.Max(1, Values.Count - 1);
        double Y(double value) => bottom - (bottom - top) * (value - low) / (high - low);
        foreach (var tick in ticks)
        {
            svg.Line(left, Y(tick), width - right, Y(tick), tick == 0 ? "zero" : "grid");
            svg.Text(left - 8, Y(tick), Tick(tick), "end");
        }

        PlaceNames.Draw(svg, Places, X, bottom, width - right);
        Band(svg, X, Y, v => v.Low, v => v.High, "band");
        Band(svg, X, Y, v => v.Quarter, v => v.ThreeQuarters, "band inner");
        svg.Path(Values.Select((v, i) => (X(i), Y(v.Middle))), $"run {Kind}");
        if (Level is { } level)
        {
            svg.Line(left, Y(level.Value), width - right, Y(level.Value), "limit");
            svg.Text(width - right - 4, Y(level.Value) - 11, level.Label, "end", "halo");
        }

        Pointed(svg, X, Y, left, width - right, bottom);
        if (!small)
        {
            Ends(svg, width - right + 8, Y);
        }

        return svg.Write(height, Title, kind);
    }

    private void Band(
        Svg svg, Func<int, double> x, Func<double, double> y, Func<FanPlace, double> low, Func<FanPlace, double> high,
        string kind) => svg.Path(
            Values.Select((v, i) => (x(i), y(high(v)))).Concat(
                Values.Select((v, i) => (x(i), y(low(v)))).Reverse()),
            $"{kind} {Kind}");

    private void Pointed(
        Svg svg, Func<int, double> x, Func<double, double> y, double left, double right, double bottom)
    {
        if (Mark is { } mark)
        {
            var (at, half) = (x(mark.Place), Svg.WidthOf(mark.Label) / 2);
            svg.Box(at - 6, y(mark.Value) - 6, 12, 12, "mark");
            var over = y(mark.Value) + 20 > bottom;
            svg.Text(
                Math.Clamp(at, left + half, Math.Max(left + half, right - half)), y(mark.Value) + (over ? -18 : 20),
                mark.Label, "middle", "strong halo");
        }
    }

    private void Ends(Svg svg, double x, Func<double, double> y)
    {
        var last = Values[^1];
        double[] wanted = [y(last.High), y(last.Middle), y(last.Low)];
        var placed = LineChart.Spread(wanted, 17);
        svg.Text(x, placed[0], Tick(last.High));
        svg.Text(x, placed[1], Tick(last.Middle), kind: "strong");
        svg.Text(x, placed[2], Tick(last.Low));
    }
}
