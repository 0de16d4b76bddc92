namespace Porras;

/// <summary>On how much the value of a measure rests, and how sure it is: 95 % confidence.</summary>
/// <param name="Count">How many facts, occurrences or participants it is made of.</param>
/// <param name="Low">The lower end; null where no interval can be told.</param>
/// <param name="High">The upper end; null likewise.</param>
public sealed record Sample(int Count, double? Low = null, double? High = null)
{
    private const double Z = 1.959963984540054;

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
}
