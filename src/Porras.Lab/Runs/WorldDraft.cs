namespace Porras.Lab;

/// <summary>
/// A first world for a model: every number is an assumption or published elsewhere, and meant to be replaced.
/// </summary>
public static class WorldDraft
{
    private const int IntakeMost = 36, FollowMost = 36, FollowLeast = 12;

    private const string Segments =
        "four segments between published rates: half of Finnish spells end within 3 months; "
        + "Work Programme groups reached 5 to 36 % in two years";

    private static readonly (double Entry, double Effect, double Response, double Hours)[] Kinds =
        [(0.12, 0.05, 0.08, 12), (0.05, 0.08, 0.08, 18), (0.022, 0.10, 0.05, 24), (0.006, 0.08, 0.03, 32)];

    /// <summary>The world of a model that has passed <c>check</c>.</summary>
    public static World Of(FeeModel model)
    {
        var needs = ModelNeeds.Of(model);
        var inForce = model.Header.InForce!.Value;
        var first = Day.Date(inForce.First);
        var firstDay = first.Day == 1 ? inForce.First : Day.PlusMonths(inForce.First - first.Day + 1, 1);
        var lastStart = Math.Min(inForce.Last, model.Participants?.Start?.Value.Until ?? int.MaxValue);
        var longest = Math.Min(lastStart, Day.PlusMonths(firstDay, IntakeMost) - 1);
        var intake = Math.Max(1, MonthsFrom(firstDay, longest + 1));
        var ladder = model.Ladders.FirstOrDefault();
        var world = new World
        {
            FirstDay = firstDay,
            Intake = intake,
            Follow = FollowOf(needs),
            Groups = [.. needs.Groups.Select((g, i) => Group(g, i, needs.Groups.Count))],
            Facts = Rules(needs),
            Offered = needs.Offered,
            Ladder = ladder is null ? null : new LadderWorld(),
            Growth = IsOfFirms(model) ? new GrowthWorld() : null,
            LadderSteps = Math.Max(1, ladder?.Steps.Count ?? 1),
        };
        if (world.Growth is not null)
        {
            world = world with
            {
                Facts = [.. needs.Facts.Select(f =>
                    f.IsSpan ? new FactRule(f.Name, FactTime.Never) : Growing(f, model))],
                Provider = world.Provider with
                {
                    Delay = new(14, Evidence.Assumed, "yearly data come 12 to 20 months late"),
                },
            };
        }

        var places = HardestFirst(model, world);
        return world with
        {
            Groups = [.. needs.Groups.Select((g, i) => Group(g, places.IndexOf(i), needs.Groups.Count))],
        };
    }

    private static bool IsOfFirms(FeeModel model) =>
        model.Participants?.Noun.Text is "enterprises" or "companies" or "firms" or "businesses" or "employers";

    // Numbers and money of a yearly report grow with the enterprise.
    private static FactRule Growing(NeededFact fact, FeeModel model)
    {
        var types = model.Facts.First(k => k.Name.Text == fact.Name).Columns
            .ToDictionary(c => c.Name.Text, c => c.Type.Kind, StringComparer.Ordinal);
        return new(fact.Name, FactTime.Yearly)
        {
            Cells = fact.Cells.ToDictionary(
                c => c.Key,
                c => types[c.Key] is ValueKind.Number or ValueKind.Money ? c.Value + " grows" : c.Value,
                StringComparer.Ordinal),
        };
    }

    // The group for which a lasting job pays most is taken for the hardest to help; of equals the first.
    private static List<int> HardestFirst(FeeModel model, World world)
    {
        var plan = Plan.Compile(model);
        var places = Enumerable.Range(0, world.Groups.Count).ToList();
        if (plan.IsAcross || places.Count == 1 || Template.Of(plan, world).Template is not { } template)
        {
            return places;
        }

        var histories = new Histories();
        int[] successes = [.. places.Select(g => histories.Place([(byte)g, 0, 0, 0, 1, (byte)Happening.Job]))];
        var pricing = new Pricing(plan, world, new(plan, world, template));
        try
        {
            pricing.Price(histories);
        }
        catch (RefusedException)
        {
            return places;
        }

        return [.. places.OrderByDescending(g => pricing.TotalOf(successes[g]))];
    }

    private static GroupWorld Group(NeededGroup group, int place, int count)
    {
        var kind = count == 1 ? 1.0 : 3 - place * (count == 2 ? 2.0 : 3.0) / Math.Max(1, count - 1);
        return new(group.Group)
        {
            Share = Assumed.Of(1.0 / count),
            Entry = new(Between(k => k.Entry, kind), Evidence.Assumed, Segments),
            Effect = Assumed.Of(Between(k => k.Effect, kind)),
            Response = Assumed.Of(Between(k => k.Response, kind)),
            Hours = Assumed.Of(Between(k => k.Hours, kind)),
            Known = group.Known,
        };
    }

    private static double Between(
        Func<(double Entry, double Effect, double Response, double Hours), double> of, double at)
    {
        var (below, above) = (Kinds[(int)Math.Floor(at)], Kinds[(int)Math.Ceiling(at)]);
        var share = at - Math.Floor(at);
        return Math.Round(Math.Exp((1 - share) * Math.Log(of(below)) + share * Math.Log(of(above))), 4);
    }

    private static List<FactRule> Rules(ModelNeeds needs)
    {
        var job = needs.Facts.Where(f => f.IsSpan && !f.ForOutputs).MaxBy(f => f.Reach)
            ?? needs.Facts.Where(f => f.IsSpan).MaxBy(f => f.Reach);
        return [.. needs.Facts.Select(f => Rule(f, f == job) with { Cells = f.Cells })];
    }

    private static FactRule Rule(NeededFact fact, bool isJob) => fact switch
    {
        { IsSpan: true } when isJob => new(fact.Name, FactTime.Employed),
        { IsSpan: true, ForOutputs: true } => new(fact.Name, FactTime.Service),
        { IsSpan: true } => new(fact.Name, FactTime.Never),
        { ForOutputs: true, Rows: <= 1 } => new(fact.Name, FactTime.Once) { Chance = 0.9 },
        { ForOutputs: true } => new(fact.Name, FactTime.Service) { Times = fact.Rows },
        { IsMonthly: true } or { Rows: > 3 } => new(fact.Name, FactTime.Employed),
        _ => new(fact.Name, FactTime.Entry),
    };

    private static int FollowOf(ModelNeeds needs)
    {
        var days = needs.Windows.Select(w => w.Days ?? 0).Append(0).Max();
        return Math.Clamp((int)Math.Round(days / 30.4375), FollowLeast, FollowMost);
    }

    private static int MonthsFrom(int day, int until)
    {
        var (a, b) = (Day.Date(day), Day.Date(until));
        return (b.Year - a.Year) * 12 + b.Month - a.Month;
    }
}
