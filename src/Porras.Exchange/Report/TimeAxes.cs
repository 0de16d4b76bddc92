namespace Porras.Exchange;

/// <summary>The axes of a chart over time: places from left to right, values upwards.</summary>
/// <param name="svg">The drawing.</param>
/// <param name="height">Its height.</param>
/// <param name="low">The least value.</param>
/// <param name="high">The greatest value, above it.</param>
/// <param name="places">What stands under each place; empty for nothing.</param>
/// <param name="tick">A value as a text.</param>
internal sealed class TimeAxes(
    Svg svg, double height, double low, double high, IReadOnlyList<string> places, Func<double, string> tick)
{
    private const double Top = 8, Under = 28;

    private readonly IReadOnlyList<double> _ticks = Svg.Ticks(low, high, IsSmall(svg) ? 4 : 5);

    /// <summary>Room at the right edge, for labels at the ends of lines.</summary>
    public double Room { get; init; }

    /// <summary>Where the values stand.</summary>
    public double Left => _ticks.Max(t => Svg.WidthOf(tick(t))) + 10;

    /// <summary>Where the last place is.</summary>
    public double Right => svg.Width - Room;

    /// <summary>The height of the lower edge.</summary>
    public double Bottom => height - Under;

    /// <summary>Whether a drawing is for a phone.</summary>
    public static bool IsSmall(Svg svg) => svg.Width < 500;

    /// <summary>Where a place is.</summary>
    public double X(int place) => Left + (Right - Left) * place / Math.Max(1, places.Count - 1);

    /// <summary>Where a value is.</summary>
    public double Y(double value) => Bottom - (Bottom - Top) * (value - low) / (high - low);

    /// <summary>Draws them.</summary>
    /// <param name="zero">The class of the line at zero.</param>
    public void Draw(string zero)
    {
        foreach (var value in _ticks)
        {
            svg.Line(Left, Y(value), Right, Y(value), value == 0 ? zero : "grid");
            svg.Text(Left - 8, Y(value), tick(value), "end");
        }

        PlaceNames.Draw(svg, places, X, Bottom, Right);
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
