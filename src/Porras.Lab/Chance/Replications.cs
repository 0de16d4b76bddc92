namespace Porras.Lab;

/// <summary>How many replications are enough, with 95 % confidence.</summary>
public static class Replications
{
    // The stop rule for a chance of insolvency: 0.3 percentage points, or a tenth of the chance aimed at.
    private const double LeastHalf = 0.003;
    private const double PartOfTarget = 0.1;

    /// <summary>Enough for a mean.</summary>
    /// <param name="deviation">The deviation of one replication, at least 0.</param>
    /// <param name="half">How far off the mean may be, above 0.</param>
    public static int ForMean(double deviation, double half)
    {
        var times = Normal.Middle95 * Must.BeAtLeastZero(deviation) / Must.BePositive(half);
        return AtLeastOne(times * times);
    }

    /// <summary>Enough for a chance.</summary>
    /// <param name="share">The chance expected.</param>
    /// <param name="half">How far off it may be, above 0.</param>
    public static int ForShare(double share, double half) =>
        ForMean(Math.Sqrt(Must.BeShare(share) * (1 - share)), half);

    /// <summary>
    /// Enough for the whole distribution at once: nowhere farther off than the half-width (Dvoretzky, Kiefer and
    /// Wolfowitz 1956, with Massart's constant 1990).
    /// </summary>
    /// <param name="half">How far off the distribution may be anywhere, above 0.</param>
    public static int ForDistribution(double half) => AtLeastOne(Math.Log(40) / (2 * Must.BePositive(half) * half));

    /// <summary>How far off an observed distribution may be anywhere: the other way round.</summary>
    /// <param name="count">How many replications, at least one.</param>
    public static double DistributionHalf(int count) => Math.Sqrt(Math.Log(40) / (2.0 * Must.BeAtLeast(1, count)));

    /// <summary>Whether a simulated chance of insolvency is known well enough to stop.</summary>
    /// <param name="seen">The chance and its interval.</param>
    /// <param name="target">The chance that is not to be exceeded.</param>
    public static bool Enough(Interval seen, double target) =>
        seen.HalfWidth <= Math.Max(LeastHalf, PartOfTarget * Must.BeShare(target));

    private static int AtLeastOne(double count) => checked((int)Math.Max(1, Math.Ceiling(count)));
}
