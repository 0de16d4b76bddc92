namespace Porras.Lab;

/// <summary>Something that can go wrong, as a change of a world.</summary>
/// <param name="Name">Its name, the same in every language: <c>half-referrals</c>.</param>
/// <param name="Tag">How sure it is that this is the size of it.</param>
/// <param name="Source">Where its size comes from; empty where it is an assumption.</param>
/// <param name="Of">The world in which it happens.</param>
public sealed record Scenario(string Name, Evidence Tag, string Source, Func<World, World> Of)
{
    /// <summary>What is looked at unless something else is asked for; hours and fixed costs stay as planned.</summary>
    public static IReadOnlyList<Scenario> Usual { get; } =
    [
        new("half-referrals", Evidence.Seen, "Restart: 48 % of the planned referrals came", w => w with
        {
            Volume = w.Volume with { Level = new(0.48, Evidence.Seen, "Restart saw 48 % of its planned volume") },
        }),
        new("downturn", Evidence.Assumed, "", w => w with
        {
            Economy = w.Economy with { Entry = Assumed.Of(0.40), Level = Assumed.Of(-1.5) },
        }),
        new("late-payment", Evidence.Assumed, "", w => w with
        {
            Provider = w.Provider with { Delay = Assumed.Of(w.Provider.Delay + 2) },
        }),
        new("closure", Evidence.Assumed, "", w => w with
        {
            Economy = w.Economy with { Closure = Math.Min(12, w.Months - 1), Closed = Assumed.Of(0.15) },
        }),
        new("low-effect", Evidence.Assumed, "", w => w with { Groups = [.. w.Groups.Select(HalfEffect)] }),
    ];

    // Without service the chance of a job stays what it was; what service adds within a year is halved.
    private static GroupWorld HalfEffect(GroupWorld group)
    {
        var added = group.Effect * (1 - Math.Exp(-group.Response * group.Hours));
        var without = Math.Pow(1 - group.Entry, 12) + added / 2;
        return group with
        {
            Entry = group.Entry with { Value = 1 - Math.Pow(Math.Min(1, without), 1.0 / 12), Tag = Evidence.Assumed },
            Effect = Assumed.Of(group.Effect / 2),
        };
    }
}

/// <summary>What a scenario does.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Budget">The organiser's side.</param>
/// <param name="Provider">The provider's side.</param>
/// <param name="Against">The difference from the world as assumed, on the same random numbers.</param>
public sealed record Stressed(Scenario Scenario, Budget Budget, ProviderView Provider, Differences Against);

/// <summary>A model in a world as assumed, and in worlds where something goes wrong.</summary>
/// <param name="Base">The model in the world as assumed.</param>
/// <param name="All">One for each scenario, in the order asked for.</param>
public sealed record Stress(Study Base, IReadOnlyList<Stressed> All)
{
    /// <summary>Plays each scenario through on the random numbers of a study.</summary>
    /// <param name="study">The study of the world as assumed; its hours are given in every scenario.</param>
    /// <param name="scenarios">What is to go wrong.</param>
    /// <param name="earlier">Prices of histories from earlier runs in such worlds; null: begin anew.</param>
    public static Stress Of(Study study, IReadOnlyList<Scenario> scenarios, PriceBook? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(scenarios);
        var plan = study.Run.Plan;
        var prices = earlier is not null && earlier.Fits(plan, study.World) ? earlier : PriceBook.Of(plan, study.World);
        return new(study, [.. scenarios.Select(s =>
        {
            var world = s.Of(study.World);
            var run = Simulation.Run(plan, world, study.Options.Run, prices);
            var cash = Cash.Of(run, CostPlan.Of(world, plan.Currency));
            return new Stressed(s, Budget.Of(cash), ProviderView.Of(cash), Differences.Of(study.Cash, cash));
        })]);
    }
}
