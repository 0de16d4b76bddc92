namespace Porras.Lab;

/// <summary>
/// The model with its factors as a model of its own, on other random numbers; where providers answer prices, with the
/// hours that they give then.
/// </summary>
/// <param name="Margins">The margin on cost of each group; null without any cost.</param>
/// <param name="Margin">The margin of all together; null likewise.</param>
/// <param name="PerHour">What is left for each hour in each group, in minor units; null without hours.</param>
/// <param name="PerJob">What a further first job pays, in minor units; null where pay depends on others.</param>
/// <param name="Hours">The hours of each group.</param>
/// <param name="Budget">All payments, in minor units.</param>
/// <param name="Ruin">The chance of insolvency.</param>
public sealed record CalibrationCheck(
    IReadOnlyList<Interval?> Margins,
    Interval? Margin,
    IReadOnlyList<double?> PerHour,
    IReadOnlyList<double?> PerJob,
    IReadOnlyList<double> Hours,
    Interval Budget,
    Interval Ruin)
{
    internal static CalibrationCheck Of(Study study, FeeModel rewritten, ClientCost costs)
    {
        var (plan, options, world) = (Plan.Compile(rewritten), study.Options.Run with { Twins = true }, study.World);
        if (study.Options.Behaviour)
        {
            world = Behaviour.Of(Simulation.Run(plan, world, options), world);
        }

        var run = Simulation.Run(plan, world, options with { First = options.First + options.Replications });
        var spent = CostPlan.Of(world, plan.Currency);
        var pay = GroupPay.Of(run, costs.Each(world));
        var cash = Cash.Of(run, spent);
        return new(
            [.. pay.Select(p => p.Margin())],
            GroupPay.Together(pay).Margin(),
            [.. pay.Select((p, g) => PerHourOf(p, spent.Hours[g]))],
            [.. GroupView.Of(run, spent).Select(g => g.PerJob)],
            spent.Hours,
            Fan.Of(run.Replications, r => run.TotalOf(r)).Mean,
            Binomial.Observed(cash.RuinedIn.Count(m => m >= 0), run.Replications));
    }

    private static double? PerHourOf(GroupPay pay, double hours)
    {
        var started = Means.Of(pay.Started);
        return hours > 0 && started > 0
            ? (Means.Of(pay.Outputs) + Means.Of(pay.Outcomes) - Means.Of(pay.Cost)) / started / hours : null;
    }
}
