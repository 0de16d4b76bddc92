namespace Porras.Lab;

/// <summary>
/// What a participant of each group costs with all that falls due anyway, which is shared by the hours planned.
/// Money in minor units.
/// </summary>
/// <param name="HourCost">What an hour costs.</param>
/// <param name="PerHour">What falls due anyway, for each hour planned; for each participant where no hours are.</param>
/// <param name="ByHours">Whether it is for each hour.</param>
internal sealed record ClientCost(double HourCost, double PerHour, bool ByHours)
{
    /// <summary>The costs of a provider.</summary>
    public static ClientCost Of(Cash cash)
    {
        var (run, costs) = (cash.Run, cash.Costs);
        var (months, groups) = (new double[cash.Months], run.World.Groups.Count);
        var (spent, people, hours, given) = (0.0, 0.0, 0.0, 0.0);
        for (var r = 0; r < run.Replications; r++)
        {
            costs.Fill(run, r, months);
            spent += months.Sum();
            for (var g = 0; g < groups; g++)
            {
                var started = run.Started[r * groups + g];
                people += started;
                hours += started * (double)run.World.Groups[g].Hours;
                given += started * costs.Hours[g];
            }
        }

        var rest = Math.Max(0, spent - given * costs.HourCost);
        return new(costs.HourCost, hours > 0 ? rest / hours : people > 0 ? rest / people : 0, hours > 0);
    }

    /// <summary>What a participant of each group costs at the hours of a world.</summary>
    public IReadOnlyList<double> Each(World world) => [.. world.Groups.Select((g, i) =>
        world.HoursOf(i) * HourCost + PerHour * (ByHours ? (double)g.Hours : 1))];
}
