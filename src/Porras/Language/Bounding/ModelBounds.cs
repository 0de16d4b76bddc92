namespace Porras;

/// <summary>What a model can cost at the most, and until when, without any data.</summary>
/// <remarks>
/// The bounds hold for any facts: every value of the model is replaced by all the values it can have, and where
/// these have no end there is no bound. Prices of different groups, steps and occurrences are not mixed. What is taken
/// back is not taken off, and a measure counts all the days of its window.
/// </remarks>
public static class ModelBounds
{
    /// <summary>The bounds of a model.</summary>
    /// <param name="model">A model that has passed <c>check</c>.</param>
    public static BoundsReport Of(FeeModel model)
    {
        var costs = new Costs(model);
        var last = new LastDays(model, costs.Extents.Names);
        var scenarios = Scenario.Of(model);
        var fees = model.Fees.Select(f => Fee(costs, last, scenarios, f)).ToList();
        return new(
            model,
            fees,
            LimitedSums.Participant(model, costs, scenarios, fees),
            LimitedSums.Contract(model, costs, last, fees),
            Last(model, last, fees));
    }

    private static FeeBounds Fee(Costs costs, LastDays last, IReadOnlyList<Scenario> scenarios, Declaration.Fee fee)
    {
        // A scenario is about a participant; other owners have participants of every kind.
        var all = fee.For is { Value: not Owner.Participant } ? [Scenario.None] : scenarios;
        var times = Largest(all.Select(s => costs.Times(fee, s)));
        var each = Checked(() => Largest(all.Select(s => Each(costs, fee, s))));
        var total = Checked(() => Largest(all.Select(s => Total(costs, fee, s))));
        return new(fee, times, each, total, last.Earned(fee), last.Due(fee));
    }

    private static Most<Money> Each(Costs costs, Declaration.Fee fee, Scenario scenario) =>
        costs.Each(fee, scenario) is { } money ? new(money, BoundReason.Of("each.price"))
            : new(null, BoundReason.Of("each.no-bound"));

    private static Most<Money> Total(Costs costs, Declaration.Fee fee, Scenario scenario) =>
        costs.Total(fee, scenario).High is { } high ? new(Money(high), costs.Times(fee, scenario).Reason)
        : costs.Each(fee, scenario) is null ? new(null, BoundReason.Of("each.no-bound"))
        : new(null, costs.Times(fee, scenario).Reason);

    private static Most<int> Last(FeeModel model, LastDays last, List<FeeBounds> fees)
    {
        var backs = model.TakeBacks.Select(t => t.When is { } when
            ? last.Of(when.Value) : new Most<int>(null, BoundReason.Of("day.no-end")));
        var all = fees.Select(f => f.Due).Concat(backs).ToList();
        return all.Find(d => d.Value is null) ?? all.MaxBy(d => d.Value) ?? new(null, BoundReason.Of("day.no-end"));
    }

    internal static Money Money(Exact minor) => new((long)minor.Ceiling());

    /// <summary>The largest; none if one of them has no bound.</summary>
    internal static Most<T> Largest<T>(IEnumerable<Most<T>> all)
        where T : struct
    {
        var list = all.ToList();
        return list.Find(m => m.Value is null) ?? list.MaxBy(m => m.Value)!;
    }

    /// <summary>A bound that does not fit is none.</summary>
    internal static Most<Money> Checked(Func<Most<Money>> bound)
    {
        try
        {
            return bound();
        }
        catch (OverflowException)
        {
            return new(null, BoundReason.Of("money.too-large"));
        }
    }
}
