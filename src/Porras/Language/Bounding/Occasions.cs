namespace Porras;

/// <summary>How often a fee can be earned by one owner.</summary>
internal static class Occasions
{
    public static Most<long> Of(Extents extents, FeeModel model, Declaration.Fee fee, Scenario scenario)
    {
        var said = Said(extents, fee, scenario);
        var fits = fee.When is { } when && fee.Or.Count + fee.And.Count == 0
            ? Fits(extents, model, when.Value, scenario)
            : new(null, BoundReason.Of("times.every"));
        return said.Value is { } s && (fits.Value is not { } f || s <= f) ? said : fits;
    }

    /// <summary>The most days over which a measure is counted for a fee: in its amount and its tests.</summary>
    public static int? DaysCounted(Extents extents, Declaration.Fee fee) => fee.When?.Value.Event switch
    {
        MomentKind.EachPeriod(_, var period) => LongestOf(period),
        MomentKind.EachPart(_, var duration, _) => Lengths.Most(duration.Value),
        null => null,
        _ => fee.Or.Count + fee.And.Count > 0 || fee.For is { Value: not Owner.Participant } ? null
            : Least(fee.When!.Value.Bounds.OfType<Bound.Within>().Select(b => extents.Lengths.MostFromStart(b.Frame))),
    };

    /// <summary>The steps that a ladder's moment can be paid for; null if the fee has another moment.</summary>
    public static IReadOnlyList<int>? Steps(ModelNames names, Declaration.Fee fee) =>
        fee.When?.Value.Event is MomentKind.NewStep(var ladder, var from, var to)
            && names.Find(ladder) is Meaning.Ladder(var decl, _)
            ? [.. decl.Steps.Select(s => s.Number).Order().Skip(1).Where(n => !(n < from) && !(n > to))]
            : null;

    private static Most<long> Said(Extents extents, Declaration.Fee fee, Scenario scenario)
    {
        switch (fee.Often?.Value)
        {
            case HowOften.Once:
                return new(1, BoundReason.Of("times.once"));
            case HowOften.AtMost(var basis):
                var most = extents.Basis(basis, scenario, null, [], ValueKind.Number).High;
                return most is { } m ? Count("times.at-most", (long)m.Floor())
                    : new(null, BoundReason.Of("times.at-most-unknown"));
            case HowOften.Every or null:
                return new(null, BoundReason.Of("times.every"));
            case var other:
                throw Speech.Unknown(other);
        }
    }

    private static Most<long> Fits(Extents extents, FeeModel model, Moment moment, Scenario scenario)
    {
        switch (moment.Event)
        {
            case MomentKind.Occurs(DayName.Named(var name)) when extents.Names.Find(name) is Meaning.Fact:
            case MomentKind.EachLasts:
                return new(null, BoundReason.Of("times.facts"));
            case MomentKind.Occurs:
                return new(1, BoundReason.Of("times.day"));
            case MomentKind.Reaches:
                return new(1, BoundReason.Of("times.threshold"));
            case MomentKind.NewStep(var ladder, var from, var to):
                var steps = Steps(extents.Names, new(default, true, null, default) { When = new(moment, default) });
                return steps is null ? new(null, BoundReason.Of("times.facts"))
                    : new(steps.Count, BoundReason.Of("times.steps", (Exact)steps.Count));
            case MomentKind.EachBlock(var block, var unbroken, var measure):
                return Blocks(extents, moment, (block, measure), scenario);
            case MomentKind.EachPeriod(_, var period):
                return Periods(extents, model, moment, period);
            case MomentKind.EachPart(_, var duration, var window):
                return extents.Lengths.Parts(window, duration.Value) is { } parts ? Count("times.parts", parts)
                    : new(null, BoundReason.Of("times.no-window"));
            case var other:
                throw Speech.Unknown(other);
        }
    }

    private static Most<long> Blocks(
        Extents extents, Moment moment, (Amount Size, Name Measure) block, Scenario scenario)
    {
        var days = Least(moment.Bounds.OfType<Bound.Within>().Select(b => extents.Lengths.Most(b.Frame)));
        var value = extents.Name(block.Measure, scenario, days, []).High;
        var kind = extents.Units.Of(block.Measure);
        var size = SizeInDays(block.Size, kind) ?? extents.Amount(block.Size, scenario, null, [], kind).Low;
        return value is not { } v ? new(null, BoundReason.Of(days is null ? "times.no-window" : "times.measure"))
            : size is not { Sign: > 0 } s ? new(null, BoundReason.Of("times.facts"))
            : Count("times.blocks", (long)(v / s).Floor());
    }

    // A month of a run of days has at least as many days as the shortest such stretch of the calendar.
    private static Exact? SizeInDays(Amount size, ValueKind? kind) =>
        kind == ValueKind.Days && size is { Share: null, Times: null, ForEach: null, Base: Basis.Written(var literal) }
            && literal.Unit is UnitWord.Months or UnitWord.Years && literal.Number.IsWhole
            ? Lengths.Least(new((int)literal.Number.Numerator,
                literal.Unit == UnitWord.Years ? DurationUnit.Years : DurationUnit.Months))
            : null;

    private static Most<long> Periods(Extents extents, FeeModel model, Moment moment, Period period)
    {
        var frames = moment.Bounds.OfType<Bound.Within>().Select(b => b.Frame).ToList();
        if (frames.Count == 0)
        {
            return model.Header.InForce is { } inForce
                ? Count("times.periods-in-force", Touched(model, period, inForce.Value))
                : new(null, BoundReason.Of("times.no-window"));
        }

        var counts = frames.Select(f => extents.Lengths.FromEachStart(f) is { } spans
            ? spans.Select(s => Touched(model, period, s)).DefaultIfEmpty(0).Max()
            : extents.Lengths.Most(f) is { } days ? (days - 1) / LeastOf(period) + 3 : (long?)null);
        return counts.OfType<long>().Select(c => (long?)c).Min() is { } most ? Count("times.periods", most)
            : new(null, BoundReason.Of("times.no-window"));
    }

    public static long Touched(FeeModel model, Period period, DaySpan span)
    {
        if (span.IsEmpty)
        {
            return 0;
        }

        var (first, last) = (Day.Date(span.First), Day.Date(span.Last));
        var (a, b) = (first.Year * 12 + first.Month - 1, last.Year * 12 + last.Month - 1);
        return period switch
        {
            Period.CalendarMonth => b - a + 1,
            Period.CalendarQuarter => b / 3 - a / 3 + 1,
            Period.CalendarYear => last.Year - first.Year + 1,
            Period.ContractYear =>
                ContractYears.Of(model).ContractYear(span.Last) - ContractYears.Of(model).ContractYear(span.First) + 1,
            _ => throw Speech.Unknown(period),
        };
    }

    private static Most<long> Count(string key, long count) =>
        new(Math.Max(0, count), BoundReason.Of(key, (Exact)Math.Max(0, count)));

    private static int? Least(IEnumerable<int?> days) => days.OfType<int>().Select(d => (int?)d).Min();

    private static int LongestOf(Period period) => period switch
    {
        Period.CalendarMonth => 31,
        Period.CalendarQuarter => 92,
        Period.CalendarYear => 366,
        // The first contract year lasts until the day on which the second begins, at most a year and a day later.
        Period.ContractYear => 366,
        _ => throw Speech.Unknown(period),
    };

    private static int LeastOf(Period period) => period switch
    {
        Period.CalendarMonth => 28,
        Period.CalendarQuarter => 90,
        Period.CalendarYear => 365,
        Period.ContractYear => 365,
        _ => throw Speech.Unknown(period),
    };
}
