namespace Porras.Lab;

/// <summary>What a model means for one group of participants. Money in minor units.</summary>
/// <param name="Name">The group.</param>
/// <param name="Started">How many start, the mean of all replications.</param>
/// <param name="JobShare">Share of them who get a job while they are followed.</param>
/// <param name="JobMonths">Months in jobs of a participant, on average.</param>
/// <param name="Pay">What is paid for a participant, on average.</param>
/// <param name="Hours">Hours a participant gets.</param>
/// <param name="Cost">What these hours cost.</param>
/// <param name="PerJob">
/// What one more first job brings in pay, with all that follows from it; null where pay depends on others.
/// </param>
/// <param name="PerHour">What one more hour for a participant brings in expected pay; null likewise.</param>
/// <param name="HourCost">What an hour costs.</param>
/// <param name="BestHours">
/// The hours that pay a provider best, not fewer than the contract asks for; null likewise.
/// </param>
public sealed record GroupView(
    string Name,
    double Started,
    double JobShare,
    double JobMonths,
    double Pay,
    double Hours,
    double Cost,
    double? PerJob,
    double? PerHour,
    double HourCost,
    double? BestHours)
{
    /// <summary>What is left of the pay for each hour given; null where no hours are.</summary>
    public double? MarginPerHour => Hours > 0 ? (Pay - Cost) / Hours : null;

    /// <summary>What one more hour adds to the chance of a job.</summary>
    public double AddedPerHour { get; private init; }

    /// <summary>How much of the cost of one more hour the fee pays: at 1 and above another hour pays.</summary>
    public double? Incentive => PerHour / HourCost;

    /// <summary>The groups of a run.</summary>
    /// <param name="run">A run with <see cref="RunOptions.Twins"/>.</param>
    /// <param name="costs">What is spent.</param>
    public static IReadOnlyList<GroupView> Of(Run run, CostPlan costs) =>
        [.. Enumerable.Range(0, run.World.Groups.Count).Select(g => Of(run, costs, g))];

    private static GroupView Of(Run run, CostPlan costs, int group)
    {
        var (world, groups) = (run.World.Groups[group], run.World.Groups.Count);
        var (started, entered, months, paid) = (0L, 0L, 0L, 0L);
        for (var i = group; i < run.Started.Length; i += groups)
        {
            started += run.Started[i];
            entered += run.Entered[i];
            months += run.JobMonths[i];
            paid += run.PaidByGroup[i];
        }

        var each = Math.Max(1, started);
        var perJob = run.FirstJobs[group] > 0 ? (double)run.ForJobs[group] / run.FirstJobs[group] : (double?)null;
        var response = ResponseOf(world);
        var hours = costs.Hours[group];
        var answers = perJob is not null && response is { Gain: > 0, Rate: > 0 } && costs.HourCost > 0;
        return new(
            world.Name,
            (double)started / run.Replications,
            (double)entered / each,
            (double)months / each,
            (double)paid / each,
            hours,
            hours * costs.HourCost,
            perJob,
            perJob * response.PerHour(hours),
            costs.HourCost,
            answers ? Math.Max(world.LeastHours, response.Best(perJob!.Value, costs.HourCost)) : null)
        {
            AddedPerHour = response.PerHour(hours),
        };
    }

    /// <summary>How the chance of a job answers to hours in a group.</summary>
    internal static EffortResponse ResponseOf(GroupWorld group) => new(0, group.Effect, group.Response);
}
