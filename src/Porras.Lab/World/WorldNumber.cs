namespace Porras.Lab;

/// <summary>What a number of a world counts.</summary>
public enum NumberKind
{
    /// <summary>A share or a chance: parts of one.</summary>
    Share,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Money, in whole units of the currency.</summary>
    Money,

    /// <summary>A count.</summary>
    Count,

    /// <summary>A plain number.</summary>
    Plain,
}

/// <summary>One number of a world: where it stands, what it may be, how it is read and changed.</summary>
/// <remarks>Reading files, changing single numbers, checking and showing assumptions all go by this one list.</remarks>
/// <param name="Path">Its place in a file: <c>economy.entry</c>, <c>groups.weak.entry</c>.</param>
/// <param name="Key">The key of its name in the texts: the path with <c>*</c> for the group.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Least">The least it may be.</param>
/// <param name="Most">The most it may be.</param>
/// <param name="Get">Reads it.</param>
/// <param name="Set">The world with another number.</param>
public sealed record WorldNumber(
    string Path,
    string Key,
    NumberKind Kind,
    double Least,
    double Most,
    Func<World, Assumed> Get,
    Func<World, Assumed, World> Set)
{
    private const double Closest = 1e-6, MostMonths = 120, MostMoney = 1e9;

    /// <summary>All numbers of a world, in the order in which they are shown.</summary>
    public static IReadOnlyList<WorldNumber> All(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return
        [
            .. Whole(),
            .. world.Groups.SelectMany((g, i) => OfGroup(g.Name.Length == 0 ? "all" : g.Name, i)),
            .. world.Ladder is null ? [] : OfLadder(),
            .. world.Growth is null ? [] : OfGrowth(),
            .. OfEconomy(),
            .. OfProvider(),
        ];
    }

    private static IEnumerable<WorldNumber> Whole() =>
    [
        Months("intake", 1, w => w.Intake, (w, n) => w with { Intake = n }),
        Months("follow", 1, w => w.Follow, (w, n) => w with { Follow = n }),
        Share("claimed", w => w.Claimed, (w, a) => w with { Claimed = a }),
        Plain("frailty", 0, 3, w => w.Frailty, (w, a) => w with { Frailty = a }),
        Plain("volume.level", 0, 10, w => w.Volume.Level, (w, a) => w with { Volume = w.Volume with { Level = a } }),
        Plain("volume.spread", 0, 2, w => w.Volume.Spread, (w, a) => w with { Volume = w.Volume with { Spread = a } }),
        Plain("volume.dispersion", 0, 1e6, w => w.Volume.Dispersion,
            (w, a) => w with { Volume = w.Volume with { Dispersion = a } }),
    ];

    private static IEnumerable<WorldNumber> OfGroup(string name, int place)
    {
        return
        [
            One("share", NumberKind.Share, 0, 1, g => g.Share, (g, a) => g with { Share = a }),
            One("entry", NumberKind.Share, 0, 1 - Closest, g => g.Entry, (g, a) => g with { Entry = a }),
            One("effect", NumberKind.Share, 0, 1, g => g.Effect, (g, a) => g with { Effect = a }),
            One("response", NumberKind.Plain, 0, 10, g => g.Response, (g, a) => g with { Response = a }),
            One("hours", NumberKind.Hours, 0, 1e6, g => g.Hours, (g, a) => g with { Hours = a }),
            One("least hours", NumberKind.Hours, 0, 1e6, g => g.LeastHours, (g, a) => g with { LeastHours = a }),
            One("lasting", NumberKind.Share, Closest, 1 - Closest, g => g.Lasting, (g, a) => g with { Lasting = a }),
            One("shape", NumberKind.Plain, 0.1, 10, g => g.Shape, (g, a) => g with { Shape = a }),
            One("out", NumberKind.Share, 0, 1 - Closest, g => g.Out, (g, a) => g with { Out = a }),
        ];

        WorldNumber One(
            string of,
            NumberKind kind,
            double least,
            double most,
            Func<GroupWorld, Assumed> get,
            Func<GroupWorld, Assumed, GroupWorld> set) => new(
                $"groups.{name}.{of}", $"groups.*.{of}", kind, least, most,
                w => get(w.Groups[place]),
                (w, a) => w with { Groups = [.. w.Groups.Select((g, i) => i == place ? set(g, a) : g)] });
    }

    private static IEnumerable<WorldNumber> OfLadder() =>
    [
        Share("ladder.up", w => w.Ladder!.Up, (w, a) => w with { Ladder = w.Ladder! with { Up = a } }),
        Share("ladder.down", w => w.Ladder!.Down, (w, a) => w with { Ladder = w.Ladder! with { Down = a } }),
        Plain("ladder.lift", Closest, 100, w => w.Ladder!.Lift,
            (w, a) => w with { Ladder = w.Ladder! with { Lift = a } }),
    ];

    private static IEnumerable<WorldNumber> OfGrowth() =>
    [
        Growth("mean", -1, 1, g => g.Mean, (g, a) => g with { Mean = a }),
        Growth("effect", -1, 1, g => g.Effect, (g, a) => g with { Effect = a }),
        Growth("spread", 0, 2, g => g.Spread, (g, a) => g with { Spread = a }),
        Growth("economy", 0, 1, g => g.Economy, (g, a) => g with { Economy = a }),
        Growth("failure", 0, 1, g => g.Failure, (g, a) => g with { Failure = a }),
        Growth("goal", -0.9, 10, g => g.Goal, (g, a) => g with { Goal = a }),
    ];

    private static WorldNumber Growth(
        string of,
        double least,
        double most,
        Func<GrowthWorld, Assumed> get,
        Func<GrowthWorld, Assumed, GrowthWorld> set) => Plain(
            $"growth.{of}", least, most,
            w => get(w.Growth!), (w, a) => w with { Growth = set(w.Growth!, a) });

    private static IEnumerable<WorldNumber> OfEconomy() =>
    [
        Economy("entry", 0, 3, e => e.Entry, (e, a) => e with { Entry = a }),
        Economy("separation", 0, 3, e => e.Separation, (e, a) => e with { Separation = a }),
        Economy("persistence", 0, 1 - Closest, e => e.Persistence, (e, a) => e with { Persistence = a }),
        Economy("national", 0, 1, e => e.National, (e, a) => e with { National = a }),
        Economy("level", -5, 5, e => e.Level, (e, a) => e with { Level = a }),
        Economy("closed", 0, 1, e => e.Closed, (e, a) => e with { Closed = a }),
        Untagged("economy.closure", "economy.closure", NumberKind.Months, -1, MostMonths * 2,
            w => w.Economy.Closure,
            (w, n) => w with { Economy = w.Economy with { Closure = (int)n } }),
        .. Enumerable.Range(0, 12).Select(m => Untagged(
            $"economy.season.{m + 1}", "economy.season", NumberKind.Plain, -3, 3,
            w => w.Economy.Season[m],
            (w, n) => w with
            {
                Economy = w.Economy with { Season = [.. w.Economy.Season.Select((s, i) => i == m ? n : s)] },
            })),
    ];

    private static IEnumerable<WorldNumber> OfProvider() =>
    [
        Provider("clients", NumberKind.Count, 1, 1_000_000, p => p.Clients, (p, a) => p with { Clients = a }),
        Provider("hour cost", NumberKind.Money, 0, MostMoney, p => p.HourCost, (p, a) => p with { HourCost = a }),
        Provider("service months", NumberKind.Months, 1, MostMonths, p => p.ServiceMonths,
            (p, a) => p with { ServiceMonths = a }),
        Provider("fixed share", NumberKind.Share, 0, 0.95, p => p.FixedShare, (p, a) => p with { FixedShare = a }),
        Provider("margin", NumberKind.Share, -0.9, 10, p => p.Margin ?? Assumed.Of(double.NaN),
            (p, a) => p with { Margin = double.IsNaN(a.Value) ? null : a }),
        Provider("capacity", NumberKind.Hours, 0, 1e7, p => p.Capacity, (p, a) => p with { Capacity = a }),
        Provider("mission", NumberKind.Money, 0, MostMoney, p => p.Mission, (p, a) => p with { Mission = a }),
        Provider("capital", NumberKind.Money, 0, MostMoney, p => p.Capital, (p, a) => p with { Capital = a }),
        Provider("credit", NumberKind.Money, 0, MostMoney, p => p.Credit, (p, a) => p with { Credit = a }),
        Provider("interest", NumberKind.Share, 0, 1, p => p.Interest, (p, a) => p with { Interest = a }),
        Provider("delay", NumberKind.Months, 0, 36, p => p.Delay, (p, a) => p with { Delay = a }),
        Provider("late", NumberKind.Share, 0, 1, p => p.Late, (p, a) => p with { Late = a }),
        Provider("cost spread", NumberKind.Plain, 0, 1, p => p.CostSpread, (p, a) => p with { CostSpread = a }),
    ];

    private static WorldNumber Months(string path, double least, Func<World, int> get, Func<World, int, World> set) =>
        Untagged(path, path, NumberKind.Months, least, MostMonths, w => get(w), (w, n) => set(w, (int)n));

    // The world holds the bare number; that somebody has said it stands beside.
    private static WorldNumber Untagged(
        string path, string key, NumberKind kind, double least, double most,
        Func<World, double> get, Func<World, double, World> set) => new(
            path, key, kind, least, most,
            w => new(get(w), w.Own.Contains(path) ? Evidence.Own : Evidence.Assumed),
            (w, a) => set(w, a.Value) with
            {
                Own = [.. w.Own.Where(o => o != path), .. a.Tag == Evidence.Own ? (string[])[path] : []],
            });

    private static WorldNumber Share(string path, Func<World, Assumed> get, Func<World, Assumed, World> set) =>
        new(path, path, NumberKind.Share, 0, 1, get, set);

    private static WorldNumber Plain(
        string path, double least, double most, Func<World, Assumed> get, Func<World, Assumed, World> set) =>
        new(path, path, NumberKind.Plain, least, most, get, set);

    private static WorldNumber Economy(
        string of,
        double least,
        double most,
        Func<EconomyWorld, Assumed> get,
        Func<EconomyWorld, Assumed, EconomyWorld> set) => Plain(
            $"economy.{of}", least, most,
            w => get(w.Economy), (w, a) => w with { Economy = set(w.Economy, a) });

    private static WorldNumber Provider(
        string of,
        NumberKind kind,
        double least,
        double most,
        Func<ProviderWorld, Assumed> get,
        Func<ProviderWorld, Assumed, ProviderWorld> set) => new(
            $"provider.{of}", $"provider.{of}", kind, least, most,
            w => get(w.Provider), (w, a) => w with { Provider = set(w.Provider, a) });
}
