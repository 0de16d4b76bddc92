namespace Porras.Lab;

/// <summary>A value by its rank, without sorting all: Hoare's Find (1961).</summary>
internal static class Ranked
{
    // A sample this much thinner than the values bounds the value looked for, so that few have to be ranked.
    private const int Thinning = 32;

    /// <summary>The value that would stand at a place (from 0) after sorting; the values stay where they are.</summary>
    public static double Of(ReadOnlySpan<double> values, int place)
    {
        var sample = new double[values.Length / Thinning];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = values[i * Thinning];
        }

        var rank = place / Thinning;
        rank += 10 + 4 * (int)Math.Sqrt(rank);
        var low = rank < sample.Length ? UpTo(values, Place(sample, rank)) : [];
        return Place(low.Length > place ? low : values.ToArray(), place);
    }

    private static double[] UpTo(ReadOnlySpan<double> values, double bound)
    {
        var count = 0;
        var kept = new double[values.Length];
        foreach (var value in values)
        {
            kept[count] = value;
            count += value <= bound ? 1 : 0;
        }

        return kept[..count];
    }

    /// <summary>The value that would stand at a place (from 0) after sorting; the values are moved about.</summary>
    private static double Place(Span<double> values, int place)
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
