namespace Porras.Lab;

/// <summary>Counts drawn from one uniform number, so that the same number always gives the same count.</summary>
public static class Counts
{
    private const int Most = 1_000_000;

    /// <summary>
    /// A negative binomial count: of this mean, with variance <c>mean + mean² / dispersion</c>. The larger the uniform,
    /// the larger the count.
    /// </summary>
    /// <param name="mean">The mean, at least 0.</param>
    /// <param name="dispersion">The dispersion, above 0.</param>
    /// <param name="uniform">A number between 0 and 1.</param>
    public static int NegativeBinomial(double mean, double dispersion, double uniform)
    {
        if (mean <= 0)
        {
            return 0;
        }

        var p = mean / (mean + dispersion);
        var chance = Math.Exp(dispersion * Math.Log(1 - p));
        var (count, below) = (0, chance);
        while (below < uniform && count < Most && chance > 0)
        {
            chance *= p * (dispersion + count) / (count + 1);
            count++;
            below += chance;
        }

        return count;
    }
}
