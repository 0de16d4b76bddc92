namespace Porras.Lab;

/// <summary>How a provider of one size fares.</summary>
/// <param name="Clients">Participants planned in the whole intake.</param>
/// <param name="Ruin">The chance of insolvency.</param>
/// <param name="Profit">The expected profit, in minor units.</param>
/// <param name="Peak">
/// The money needed beyond that at the beginning, for each participant: median, in minor units.
/// </param>
public readonly record struct SizeView(int Clients, Interval Ruin, double Profit, double Peak);

/// <summary>How providers of several sizes fare with the same prices, in the same economy.</summary>
/// <param name="All">From the smallest to the largest.</param>
/// <param name="Smallest">
/// The smallest provider that keeps to the chance of insolvency allowed and has no expected loss; null if none of
/// those looked at does.
/// </param>
/// <param name="ByFormula">
/// The smallest size by the closed form of one period, which knows cash only at the end: a check on the order of
/// magnitude, as a rule below the simulated size. Null: no size is enough, since what all participants have in common
/// does not even out; then index the fee, pay less for outcomes, or set a floor.
/// </param>
public sealed record Sizes(IReadOnlyList<SizeView> All, int? Smallest, double? ByFormula)
{
    /// <summary>The sizes that are looked at unless others are asked for.</summary>
    public static IReadOnlyList<int> Usual { get; } = [20, 50, 100, 200, 500, 1000];

    /// <summary>Runs a provider of each size; capital and fixed cost grow with the size.</summary>
    /// <param name="plan">The model.</param>
    /// <param name="world">The world.</param>
    /// <param name="options">How.</param>
    /// <param name="clients">The sizes, in rising order.</param>
    /// <param name="ruin">The chance of insolvency allowed.</param>
    /// <param name="prices">Prices of histories from earlier runs; null: begin anew.</param>
    public static Sizes Of(
        Plan plan,
        World world,
        RunOptions options,
        IReadOnlyList<int> clients,
        double ruin,
        PriceBook? prices = null)
    {
        ArgumentNullException.ThrowIfNull(clients);
        var all = clients.Select(c => Of(plan, world, options, c, prices)).ToList();
        var (high, low) = (all.FindIndex(s => Keeps(s)), 0);
        if (high <= 0)
        {
            return new(all, high < 0 ? null : all[0].Clients, Formula(plan, world, options, ruin, prices));
        }

        // Between the last size that fails and the first that does not: a few halvings are enough.
        (low, high) = (all[high - 1].Clients, all[high].Clients);
        while (high - low > Math.Max(1, low / 20))
        {
            var middle = (low + high) / 2;
            (low, high) = Keeps(Of(plan, world, options, middle, prices)) ? (low, middle) : (middle, high);
        }

        return new(all, high, Formula(plan, world, options, ruin, prices));

        bool Keeps(SizeView size) => size.Ruin.Value <= ruin && size.Profit >= 0;
    }

    // Capital grows with the size, so that it counts like profit of each participant.
    private static double? Formula(Plan plan, World world, RunOptions options, double ruin, PriceBook? prices)
    {
        var clients = world.Provider.Clients;
        var (all, mean) = Spread(world);
        var (luck, _) = Spread(RiskMap.Calm(world));
        var each = mean / clients + world.Provider.Capital * plan.Currency.Scale;
        var common = Math.Sqrt(Math.Max(0, all * all - luck * luck)) / clients;
        return each <= 0 ? null : LeastSize.Clients(each, luck / Math.Sqrt(clients), 0, ruin, common);

        (double Deviation, double Mean) Spread(World of)
        {
            var run = Simulation.Run(plan, of, options, prices);
            var fan = Fan.Of(Cash.Of(run, CostPlan.Of(world, plan.Currency)).Profit);
            return (fan.Deviation, fan.Mean.Value);
        }
    }

    private static SizeView Of(Plan plan, World world, RunOptions options, int clients, PriceBook? prices)
    {
        var sized = world with
        {
            Provider = world.Provider with { Clients = new(clients, Evidence.Own) },
        };
        var cash = Cash.Of(Simulation.Run(plan, sized, options, prices), CostPlan.Of(sized, plan.Currency));
        var view = Binomial.Observed(cash.RuinedIn.Count(m => m >= 0), options.Replications);
        var peak = Fan.Of(options.Replications, r => -Math.Min(0, cash.Lowest[r] - cash.Capital));
        return new(clients, view, Means.Of(cash.Profit), peak.Middle.Value / clients);
    }
}
