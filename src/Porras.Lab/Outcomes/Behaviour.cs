namespace Porras.Lab;

/// <summary>Providers that give the hours that pay them best.</summary>
public static class Behaviour
{
    private const int Rounds = 20;
    private const double Close = 0.05;

    /// <summary>
    /// The world in which hours answer the prices: each group gets the hours at which one more would not pay for
    /// itself, and never fewer than the contract asks for.
    /// </summary>
    /// <param name="run">A run of the model with <see cref="RunOptions.Twins"/>.</param>
    /// <param name="world">The world, with hours as planned.</param>
    /// <remarks>
    /// What a job pays depends a little on the hours; the answer is looked for in steps of one half, on the same random
    /// numbers, until no group moves by more than a twentieth of an hour.
    /// </remarks>
    /// <param name="prices">Prices of histories from earlier runs; null: begin anew.</param>
    public static World Of(Run run, World world, PriceBook? prices = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        for (var round = 0; round < Rounds; round++)
        {
            var before = world;
            world = HalfWay(run, world);
            if (Enumerable.Range(0, world.Groups.Count)
                .All(g => Math.Abs(world.HoursOf(g) - before.HoursOf(g)) < Close))
            {
                break;
            }

            run = Simulation.Run(run.Plan, world, run.Options, prices);
        }

        return world;
    }

    /// <summary>
    /// The world with hours half-way to those that pay best; the same where nothing is known of them.
    /// </summary>
    internal static World HalfWay(Run run, World world)
    {
        var best = Best(world, GroupView.Of(run, CostPlan.Of(world, run.Plan.Currency)));
        return best is null ? world : world with
        {
            Groups = [.. world.Groups.Select((g, i) => g with { Given = (world.HoursOf(i) + best.Hours[i]) / 2 })],
        };
    }

    // Null where nothing is known of what an hour brings.
    private static EffortPlan? Best(World world, IReadOnlyList<GroupView> groups)
    {
        if (groups.Any(g => g.BestHours is null) || groups.Count == 0)
        {
            return null;
        }

        var unit = groups[0].HourCost / world.Provider.HourCost;
        var hours = world.Provider.Capacity == 0 ? double.PositiveInfinity
            : world.Provider.Capacity * (world.Intake + world.Provider.ServiceMonths);
        return EffortPlan.Best(
            [.. groups.Select((g, i) => new EffortGroup(
                GroupView.ResponseOf(world.Groups[i]), g.PerJob!.Value + world.Provider.Mission * unit, g.Started,
                world.Groups[i].LeastHours))],
            groups[0].HourCost,
            hours);
    }
}
