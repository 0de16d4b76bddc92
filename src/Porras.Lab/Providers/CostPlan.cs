namespace Porras.Lab;

/// <summary>
/// What a provider spends: hours for each participant and what falls due anyway. Money in minor units.
/// </summary>
/// <param name="Hours">Hours for a participant, by group of the world.</param>
/// <param name="HourCost">Cost of an hour.</param>
/// <param name="Fixed">Cost of each month of the contract, whether participants come or not.</param>
/// <param name="ServiceMonths">Over how many months the hours of a participant are spread.</param>
public sealed record CostPlan(IReadOnlyList<double> Hours, double HourCost, double Fixed, int ServiceMonths)
{
    /// <summary>The costs of a world: what falls due anyway is a share of the cost as planned.</summary>
    public static CostPlan Of(World world, Currency money)
    {
        var provider = world.Provider;
        var service = Math.Max(1, (int)provider.ServiceMonths);
        var planned = PlannedPerClient(world, money) * provider.Clients / (1 - provider.FixedShare);
        return new(
            [.. Enumerable.Range(0, world.Groups.Count).Select(world.HoursOf)],
            provider.HourCost * money.Scale,
            planned * provider.FixedShare / (world.Intake + service),
            service);
    }

    /// <summary>
    /// A world with its margin turned into hours: as many as the pay of a run covers, with all costs and that margin.
    /// A world without a margin keeps its hours. Where there are fewer hours than that, each participant gets fewer.
    /// </summary>
    /// <param name="run">A run of the model for which the provider plans.</param>
    public static World Planned(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var world = run.World;
        var planned = PlannedPerClient(world, run.Plan.Currency);
        if (world.Provider.Margin is not { } margin || planned <= 0)
        {
            return Rationed(world);
        }

        var affordable = run.PayPerStart() / (1 + margin) * (1 - world.Provider.FixedShare);
        var scale = Math.Max(0, affordable / planned);
        return Rationed(world with
        {
            Groups = [.. world.Groups.Select(g => g with
            {
                Hours = new(Math.Round(g.Hours * scale, 2), Evidence.Computed, "as many as the expected pay allows"),
                LeastHours = g.LeastHours with { Value = Math.Min(g.LeastHours, Math.Round(g.Hours * scale, 2)) },
            })],
            Provider = world.Provider with { Margin = null },
        });
    }

    private static World Rationed(World world)
    {
        var provider = world.Provider;
        var needed = world.Groups.Sum(g => g.Share * g.Hours) * provider.Clients;
        var there = provider.Capacity * (world.Intake + provider.ServiceMonths);
        return provider.Capacity == 0 || needed <= there ? world : world with
        {
            Groups = [.. world.Groups.Select(g => g with { Given = Math.Max(g.LeastHours, g.Hours * there / needed) })],
        };
    }

    /// <summary>The cost of each month of a replication, in minor units.</summary>
    public void Fill(Run run, int replication, Span<double> months)
    {
        var (world, groups) = (run.World, run.World.Groups.Count);
        months.Clear();
        var starts = run.Starts.AsSpan(replication * world.Intake * groups, world.Intake * groups);
        for (var start = 0; start < world.Intake; start++)
        {
            var each = 0.0;
            for (var g = 0; g < groups; g++)
            {
                each += starts[start * groups + g] * Hours[g];
            }

            each *= HourCost / ServiceMonths;
            for (var m = start; m < Math.Min(start + ServiceMonths, world.Months); m++)
            {
                months[m] += each;
            }
        }

        var levels = run.Surroundings[replication].CostLevel;
        for (var m = 0; m < world.Months; m++)
        {
            months[m] = (months[m] + (m < world.Intake + ServiceMonths ? Fixed : 0)) * levels[m];
        }
    }

    private static double PlannedPerClient(World world, Currency money) =>
        world.Groups.Sum(g => g.Share * g.Hours) * world.Provider.HourCost * money.Scale;
}
