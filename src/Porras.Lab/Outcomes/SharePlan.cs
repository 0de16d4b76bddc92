namespace Porras.Lab;

/// <summary>
/// How fast a model can move from outputs to outcomes: year by year the largest share of the expected pay that may hang
/// on outcomes while the provider's chance of insolvency stays within bounds and every contract year costs what it
/// costs under the model as written.
/// </summary>
/// <remarks>
/// Expected pay is the mean of the same replications that give the paths of cash, so that on them the budget is kept
/// exactly. Pay is taken as linear in the multipliers. Where limits bend it, the search is repeated around the plan
/// found, until the model as rewritten pays what was expected within 0.2 %.
/// </remarks>
/// <param name="Base">The model without its transition.</param>
/// <param name="Rewritten">The model with the transition of the plan.</param>
/// <param name="World">The world, with hours fixed.</param>
/// <param name="Years">The contract years that have pay, in order.</param>
/// <param name="Single">The largest share that is the same in all years, with its error; 0 if there is none.</param>
/// <param name="NoneRuin">The chance of insolvency if no year has a share for outcomes.</param>
/// <param name="PlanRuin">The chance on the paths of the plan, with the multipliers as written.</param>
/// <param name="Remedies">What would allow a larger share; empty where all is allowed or it was not asked for.</param>
/// <param name="Check">The rewritten model on other random numbers.</param>
/// <param name="Rounds">How often the hours were answered; 0 without behaviour.</param>
/// <param name="Options">What was asked for.</param>
public sealed record SharePlan(
    FeeModel Base,
    FeeModel Rewritten,
    World World,
    IReadOnlyList<ShareYear> Years,
    Interval Single,
    double NoneRuin,
    double PlanRuin,
    IReadOnlyList<RemedyShare> Remedies,
    ShareCheck Check,
    int Rounds,
    ShareOptions Options)
{
    private const int MostRounds = 20, MostBends = 4, Back = 10;
    private const double Tenth = 0.001, CloseShare = 0.005, CloseHours = 0.1, CloseBudget = 0.002;

    /// <summary>What providers of other sizes could bear; empty where it was not asked for.</summary>
    public IReadOnlyList<ShareSize> Sizes { get; init; } = [];

    /// <summary>The shares for outcomes under the model as it is written, by contract year.</summary>
    public IReadOnlyList<double> AsWritten { get; init; } = [];

    /// <summary>Whether every year keeps to the chance of insolvency allowed.</summary>
    public bool Keeps => Years.All(y => y.Keeps);

    /// <summary>The multipliers as written, by contract year.</summary>
    public IReadOnlyList<Multipliers> Multipliers => [.. Years.Select(y => y.Written)];

    /// <summary>Plans for a model in a world.</summary>
    /// <param name="model">The model, which has passed <c>check</c>.</param>
    /// <param name="world">The world; a margin in it is turned into hours under the model as written.</param>
    /// <param name="options">What is asked.</param>
    /// <exception cref="RefusedException">
    /// The model cannot be planned (<see cref="SharePlanCheck"/>), or the world does not fit it.
    /// </exception>
    public static SharePlan Of(FeeModel model, World world, ShareOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var written = Plan.Compile(model);
        SharePlanCheck.Model(written);
        var run = options.Run with { ByYear = true };
        var draft = Simulation.Run(written, world, run);
        world = CostPlan.Planned(draft);
        var bare = TransitionText.Without(model);
        var plan = Plan.Compile(bare);
        var point = new Point(plan, null, PriceBook.Of(plan, world));
        var budget = BudgetOf(draft.In(world) ?? Simulation.Run(written, world, run));
        var planned = Planned(point, world, budget, options);
        var rounds = 0;
        if (options.Behaviour)
        {
            (planned, rounds) = Answered(model, point, planned, budget, options);
        }

        (point, planned) = Bent(model, point, planned, budget, options);
        var rewritten = TransitionText.With(model, [.. planned.Years.Select(y => y.Written)]);
        return new(
            bare, rewritten, planned.World, planned.Years, planned.Single, planned.NoneRuin, planned.PlanRuin,
            options.Remedies && planned.Single.Value < options.Most
                ? Helping(point, planned.World, budget, options) : [],
            Checked(rewritten, planned.World, options, planned.Years.Count), rounds, options)
        {
            Sizes = [.. options.Sizes.Select(n => new ShareSize(
                n, LargestIn(point, planned.World, Sized(planned.World, n), budget, options)))],
            AsWritten = [.. planned.Years.Select(y => ShareIn(model.Transition, y))],
        };
    }

    // The last year of a transition holds for those that follow.
    private static double ShareIn(Declaration.Transition? transition, ShareYear year)
    {
        var said = transition?.Years.LastOrDefault(y => y.Value.Year <= year.Year)?.Value;
        var outputs = year.Outputs * (said?.Outputs.Plain.ToDouble() ?? 1);
        var outcomes = year.Outcomes * (said?.Outcomes.Plain.ToDouble() ?? 1);
        return outputs + outcomes > 0 ? outcomes / (outputs + outcomes) : 0;
    }

    // The expected pay of each contract year.
    private static double[] BudgetOf(Run run)
    {
        var sums = new double[run.Years];
        for (var i = 0; i < run.PaidByYear.Length; i++)
        {
            sums[i % run.Years] += run.PaidByYear[i];
        }

        return [.. sums.Select(s => s / run.Replications)];
    }

    private static Drafted Planned(Point point, World world, double[] budget, ShareOptions options) =>
        Planned(point, Simulation.Run(point.Plan, world, options.Run with { ByYear = true }, point.Prices), budget,
            options);

    private static Drafted Planned(Point point, Run run, double[] budget, ShareOptions options)
    {
        var world = run.World;
        var paths = SharePaths.Of(run, CostPlan.Of(world, point.Plan.Currency), point.At);
        SharePlanCheck.Pay(point.Plan, paths);
        var free = Free(paths);
        var holding = paths.Holding(At, free);
        var single = holding.Holding([], paths.Credit).LargestWithError(options.Ruin, options.Most);
        var ramp = new Ramp(options.Ruin, paths.Credit, options.First, options.Step, options.Most).Plan(holding);
        var help = holding.MayHelpLater();
        var last = Enumerable.Range(0, paths.Years).Last(y => paths.Outputs[y] > 0 || paths.Outcomes[y] > 0);
        var (years, ruin) = Enumerable.Range(0, Back).Select(b => Stepped(b * Tenth))
            .FirstOrDefault(w => w.Ruin <= Math.Max(options.Ruin, ramp[^1].Ruin), Stepped(0));
        return new(world, years, single, holding.Holding([], paths.Credit).RuinedAtZero, ruin);

        Multipliers At(int year, double share) =>
            ShareYear.At(share, budget[year], paths.Outputs[year], paths.Outcomes[year]);

        // A share on the brink of a path's ruin may fall off it by rounding: then a tenth of a per cent less.
        (IReadOnlyList<ShareYear> Years, double Ruin) Stepped(double back)
        {
            var stepped = Enumerable.Range(0, last + 1).Select(y => Year(y, free.IndexOf(y), back)).ToList();
            var held = Enumerable.Repeat(stepped[^1].Written, paths.Years - stepped.Count);
            return (stepped, paths.Ruin([.. stepped.Select(y => y.Written), .. held]));
        }

        ShareYear Year(int year, int place, double back)
        {
            var share = place >= 0 ? Math.Max(options.First, ramp[place].Share - back)
                : paths.Outputs[year] > 0 || paths.Outcomes[year] <= 0 ? 0 : 1;
            return new(
                year + 1, share, place >= 0, place >= 0 ? ramp[place].Ruin : 0, place < 0 || ramp[place].Keeps,
                budget[year], paths.Outputs[year], paths.Outcomes[year],
                ShareYear.Rounded(At(year, share)), place >= 0 ? help[place] : 0);
        }
    }

    private static List<int> Free(SharePaths paths) =>
        [.. Enumerable.Range(0, paths.Years).Where(y => paths.Outputs[y] > 0 && paths.Outcomes[y] > 0)];

    // The plan changes what an hour brings, the hours change the plan: steps of one half, on the same random numbers.
    private static (Drafted Planned, int Rounds) Answered(
        FeeModel model, Point point, Drafted planned, double[] budget, ShareOptions options)
    {
        var asked = options.Run with { Twins = true };
        for (var round = 1; round <= MostRounds; round++)
        {
            var before = planned;
            var priced = Plan.Compile(TransitionText.With(model, [.. planned.Years.Select(y => y.Written)]));
            var run = Simulation.Run(priced, planned.World, asked);
            var world = Behaviour.HalfWay(run, planned.World);
            planned = Planned(point, world, budget, options);
            var hours = Enumerable.Range(0, world.Groups.Count)
                .Max(g => Math.Abs(world.HoursOf(g) - before.World.HoursOf(g)));
            var share = planned.Years.Zip(before.Years).Max(y => Math.Abs(y.First.Share - y.Second.Share));
            if (hours < CloseHours && share < CloseShare)
            {
                return (planned, round);
            }
        }

        return (planned, MostRounds);
    }

    // The search around the plan that was found, as long as the model as rewritten does not pay what was expected.
    private static (Point Point, Drafted Planned) Bent(
        FeeModel model, Point point, Drafted planned, double[] budget, ShareOptions options)
    {
        for (var round = 0; round < MostBends; round++)
        {
            var years = planned.Years;
            var at = years.Concat(Enumerable.Repeat(years[^1], budget.Length - years.Count)).Select(y => y.Written);
            Multipliers[] written = [.. at];
            if (written.Any(m => m.Outputs <= 0 || m.Outcomes <= 0))
            {
                break;
            }

            var plan = Plan.Compile(TransitionText.With(model, [.. years.Select(y => y.Written)]));
            var around = new Point(plan, written, PriceBook.Of(plan, planned.World));
            var run = Simulation.Run(plan, planned.World, options.Run with { ByYear = true }, around.Prices);
            var paid = BudgetOf(run);
            if (years.All(y => Math.Abs(paid[y.Year - 1] - y.Expected) <= CloseBudget * y.Expected))
            {
                break;
            }

            (point, planned) = (around, Planned(around, run, budget, options));
        }

        return (point, planned);
    }

    private static List<RemedyShare> Helping(Point point, World world, double[] budget, ShareOptions options) =>
        [.. Enum.GetValues<Remedy>().Select(remedy => new RemedyShare(
            remedy, LargestIn(point, world, Without(world, remedy), budget, options)))];

    // In another world the same prices have to cost as much for each participant.
    private static Interval LargestIn(
        Point point, World world, World changed, double[] budget, ShareOptions options)
    {
        var scale = changed.Provider.Clients.Value / world.Provider.Clients.Value;
        return Planned(point, changed, [.. budget.Select(b => b * scale)], options).Single;
    }

    private static World Sized(World world, double clients) => world with
    {
        Provider = world.Provider with { Clients = Assumed.Of(clients) },
    };

    private static World Without(World world, Remedy remedy) => remedy switch
    {
        Remedy.Index => RiskMap.Without(world, RiskSource.Economy),
        Remedy.Floor => RiskMap.Without(world, RiskSource.Volume),
        Remedy.Advance => world with { Provider = world.Provider with { Delay = Assumed.Of(0) } },
        Remedy.Pooling => Sized(world, 2 * world.Provider.Clients),
        _ => throw new ArgumentOutOfRangeException(nameof(remedy), remedy, "Unknown remedy."),
    };

    private static ShareCheck Checked(FeeModel rewritten, World world, ShareOptions options, int years)
    {
        var plan = Plan.Compile(rewritten);
        var other = options.Run with { ByYear = true, First = options.Run.First + options.Run.Replications };
        var run = Simulation.Run(plan, world, other);
        var cash = Cash.Of(run, CostPlan.Of(world, plan.Currency));
        return new(
            Binomial.Observed(cash.RuinedIn.Count(m => m >= 0), run.Replications),
            [.. Enumerable.Range(0, years).Select(y => Fan.Of(run.Replications, r => PaidIn(run, r, y)).Mean)],
            cash);
    }

    private static double PaidIn(Run run, int replication, int year)
    {
        var (sum, each) = (0L, run.PayMonths * 2);
        for (var i = replication * each; i < (replication + 1) * each; i++)
        {
            sum += run.PaidByYear[i * run.Years + year];
        }

        return sum;
    }

    // The model around which pay is taken as linear, and the multipliers it has; null: none.
    private sealed record Point(Plan Plan, IReadOnlyList<Multipliers>? At, PriceBook Prices);

    private sealed record Drafted(
        World World, IReadOnlyList<ShareYear> Years, Interval Single, double NoneRuin, double PlanRuin);
}
