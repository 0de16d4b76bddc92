namespace Porras.Lab;

/// <summary>Where a risk comes from.</summary>
public enum RiskSource
{
    /// <summary>How many participants come.</summary>
    Volume,

    /// <summary>Which of them get jobs, and for how long.</summary>
    Outcome,

    /// <summary>When money comes.</summary>
    Timing,

    /// <summary>What service costs.</summary>
    Price,

    /// <summary>Whether jobs are claimed and proven.</summary>
    Evidence,

    /// <summary>How the labour market is.</summary>
    Economy,
}

/// <summary>What one source of risk means for the two parties, in minor units.</summary>
/// <param name="Source">The source.</param>
/// <param name="Organiser">How much of the organiser's bad case (5 %) above its median budget is due to it.</param>
/// <param name="Provider">How much of the provider's bad case (5 %) below its median lowest cash is due to it.</param>
public readonly record struct RiskShare(RiskSource Source, double Organiser, double Provider);

/// <summary>Who bears which euro of risk.</summary>
/// <remarks>
/// Shares are those of the variance. What a source adds depends on what is there already, so each is measured twice, on
/// the same random numbers: added as the first to the luck of single participants, and as the last to all others; its
/// share is the mean of both (Shapley's value with the orders between left out). Luck cannot be taken away: its share
/// is what it makes alone. Shares then divide the distance from the median to the bad case, so that parts are euros.
/// </remarks>
/// <param name="Parts">One for each source.</param>
/// <param name="Organiser">The organiser's budget in a bad case (95 %) less its median.</param>
/// <param name="Provider">The provider's median lowest cash less its lowest cash in a bad case (5 %).</param>
public sealed record RiskMap(IReadOnlyList<RiskShare> Parts, double Organiser, double Provider)
{
    private static readonly RiskSource[] Removable =
        [RiskSource.Volume, RiskSource.Timing, RiskSource.Price, RiskSource.Evidence, RiskSource.Economy];

    /// <summary>The map of a model in a world.</summary>
    /// <param name="plan">The model.</param>
    /// <param name="world">The world.</param>
    /// <param name="options">How.</param>
    /// <param name="prices">Prices of histories from earlier runs; null: begin anew.</param>
    public static RiskMap Of(Plan plan, World world, RunOptions options, PriceBook? prices = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        var costs = CostPlan.Of(world, plan.Currency);
        var (paid, lowest) = Fans(world);
        var (whole, luck) = (Variance((paid, lowest)), Varied(Calm(world)));
        var parts = Removable.Select(source =>
        {
            var (first, last) = (Varied(Only(world, source)), Varied(Without(world, source)));
            return new RiskShare(source,
                Mean(first.Organiser - luck.Organiser, whole.Organiser - last.Organiser),
                Mean(first.Provider - luck.Provider, whole.Provider - last.Provider));
        }).Append(luck).ToList();
        var (organiser, provider) = (paid.High.Value - paid.Middle.Value, lowest.Middle.Value - lowest.Low.Value);
        var (a, b) = (Scale(organiser, parts.Sum(p => p.Organiser)), Scale(provider, parts.Sum(p => p.Provider)));
        return new(
            [.. parts.Select(p => p with { Organiser = p.Organiser * a, Provider = p.Provider * b })
                .OrderBy(p => p.Source)],
            organiser,
            provider);

        (Fan Paid, Fan Lowest) Fans(World of)
        {
            var run = Simulation.Run(plan, of, options, prices);
            return (Fan.Of(run.Replications, r => run.TotalOf(r)), Fan.Of(Cash.Of(run, costs).Lowest));
        }

        RiskShare Varied(World of) => Variance(Fans(of));

        static RiskShare Variance((Fan Paid, Fan Lowest) of) => new(RiskSource.Outcome,
            of.Paid.Deviation * of.Paid.Deviation, of.Lowest.Deviation * of.Lowest.Deviation);

        static double Mean(double first, double last) => Math.Max(0, (first + last) / 2);

        static double Scale(double whole, double sum) => sum > 0 ? whole / sum : 0;
    }

    /// <summary>A world in which one source of risk and the luck of single participants are all there is.</summary>
    public static World Only(World world, RiskSource source) =>
        Removable.Where(s => s != source).Aggregate(world, Without);

    /// <summary>A world in which all is as planned but the luck of single participants.</summary>
    public static World Calm(World world) => Removable.Aggregate(world, Without);

    /// <summary>A world in which one source of risk is gone.</summary>
    public static World Without(World world, RiskSource source)
    {
        ArgumentNullException.ThrowIfNull(world);
        return source switch
        {
            RiskSource.Volume => world with
            {
                Volume = world.Volume with { Spread = Assumed.Of(0), Dispersion = Assumed.Of(0) },
            },
            RiskSource.Timing => world with { Provider = world.Provider with { Late = Assumed.Of(0) } },
            RiskSource.Price => world with { Provider = world.Provider with { CostSpread = Assumed.Of(0) } },
            RiskSource.Evidence => world with { Claimed = Assumed.Of(1) },
            RiskSource.Economy => world with
            {
                Economy = world.Economy with { Entry = Assumed.Of(0), Separation = Assumed.Of(0), Closure = -1 },
            },
            RiskSource.Outcome => throw new ArgumentException("Luck cannot be taken away.", nameof(source)),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Unknown source."),
        };
    }
}
