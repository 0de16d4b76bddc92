namespace Porras.Lab;

/// <summary>Chances of ruin that are known exactly. A simulation of the same case must come near to them.</summary>
public static class Ruined
{
    /// <summary>
    /// A walk that goes up or down by one: the chance of ever reaching 0. Feller, An Introduction to Probability
    /// Theory, chapter XIV.
    /// </summary>
    /// <param name="up">The chance of going up.</param>
    /// <param name="start">Where it begins, at least 0.</param>
    public static double Walk(double up, int start) =>
        Must.BeShare(up) <= 0.5 ? 1 : Math.Pow((1 - up) / up, Must.BeAtLeast(0, start));

    /// <summary>The same walk: the chance of reaching 0 before a target.</summary>
    /// <param name="up">The chance of going up.</param>
    /// <param name="start">Where it begins, from 0 to the target.</param>
    /// <param name="target">The target, at least 1.</param>
    public static double Walk(double up, int start, int target)
    {
        Must.BeShare((double)Must.BeAtLeast(0, start) / Must.BeAtLeast(1, target));
        if (Must.BeShare(up) is 0 or 0.5)
        {
            return up == 0 ? (start == target ? 0 : 1) : 1 - (double)start / target;
        }

        var ratio = (1 - up) / up;
        // Both powers are taken of what is below 1, so that neither runs out of range.
        return ratio < 1
            ? (Math.Pow(ratio, start) - Math.Pow(ratio, target)) / (1 - Math.Pow(ratio, target))
            : (1 - Math.Pow(1 / ratio, target - start)) / (1 - Math.Pow(1 / ratio, target));
    }

    /// <summary>
    /// A provider that pays the same cost every month and earns by outcomes: the chance that cash has been below 0 at
    /// the end of a month, up to each month. Amounts in cents.
    /// </summary>
    /// <param name="capital">Cash at the beginning.</param>
    /// <param name="steady">What is left every month whatever happens: fixed fees less costs; mostly below 0.</param>
    /// <param name="fee">The fee of an outcome, paid in the same month.</param>
    /// <param name="clients">How many clients may have an outcome in a month.</param>
    /// <param name="share">The chance of each.</param>
    /// <param name="months">How many months; as many chances are given.</param>
    public static double[] ByMonth(long capital, long steady, long fee, int clients, double share, int months)
    {
        var weights = Binomial.Weights(clients, share);
        var chances = new double[Must.BeAtLeast(0, months)];
        // By the number of outcomes so far, of those not yet ruined.
        double[] alive = [1];
        var ruined = 0.0;
        for (var month = 1; month <= months; month++)
        {
            var next = new double[checked(month * clients + 1)];
            for (var before = 0; before < alive.Length; before++)
            {
                for (var more = 0; more <= clients; more++)
                {
                    next[before + more] += alive[before] * weights[more];
                }
            }

            for (var outcomes = 0; outcomes < next.Length; outcomes++)
            {
                if (capital + steady * month + fee * outcomes < 0)
                {
                    ruined += next[outcomes];
                    next[outcomes] = 0;
                }
            }

            (alive, chances[month - 1]) = (next, ruined);
        }

        return chances;
    }

    /// <summary>One period, paid at its end: the chance that capital and fees do not cover the cost.</summary>
    /// <param name="capital">Cash at the beginning, in cents.</param>
    /// <param name="cost">The cost of the period.</param>
    /// <param name="fee">The fee of an outcome, above 0.</param>
    /// <param name="clients">How many clients.</param>
    /// <param name="share">The chance of each.</param>
    public static double OneShot(long capital, long cost, long fee, int clients, double share) =>
        ByMonth(capital, -cost, fee, clients, share, 1)[0];

    /// <summary>
    /// Cash that drifts and trembles all the time: the chance that it has touched 0 (inverse Gaussian first passage). A
    /// provider looked at only at month ends is ruined more seldom.
    /// </summary>
    /// <param name="capital">Cash at the beginning, not below 0.</param>
    /// <param name="drift">The mean gain of a month.</param>
    /// <param name="deviation">The deviation of a month's gain, above 0.</param>
    /// <param name="months">How many months, above 0; infinity is allowed.</param>
    public static double Continuous(double capital, double drift, double deviation, double months)
    {
        var reflected = Math.Exp(-2 * drift * Must.BeAtLeastZero(capital) / (Must.BePositive(deviation) * deviation));
        if (double.IsPositiveInfinity(months))
        {
            return Math.Min(1, reflected);
        }

        var spread = deviation * Math.Sqrt(Must.BePositive(months));
        return Math.Min(1, Normal.Cumulative((-capital - drift * months) / spread)
            + reflected * Normal.Cumulative((-capital + drift * months) / spread));
    }
}
