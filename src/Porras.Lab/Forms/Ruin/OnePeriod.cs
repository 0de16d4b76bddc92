namespace Porras.Lab;

/// <summary>
/// A provider that is paid once, partly by outcomes: revenue is the same on average whatever the share for outcomes.
/// Outcomes are whole, so the chance of ruin moves in jumps: the answer is the largest share that keeps to the chance
/// allowed, not a share that meets it.
/// </summary>
/// <param name="Clients">How many clients, at least 1.</param>
/// <param name="Success">Their chances and what they have in common.</param>
/// <param name="Revenue">The mean revenue, above 0.</param>
/// <param name="Cushion">Capital and mean margin: what may be missing before ruin, not below 0.</param>
public sealed record OnePeriod(int Clients, OneFactor Success, double Revenue, double Cushion)
{
    /// <summary>The largest share for outcomes, at most 1, with a chance of ruin at or below the one allowed.</summary>
    /// <param name="ruin">The chance allowed.</param>
    /// <returns>The share, and the chance of ruin at just that share or the next above that is 1 at most.</returns>
    public (double Share, double Ruin) Largest(double ruin)
    {
        var weights = Success.Weights(Must.BeAtLeast(1, Clients));
        var (count, below) = (0, 0.0);
        while (count < Clients && below + weights[count] <= Must.BeShare(ruin))
        {
            below += weights[count++];
        }

        // Ruin with fewer than so many outcomes is still allowed; with exactly so many cash must not fall below 0.
        var missing = 1 - count / (Clients * Success.Share);
        var share = missing > 0 ? Cushion / (Must.BePositive(Revenue) * missing) : double.PositiveInfinity;
        return share >= 1 ? (1, Ruin(1)) : (share, below);
    }

    /// <summary>The chance of ruin at a share for outcomes: fewer outcomes than the cushion allows.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    public double Ruin(double share)
    {
        var mean = Must.BeAtLeast(1, Clients) * Success.Share;
        var weights = Success.Weights(Clients);
        return Enumerable.Range(0, Clients + 1)
            .Where(count => Cushion - Must.BeShare(share) * Revenue * (1 - count / mean) < 0)
            .Sum(count => weights[count]);
    }
}
