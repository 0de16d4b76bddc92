namespace Porras.Lab;

/// <summary>What one further outcome pays, beside what outcomes pay on average. Money in minor units.</summary>
/// <param name="Group">The group.</param>
/// <param name="Average">What is paid for outcomes for each first job; null where there is none.</param>
/// <param name="Further">
/// What one further first job brings in pay, with all that follows from it; null where it cannot be told.
/// </param>
/// <param name="Free">The same if the model had no limits; null likewise, and the same where no limit binds.</param>
public sealed record FurtherOutcome(string Group, double? Average, Interval? Further, double? Free)
{
    /// <summary>Each group of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="pay">What each group is paid.</param>
    /// <param name="limits">How often limits bind.</param>
    internal static IReadOnlyList<FurtherOutcome> Of(
        Study study, IReadOnlyList<GroupPay> pay, IReadOnlyList<LimitBite> limits)
    {
        var plan = study.Run.Plan;
        var further = PaysOf(plan, study.World, study.Options.Run);
        var bare = limits.Any(l => l.Lost > 0) ? Plan.Compile(Without(plan.Model, _ => true)) : null;
        var free = bare is null ? null : PaysOf(bare, study.World, study.Options.Run);
        return [.. study.Groups.Select((g, i) => new FurtherOutcome(
            g.Name, MeanOf(study.Run, pay[i], i), further[i], (free ?? further)[i]?.Value))];
    }

    /// <summary>The model without some of its limits.</summary>
    internal static FeeModel Without(FeeModel model, Func<Declaration.Limit, bool> which) => model with
    {
        Declarations = [.. model.Declarations.Where(d => d is not Declaration.Limit limit || !which(limit))],
    };

    /// <summary>
    /// What one further first job of each group brings; with its error of simulation where pay depends on others.
    /// </summary>
    /// <param name="plan">The model.</param>
    /// <param name="world">The world.</param>
    /// <param name="options">How.</param>
    public static IReadOnlyList<Interval?> PaysOf(Plan plan, World world, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(world);
        var run = Simulation.Run(plan, world, options with { Twins = true, OneJob = true });
        return [.. Enumerable.Range(0, world.Groups.Count).Select(g => plan.IsAcross ? OneMore(run, g)
            : run.FirstJobs[g] > 0 ? Interval.Around((double)run.ForJobs[g] / run.FirstJobs[g], 0) : (Interval?)null)];
    }

    // Each of those with a job counts alike, so replications with more of them count more: then a binomial number of
    // outcomes gives what the closed form says (CountFee.PerChance).
    private static Interval? OneMore(Run run, int group)
    {
        var groups = run.World.Groups.Count;
        double[] jobs = [.. Enumerable.Range(0, run.Replications).Select(r => (double)Of(r).Jobs)];
        double[] pays = [.. Enumerable.Range(0, run.Replications).Select(r => (double)Of(r).Pays * Of(r).Jobs)];
        var mean = Means.Of(jobs);
        if (mean <= 0)
        {
            return null;
        }

        var each = Means.Of(pays) / mean;
        return Interval.Around(
            each, Fan.Of(run.Replications, r => pays[r] - each * jobs[r]).Mean.HalfWidth / mean);

        (int Jobs, long Pays) Of(int replication) => run.OneJob[replication * groups + group];
    }

    private static double? MeanOf(Run run, GroupPay pay, int group)
    {
        var (entered, groups) = (0L, run.World.Groups.Count);
        for (var i = group; i < run.Entered.Length; i += groups)
        {
            entered += run.Entered[i];
        }

        return entered == 0 ? null : Means.Of(pay.Outcomes) * run.Replications / entered;
    }
}
