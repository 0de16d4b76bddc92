namespace Porras.Lab;

/// <summary>A group of clients as a provider sees it when it decides on its hours.</summary>
/// <param name="Response">What hours do.</param>
/// <param name="Fee">What an outcome brings in all, with the fees that follow from it.</param>
/// <param name="Clients">How many clients, at least 0.</param>
/// <param name="LeastHours">The hours the contract demands for each, at least 0.</param>
public readonly record struct EffortGroup(EffortResponse Response, double Fee, double Clients, double LeastHours = 0);

/// <summary>The hours that bring a provider most profit: in every group one more hour is worth the same.</summary>
/// <param name="Hours">Hours for a client of each group.</param>
/// <param name="Shadow">What a further hour of capacity would be worth; 0 if there is enough.</param>
/// <param name="Fits">Whether the capacity suffices for the hours the contract demands; if not, these stand.</param>
public sealed record EffortPlan(IReadOnlyList<double> Hours, double Shadow, bool Fits)
{
    // Halving a double this often leaves nothing to halve.
    private const int Halvings = 200;

    /// <summary>The best hours within a capacity: water filling over the groups.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="costHour">What an hour costs, above 0.</param>
    /// <param name="capacity">Hours there are in all; infinity is allowed.</param>
    public static EffortPlan Best(IReadOnlyList<EffortGroup> groups, double costHour, double capacity)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Sum(g => g.Clients * g.LeastHours) > capacity)
        {
            return new([.. groups.Select(g => g.LeastHours)], 0, false);
        }

        if (Needed(0) <= capacity)
        {
            return new(At(0), 0, true);
        }

        // At the worth of the best first hour nobody takes more than the contract demands.
        var (low, high) = (0.0, groups.Max(g => g.Fee * g.Response.PerHour(0)));
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = Needed(middle) > capacity ? (middle, high) : (low, middle);
        }

        return new(At(high), high, true);

        double[] At(double shadow) =>
            [.. groups.Select(g => Math.Max(g.LeastHours, g.Response.Best(g.Fee, costHour + shadow)))];

        double Needed(double shadow) => At(shadow).Zip(groups, (hours, group) => hours * group.Clients).Sum();
    }
}
