namespace Porras.Lab;

/// <summary>
/// Bids for the same work by bidders who each judge its success with an error: whoever errs most wins. A bid is
/// cost / (chance · exp(optimism + error · signal)) · (1 + margin).
/// </summary>
/// <param name="Bidders">How many, at least 1.</param>
/// <param name="ErrorDeviation">The deviation of the logarithm of what a bidder takes the chance for, above 0.</param>
/// <param name="Optimism">By how much all of them take it for too high, as a logarithm.</param>
public readonly record struct Bidding(int Bidders, double ErrorDeviation, double Optimism = 0)
{
    /// <summary>The mean of the lowest of as many normal values: how far the winner is below, in deviations.</summary>
    public double Lowest => -OfHighest(signal => signal);

    /// <summary>The mean of the winning price over the price of a bidder who judges rightly.</summary>
    public double PriceRatio
    {
        get
        {
            var (error, optimism) = (ErrorDeviation, Optimism);
            return OfHighest(signal => Math.Exp(-optimism - error * signal));
        }
    }

    /// <summary>The chance that the winning price does not cover the cost, if all bid with the same margin.</summary>
    /// <param name="margin">The margin on cost, above -1.</param>
    public double LossChance(double margin) =>
        1 - Math.Pow(
            Normal.Cumulative((double.LogP1(margin) - Optimism) / Must.BePositive(ErrorDeviation)),
            Must.BeAtLeast(1, Bidders));

    /// <summary>The margin that leaves the winner without loss on average: what the winner's curse costs.</summary>
    public double BreakEvenMargin => 1 / PriceRatio - 1;

    // The density of the highest of k normal values is k φ Φ^(k-1).
    private double OfHighest(Func<double, double> value)
    {
        var bidders = Must.BeAtLeast(1, Bidders);
        return Normal.Expected(signal =>
            value(signal) * bidders * Math.Pow(Normal.Cumulative(signal), bidders - 1));
    }
}
