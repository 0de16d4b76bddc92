namespace Porras.Lab;

/// <summary>A value by its rank, without sorting all: Hoare's Find (1961).</summary>
internal static class Ranked
{
    /// <summary>How much thinner than the values is the sample that bounds the value looked for.</summary>
    public const int Thinning = 32;

    /// <summary>The value that would stand at a place (from 0) after sorting; the values stay where they are.</summary>
    public static double Of(Blocked values, int place)
    {
        var sample = new double[values.Count / Thinning];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = values[i * Thinning];
        }

        var bound = Bound(sample, place);
        var count = values.UpTo(bound);
        return count > place ? Place(Kept(values, bound, count), place)
            : Place(Kept(values, double.PositiveInfinity, values.Count), place);
    }

    /// <summary>A bound that the value at a place among all values is hardly above.</summary>
    /// <param name="sample">Every 32nd value; moved about.</param>
    /// <param name="place">The place among all.</param>
    public static double Bound(Span<double> sample, int place)
    {
        var rank = place / Thinning;
        rank += 10 + 4 * (int)Math.Sqrt(rank);
        return rank < sample.Length ? Place(sample, rank) : double.PositiveInfinity;
    }

    // Without a branch, which nothing could foretell: a value that is not kept is written over by the next.
    private static Span<double> Kept(Blocked values, double bound, int count)
    {
        var (kept, next) = (new double[count + 1], 0);
        foreach (var block in values.Blocks)
        {
            foreach (var value in block)
            {
                kept[next] = value;
                next += value <= bound ? 1 : 0;
            }
        }

        return kept.AsSpan(0, count);
    }

    /// <summary>The value that would stand at a place (from 0) after sorting; the values are moved about.</summary>
    public static double Place(Span<double> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[place];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }

                while (pivot < values[right])
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    (left, right) = (left + 1, right - 1);
                }
            }

            low = right < place ? left : low;
            high = place < left ? right : high;
        }

        return values[place];
    }
}
