using System.Numerics;

namespace Porras.Lab;

/// <summary>
/// Paths of cash that depend on the share for outcomes of each contract year: cash in a month is the cash without any
/// share for outcomes, plus for each year its share times what that year's fees change.
/// </summary>
/// <param name="Months">How many months a path has, at least 1.</param>
/// <param name="AtZero">Cash at the end of each month without any share for outcomes, path after path.</param>
/// <param name="Slopes">For each contract year, what a share of 1 instead of 0 changes, in the same order.</param>
public sealed record YearPaths(int Months, double[] AtZero, double[][] Slopes)
{
    // A settled share may run a path dry exactly, and the sums that show it are rounded: each settled year gives a
    // little more room, so that the path does not seem ruined when the next year is asked for.
    private const double Rounded = 1e-6;
    private const int Together = 64;

    /// <summary>How many paths there are.</summary>
    public int Count => AtZero.Length / Must.BeAtLeast(1, Months);

    /// <summary>
    /// The safe shares if some years are settled and all from a year on have the same share: affine in that one share.
    /// </summary>
    /// <param name="settled">The shares of the first years; those after them are asked for.</param>
    /// <param name="credit">How far below 0 cash may fall, at least 0; to a millionth for each settled year.</param>
    public SafeShares Holding(ReadOnlySpan<double> settled, double credit)
    {
        Must.BeAtLeast(settled.Length, Slopes.Length);
        var shares = settled.ToArray();
        return SafeShares.Made(Count, Together, Months, credit + Rounded * shares.Length, (path, cash, slope) =>
        {
            var from = path * Months;
            var length = Math.Min(cash.Length, AtZero.Length - from);
            AtZero.AsSpan(from, length).CopyTo(cash);
            Array.Clear(slope);
            for (var year = 0; year < Slopes.Length; year++)
            {
                Add(Slopes[year].AsSpan(from, length), year < shares.Length ? shares[year] : 1,
                    year < shares.Length ? cash : slope);
            }
        });
    }

    /// <summary>The share of paths ruined with a share for every year.</summary>
    /// <param name="shares">One for each contract year.</param>
    /// <param name="credit">How far below 0 cash may fall, at least 0.</param>
    public double Ruin(ReadOnlySpan<double> shares, double credit)
    {
        Must.BeAsLong(Slopes.Length, shares.Length);
        return Holding(shares, credit).RuinedAtZero;
    }

    /// <summary>
    /// For each year, the share of paths where a larger share for outcomes raises the cash of some month. Where that is
    /// not rare, a larger share early can pay for one later: safe plans are then no longer all those below a safe one,
    /// and the plan found year by year need not be the fastest.
    /// </summary>
    public double[] MayHelpLater()
    {
        var share = new double[Slopes.Length];
        for (var year = 0; year < share.Length; year++)
        {
            var rising = Enumerable.Range(0, Count).Count(path => Rises(Slopes[year].AsSpan(path * Months, Months)));
            share[year] = Count == 0 ? 0 : (double)rising / Count;
        }

        return share;
    }

    private static bool Rises(ReadOnlySpan<double> change)
    {
        foreach (var value in change)
        {
            if (value > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(ReadOnlySpan<double> change, double times, Span<double> sum)
    {
        sum = sum[..change.Length];
        var (at, factor) = (0, new Vector<double>(times));
        for (; at + Vector<double>.Count <= sum.Length; at += Vector<double>.Count)
        {
            (new Vector<double>(sum[at..]) + factor * new Vector<double>(change[at..])).CopyTo(sum[at..]);
        }

        for (; at < sum.Length; at++)
        {
            sum[at] += times * change[at];
        }
    }
}
