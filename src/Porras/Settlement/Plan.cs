namespace Porras;

/// <summary>A model made ready to settle: names resolved, days and cents as integers.</summary>
/// <remarks>Made once for a model; never changes; any number of threads may use it at once.</remarks>
public sealed class Plan
{
    private readonly Resolver _resolver;
    private readonly bool _atLength;
    private readonly Remembered _group;

    private Plan(FeeModel model, bool atLength, VersionDays? days)
    {
        (_resolver, _atLength, Days) = (new(model), atLength, days);
        Model = model;
        var money = model.Header.Money!.Value;
        Currency = _resolver.Units.Currency ?? throw new InvalidOperationException("The model has not been checked.");
        var unit = money.Unit.Number * Currency.Scale;
        Rounding = new((long)unit.Numerator, money.Mode);
        RunningTotal = money.RunningTotal;
        Transition = TransitionOf(model);
        Groups = model.Groups is null ? [] : [.. model.Groups.All.Select(g =>
            g.When is null ? null : _resolver.Tests(g.When, g.Mark, -1))];
        var leaves = new List<ValuePlan>();
        _group = new(_resolver.NewMemo(), Groups.All(g => g?.AddLeaves(leaves) ?? true) ? EpisodeKey.Of(leaves) : null);
        OnlyIf = _resolver.Tests(model.Participants?.OnlyIf ?? [], -1);
        Fees = FeeResolver.Resolve(this, _resolver);
        Limits = [.. model.Limits.Select(l => FeeResolver.Limit(this, _resolver, l))];
        TakeBacks = [.. model.TakeBacks.Select(t => FeeResolver.TakeBack(this, _resolver, t))];
        Transfer = model.Providers?.Transfer?.Value ?? TransferRule.Refused;
        IntakeUntil = model.Participants?.Start?.Value.Until;
        Splits = [.. model.Splits.Select(s => SplitPlan.Of(_resolver, s, Rounding))];
        Expectations = [.. model.Expectations.Select(e => ExpectPlan.Of(this, _resolver, e))];
        var across = Limits.TakeWhile(l => l.Scope is null).Count();
        (FirstLimits, SecondLimits) = ([.. Limits.Take(across)], [.. Limits.Skip(across)]);
        OwnFees = [.. Fees.Where(f => f.Scope is null)];
        var takesBack = SecondLimits.Count == 0 && TakeBacks.Any(t => Fees[t.Fee].Scope is null);
        IsPlain = FirstLimits.Count == 0 && !takesBack && days is null;
        IsAcross = _resolver.Scopes.Any() || Splits.Count > 0;
    }

    /// <summary>The model.</summary>
    public FeeModel Model { get; }

    /// <summary>
    /// What of the contract belongs to it, as one of several versions; null where it is the only one.
    /// </summary>
    public VersionDays? Days { get; }

    /// <summary>Its currency.</summary>
    public Currency Currency { get; }

    /// <summary>How lines are rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>Whether a line is the rounded total so far less the earlier lines.</summary>
    public bool RunningTotal { get; }

    /// <summary>The transition; null without one.</summary>
    public TransitionPlan? Transition { get; }

    /// <summary>The tests of each group in order; null for <c>otherwise</c>.</summary>
    public IReadOnlyList<TestLinePlan?> Groups { get; }

    /// <summary>Who is eligible.</summary>
    public IReadOnlyList<TestLinePlan> OnlyIf { get; }

    /// <summary>The fees in the order of the model.</summary>
    public IReadOnlyList<FeePlan> Fees { get; }

    /// <summary>The limits in order.</summary>
    public IReadOnlyList<LimitPlan> Limits { get; }

    /// <summary>The limits for each participant that come before any other: they need nobody else.</summary>
    public IReadOnlyList<LimitPlan> FirstLimits { get; }

    /// <summary>The limits from the first one across participants on.</summary>
    public IReadOnlyList<LimitPlan> SecondLimits { get; }

    /// <summary>The fees of participants, as an array for the innermost loop.</summary>
    internal FeePlan[] OwnFees { get; }

    /// <summary>The splits between payers and payees, in order.</summary>
    public IReadOnlyList<SplitPlan> Splits { get; }

    /// <summary>What is expected, without pay.</summary>
    public IReadOnlyList<ExpectPlan> Expectations { get; }

    /// <summary>Whether a line can depend on other participants, or is divided.</summary>
    public bool IsAcross { get; }

    /// <summary>What is taken back, in order.</summary>
    public IReadOnlyList<TakeBackPlan> TakeBacks { get; }

    /// <summary>What its data sets hold.</summary>
    public DataSchema Schema => _resolver.Schema;

    /// <summary>Its periods and contract years.</summary>
    public Periods Periods => _resolver.Periods;

    /// <summary>What its names stand for.</summary>
    public ModelNames Names => _resolver.Names;

    /// <summary>What its values hold.</summary>
    public ModelUnits Units => _resolver.Units;

    /// <summary>Who is paid when a participant has changed provider.</summary>
    public TransferRule Transfer { get; }

    /// <summary>The last day of intake; null if the model does not say.</summary>
    public int? IntakeUntil { get; }

    /// <summary>
    /// Whether the first pass changes no line once it is priced: no limits of participants and nothing taken back
    /// before those across participants.
    /// </summary>
    public bool IsPlain { get; }

    /// <summary>Whether what is earned on a day belongs to this version.</summary>
    public bool Has(int earned) => Days is null || Days.Earned.Contains(earned);

    /// <summary>A measure by its place in the model; null if no fee, limit or test uses it.</summary>
    public MeasurePlan? Measure(int index) => _resolver.Resolved(index);

    /// <summary>A moment without its bounds, for asking where it would have been reached.</summary>
    internal MomentPlan Unbound(FeePlan fee, int way)
    {
        var source = fee.Ways[way].Source;
        var bare = source with { Value = source.Value with { Bounds = [] } };
        return MomentResolver.Resolve(_resolver, bare, fee.Priced, fee.Source.SkippedPaid?.Value ?? false);
    }

    /// <summary>Makes a model ready.</summary>
    /// <param name="model">A model that has passed <c>check</c>.</param>
    /// <exception cref="InvalidOperationException">The model has not been checked.</exception>
    public static Plan Compile(FeeModel model) => new(model, atLength: false, days: null);

    /// <summary>Makes one of several versions of a model ready.</summary>
    /// <param name="model">A model that has passed <c>check</c>.</param>
    /// <param name="days">What of the contract belongs to it.</param>
    public static Plan Compile(FeeModel model, VersionDays days) => new(model, atLength: false, days);

    /// <summary>The same without any short way: for proving that these give the same.</summary>
    internal static Plan CompileAtLength(FeeModel model) => new(model, atLength: true, days: null);

    /// <summary>The group of an episode that begins; -1 if it is in none.</summary>
    public int GroupOf(ServiceCase c, in Spot start)
    {
        if (_group.TryGet(c, out var known, out var at))
        {
            return (int)known;
        }

        var group = -1;
        for (var g = 0; g < Groups.Count && group < 0; g++)
        {
            group = Groups[g]?.Holds(c, start) ?? true ? g : -1;
        }

        return (int)_group.Keep(c, at, group);
    }

    /// <summary>Scratch space for one thread.</summary>
    /// <param name="counting">The data set: only facts that count.</param>
    /// <param name="until">The day of settlement.</param>
    /// <param name="all">Everybody, for a model that counts across participants; else null.</param>
    public ServiceCase NewCase(DataSet counting, int until, Everybody? all = null) =>
        new(counting, until, _resolver.WindowCount, _resolver.MeasureCount, _resolver.TableCount, Fees)
        {
            All = all,
            ProviderOfTheDay = Transfer == TransferRule.ProviderOfTheDay,
            Remembers = !_atLength,
        };

    /// <summary>The cohorts of which known values are read or for which fees are paid.</summary>
    internal IEnumerable<ScopePlan.Cohort> CohortsRead => _resolver.Scopes.OfType<ScopePlan.Cohort>();

    /// <summary>All participants of a data set, with what needs all of them worked out; null if nothing does.</summary>
    public Everybody? Everybody(DataSet counting, int until, int threads)
    {
        if (!IsAcross)
        {
            return null;
        }

        var all = new Everybody(counting, until, threads, e => NewCase(counting, until, e), Begin);
        foreach (var measure in _resolver.AcrossMeasures)
        {
            measure.Prepare(all);
        }

        return all;

        bool Begin(ServiceCase c, int participant, int episode)
        {
            var starts = counting.Starts;
            return starts.Day[starts.Offsets[participant] + episode - 1] <= until
                && Settle.Begin(this, c, participant, episode, []);
        }
    }

    private TransitionPlan? TransitionOf(FeeModel model)
    {
        var years = model.Transition?.Years.Select(y => (y.Value.Year, y.Value.Outputs.Plain, y.Value.Outcomes.Plain));
        return years is null ? null : new([.. years], Periods);
    }
}
