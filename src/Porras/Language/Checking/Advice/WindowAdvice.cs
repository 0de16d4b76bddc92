namespace Porras;

/// <summary>Windows and runs that leave out what was probably meant: P9006, P9008 and P9009.</summary>
internal static class WindowAdvice
{
    /// <summary>Windows too short for their outcome, that begin too late, and runs that a weekend breaks.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
        context.Model.Fees.SelectMany(f => Fee(f, context));

    private static IEnumerable<Diagnostic> Fee(Declaration.Fee fee, CheckContext context)
    {
        if (fee.When is not { Value: var moment })
        {
            yield break;
        }

        if (moment.Event is MomentKind.EachBlock(_, true, var run)
            && context.Measure(run) is { Head: MeasureHead.DaysOf, Gaps.Count: 0 })
        {
            yield return Diagnostic.At(run.Place, "P9008", run.Text);
        }

        foreach (var frame in moment.Bounds.OfType<Bound.Within>().Select(b => b.Frame))
        {
            var (place, days, day) = Of(frame, context);
            if (days is { } lasts && NeedOf(fee, context, 0) is { } need && need > lasts)
            {
                yield return Diagnostic.At(place, "P9006", fee.Name.Text);
            }

            if (day is DayName.EndOf(var earlier) && Reached.Of(fee) is var (measure, _)
                && context.Measure(measure)?.Head is MeasureHead.DaysOf)
            {
                yield return Diagnostic.At(place, "P9009", measure.Text, earlier.Text);
            }
        }
    }

    private static (Place Place, double? Days, DayName? Day) Of(Frame frame, CheckContext context) => frame switch
    {
        Frame.Around(var duration, _, var day) => (duration.Place, Reached.Days(duration.Value), day),
        Frame.Window(var name) => context.Names.Find(name) is Meaning.Window(var window, _)
            ? window.Rule switch
            {
                WindowRule.Lasts(var duration, _, var day) => (name.Place, Reached.Days(duration.Value), day),
                WindowRule.Between(var first, _) => (name.Place, (double?)null, first),
                _ => throw new InvalidOperationException("Unknown window."),
            }
            : (name.Place, (double?)null, null),
        _ => throw new InvalidOperationException("Unknown frame."),
    };

    // All the days that the fee needs for its last occurrence, with those of the fee that it follows.
    private static double? NeedOf(Declaration.Fee fee, CheckContext context, int depth)
    {
        if (depth > 10 || Reached.DaysOf(fee, context) is not { } days)
        {
            return null;
        }

        var times = fee.When!.Value.Event is MomentKind.EachBlock
            && fee.Often?.Value is HowOften.AtMost(Basis.Written(var most)) ? (double)most.Number.Numerator : 1;
        var before = fee.When.Value.Bounds.OfType<Bound.After>()
            .Select(b => b.Day is DayName.Named(var name) ? context.Fee(name) : null).OfType<Declaration.Fee>()
            .Select(f => NeedOf(f, context, depth + 1) ?? 0).DefaultIfEmpty(0).Max();
        return days * times + before;
    }
}
