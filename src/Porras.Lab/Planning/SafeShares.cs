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

    // The least safe share of each path is 0 for nearly all of them: then it is not kept.
    private readonly Blocked _upper;
    private Blocked? _lower;

    private SafeShares(int count) => _upper = new(count);

    /// <summary>How many paths there are.</summary>
    public int Count => _upper.Count;

    /// <summary>The share of paths that are ruined even if nothing depends on outcomes.</summary>
    public double RuinedAtZero => Ruin(0);

    /// <summary>The safe shares of one path.</summary>
    public SafeShare this[int path] =>
        _upper[path] is var end && double.IsNegativeInfinity(end) ? SafeShare.None : new(LowerOf(path), end);

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
        var shares = new SafeShares(count);
        shares.Keep(0, atZero, slope, months, credit);
        return shares;
    }

    /// <summary>
    /// The largest share with at most a chance of ruin, as <see cref="Largest(double, double)"/> finds it, from one
    /// pass that keeps only the paths that fail first; null if there is none.
    /// </summary>
    /// <param name="atZero">Cash if nothing depends on outcomes, path after path.</param>
    /// <param name="slope">How much that cash changes for a share of 1 instead of 0, in the same order.</param>
    /// <param name="months">How many months a path has, at least 1.</param>
    /// <param name="credit">How far below 0 cash may fall, at least 0.</param>
    /// <param name="ruin">The chance of ruin allowed, from 0 to 1.</param>
    /// <param name="most">No share above this is asked for.</param>
    public static double? Largest(
        ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, int months, double credit, double ruin,
        double most = 1)
    {
        Must.BeAsLong(atZero.Length, slope.Length);
        Must.BeAtLeastZero(credit);
        var count = atZero.Length / Must.BeAtLeast(1, months);
        Must.BeAsLong(count * months, atZero.Length);
        var allowed = Allowed(ruin, count);
        return allowed >= count ? most
            : FirstToFail.Rank(atZero, slope, months, credit, allowed) is not { } critical
                ? Of(atZero, slope, months, credit).Largest(ruin, most)
            : critical >= 0 ? Math.Min(most, critical) : null;
    }

    /// <summary>From the safe shares of single paths.</summary>
    public static SafeShares Of(IReadOnlyList<SafeShare> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var shares = new SafeShares(paths.Count);
        for (var path = 0; path < paths.Count; path++)
        {
            shares.Keep(path, paths[path]);
        }

        return shares;
    }

    /// <summary>From paths that are made a few at a time, while they are at hand.</summary>
    /// <param name="count">How many paths there are.</param>
    /// <param name="together">How many are made at a time; fewer in the end.</param>
    /// <param name="months">How many months a path has.</param>
    /// <param name="credit">How far below 0 cash may fall.</param>
    /// <param name="fill">Fills cash at zero and slope of paths from one on.</param>
    internal static SafeShares Made(
        int count, int together, int months, double credit, Action<int, double[], double[]> fill)
    {
        var shares = new SafeShares(count);
        var (cash, slope) = (new double[together * months], new double[together * months]);
        for (var path = 0; path < count; path += together)
        {
            fill(path, cash, slope);
            var length = Math.Min(together, count - path) * months;
            shares.Keep(path, cash.AsSpan(0, length), slope.AsSpan(0, length), months, credit);
        }

        return shares;
    }

    /// <summary>The share of paths that are ruined at a share for outcomes; 0 without paths.</summary>
    /// <param name="share">The share for outcomes.</param>
    public double Ruin(double share)
    {
        var safe = 0;
        for (var path = 0; path < Count; path++)
        {
            safe += LowerOf(path) <= share && share <= _upper[path] ? 1 : 0;
        }

        return Count == 0 ? 0 : (double)(Count - safe) / Count;
    }

    /// <summary>The largest share with at most a chance of ruin; null if there is none.</summary>
    /// <param name="ruin">The chance of ruin allowed, from 0 to 1.</param>
    /// <param name="most">No share above this is asked for.</param>
    public double? Largest(double ruin, double most = 1) =>
        Allowing(ruin, most) is [.., var last] ? last.To : null;

    /// <summary>
    /// The largest share for the chance of ruin allowed, and for that chance less and more the error of the simulation
    /// (95 %). An end where no share keeps to it is 0.
    /// </summary>
    /// <param name="ruin">The chance of ruin allowed, from 0 to 1.</param>
    /// <param name="most">No share above this is asked for.</param>
    public Interval LargestWithError(double ruin, double most = 1)
    {
        var half = Normal.Middle95 * Math.Sqrt(Must.BeShare(ruin) * (1 - ruin) / Math.Max(1, Count));
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
        var allowed = Allowed(ruin, Count);
        if (allowed >= Count)
        {
            return [(0, most)];
        }

        if (_lower is null)
        {
            var last = Math.Min(most, Ranked.Of(_upper, allowed));
            return last >= 0 ? [(0, last)] : [];
        }

        return Allowing(_lower, Count - allowed, most);
    }

    private List<(double From, double To)> Allowing(Blocked lower, int needed, double most)
    {
        var paths = Enumerable.Range(0, Count).Where(p => lower[p] <= Math.Min(_upper[p], most)).ToArray();
        double[] begins = [.. paths.Select(p => lower[p]).Order()], ends = [.. paths.Select(p => _upper[p]).Order()];
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

        if (safe >= needed)
        {
            found.Add((from, most));
        }

        return found;
    }

    private static int Allowed(double ruin, int count) => (int)Math.Floor(Must.BeShare(ruin) * count + Rounded);

    private double LowerOf(int path) => _lower is null ? 0 : _lower[path];

    private void Keep(int path, ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, int months, double credit)
    {
        for (var from = 0; from < atZero.Length; from += months)
        {
            Keep(path++, SafeShare.Of(atZero.Slice(from, months), slope.Slice(from, months), credit));
        }
    }

    private void Keep(int path, SafeShare safe)
    {
        _upper[path] = safe.IsEmpty ? double.NegativeInfinity : safe.Upper;
        if (_lower is not null || (safe.Lower > 0 && !safe.IsEmpty))
        {
            (_lower ??= Zeros())[path] = safe.Lower;
        }
    }

    private Blocked Zeros()
    {
        var zeros = new Blocked(Count);
        foreach (var block in zeros.Blocks)
        {
            Array.Clear(block);
        }

        return zeros;
    }
}
