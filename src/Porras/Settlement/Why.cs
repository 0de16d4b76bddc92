namespace Porras;

/// <summary>
/// Asking why: the same evaluation as in a settlement, for one participant, with its steps written down.
/// </summary>
public sealed class Why
{
    private readonly Plan _plan;
    private readonly DataSet _data;
    private readonly int _until;
    private readonly int _place;
    private readonly Across? _across;
    private readonly Settled? _settled;

    private Why(Plan plan, DataSet data, int participant, int until, int knownOn)
    {
        _plan = plan;
        _data = data.Only(participant).Counting(knownOn);
        _until = until;
        Participant = participant;
        Name = _data.Starts.Participants[0];
    }

    private Why(Settled settled, Across across, int owner)
    {
        (_plan, _data, _until, _place) = (settled.Plan, across.All.Data, across.All.Until, owner);
        (_across, _settled) = (across, settled);
        Participant = owner;
        Name = across.Owners.Name(owner);
    }

    /// <summary>The participant, as a place in the data set asked about, or another owner of lines.</summary>
    public int Participant { get; }

    /// <summary>The name of the participant or the other owner.</summary>
    public string Name { get; }

    /// <summary>The day of settlement.</summary>
    public int Until => _until;

    /// <summary>
    /// The facts that count, at least the participant's own: what <see cref="FactUsed"/> points into.
    /// </summary>
    public DataSet Data => _data;

    /// <summary>Asks about one participant of a data set.</summary>
    /// <remarks>Where lines depend on other participants, all are settled first: ask a settlement instead.</remarks>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="data">The data set.</param>
    /// <param name="participant">The participant, as a place in it.</param>
    /// <param name="until">The day of settlement.</param>
    /// <param name="knownOn">Only facts known by this day; <see cref="int.MaxValue"/> for all.</param>
    public static Why About(Plan plan, DataSet data, int participant, int until, int knownOn = int.MaxValue) =>
        plan.IsAcross ? About(Settle.All(plan, data, until, knownOn), participant)
            : new(plan, data, participant, until, knownOn);

    /// <summary>Asks about one owner of lines in a settlement.</summary>
    /// <param name="settled">The settlement.</param>
    /// <param name="owner">A participant, as a place in its data set, or another owner's place.</param>
    public static Why About(Settled settled, int owner) => settled.Across is { } across
        ? new(settled, across, owner)
        : new(settled.Plan, settled.Data, owner, settled.Until, settled.KnownOn);

    /// <summary>Why each line of the participant is what it is, in the order of a settlement.</summary>
    public IReadOnlyList<Reason> Reasons()
    {
        var reasons = new List<Reason>();
        for (var episode = 1; episode <= Episodes; episode++)
        {
            if (Case(episode, out _) is { } c)
            {
                var lines = Settle.Draft(_plan, c, _across).Where(d => d.Line.Amount != Money.Zero);
                reasons.AddRange(lines.Select(d => Reason(c, d)));
            }
        }

        return [.. reasons.OrderBy(r => r.Line.Earned).ThenBy(r => r.Line.Fee).ThenBy(r => r.Line.Time)
            .ThenBy(r => r.Line.Episode).ThenBy(r => r.Line.Kind)];
    }

    /// <summary>Why an occurrence of a fee gave no line; null if it did.</summary>
    /// <param name="fee">The fee, as a place in the model.</param>
    /// <param name="time">The occurrence, from 1; 0: the first one without a line.</param>
    /// <param name="episode">The episode, from 1.</param>
    public WhyNot? NotPaid(int fee, int time = 0, int episode = 1)
    {
        var plan = _plan.Fees[fee];
        if (episode > Episodes || StartOf(episode) > _until)
        {
            return new(plan.Source, WhyNotKind.NotStarted);
        }

        if (Case(episode, out var begun) is not { } c)
        {
            var test = Missing.Failed(begun, _plan.OnlyIf, StartSpot(begun));
            return new(plan.Source, WhyNotKind.NotEligible) { Test = test };
        }

        var lines = Settle.Draft(_plan, c, _across)
            .Where(d => d.Line.Fee == fee && d.Line.Kind == LineKind.Fee).ToList();
        var paid = lines.Where(d => d.Line.Amount != Money.Zero).Select(d => d.Line.Time).ToHashSet();
        var asked = time > 0 ? time : Enumerable.Range(1, paid.Count + 1).First(t => !paid.Contains(t));
        return paid.Contains(asked) ? null : Missing.Of(_plan, plan, c, asked, lines.Find(d => d.Line.Time == asked));
    }

    /// <summary>What kind of owner it is; null for a participant.</summary>
    public Owner? Kind => Owner?.Scope.Owner;

    /// <summary>The value of a measure where a line reads it, and on how much it rests; null without a value.</summary>
    public MeasureRead? Read(Reason reason, MeasurePlan measure)
    {
        var fee = _plan.Fees[reason.Line.Fee];
        if (Case(reason.Line.Episode, out _) is not { } c
            || c.Occurrences(fee.Index) is not { } all || all.Count < reason.Line.Time)
        {
            return null;
        }

        var spot = fee.SpotOf(c, all[reason.Line.Time - 1], reason.Line.Time, out _);
        return measure.TryValue(c, spot.Counted, spot, out var value)
            ? new(measure.Source, value, measure.SampleOf(c, spot.Counted, spot)) : null;
    }

    /// <summary>The day of start of an episode; null if there is none, or the owner is no participant.</summary>
    public int? StartOf(int episode) => Owner is null && episode <= Episodes
        ? _data.Starts.Day[_data.Starts.Offsets[_place] + episode - 1] : null;

    /// <summary>How a line is divided, by each split of the model in turn; empty without splits.</summary>
    public IEnumerable<Division> Divisions(Reason reason) =>
        _settled is { } settled ? Division.Of(settled, reason.Line) : [];

    /// <summary>Whether a fee is one that this owner can earn.</summary>
    public bool CanEarn(FeePlan fee) => fee.Scope == Owner?.Scope;

    private ScopeOwner? Owner => _across?.Owners.At(_place);

    private int Episodes => Owner is null && _plan.Schema.SecondStart == SecondStart.NewEpisode
        ? _data.Starts.Offsets[_place + 1] - _data.Starts.Offsets[_place] : 1;


    private ServiceCase? Case(int episode, out ServiceCase begun)
    {
        begun = _plan.NewCase(_data, _until, _across?.All);
        if (Owner is { } owner)
        {
            begun.Begin(owner.Scope, owner.Key);
            return begun;
        }

        return StartOf(episode) <= _until && Settle.Begin(_plan, begun, _place, episode, []) ? begun : null;
    }

    private static Spot StartSpot(ServiceCase c) => new(c.Start, c.Start, new(c.Start, c.Start));

    private Reason Reason(ServiceCase c, DraftLine draft)
    {
        var occurrence = c.Occurrences(draft.Line.Fee)[draft.Occurrence];
        var steps = draft.Line.Kind == LineKind.TakeBack ? []
            : _plan.Fees[draft.Line.Fee].Arithmetic(c, draft.Occurrence);
        return Told(_plan, c, draft.Line with { Participant = Participant }, occurrence, steps, draft.Limits);
    }

    /// <summary>The reason of a line whose occurrence, steps before limits and limits are known.</summary>
    internal static Reason Told(
        Plan plan,
        ServiceCase c,
        FeeLine line,
        Occurrence occurrence,
        IReadOnlyList<TraceStep> steps,
        IReadOnlyList<LimitEffect> limits)
    {
        var fee = plan.Fees[line.Fee];
        var supports = new List<Support>();
        fee.Ways[occurrence.Way].Supports(c, occurrence, supports);
        var isBack = line.Kind == LineKind.TakeBack;
        return new(
            line,
            fee.Source,
            Moment(c, fee, occurrence),
            [.. supports.Select(s => new FactUsed(c.Facts(s.Fact), s.Row, s.Counted) { CountedDays = s.Days })],
            isBack ? [new(TraceKind.TakeBack, fee.Source.Name.Text, null, Exact.Zero, line.Amount.Minor)]
                : [.. steps, .. limits.Select(l => new TraceStep(
                    TraceKind.Limit, l.Limit.Mark.Clause ?? "", null, l.Before.Minor, l.After.Minor))],
            limits,
            fee.PayableFrom(line.Earned, c.Data.Holidays),
            isBack ? plan.TakeBacks.First(t => t.Fee == line.Fee).Source : null);
    }

    private static MomentReason Moment(ServiceCase c, FeePlan fee, Occurrence occurrence)
    {
        var way = fee.Ways[occurrence.Way];
        var (measure, value, asked) = Missing.Read(c, way, occurrence);
        return new(way.Source, measure, value, asked, occurrence.Counted, occurrence.Step) { Day = occurrence.Day };
    }
}
