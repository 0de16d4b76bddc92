using System.Buffers;

namespace Porras.Lab;

/// <summary>
/// The critical share at a rank among many paths. A sample says above which share it hardly lies; the paths that are
/// safe there are gone through but not kept, so that hardly any memory is touched but the paths.
/// </summary>
internal static class FirstToFail
{
    /// <summary>The critical share that would stand at a place (from 0) if all were sorted.</summary>
    /// <returns>Null if a path needs outcomes to survive: then ranks do not tell.</returns>
    public static double? Rank(
        ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, int months, double credit, int place)
    {
        var count = atZero.Length / months;
        var kept = ArrayPool<double>.Shared.Rent(count / Ranked.Thinning + 1);
        try
        {
            var samples = count / Ranked.Thinning;
            for (var i = 0; i < samples; i++)
            {
                var from = i * Ranked.Thinning * months;
                kept[i] = Of(atZero.Slice(from, months), slope.Slice(from, months), credit) ?? 0;
            }

            var bound = Ranked.Bound(kept.AsSpan(0, samples), place);
            return Kept(ref kept, atZero, slope, months, credit, bound) is not { } found ? null
                : found > place ? Ranked.Place(kept.AsSpan(0, found), place)
                : Kept(ref kept, atZero, slope, months, credit, double.PositiveInfinity) is { } all
                    ? Ranked.Place(kept.AsSpan(0, all), place)
                : null;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(kept);
        }
    }

    // Keeps the critical shares up to a bound; null if a path needs outcomes.
    private static int? Kept(
        ref double[] kept, ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, int months, double credit,
        double bound)
    {
        var found = 0;
        for (var from = 0; from < atZero.Length; from += months)
        {
            if (Of(atZero.Slice(from, months), slope.Slice(from, months), credit) is not { } critical)
            {
                return null;
            }

            if (critical <= bound)
            {
                if (found == kept.Length)
                {
                    Widen(ref kept);
                }

                kept[found++] = critical;
            }
        }

        return found;
    }

    private static double? Of(ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, double credit)
    {
        var safe = SafeShare.Of(atZero, slope, credit);
        return safe.IsEmpty ? double.NegativeInfinity : safe.Lower > 0 ? null : safe.Upper;
    }

    private static void Widen(ref double[] kept)
    {
        var wider = ArrayPool<double>.Shared.Rent(kept.Length * 2);
        kept.CopyTo(wider, 0);
        ArrayPool<double>.Shared.Return(kept);
        kept = wider;
    }
}
