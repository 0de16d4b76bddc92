namespace Porras;

/// <summary>On how much the value of a measure rests, and how sure it is: 95 % confidence.</summary>
/// <param name="Count">How many facts, occurrences or participants it is made of.</param>
/// <param name="Low">The lower end; null where no interval can be told.</param>
/// <param name="High">The upper end; null likewise.</param>
public sealed record Sample(int Count, double? Low = null, double? High = null)
{
    private const double Z = 1.959963984540054;

    // A rate of nothing or of everything is an end of its interval, up to the last digit.
    private const double Slack = 1e-9;

    /// <summary>
    /// A rate: Wilson's score interval (1927), which also holds for few cases and for rates near 0 and 1.
    /// </summary>
    /// <param name="hits">How many of them.</param>
    /// <param name="count">Of how many.</param>
    public static Sample OfRate(int hits, int count)
    {
        if (count <= 0 || hits < 0 || hits > count)
        {
            return new(count);
        }

        var (n, p, z2) = ((double)count, (double)hits / count, Z * Z);
        var middle = (p + z2 / (2 * n)) / (1 + z2 / n);
        var half = Z / (1 + z2 / n) * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new(count, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>A mean: the normal interval with the sample's own deviation; none for fewer than two values.</summary>
    /// <param name="count">How many values.</param>
    /// <param name="sum">Their sum.</param>
    /// <param name="squares">The sum of their squares.</param>
    public static Sample OfMean(int count, double sum, double squares)
    {
        if (count < 2)
        {
            return new(count);
        }

        var mean = sum / count;
        var variance = Math.Max(0, (squares - count * mean * mean) / (count - 1));
        var half = Z * Math.Sqrt(variance / count);
        return new(count, mean - half, mean + half);
    }

    /// <summary>A weighted sum of parts that are taken for independent of each other.</summary>
    /// <remarks>
    /// The distances from each part's value to the ends of its interval are combined like standard errors, each side
    /// by itself (Zou and Donner 2008). It rests on as many as its weakest part.
    /// </remarks>
    /// <param name="terms">Each part's weight, value and sample; at least one.</param>
    /// <returns>No interval if a part has none, or if its value does not lie in it.</returns>
    public static Sample OfSum(IReadOnlyList<(double Weight, double Value, Sample Part)> terms)
    {
        var count = terms.Min(t => t.Part.Count);
        var (sum, below, above) = (0.0, 0.0, 0.0);
        foreach (var (weight, value, part) in terms)
        {
            if (part is not { Low: { } low, High: { } high } || value < low - Slack || value > high + Slack)
            {
                return new(count);
            }

            var (down, up) = weight >= 0 ? (value - low, high - value) : (high - value, value - low);
            (sum, below, above) = (sum + weight * value, below + Square(weight * down), above + Square(weight * up));
        }

        return new(count, sum - Math.Sqrt(below), sum + Math.Sqrt(above));
    }

    private static double Square(double value) => value * value;
}
