namespace Porras.Lab;

/// <summary>The slow way to the same shares: halving an interval again and again. For tests and benchmarks.</summary>
public static class Bisection
{
    /// <summary>The usual number of halvings: the share is found within 2^-40.</summary>
    public const int Steps = 40;

    /// <summary>The critical share of one path that is safe at 0, from 0 to the most.</summary>
    /// <param name="atZero">Cash at the end of each month if nothing depends on outcomes.</param>
    /// <param name="slope">How much that cash changes for a share of 1 instead of 0.</param>
    /// <param name="credit">How far below 0 cash may fall.</param>
    /// <param name="most">The most that is asked for.</param>
    public static double Critical(
        ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, double credit, double most = 1)
    {
        var (low, high) = (0.0, most);
        if (IsSafe(atZero, slope, credit, most))
        {
            return most;
        }

        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = IsSafe(atZero, slope, credit, middle) ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The largest share that keeps to a chance of ruin, by trying shares on all paths.</summary>
    /// <param name="atZero">Cash if nothing depends on outcomes, path after path.</param>
    /// <param name="slope">How much that cash changes, in the same order.</param>
    /// <param name="months">How many months a path has.</param>
    /// <param name="credit">How far below 0 cash may fall.</param>
    /// <param name="ruin">The chance of ruin allowed.</param>
    /// <param name="most">The most that is asked for.</param>
    public static double Largest(
        ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, int months, double credit, double ruin,
        double most = 1)
    {
        var (low, high) = (0.0, most);
        if (Ruin(atZero, slope, months, credit, most) <= ruin)
        {
            return most;
        }

        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Ruin(atZero, slope, months, credit, middle) <= ruin ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The share of paths ruined at a share for outcomes, month by month.</summary>
    /// <param name="atZero">Cash if nothing depends on outcomes, path after path.</param>
    /// <param name="slope">How much that cash changes, in the same order.</param>
    /// <param name="months">How many months a path has.</param>
    /// <param name="credit">How far below 0 cash may fall.</param>
    /// <param name="share">The share for outcomes.</param>
    public static double Ruin(
        ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, int months, double credit, double share)
    {
        var (ruined, count) = (0, atZero.Length / months);
        for (var path = 0; path < count; path++)
        {
            var (from, to) = (path * months, (path + 1) * months);
            ruined += IsSafe(atZero[from..to], slope[from..to], credit, share) ? 0 : 1;
        }

        return (double)ruined / count;
    }

    private static bool IsSafe(ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, double credit, double share)
    {
        for (var month = 0; month < atZero.Length; month++)
        {
            if (atZero[month] + share * slope[month] < -credit)
            {
                return false;
            }
        }

        return true;
    }
}
