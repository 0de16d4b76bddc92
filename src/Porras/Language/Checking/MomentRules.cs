namespace Porras;

/// <summary>Months, runs and rolling windows are asked only of measures that have them: P4021 to P4025.</summary>
internal static class MomentRules
{
    /// <summary>Moments that their measure cannot answer.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
        from moment in UnitsOfTests.Moments(context)
        from finding in Event(moment, context).Concat(moment.Bounds.SelectMany(b => Bound(b, moment, context)))
        select finding;

    private static IEnumerable<Diagnostic> Event(Moment moment, CheckContext context) => moment.Event switch
    {
        MomentKind.Reaches(var measure, var unbroken, _, var value) =>
            Counted(measure, unbroken, value, false, context),
        MomentKind.EachBlock(var block, var unbroken, var measure) => Counted(measure, unbroken, block, true, context),
        _ => [],
    };

    private static IEnumerable<Diagnostic> Counted(
        Name name, bool unbroken, Amount value, bool blocks, CheckContext context)
    {
        if (context.Measure(name) is not { } measure)
        {
            yield break;
        }

        var inMonths = new UnitRules(context).KindOf(value, []) == ValueKind.Months;
        var days = context.Units.Of(measure) == ValueKind.Days;
        if (inMonths && days && (!unbroken || !HasRuns(measure)))
        {
            yield return Diagnostic.At(value.Place, "P4021", name.Text);
        }
        else if (inMonths && days && measure.Gaps.FirstOrDefault(g => !g.Value.Count) is { } gaps)
        {
            yield return Diagnostic.At(gaps.Mark.Place, "P4026", name.Text);
        }
        else if (unbroken && !HasRuns(measure))
        {
            yield return Diagnostic.At(name.Place, "P4022", name.Text);
        }

        if (blocks && measure.Head is MeasureHead.DaysOf(_, true))
        {
            yield return Diagnostic.At(name.Place, "P4023", name.Text);
        }
    }

    private static IEnumerable<Diagnostic> Bound(Bound bound, Moment moment, CheckContext context)
    {
        switch (bound)
        {
            case Porras.Bound.WithinAny(var duration) when moment.Event is not MomentKind.Reaches { Unbroken: false }:
                yield return Diagnostic.At(duration.Place, "P4024", Written.Of(duration.Value));
                break;
            case Porras.Bound.BegunWithin(var frame) when !IsRun(moment, context):
                yield return Diagnostic.At(PlaceOf(frame), "P4025");
                break;
        }
    }

    private static bool IsRun(Moment moment, CheckContext context) => moment.Event switch
    {
        MomentKind.Reaches(var name, _, _, _) => context.Measure(name) is not { } measure || HasRuns(measure),
        MomentKind.EachBlock(_, _, var name) => context.Measure(name) is not { } measure || HasRuns(measure),
        MomentKind.EachLasts => true,
        _ => false,
    };

    private static Place PlaceOf(Frame frame) => frame switch
    {
        Frame.Window(var name) => name.Place,
        Frame.Around(var duration, _, _) => duration.Place,
        _ => throw new InvalidOperationException("Unknown frame."),
    };

    // Only what is counted day by day, or week by week, of one participant has runs.
    private static bool HasRuns(Declaration.Measure measure) =>
        measure is { Over: null, Head: MeasureHead.DaysOf or MeasureHead.UnitsOf };
}
