namespace Porras.Exchange;

/// <summary>What stands under the places of a chart.</summary>
internal static class PlaceNames
{
    /// <summary>Draws the names that fit, from left to right.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="places">A name for each place; empty for nothing.</param>
    /// <param name="x">Where a place is.</param>
    /// <param name="bottom">The height of the axis.</param>
    /// <param name="edge">Where the axis ends.</param>
    public static void Draw(Svg svg, IReadOnlyList<string> places, Func<int, double> x, double bottom, double edge)
    {
        var free = double.MinValue;
        for (var i = 0; i < places.Count; i++)
        {
            var half = Svg.WidthOf(places[i]) / 2;
            if (places[i].Length > 0 && x(i) - half > free && x(i) + half < edge + 20)
            {
                svg.Line(x(i), bottom, x(i), bottom + 5, "axis");
                svg.Text(x(i), bottom + 16, places[i], "middle");
                free = x(i) + half + 8;
            }
        }
    }
}
