namespace Porras.Lab;

/// <summary>What a model rewards, in single figures.</summary>
/// <param name="Creaming">
/// How far margins per hour of the groups lie apart, as a share of their mean: where it is large, the easiest group is
/// the one to have. Null where nothing can be told.
/// </param>
/// <param name="Parking">Share of participants for whom no hour beyond the fewest pays; null likewise.</param>
/// <param name="Depth">How far the hours that pay best lie below those planned, as a share; null likewise.</param>
/// <param name="Deadweight">Share of the expected pay that would be paid without any service.</param>
/// <param name="PerAdditionalJob">What is paid for one job that would not have come about without service.</param>
/// <param name="AdditionalJobs">How many such first jobs there are, with the error of simulation.</param>
/// <param name="Inequality">Gini's index of hours over participants: 0 is the same for all.</param>
public sealed record Signs(
    double? Creaming,
    double? Parking,
    double? Depth,
    double Deadweight,
    double? PerAdditionalJob,
    Interval AdditionalJobs,
    double Inequality)
{
    /// <summary>The signs of a run and of the same people without service.</summary>
    /// <param name="run">The run.</param>
    /// <param name="without">The same world and seed without service.</param>
    /// <param name="groups">The groups of the run.</param>
    public static Signs Of(Run run, Run without, IReadOnlyList<GroupView> groups)
    {
        var (n, places) = (run.Replications, run.World.Groups.Count);
        var additional = new double[n];
        for (var i = 0; i < run.Entered.Length; i++)
        {
            additional[i / places] += run.Entered[i] - without.Entered[i];
        }

        var jobs = Fan.Of(additional).Mean;
        var (pay, free) = (Enumerable.Range(0, n).Sum(r => (double)run.TotalOf(r)),
            Enumerable.Range(0, n).Sum(r => (double)without.TotalOf(r)));
        return new(
            CreamingOf(groups),
            ParkingOf(groups),
            DepthOf(groups),
            pay == 0 ? 0 : free / pay,
            jobs.Value <= 0 ? null : pay / n / jobs.Value,
            jobs,
            GiniOf(groups));
    }

    private static double? CreamingOf(IReadOnlyList<GroupView> groups)
    {
        var known = groups.Where(g => g.MarginPerHour is not null && g.Started > 0).ToList();
        var all = known.Sum(g => g.Started);
        var mean = known.Sum(g => g.Started * g.MarginPerHour!.Value) / Math.Max(all, 1e-12);
        return known.Count < 2 || Math.Abs(mean) < 1e-9 ? null
            : (known.Max(g => g.MarginPerHour!.Value) - known.Min(g => g.MarginPerHour!.Value)) / Math.Abs(mean);
    }

    private static double? ParkingOf(IReadOnlyList<GroupView> groups) => groups.Any(g => g.BestHours is null) ? null
        : groups.Where(g => g.Incentive < 1 && g.BestHours < g.Hours).Sum(g => g.Started)
            / Math.Max(groups.Sum(g => g.Started), 1e-12);

    private static double? DepthOf(IReadOnlyList<GroupView> groups)
    {
        var planned = groups.Sum(g => g.Started * g.Hours);
        return groups.Any(g => g.BestHours is null) || planned <= 0 ? null
            : 1 - groups.Sum(g => g.Started * Math.Min(g.BestHours!.Value, g.Hours)) / planned;
    }

    private static double GiniOf(IReadOnlyList<GroupView> groups)
    {
        var (all, mean) = (groups.Sum(g => g.Started), groups.Sum(g => g.Started * g.Hours));
        return all <= 0 || mean <= 0 ? 0
            : groups.Sum(a => groups.Sum(b => a.Started * b.Started * Math.Abs(a.Hours - b.Hours))) / (2 * all * mean);
    }
}
