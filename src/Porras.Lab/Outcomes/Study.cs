namespace Porras.Lab;

/// <summary>What is to be found out about a model.</summary>
/// <param name="Run">How the world is played through.</param>
public sealed record StudyOptions(RunOptions Run)
{
    /// <summary>The chance of insolvency that is allowed.</summary>
    public double Ruin { get; init; } = 0.05;

    /// <summary>The sizes of providers to look at; empty: none.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = Porras.Lab.Sizes.Usual;

    /// <summary>Whether it is found out who bears which risk.</summary>
    public bool Risks { get; init; } = true;

    /// <summary>Whether providers give the hours that pay them best, instead of those planned.</summary>
    public bool Behaviour { get; init; }

    /// <summary>Whether it is found out which assumptions matter: about a hundred runs more.</summary>
    public bool Sensitivity { get; init; }
}

/// <summary>What a model would do: all that the lab says of it.</summary>
/// <param name="World">The world, with hours as planned.</param>
/// <param name="Run">The run.</param>
/// <param name="Cash">The provider's cash.</param>
/// <param name="Budget">The organiser's side.</param>
/// <param name="Provider">The provider's side.</param>
/// <param name="Groups">Each group.</param>
/// <param name="Signs">What the model rewards.</param>
/// <param name="Risks">Who bears which risk; null if not asked for.</param>
/// <param name="Sizes">How large a provider has to be; null if not asked for.</param>
/// <param name="Options">What was asked for.</param>
public sealed record Study(
    World World,
    Run Run,
    Cash Cash,
    Budget Budget,
    ProviderView Provider,
    IReadOnlyList<GroupView> Groups,
    Signs Signs,
    RiskMap? Risks,
    Sizes? Sizes,
    StudyOptions Options)
{
    // Differences on the same random numbers are sure with few replications.
    private const int MostMoved = 1024;

    /// <summary>Which assumptions matter; null if not asked for.</summary>
    public Sensitivity? Sensitivity { get; init; }

    /// <summary>The same with who bears which risk, which takes longer.</summary>
    /// <param name="run">How; no result depends on what differs from this study's.</param>
    /// <param name="prices">Prices of histories from earlier runs in such worlds; null: begin anew.</param>
    public Study WithRisks(RunOptions run, PriceBook? prices = null) => this with
    {
        Risks = RiskMap.Of(Run.Plan, World, run, Fitting(prices, Run.Plan, World)),
        Options = Options with { Risks = true },
    };

    /// <summary>The same with how providers of some sizes fare, which takes longer.</summary>
    /// <param name="sizes">The sizes, in rising order, at least one.</param>
    /// <param name="run">How; no result depends on what differs from this study's.</param>
    /// <param name="prices">Prices of histories from earlier runs in such worlds; null: begin anew.</param>
    public Study WithSizes(IReadOnlyList<int> sizes, RunOptions run, PriceBook? prices = null) => this with
    {
        Sizes = Porras.Lab.Sizes.Of(
            Run.Plan, World, run, sizes, Options.Ruin, Fitting(prices, Run.Plan, World)),
        Options = Options with { Sizes = sizes },
    };

    /// <summary>Studies a model in a world.</summary>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="world">The world; a margin in it is turned into hours under this model.</param>
    /// <param name="options">What is to be found out.</param>
    /// <param name="prices">Prices of histories from earlier runs in such worlds; null: begin anew.</param>
    /// <exception cref="RefusedException">The world is impossible, or does not fit the model.</exception>
    public static Study Of(Plan plan, World world, StudyOptions options, PriceBook? prices = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var asked = options.Run with { Twins = true };
        prices = Fitting(prices, plan, world);
        var run = prices.Run(world, asked);
        world = CostPlan.Planned(run);
        if (options.Behaviour)
        {
            world = Behaviour.Of(run, world, prices);
        }

        run = prices.Run(world, asked);
        var costs = CostPlan.Of(world, plan.Currency);
        var cash = Cash.Of(run, costs);
        var groups = GroupView.Of(run, costs);
        var without = prices.Run(world with { Effort = 0 }, options.Run);
        return new(
            world,
            run,
            cash,
            Budget.Of(cash),
            ProviderView.Of(cash),
            groups,
            Signs.Of(run, without, groups),
            options.Risks ? RiskMap.Of(plan, world, options.Run, prices) : null,
            options.Sizes.Count > 0
                ? Sizes.Of(plan, world, options.Run, options.Sizes, options.Ruin, prices) : null,
            options)
        {
            Sensitivity = options.Sensitivity ? Porras.Lab.Sensitivity.Of(plan, world, options.Run with
            {
                Replications = Math.Min(options.Run.Replications, MostMoved),
            }, prices) : null,
        };
    }

    private static PriceBook Fitting(PriceBook? prices, Plan plan, World world) =>
        prices is not null && prices.Fits(plan, world) ? prices : PriceBook.Of(plan, world);
}
