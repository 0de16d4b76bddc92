namespace Porras.Lab;

/// <summary>
/// A price for each outcome up to a number, another above it, and none beyond a cap: accelerators, thresholds (a first
/// price of 0) and caps, with exact means over the number of outcomes.
/// </summary>
/// <param name="Price">What each outcome up to the threshold brings.</param>
/// <param name="Threshold">The last outcome at the first price.</param>
/// <param name="PriceAbove">What each outcome after it brings.</param>
/// <param name="Most">The last outcome that is paid; null for no cap.</param>
public readonly record struct CountFee(double Price, int Threshold, double PriceAbove, int? Most = null)
{
    /// <summary>What a number of outcomes brings.</summary>
    /// <param name="count">The number, at least 0.</param>
    public double Pay(int count)
    {
        var paid = Math.Min(Must.BeAtLeast(0, count), Most ?? count);
        return Price * Math.Min(paid, Threshold) + PriceAbove * Math.Max(0, paid - Threshold);
    }

    /// <summary>The mean pay.</summary>
    /// <param name="weights">The chance of each number of outcomes, from 0.</param>
    public double Expected(ReadOnlySpan<double> weights) => Mean(weights, Pay);

    /// <summary>The deviation of the pay.</summary>
    /// <param name="weights">The chance of each number of outcomes, from 0.</param>
    public double Deviation(ReadOnlySpan<double> weights)
    {
        var (fee, mean) = (this, Expected(weights));
        return Math.Sqrt(Mean(weights, count => (fee.Pay(count) - mean) * (fee.Pay(count) - mean)));
    }

    /// <summary>What one further outcome brings on average: the price that steers effort.</summary>
    /// <param name="weights">The chance of each number of outcomes, from 0.</param>
    public double Further(ReadOnlySpan<double> weights)
    {
        var fee = this;
        return Mean(weights, count => fee.Pay(count + 1) - fee.Pay(count));
    }

    /// <summary>
    /// How the mean pay changes with the chance of an outcome, for independent clients: their number times what one
    /// further outcome brings among all the others. Exact also at a threshold.
    /// </summary>
    /// <param name="clients">How many clients, at least 1.</param>
    /// <param name="share">The chance of each.</param>
    public double PerChance(int clients, double share) =>
        clients * Further(Binomial.Weights(Must.BeAtLeast(1, clients) - 1, share));

    /// <summary>The mean number of outcomes above a threshold.</summary>
    /// <param name="weights">The chance of each number of outcomes, from 0.</param>
    /// <param name="threshold">The threshold.</param>
    public static double Excess(ReadOnlySpan<double> weights, int threshold) =>
        Mean(weights, count => Math.Max(0, count - threshold));

    /// <summary>The mean number of outcomes that a cap lets through.</summary>
    /// <param name="weights">The chance of each number of outcomes, from 0.</param>
    /// <param name="most">The cap.</param>
    public static double Capped(ReadOnlySpan<double> weights, int most) =>
        Mean(weights, count => Math.Min(count, most));

    /// <summary>The chance of at least a number; for a cap, that one further outcome would bring nothing.</summary>
    /// <param name="weights">The chance of each number of outcomes, from 0.</param>
    /// <param name="least">The number.</param>
    public static double AtLeast(ReadOnlySpan<double> weights, int least) =>
        Mean(weights, count => count >= least ? 1 : 0);

    private static double Mean(ReadOnlySpan<double> weights, Func<int, double> value)
    {
        var sum = 0.0;
        for (var count = 0; count < weights.Length; count++)
        {
            sum += weights[count] * value(count);
        }

        return sum;
    }
}
