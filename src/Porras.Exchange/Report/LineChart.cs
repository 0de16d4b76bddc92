namespace Porras.Exchange;

/// <summary>One line of a chart.</summary>
/// <param name="Label">What stands at its end.</param>
/// <param name="Values">One value for each place.</param>
internal sealed record ChartLine(string Label, IReadOnlyList<double> Values);

/// <summary>Lines over time; the first is solid, the others have dashes of their own.</summary>
/// <param name="Title">What is seen, in a sentence.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Places">What stands under each place; empty for nothing.</param>
/// <param name="Tick">A value of the axis as a text.</param>
internal sealed record LineChart(
    string Title, IReadOnlyList<ChartLine> Lines, IReadOnlyList<string> Places, Func<double, string> Tick) : IChart
{
    private const int Dashes = 4;

    /// <inheritdoc/>
    public string Draw(double width, string kind)
    {
        var small = width < 500;
        var svg = new Svg(width);
        var height = small ? 240.0 : 300;
        var high = Math.Max(1e-9, Lines.Max(l => l.Values.DefaultIfEmpty(0).Max()) * 1.04);
        var low = Math.Min(0, Lines.Min(l => l.Values.DefaultIfEmpty(0).Min()));
        var ticks = Svg.Ticks(low, high, small ? 4 : 5);
        var left = ticks.Max(t => Svg.WidthOf(Tick(t))) + 10;
        var right = small ? 6 : Math.Min(220, Lines.Max(l => Svg.WidthOf(l.Label)) + 14);
        var (top, bottom) = (8.0, height - 28);
        double X(int i) => left + (width - left - right) * i / Math.Max(1, Places.Count - 1);
        double Y(double value) => bottom - (bottom - top) * (value - low) / (high - low);
        foreach (var tick in ticks)
        {
            svg.Line(left, Y(tick), width - right, Y(tick), tick == 0 ? "axis" : "grid");
            svg.Text(left - 8, Y(tick), Tick(tick), "end");
        }

        PlaceNames.Draw(svg, Places, X, bottom, width - right);
        foreach (var (i, line) in Lines.Index().Reverse())
        {
            svg.Path(line.Values.Select((v, at) => (X(at), Y(v))), $"run m{i % Dashes}");
        }

        if (!small)
        {
            var ends = Spread([.. Lines.Select(l => Y(l.Values.DefaultIfEmpty(0).Last()))], 18);
            foreach (var (line, y) in Lines.Zip(ends))
            {
                svg.Name(width - right + 8, y, line.Label, right - 8);
            }
        }

        return svg.Write(height, Title, kind);
    }

    /// <summary>Heights of labels, pushed apart so that they never overlap.</summary>
    public static double[] Spread(double[] wanted, double gap)
    {
        var placed = (double[])wanted.Clone();
        var order = Enumerable.Range(0, placed.Length).OrderBy(i => placed[i]).ToArray();
        for (var k = 1; k < order.Length; k++)
        {
            placed[order[k]] = Math.Max(placed[order[k]], placed[order[k - 1]] + gap);
        }

        return placed;
    }
}
