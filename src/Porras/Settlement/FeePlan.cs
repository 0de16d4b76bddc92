namespace Porras;

/// <summary>A fee, resolved: when it occurs and what each occurrence pays.</summary>
public sealed partial class FeePlan : FeeRule
{
    /// <summary>Its place in the model.</summary>
    public required int Index { get; init; }

    /// <summary>Whose fee it is; null for each participant's.</summary>
    public required ScopePlan? Scope { get; init; }

    /// <summary>The declaration, for reasons.</summary>
    public required Declaration.Fee Source { get; init; }

    /// <summary><c>when</c>, then <c>or</c> or <c>and</c>.</summary>
    public required MomentPlan[] Ways { get; init; }

    /// <summary>Whether all ways must have occurred, rather than one.</summary>
    public required bool AllWays { get; init; }

    /// <summary>Tests on the moment's day.</summary>
    public required IReadOnlyList<TestLinePlan> OnlyIf { get; init; }

    /// <summary>How many occurrences an owner has; null for every time.</summary>
    public required ValuePlan? Most { get; init; }

    /// <summary>The day whose row is read; null: the earned day.</summary>
    public required DayPlan? Priced { get; init; }

    /// <summary>What it pays.</summary>
    public PayPlan Pay { get; set; } = null!;

    /// <summary>The steps after that.</summary>
    public required StepPlan[] Steps { get; set; }

    /// <summary>What a cut period pays; null where none is cut.</summary>
    public required PartPeriods? PartPeriods { get; init; }

    /// <summary>The facts must have been known within this after the earned day; null for no deadline.</summary>
    public required Duration? Claim { get; init; }

    /// <summary>When it may be invoiced; null: at once.</summary>
    public required Payable? Payable { get; init; }

    /// <summary>The model's rounding.</summary>
    public required Rounding Rounding { get; init; }

    /// <summary>Whether a line is the rounded total so far less the earlier lines.</summary>
    public required bool RunningTotal { get; init; }

    /// <summary>The model's transition; null without one.</summary>
    public required TransitionPlan? Transition { get; init; }

    /// <inheritdoc/>
    public override void Occur(ServiceCase c, List<Occurrence> found)
    {
        var most = MostTimes(c);
        if (Ways.Length == 1 && OnlyIf.Count == 0)
        {
            Ways[0].Occur(c, most, found);
        }
        else
        {
            foreach (var occurrence in Gather(c))
            {
                if (found.Count < most && TestPlan.All(OnlyIf, c, SpotOf(c, occurrence, found.Count + 1, out _)))
                {
                    found.Add(occurrence);
                }
            }
        }

        if (found.Count > most)
        {
            found.RemoveRange(most, found.Count - most);
        }
    }

    /// <inheritdoc/>
    public override void Price(ServiceCase c, List<Money> paid)
    {
        var occurrences = c.Occurrences(Index);
        if (_hasOnePrice && occurrences.Count > 0)
        {
            Repeat(paid, OnePrice(c, occurrences[0].Day), occurrences.Count);
            return;
        }

        var running = Exact.Zero;
        var before = Money.Zero;
        for (var i = 0; i < occurrences.Count; i++)
        {
            paid.Add(PriceOf(c, occurrences[i], i + 1, ref running, ref before));
        }
    }

    /// <summary>
    /// The arithmetic of one occurrence, step by step; the changes sum to what it pays before limits.
    /// </summary>
    public IReadOnlyList<TraceStep> Arithmetic(ServiceCase c, int occurrence)
    {
        var occurrences = c.Occurrences(Index);
        c.Paid(Index);
        var running = Exact.Zero;
        var before = Money.Zero;
        var trace = new Trace();
        for (var i = 0; i <= occurrence; i++)
        {
            PriceOf(c, trace, (occurrences[i], i + 1), ref running, ref before);
        }

        return trace.Copy();
    }

    /// <summary>
    /// Every occurrence before tests and counts: the later of all ways, or each of any way in order of day.
    /// </summary>
    public IReadOnlyList<Occurrence> Gather(ServiceCase c)
    {
        var gathered = new List<Occurrence>();
        for (var way = 0; way < Ways.Length; way++)
        {
            var found = new List<Occurrence>();
            Ways[way].Occur(c, int.MaxValue, found);
            gathered.AddRange(found.Select(o => o with { Way = way }));
            if (AllWays && found.Count == 0)
            {
                return [];
            }
        }

        if (AllWays)
        {
            return [Enumerable.Range(0, Ways.Length).Select(w => gathered.First(o => o.Way == w)).MaxBy(o => o.Day)];
        }

        if (Ways.Length > 1)
        {
            gathered.Sort((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.Way.CompareTo(b.Way));
        }

        return gathered;
    }

    /// <summary>What it would pay for those of its times that have not occurred, each rounded by itself.</summary>
    public Exact Unpaid(ServiceCase c, in Spot spot)
    {
        var sum = Exact.Zero;
        var occurred = c.Occurrences(Index).Count;
        var most = MostTimes(c);
        for (var time = occurred + 1; time <= most && most != int.MaxValue; time++)
        {
            var at = spot with { Time = time };
            if (TestPlan.All(OnlyIf, c, at))
            {
                sum += Rounding.Round(new(Amount(c, at))).Minor;
            }
        }

        return sum;
    }

    /// <summary>
    /// Where an occurrence's values are read; <paramref name="priced"/> is false while its day has not happened.
    /// </summary>
    public Spot SpotOf(ServiceCase c, Occurrence occurrence, int time, out bool priced)
    {
        var day = Priced is null ? occurrence.Day : Priced.Find(c);
        priced = day <= c.Until;
        var counted = occurrence.WholeDays > 0 ? occurrence.Counted : new DaySpan(c.Start, occurrence.Day);
        return new(occurrence.Day, day ?? occurrence.Day, counted)
        {
            Fact = occurrence.Fact,
            Row = occurrence.Row,
            Step = occurrence.Step,
            Time = time,
            Fee = Index,
            ByPeriod = occurrence.WholeDays > 0,
        };
    }

    /// <summary>How many occurrences an owner has at most.</summary>
    public int MostTimes(ServiceCase c)
    {
        if (Most is null)
        {
            return int.MaxValue;
        }

        if (_most.TryGet(c, out var known, out var at))
        {
            return (int)known;
        }

        var day = Priced?.Find(c) ?? c.Start;
        var times = Most.TryRead(c, new Spot(c.Start, day, new(c.Start, c.Start)), out var most)
            ? (int)Int128.Min(most.Floor(), int.MaxValue) : 0;
        return (int)_most.Keep(c, at, times);
    }

    /// <summary>The day by which the facts of an occurrence must be known; null without a deadline.</summary>
    public int? ClaimBy(Occurrence occurrence) => Claim?.After(occurrence.Day).Last;

    /// <summary>The day from which a line may be invoiced; null: from the earned day.</summary>
    public int? PayableFrom(int earned, ReadOnlySpan<int> holidays) => Payable switch
    {
        null => null,
        { After: { } after } => after.Value.Later(earned),
        var later => WorkingDays.Later(earned, later.WorkingDays, holidays),
    };

    /// <summary>The latest day on which a fact that an occurrence rests on became known.</summary>
    public int KnownOn(ServiceCase c, Occurrence occurrence)
    {
        var supports = new List<Support>();
        Ways[occurrence.Way].Supports(c, occurrence, supports);
        return supports.Count == 0 ? int.MinValue : supports.Max(s => c.Data.Facts[s.Fact].KnownOn(s.Row));
    }

    private Money PriceOf(ServiceCase c, Occurrence occurrence, int time, ref Exact running, ref Money before)
    {
        var amount = Exactly(c, occurrence, time);
        var money = Rounding.Round(new(running + amount)) - before;
        c.Trace?.Step(TraceKind.Rounding, "", null, money.Minor);
        if (RunningTotal)
        {
            running += amount;
            before += money;
        }

        return Claimed(c, occurrence) ? money : Money.Zero;
    }

    private bool Claimed(ServiceCase c, Occurrence occurrence)
    {
        if (ClaimBy(occurrence) is not { } by || KnownOn(c, occurrence) <= by)
        {
            return true;
        }

        c.Trace?.Step(TraceKind.Claim, "", null, Exact.Zero);
        return false;
    }

    private Exact Exactly(ServiceCase c, Occurrence occurrence, int time)
    {
        var spot = SpotOf(c, occurrence, time, out var priced);
        if (!priced)
        {
            return Exact.Zero;
        }

        var amount = Amount(c, spot);
        var isWhole = occurrence.WholeDays == 0 || occurrence.Counted.Length == occurrence.WholeDays;
        if (isWhole || PartPeriods is not { } part)
        {
            return amount;
        }

        var share = part switch
        {
            Porras.PartPeriods.ByDays => Exact.Of(occurrence.Counted.Length, occurrence.WholeDays),
            Porras.PartPeriods.InFull => Exact.One,
            _ => Exact.Zero,
        };
        c.Trace?.Step(TraceKind.PartPeriod, "", share, amount * share);
        return amount * share;
    }

    private Exact Amount(ServiceCase c, in Spot spot)
    {
        var transition = Transition?.Share(Source.IsOutcome, spot.Priced) ?? Exact.One;
        var amount = Pay.Amount(c, spot, transition);
        var mayOwe = Pay is PayPlan.ShareOfFees;
        foreach (var step in Steps)
        {
            amount = step.Apply(c, spot, amount, transition);
            mayOwe |= step.MayOwe;
        }

        if (amount.Sign < 0 && !mayOwe)
        {
            c.Trace?.Step(TraceKind.NotBelowZero, "", null, Exact.Zero);
            amount = Exact.Zero;
        }

        return amount;
    }
}
