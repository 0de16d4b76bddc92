namespace Porras.Lab;

/// <summary>What is asked of a calibration.</summary>
/// <param name="Margin">The margin on cost that each group is to bring; 0.08 is eight per cent.</param>
/// <param name="Together">Whether all groups get one factor, so that the margin holds of all of them together.</param>
public sealed record CalibrationOptions(double Margin = 0.05, bool Together = false);

/// <summary>Prices at which a provider has a margin, and what the fees of a model buy.</summary>
/// <remarks>
/// Hours and costs are those planned under the model as written. Everything that is paid comes from the pipe: a
/// factor is looked for by running the model with it, and checked by running it once more on other random numbers.
/// </remarks>
/// <param name="Study">The study of the model as written.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Groups">Each group.</param>
/// <param name="All">All groups together, with one factor for all.</param>
/// <param name="IsTogether">Whether the factor of all is the one that is written.</param>
/// <param name="IsLinear">Whether pay is a straight line in outcome prices.</param>
/// <param name="Rewritten">The model with the factors.</param>
/// <param name="Check">The rewritten model on other random numbers.</param>
/// <param name="Effort">Whether fees buy hours, group by group.</param>
/// <param name="Further">What one further outcome pays.</param>
/// <param name="Limits">How often each limit binds.</param>
/// <param name="Years">Bad, middling and good years.</param>
/// <param name="Prices">Prices of outcomes as they might be written instead of factors.</param>
/// <param name="Findings">Groups without a factor, and why.</param>
public sealed record Calibration(
    Study Study,
    CalibrationOptions Options,
    IReadOnlyList<GroupPrice> Groups,
    GroupPrice All,
    bool IsTogether,
    bool IsLinear,
    FeeModel Rewritten,
    CalibrationCheck Check,
    IReadOnlyList<EffortCase> Effort,
    IReadOnlyList<FurtherOutcome> Further,
    IReadOnlyList<LimitBite> Limits,
    IReadOnlyList<DemandYear> Years,
    IReadOnlyList<SuggestedPrice> Prices,
    IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>The factor that is written for each group; 1 where none was found.</summary>
    public IReadOnlyList<double> Written => [.. Groups.Select(g => IsTogether ? All.Written : g.Written)];

    /// <summary>Whether every group has what was asked for, and nothing stands in the way.</summary>
    public bool IsWhole => Findings.All(f => f.Severity != Severity.Mistake);

    /// <summary>Whether prices depend on how many outcomes there have been.</summary>
    public bool HasTiers =>
        Study.Run.Plan.Model.Tables.Any(t => t.Keys.Any(k => k is TableKey.PlaceIn))
        || Study.Run.Plan.Model.Fees.Any(f => f.Pay?.Value is Porras.Pay.ByKey { Key: TableKey.PlaceIn });

    /// <summary>The groups from the one that pays most for an hour to the one that pays least.</summary>
    public IReadOnlyList<GroupPrice> ByMarginPerHour =>
        [.. Groups.Where(g => g.MarginPerHour is not null).OrderByDescending(g => g.MarginPerHour)];

    /// <summary>Calibrates the model of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">What is asked.</param>
    /// <exception cref="RefusedException">The model pays for no outcomes, or nobody starts in any group.</exception>
    public static Calibration Of(Study study, CalibrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        CalibrationFindings.Refuse(study.Run);
        var (run, world, model) = (study.Run, study.World, study.Run.Plan.Model);
        var costs = ClientCost.Of(study.Cash);
        var pay = GroupPay.Of(run, costs.Each(world));
        var together = GroupPay.Together(pay);
        var isTogether = options.Together || pay.Count == 1 || CalibrationFindings.PaidTogether(run);
        var all = FactorSearch.Of([together], options.Margin, factors =>
            [GroupPay.Together(At([.. pay.Select(_ => factors[0])]))])[0];
        var each = isTogether ? [.. pay.Select(_ => all)] : FactorSearch.Of(pay, options.Margin, At);
        double[] written = [.. each.Select(f => f.Written)];
        var rewritten = PriceFactors.With(model, world, written);
        var check = CalibrationCheck.Of(study, rewritten, costs);
        var without = Simulation.Run(run.Plan, world with { Effort = 0 }, study.Options.Run with { Twins = false });
        var limits = LimitBite.Of(study);
        var further = FurtherOutcome.Of(study, pay, limits);
        List<GroupPrice> groups = [.. pay.Select((p, g) => GroupPrice.Of(
            study.Groups[g].Name, p, Jobs(run, g), Jobs(without, g), study.Groups[g].Hours, each[g],
            further[g].Further?.Value, study.Groups[g]))];
        return new(
            study, options, groups,
            GroupPrice.Of("", together, JobsOfAll(run), JobsOfAll(without), MeanHours(pay, study), all, null, null),
            isTogether, each.All(f => f.IsLinear), rewritten, check,
            [.. groups.SelectMany((g, i) => EffortCase.Of(
                world, i, study.Groups[i].HourCost, g.PerJob, Then(g, check.PerJob[i])))],
            further, limits, DemandYear.Of(world), SuggestedPrice.Of(model, world, written),
            CalibrationFindings.Of(run, options, isTogether, isTogether ? [all] : each, groups));

        IReadOnlyList<GroupPay> At(IReadOnlyList<double> factors) => GroupPay.Of(
            Simulation.Run(
                Plan.Compile(PriceFactors.With(model, world, factors)), world,
                study.Options.Run with { Twins = false }),
            costs.Each(world));

        // Where pay is a straight line the factor says it more exactly than other random numbers.
        double? Then(GroupPrice group, double? seen) => group.Written == 1 ? null
            : each.All(f => f.IsLinear) ? group.PerJob * group.Written : seen;
    }

    private static double[] Jobs(Run run, int group) =>
        [.. Enumerable.Range(0, run.Replications).Select(r => (double)run.Entered[r * run.World.Groups.Count + group])];

    private static double[] JobsOfAll(Run run) => [.. Enumerable.Range(0, run.Replications).Select(r =>
        (double)run.Entered.Skip(r * run.World.Groups.Count).Take(run.World.Groups.Count).Sum())];

    private static double MeanHours(IReadOnlyList<GroupPay> pay, Study study)
    {
        var started = pay.Sum(p => p.Started.Sum());
        return started == 0 ? 0 : pay.Zip(study.Groups, (p, g) => p.Started.Sum() * g.Hours).Sum() / started;
    }
}
