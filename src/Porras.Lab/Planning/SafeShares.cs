namespace Porras.Lab;

/// <summary>
/// The safe shares of many paths, and what follows from them: the chance of ruin at any share and the largest share
/// that keeps to a chance allowed. The chance of ruin moves in jumps, so the answer is the largest share with at most
/// that chance; there may be none that meets it.
/// </summary>
public sealed class SafeShares
{
    // A share of paths times their number may come out just below a whole number.
    private const double Rounded = 1e-9;

    private readonly double[] lower;
    private readonly double[] upper;
    private readonly bool noneNeedsOutcomes;

    private SafeShares(double[] lower, double[] upper)
    {
        (this.lower, this.upper) = (lower, upper);
        noneNeedsOutcomes = lower.AsSpan().Count(0) == lower.Length - upper.AsSpan().Count(double.NegativeInfinity);
    }

    /// <summary>How many paths there are.</summary>
    public int Count => lower.Length;

    /// <summary>The share of paths that are ruined even if nothing depends on outcomes.</summary>
    public double RuinedAtZero => Ruin(0);

    /// <summary>The safe shares of one path.</summary>
    public SafeShare this[int path] => new(lower[path], upper[path]);

    /// <summary>One pass over all paths and months.</summary>
    /// <param name="atZero">
    /// Cash at the end of each month if nothing depends on outcomes: the months of the first path, then of the second.
    /// </param>
    /// <param name="slope">How much that cash changes for a share of 1 instead of 0, in the same order.</param>
    /// <param name="months">How many months a path has, at least 1.</param>
    /// <param name="credit">How far below 0 cash may fall, at least 0.</param>
    public static SafeShares Of(ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, int months, double credit)
    {
        Must.BeAsLong(atZero.Length, slope.Length);
        Must.BeAtLeastZero(credit);
        var count = atZero.Length / Must.BeAtLeast(1, months);
        Must.BeAsLong(count * months, atZero.Length);
        var (lower, upper) = (new double[count], new double[count]);
        for (var path = 0; path < count; path++)
        {
            var safe = SafeShare.Of(atZero.Slice(path * months, months), slope.Slice(path * months, months), credit);
            (lower[path], upper[path]) = (safe.Lower, safe.Upper);
        }

        return new(lower, upper);
    }

    /// <summary>From the safe shares of single paths.</summary>
    public static SafeShares Of(IReadOnlyList<SafeShare> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new([.. paths.Select(p => p.Lower)], [.. paths.Select(p => p.Upper)]);
    }

    /// <summary>The share of paths that are ruined at a share for outcomes; 0 without paths.</summary>
    /// <param name="share">The share for outcomes.</param>
    public double Ruin(double share)
    {
        var safe = 0;
        for (var path = 0; path < lower.Length; path++)
        {
            safe += lower[path] <= share && share <= upper[path] ? 1 : 0;
        }

        return lower.Length == 0 ? 0 : (double)(lower.Length - safe) / lower.Length;
    }

    /// <summary>The largest share with at most a chance of ruin; null if there is none.</summary>
    /// <param name="ruin">The chance of ruin allowed, from 0 to 1.</param>
    /// <param name="most">No share above this is asked for.</param>
    public double? Largest(double ruin, double most = 1)
    {
        var allowed = Allowed(ruin);
        if (allowed >= lower.Length)
        {
            return most;
        }

        var found = noneNeedsOutcomes ? Ranked.Of(upper, allowed)
            : Allowing(ruin, most) is [.., var last] ? last.To
            : double.NegativeInfinity;
        return found >= 0 ? Math.Min(most, found) : null;
    }

    /// <summary>
    /// The largest share for the chance of ruin allowed, and for that chance less and more the error of the simulation
    /// (95 %). An end where no share keeps to it is 0.
    /// </summary>
    /// <param name="ruin">The chance of ruin allowed, from 0 to 1.</param>
    /// <param name="most">No share above this is asked for.</param>
    public Interval LargestWithError(double ruin, double most = 1)
    {
        var half = Normal.Middle95 * Math.Sqrt(Must.BeShare(ruin) * (1 - ruin) / Math.Max(1, lower.Length));
        return new(At(Math.Max(0, ruin - half)), At(ruin), At(Math.Min(1, ruin + half)));

        double At(double chance) => Largest(chance, most) ?? 0;
    }

    /// <summary>
    /// All shares from 0 that keep to a chance of ruin: one interval if no path needs outcomes to survive, else perhaps
    /// several, in order, or none.
    /// </summary>
    /// <param name="ruin">The chance of ruin allowed, from 0 to 1.</param>
    /// <param name="most">No share above this is asked for.</param>
    public IReadOnlyList<(double From, double To)> Allowing(double ruin, double most = 1)
    {
        var needed = lower.Length - Allowed(ruin);
        if (needed <= 0)
        {
            return [(0, most)];
        }

        var paths = Enumerable.Range(0, lower.Length).Where(p => lower[p] <= Math.Min(upper[p], most)).ToArray();
        double[] begins = [.. paths.Select(p => lower[p]).Order()], ends = [.. paths.Select(p => upper[p]).Order()];
        var (found, from, safe, begin, end) = (new List<(double, double)>(), double.NaN, 0, 0, 0);
        while (end < ends.Length && ends[end] < most || begin < begins.Length)
        {
            // Ends belong to the interval, so a path that begins where another ends comes first.
            if (begin < begins.Length && begins[begin] <= ends[end])
            {
                from = ++safe == needed ? begins[begin] : from;
                begin++;
                continue;
            }

            if (safe-- == needed)
            {
                found.Add((from, ends[end]));
            }

            end++;
        }

        return safe >= needed ? [.. found, (from, most)] : found;
    }

    private int Allowed(double ruin) => (int)Math.Floor(Must.BeShare(ruin) * lower.Length + Rounded);
}
