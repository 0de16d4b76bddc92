namespace Porras;

/// <summary>Turns the moments of a checked model into days.</summary>
public static class MomentResolver
{
    /// <summary>A moment.</summary>
    /// <param name="resolver">What names stand for.</param>
    /// <param name="source">The clause.</param>
    /// <param name="priced">The day whose row is read in thresholds; null: the day asked.</param>
    /// <param name="skippedPaid">Whether skipped steps are paid, for a ladder.</param>
    public static MomentPlan Resolve(Resolver resolver, Said<Moment> source, DayPlan? priced, bool skippedPaid)
    {
        var bounds = Bounds(resolver, source.Value.Bounds);
        return source.Value.Event switch
        {
            MomentKind.Occurs(DayName.Named(var name))
                when resolver.Names.Find(name) is Meaning.Fact or Meaning.Ladder =>
                new OnFact(source, bounds, resolver.Fact(name)),
            MomentKind.Occurs(var day) => new OnDay(source, bounds, resolver.Day(day)),
            MomentKind.Reaches(var name, var unbroken, var exceeds, var value) =>
                Measured(resolver, source, bounds, (name, value, priced), (unbroken, exceeds, false)),
            MomentKind.EachBlock(var block, var unbroken, var name) =>
                Measured(resolver, source, bounds, (name, block, priced), (unbroken, false, true)),
            MomentKind.EachLasts(var fact, var duration) =>
                new EachLasting(source, bounds, resolver.Fact(fact), duration.Value),
            MomentKind.NewStep(var ladder, var from, var to) => new NewStep(
                source,
                bounds,
                resolver.Fact(ladder),
                Steps(resolver, ladder),
                (from ?? int.MinValue, to ?? int.MaxValue),
                skippedPaid),
            MomentKind.EachPeriod(var end, var period) =>
                new EachPeriod(source, bounds, end, period, null, null, resolver.Periods),
            MomentKind.EachPart(var end, var duration, var window) =>
                new EachPeriod(source, bounds, end, null, duration.Value, resolver.Window(window), resolver.Periods),
            _ => throw new InvalidOperationException("Unknown moment."),
        };
    }

    private static IReadOnlyList<int> Steps(Resolver resolver, Name ladder) =>
        resolver.Names.Find(ladder) is Meaning.Ladder(var decl, _) ? [.. decl.Steps.Select(s => s.Number)]
        : throw Resolver.Unchecked(ladder);

    private static MomentPlan Measured(
        Resolver resolver,
        Said<Moment> source,
        BoundsPlan bounds,
        (Name Name, Amount Value, DayPlan? Priced) asked,
        (bool Unbroken, bool Exceeds, bool Blocks) how)
    {
        if (resolver.Names.Find(asked.Name) is not Meaning.Measure(var decl, var index))
        {
            throw Resolver.Unchecked(asked.Name);
        }

        var measure = resolver.Measure(index);
        var kind = resolver.Units.Of(decl) ?? ValueKind.Number;
        var value = resolver.Value(asked.Value, kind);
        var inMonths = kind == ValueKind.Days && IsMonths(resolver, asked.Value);
        var leaves = new List<ValuePlan>();
        var alike = asked.Priced is null or DayPlan.Start && value.AddLeaves(leaves, pricedOnStart: true);
        var needed = new Remembered(resolver.NewMemo(), alike ? EpisodeKey.Of(leaves) : null);
        var plan = new AskedPlan(value, inMonths, asked.Priced, needed);
        var oneAsked = value.IsFixed || asked.Priced is not null;
        var byRun = oneAsked && measure is RunMeasure { IsClamped: false, Needs.Count: 0 };
        return byRun && measure is RunMeasure runs && (runs.Window is null || how.Unbroken)
            ? new RunMoment(source, bounds, runs, plan, how.Unbroken, how.Exceeds, how.Blocks)
            : new ValueMoment(source, bounds, measure, plan, how.Exceeds, how.Blocks);
    }

    private static bool IsMonths(Resolver resolver, Amount amount) => amount.Base switch
    {
        Basis.Written(var literal) => literal.Unit is UnitWord.Months or UnitWord.Years,
        Basis.Named(var name) => resolver.KindOf(name) == ValueKind.Months,
        _ => throw new InvalidOperationException("Unknown base."),
    };

    private static BoundsPlan Bounds(Resolver resolver, IReadOnlyList<Bound> bounds) => new(
        [.. bounds.OfType<Bound.Within>().Select(b => resolver.Window(b.Frame))],
        [.. bounds.OfType<Bound.BegunWithin>().Select(b => resolver.Window(b.Frame))],
        bounds.OfType<Bound.WithinAny>().FirstOrDefault()?.Duration.Value,
        [.. bounds.OfType<Bound.After>().Select(b => resolver.Day(b.Day))],
        [.. bounds.OfType<Bound.Before>().Select(b => resolver.Day(b.Day))]);
}
