namespace Porras;

/// <summary>
/// Fees by period say what a cut period pays; clauses of other moments are refused: P3009, P4013, P4032.
/// </summary>
internal static class PeriodFees
{
    /// <summary>Fees by period whose cut periods are not provided for, and clauses that mean nothing.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
        context.Model.Fees.SelectMany(f => Fee(f, context));

    /// <summary>Whether a fee's moments are periods.</summary>
    public static bool IsByPeriod(Declaration.Fee fee) =>
        FeeUses.Moments(fee).Any(m => m.Event is MomentKind.EachPeriod or MomentKind.EachPart);

    private static IEnumerable<Diagnostic> Fee(Declaration.Fee fee, CheckContext context)
    {
        if (fee.PartPeriods is { } part && !IsByPeriod(fee))
        {
            yield return Diagnostic.At(part.Mark.Place, "P4013", "part periods pay", fee.Name.Text);
        }

        if (fee.SkippedPaid is { } skipped && FeeUses.Moments(fee).All(m => m.Event is not MomentKind.NewStep))
        {
            yield return Diagnostic.At(skipped.Mark.Place, "P4013", "skipped steps", fee.Name.Text);
        }

        if (fee is { PartPeriods: null, Pay: { } pay } && !Measures(pay.Value, context)
            && FeeUses.Moments(fee).Any(m => CanBeCut(m, fee, context)))
        {
            yield return Diagnostic.At(fee.Name.Place, "P3009", fee.Name.Text);
        }
    }

    private static bool CanBeCut(Moment moment, Declaration.Fee fee, CheckContext context) => moment.Event switch
    {
        MomentKind.EachPart(_, var duration, var window) =>
            context.Names.Find(window) is not Meaning.Window(var decl, _) || !Divides(duration.Value, decl.Rule),
        MomentKind.EachPeriod(_, var period) => FeeUses.OwnerOf(fee) is Owner.Participant
            || moment.Bounds.Any(b => b is Bound.Within)
            || context is { InForce: { } days, Periods: { } periods } && IsCut(period, days, periods),
        _ => false,
    };

    private static bool IsCut(Period period, DaySpan days, Periods periods)
    {
        var last = periods.Of(period, days.Last).Last;
        return last != days.Last || periods.Of(period, days.First).First != days.First;
    }

    private static bool Divides(Duration part, WindowRule whole) =>
        whole is WindowRule.Lasts({ Value: var lasts }, _, _) && lasts.InMonths == part.InMonths
        && (part.InMonths ? lasts.Months % part.Months : lasts.Days % part.Days) == 0;

    // An amount measures a cut period if it is made of what happened in it.
    private static bool Measures(Pay pay, CheckContext context) => pay switch
    {
        Pay.Fixed(var amount) => Measures(amount, context),
        Pay.ShareOf(_, var of) => of.All(n => context.Fee(n) is not null || Counts(n, context, 0)),
        Pay.Pool or Pay.Unpaid => true,
        Pay.ByKey(_, var rows) => rows.All(r => Measures(r.Amount, context)),
        _ => throw new InvalidOperationException("Unknown pay."),
    };

    private static bool Measures(Amount amount, CheckContext context) =>
        (amount.ForEach is { } quantity && Counts(quantity, context, 0))
        || (amount.Base is Basis.Named(var name) && Counts(name, context, 0));

    private static bool Counts(Name name, CheckContext context, int depth) =>
        depth < 20 && context.Measure(name) is { } measure && measure.Head switch
        {
            MeasureHead.DaysOf or MeasureHead.UnitsOf or MeasureHead.CountOf or MeasureHead.CountOfParticipants => true,
            MeasureHead.Aggregated(var aggregate, _, { }) => aggregate == Aggregate.Sum,
            MeasureHead.Aggregated(var aggregate, var of, null) =>
                aggregate == Aggregate.Sum && Counts(of, context, depth + 1),
            MeasureHead.Weighted(var terms) => terms.All(t => Counts(t.Measure, context, depth + 1)),
            MeasureHead.Less(var from, var what) => Counts(from, context, depth + 1)
                || (what is Basis.Named(var other) && Counts(other, context, depth + 1)),
            MeasureHead.ShareOf => false,
            _ => throw new InvalidOperationException("Unknown head."),
        };
}
