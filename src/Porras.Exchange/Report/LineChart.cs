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
        var svg = new Svg(width);
        var small = TimeAxes.IsSmall(svg);
        var height = small ? 240.0 : 300;
        var high = Math.Max(1e-9, Lines.Max(l => l.Values.DefaultIfEmpty(0).Max()) * 1.04);
        var low = Math.Min(0, Lines.Min(l => l.Values.DefaultIfEmpty(0).Min()));
        var axes = new TimeAxes(svg, height, low, high, Places, Tick)
        {
            Room = small ? 6 : Math.Min(220, Lines.Max(l => Svg.WidthOf(l.Label)) + 14),
        };
        axes.Draw("axis");
        foreach (var (i, line) in Lines.Index().Reverse())
        {
            svg.Path(line.Values.Select((v, at) => (axes.X(at), axes.Y(v))), $"run m{i % Dashes}");
        }

        if (!small)
        {
            var ends = TimeAxes.Spread([.. Lines.Select(l => axes.Y(l.Values.DefaultIfEmpty(0).Last()))], 18);
            foreach (var (line, y) in Lines.Zip(ends))
            {
                svg.Name(axes.Right + 8, y, line.Label, axes.Room - 8);
            }
        }

        return svg.Write(height, Title, kind);
    }
}
