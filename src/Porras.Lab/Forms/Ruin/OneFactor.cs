namespace Porras.Lab;

/// <summary>
/// Clients whose success depends on one common state of the labour market besides their own luck: Vasicek's one-factor
/// model. It is what a simulation with a common shock must come near to.
/// </summary>
/// <param name="Share">The mean chance of success, strictly between 0 and 1.</param>
/// <param name="Correlation">How much of the luck is common, from 0 to below 1.</param>
public readonly record struct OneFactor(double Share, double Correlation)
{
    /// <summary>The chance that two clients both succeed.</summary>
    public double Both => Correlation == 0
        ? Share * Share
        : Normal.Both(Normal.Inverse(Share), Normal.Inverse(Share), Correlation);

    /// <summary>The deviation of the success rate of a cohort so large that only the common part is left.</summary>
    public double CommonDeviation => Math.Sqrt(Math.Max(0, Both - Share * Share));

    /// <summary>The chance of success in one state of the labour market.</summary>
    /// <param name="state">The state: 0 is the middle one, above 0 is better; in deviations.</param>
    public double Given(double state)
    {
        Must.BeInside(Share);
        return Normal.Cumulative(
            (Normal.Inverse(Share) + Math.Sqrt(Must.BeShare(Correlation)) * state) / Math.Sqrt(1 - Correlation));
    }

    /// <summary>The deviation of the success rate of some clients.</summary>
    /// <param name="clients">How many, at least 1.</param>
    public double Deviation(int clients)
    {
        var both = Both;
        return Math.Sqrt(Math.Max(0, both - Share * Share) + (Share - both) / Must.BeAtLeast(1, clients));
    }

    /// <summary>The chance of each number of successes, from 0 to all.</summary>
    /// <param name="clients">How many clients, at least 0.</param>
    public double[] Weights(int clients)
    {
        if (Correlation == 0)
        {
            return Binomial.Weights(clients, Share);
        }

        var weights = new double[Must.BeAtLeast(0, clients) + 1];
        foreach (var (state, weight) in Normal.Grid())
        {
            var given = Binomial.Weights(clients, Given(state));
            for (var count = 0; count < weights.Length; count++)
            {
                weights[count] += weight * given[count];
            }
        }

        return weights;
    }

    /// <summary>
    /// How strongly the logarithm of the monthly hazard must react to the common shock for a correlation, to a first
    /// order: deviation / (√(variance of the mean shock) · H · (1 - share)), H = -ln(1 - share).
    /// </summary>
    /// <param name="meanShockVariance">The variance of the mean shock: <see cref="MeanVariance"/>.</param>
    public double HazardReaction(double meanShockVariance) =>
        CommonDeviation / (Math.Sqrt(Must.BePositive(meanShockVariance)) * -double.LogP1(-Share) * (1 - Share));

    /// <summary>
    /// The variance of the mean of some months of a shock that dies away by a factor every month and has variance 1.
    /// </summary>
    /// <param name="months">How many months, at least 1.</param>
    /// <param name="kept">The factor, from 0 to 1.</param>
    public static double MeanVariance(int months, double kept)
    {
        Must.BeShare(kept);
        var sum = (double)Must.BeAtLeast(1, months);
        for (var lag = 1; lag < months; lag++)
        {
            sum += 2 * (months - lag) * Math.Pow(kept, lag);
        }

        return sum / months / months;
    }
}
