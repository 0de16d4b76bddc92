namespace Porras.Lab;

/// <summary>Whether two samples may come from the same distribution: Kolmogorov and Smirnov.</summary>
public static class TwoSamples
{
    /// <summary>The greatest distance between the two observed distributions, from 0 to 1.</summary>
    /// <param name="first">At least one value, ascending.</param>
    /// <param name="second">At least one value, ascending.</param>
    public static double Distance(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Must.BeAtLeast(1, first.Length);
        Must.BeAtLeast(1, second.Length);
        var (i, j, greatest) = (0, 0, 0.0);
        while (i < first.Length && j < second.Length)
        {
            // Equal values step together: a tie is no distance.
            var value = Math.Min(first[i], second[j]);
            i = After(first, i, value);
            j = After(second, j, value);
            greatest = Math.Max(greatest, Math.Abs((double)i / first.Length - (double)j / second.Length));
        }

        return greatest;
    }

    /// <summary>
    /// The distance that two samples of one continuous distribution exceed only with a small chance (Smirnov's limit;
    /// with ties it is exceeded more seldom still).
    /// </summary>
    /// <param name="first">How many values in the first.</param>
    /// <param name="second">How many in the second.</param>
    /// <param name="chance">The chance of exceeding it, strictly between 0 and 1.</param>
    public static double Critical(int first, int second, double chance) =>
        Math.Sqrt(-Math.Log(Must.BeInside(chance) / 2) / 2
            * (1.0 / Must.BeAtLeast(1, first) + 1.0 / Must.BeAtLeast(1, second)));

    private static int After(ReadOnlySpan<double> sorted, int place, double value)
    {
        while (place < sorted.Length && sorted[place] <= value)
        {
            place++;
        }

        return place;
    }
}
