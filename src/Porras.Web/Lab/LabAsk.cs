using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>A number of the world that cannot be what somebody said.</summary>
/// <param name="Number">The number.</param>
/// <param name="Said">What was said.</param>
public sealed record LabRefusal(WorldNumber Number, string Said);

/// <summary>What is asked of the lab: models, numbers of their world, a seed. It fits into an address.</summary>
/// <param name="Model">The model, without mistakes.</param>
/// <param name="World">Its world with all changes.</param>
/// <param name="Changed">The numbers that were changed, by path.</param>
/// <param name="Seed">The seed.</param>
public sealed record LabAsk(ShelfModel Model, World World, IReadOnlyDictionary<string, double> Changed, ulong Seed)
{
    /// <summary>How many replications an answer takes.</summary>
    public const int Replications = 1024;

    // Where pay depends on others every replication is settled whole.
    private const int ReplicationsAcross = 256, LargestAcross = 200;

    /// <summary>The key of the second model in an address.</summary>
    public const string BesideKey = "beside";

    private const double UsualRuin = 0.05, UsualMargin = 0.05;
    private const string SeedKey = "seed", RuinKey = "ruin", BehaviourKey = "behaviour", StepKey = "step",
        MostKey = "most", MarginKey = "margin", TogetherKey = "together", RunKey = "run";

    /// <summary>A second model on the same random numbers; null for none.</summary>
    public ShelfModel? Beside { get; init; }

    /// <summary>The chance of insolvency that is allowed.</summary>
    public double Ruin { get; init; } = UsualRuin;

    /// <summary>Whether providers give the hours that pay them best.</summary>
    public bool Behaviour { get; init; }

    /// <summary>By how much a planned share for outcomes may grow from one contract year to the next.</summary>
    public double Step { get; init; } = 1;

    /// <summary>The largest planned share for outcomes.</summary>
    public double Most { get; init; } = 1;

    /// <summary>The margin on cost that prices are to give.</summary>
    public double Margin { get; init; } = UsualMargin;

    /// <summary>Whether all groups get one factor on their prices.</summary>
    public bool Together { get; init; }

    /// <summary>The number of a kept run that this is; null for none.</summary>
    public long? Run { get; init; }

    /// <summary>What the address says and cannot be; it stays as drafted.</summary>
    public IReadOnlyList<LabRefusal> Refused { get; init; } = [];

    /// <summary>The second model that the address names and that cannot stand beside this one; null for none.</summary>
    public string? NotBeside { get; init; }

    /// <summary>The models that are asked about.</summary>
    public IReadOnlyList<FeeModel> Models => Beside is null ? [Model.Model!] : [Model.Model!, Beside.Model!];

    /// <summary>The sizes of providers that are looked at: fewer where every replication is settled whole.</summary>
    /// <param name="isAcross">Whether pay depends on others.</param>
    public static IReadOnlyList<int> SizesFor(bool isAcross) =>
        isAcross ? [.. Sizes.Usual.Where(n => n <= LargestAcross)] : Sizes.Usual;

    /// <summary>What an address asks. Keys that it does not know belong to others.</summary>
    /// <param name="model">The model.</param>
    /// <param name="draft">The world that is drafted for it.</param>
    /// <param name="beside">The second one; null for none.</param>
    /// <param name="query">The query of the address.</param>
    public static LabAsk Of(ShelfModel model, World draft, ShelfModel? beside, string query)
    {
        ArgumentNullException.ThrowIfNull(model);
        var ask = new LabAsk(model, draft, new Dictionary<string, double>(), 1)
        {
            Beside = beside,
        };
        var refused = new List<LabRefusal>();
        foreach (var (key, said) in QueryHelpers.ParseQuery(query))
        {
            if (WorldNumber.All(ask.World).FirstOrDefault(n => n.Path == key) is { } number)
            {
                var changed = ask.With(number, said.ToString());
                ask = changed ?? ask;
                if (changed is null)
                {
                    refused.Add(new(number, said.ToString()));
                }
            }
            else
            {
                ask = ask.Option(key, said.ToString());
            }
        }

        return ask with { Refused = refused };
    }

    /// <summary>The reference of the second model that an address names; null for none.</summary>
    public static string? BesideOf(string query) =>
        QueryHelpers.ParseQuery(query).TryGetValue(BesideKey, out var said) && said.ToString() is { Length: > 0 } named
            ? named : null;

    /// <summary>The same with one number changed; null if it cannot be that.</summary>
    /// <param name="number">The number.</param>
    /// <param name="said">The value, as programs write it.</param>
    public LabAsk? With(WorldNumber number, string said)
    {
        ArgumentNullException.ThrowIfNull(number);
        var (world, findings) = WorldJson.Set(World, $"{number.Path}={said}");
        return findings.Count > 0 ? null : this with
        {
            Run = null,
            World = world,
            Changed = new Dictionary<string, double>(Changed) { [number.Path] = number.Get(world) },
        };
    }

    /// <summary>The query that asks the same.</summary>
    public string Query => Run is { } run ? QueryHelpers.AddQueryString(
        "", RunKey, run.ToString(CultureInfo.InvariantCulture)) : Asked;

    /// <summary>The query that asks the same, number by number.</summary>
    public string Asked => QueryHelpers.AddQueryString("", Changed.OrderBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => KeyValuePair.Create(c.Key, (string?)Written(c.Value)))
        .Concat(Options));

    /// <summary>The first part of the answer: budget, cash, groups.</summary>
    public StudyWords Study(IReadOnlyList<LabBench> benches, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(benches);
        var across = benches.Any(b => b.Plan.IsAcross);
        var options = new StudyOptions(new(across ? ReplicationsAcross : Replications, Seed) { Threads = 2 })
        {
            Sizes = [], Risks = false, Ruin = Ruin, Behaviour = Behaviour,
        };
        var first = benches[0].Study(World, options);
        var titles = LabModels.Titles(tongue, Model, Beside);
        if (Beside is null)
        {
            return new([new(titles[0], first)], tongue);
        }

        var world = WorldBeside.Of(first.World, Beside.Model!);
        var second = benches[1].Study(world, options);
        return new([new(titles[0], first), new(titles[1], second)], tongue);
    }

    /// <summary>How fast the model can move to outcomes, and a study of it as the plan rewrites it.</summary>
    public (PlanWords Plan, StudyWords Study) Planned(Tongue tongue, CancellationToken cancelled)
    {
        var run = new RunOptions(Replications, Seed) { Threads = 2, Cancelled = cancelled };
        var plan = SharePlan.Of(Model.Model!, World, new(run)
        {
            Ruin = Ruin, Behaviour = Behaviour, Step = Step, Most = Most, Sizes = Sizes.Usual,
        });
        var rewritten = Porras.Lab.Study.Of(Plan.Compile(plan.Rewritten), plan.World, new(run)
        {
            Ruin = Ruin, Sizes = [], Risks = false,
        });
        return (new(plan, tongue), new([new(Model.TitleIn(tongue), rewritten)], tongue));
    }

    /// <summary>Which prices give the margin, and what they buy.</summary>
    public (StudyWords Study, Calibration Found) Calibrated(
        IReadOnlyList<LabBench> benches, Tongue tongue, CancellationToken cancelled)
    {
        var told = (this with { Beside = null }).Study(benches, tongue);
        var study = told.First with
        {
            Options = told.First.Options with { Run = RunOf(told.First, cancelled) },
        };
        return (told, Calibration.Of(study, new(Margin, Together)));
    }

    /// <summary>The number of a kept run that an address names; null for none.</summary>
    public static long? RunOf(string query) =>
        QueryHelpers.ParseQuery(query).TryGetValue(RunKey, out var said)
            && long.TryParse(said, CultureInfo.InvariantCulture, out var run) ? run : null;

    /// <summary>An answer with who bears which risk.</summary>
    public static StudyWords WithRisks(
        StudyWords first, IReadOnlyList<LabBench> benches, CancellationToken cancelled) =>
        Further(first, benches, (study, prices) => study.WithRisks(RunOf(study, cancelled), prices));

    /// <summary>An answer with how providers of other sizes fare.</summary>
    public static StudyWords WithSizes(
        StudyWords first, IReadOnlyList<LabBench> benches, CancellationToken cancelled) =>
        Further(first, benches, (study, prices) => study.WithSizes(
            SizesFor(benches.Any(b => b.Plan.IsAcross)), RunOf(study, cancelled), prices));

    /// <summary>What each model does when something goes wrong.</summary>
    public static IReadOnlyList<Stress> Stressed(
        StudyWords first, IReadOnlyList<LabBench> benches, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(first);
        return [.. first.Models.Zip(benches, (m, bench) => Stress.Of(
            m.Study with { Options = m.Study.Options with { Run = RunOf(m.Study, cancelled) } },
            Scenario.Usual, bench.Prices(m.Study.World)))];
    }

    private static RunOptions RunOf(Study study, CancellationToken cancelled) =>
        study.Options.Run with { Cancelled = cancelled };

    private static StudyWords Further(
        StudyWords first, IReadOnlyList<LabBench> benches, Func<Study, PriceBook, Study> more)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new([.. first.Models.Zip(benches, (m, bench) =>
            m with { Study = more(m.Study, bench.Prices(m.Study.World)) })], first.Tongue);
    }

    private IEnumerable<KeyValuePair<string, string?>> Options =>
    [
        .. Beside is null ? [] : (KeyValuePair<string, string?>[])[new(BesideKey, LabModels.Pinned(Beside))],
        .. Step.Equals(1) ? [] : (KeyValuePair<string, string?>[])[new(StepKey, Written(Step))],
        .. Most.Equals(1) ? [] : (KeyValuePair<string, string?>[])[new(MostKey, Written(Most))],
        .. Margin.Equals(UsualMargin) ? [] : (KeyValuePair<string, string?>[])[new(MarginKey, Written(Margin))],
        .. Together ? (KeyValuePair<string, string?>[])[new(TogetherKey, "true")] : [],
        .. Ruin.Equals(UsualRuin) ? [] : (KeyValuePair<string, string?>[])[new(RuinKey, Written(Ruin))],
        .. Behaviour ? (KeyValuePair<string, string?>[])[new(BehaviourKey, "true")] : [],
        new(SeedKey, Seed.ToString(CultureInfo.InvariantCulture)),
    ];

    private LabAsk Option(string key, string said) => key switch
    {
        SeedKey => ulong.TryParse(said, CultureInfo.InvariantCulture, out var seed) ? this with { Seed = seed } : this,
        RuinKey => Share(said) is { } ruin ? this with { Ruin = ruin } : this,
        StepKey => Share(said) is { } step ? this with { Step = step } : this,
        MostKey => Share(said) is { } most ? this with { Most = most } : this,
        MarginKey => Share(said) is { } margin ? this with { Margin = margin } : this,
        TogetherKey => this with { Together = said == "true" },
        BehaviourKey => this with { Behaviour = said == "true" },
        _ => this,
    };

    private static double? Share(string said) =>
        double.TryParse(said, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1 ? share : null;

    private static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
