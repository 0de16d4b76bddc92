namespace Porras;

/// <summary>Sums of fees under limits.</summary>
internal static class LimitedSums
{
    /// <summary>The most the fees of one participant in one episode sum to.</summary>
    public static Most<Money> Participant(
        FeeModel model, Costs costs, IReadOnlyList<Scenario> scenarios, IReadOnlyList<FeeBounds> fees) =>
        ModelBounds.Checked(() => ModelBounds.Largest(scenarios.Select(s => Sum(
            [.. fees.Where(f => OwnerOf(f.Fee) is Owner.Participant)
                .Select(f => new Part(f, costs.Total(f.Fee, s).High))],
            [.. Limits(model).Where(l => l.Scope is Owner.Participant)
                .Select(l => (l, Times(costs.Limit(l, s), Years(model, l, fees))))],
            "sum.fees",
            f => f.Total.Reason))));

    /// <summary>The most that everything under this version sums to.</summary>
    public static Most<Money> Contract(FeeModel model, Costs costs, LastDays last, IReadOnlyList<FeeBounds> fees) =>
        ModelBounds.Checked(() => Sum(
            [.. fees.Select(f => new Part(f, Owners(model, last, OwnerOf(f.Fee)) is { } n && f.Total.Value is { } each
                ? (Exact)each.Minor * n : f.Total.Value is { Minor: 0 } ? Exact.Zero : null))],
            [.. Limits(model).Select(l => (l, Times(Times(costs.Limit(l, Scenario.None), Years(model, l, fees)),
                Owners(model, last, l.Scope))))],
            "sum.contract",
            f => Owners(model, last, OwnerOf(f.Fee)) is null ? BoundReason.Of(OwnerOf(f.Fee) switch
            {
                Owner.Participant => "sum.participants",
                Owner.Provider => "sum.providers",
                Owner.Cohort or Owner.Contract => "sum.cohorts",
                var other => throw Speech.Unknown(other),
            }) : f.Total.Reason));

    // A limit that only reports bounds nothing.
    private static IEnumerable<Declaration.Limit> Limits(FeeModel model) =>
        model.Limits.Where(l => l.Rule != LimitRule.Report);

    private sealed record Part(FeeBounds Fee, Exact? High);

    // Limits that share no fee can be used one after the other; one that overlaps an earlier one is left out, which
    // only makes the bound larger. A limit of all fees comes last.
    private static Most<Money> Sum(
        List<Part> parts,
        List<(Declaration.Limit Limit, Money? Most)> limits,
        string reason,
        Func<FeeBounds, BoundReason> why)
    {
        var left = parts.ToList();
        var sum = Exact.Zero;
        foreach (var (limit, most) in limits.Where(l => l.Limit.Fees.Count > 0 && l.Most is not null))
        {
            var under = left.Where(p => limit.Fees.Any(f => f.Text == p.Fee.Fee.Name.Text)).ToList();
            if (under.Count == limit.Fees.Count)
            {
                left.RemoveAll(under.Contains);
                var cost = under.Any(p => p.High is null) ? null : (Exact?)Total(under);
                sum += cost is { } c ? Exact.Min(c, most!.Value.Minor) : (Exact)most!.Value.Minor;
            }
        }

        var endless = left.Find(p => p.High is null);
        Exact? all = endless is null ? sum + Total(left) : null;
        var whole = limits.Where(l => l.Limit.Fees.Count == 0 && l.Most is not null).Select(l => l.Most!.Value)
            .Select(m => (Money?)m).Min();
        return whole is { } w && (all is not { } a || a > w.Minor) ? new(w, BoundReason.Of("sum.limit", w))
            : all is { } total ? new(ModelBounds.Money(total), BoundReason.Of(reason))
            : new(null, why(endless!.Fee));
    }

    private static Exact Total(IEnumerable<Part> parts) =>
        parts.Aggregate(Exact.Zero, (sum, p) => sum + Exact.Max(Exact.Zero, p.High!.Value));

    private static Owner OwnerOf(Declaration.Fee fee) => fee.For?.Value ?? new Owner.Participant();

    // A limit by period applies in each period until the last day on which one of its fees can be earned.
    private static long? Years(FeeModel model, Declaration.Limit limit, IReadOnlyList<FeeBounds> fees)
    {
        if (limit.Period is not { } period)
        {
            return 1;
        }

        var under = fees.Where(f => limit.Fees.Count == 0 || limit.Fees.Any(n => n.Text == f.Fee.Name.Text)).ToList();
        return model.Header.InForce is { } days && under.Count > 0 && under.All(f => f.Earned.Value is not null)
            ? Occasions.Touched(model, period, new(days.Value.First, under.Max(f => f.Earned.Value!.Value)))
            : null;
    }

    // How many owners of a kind there can be; null if nothing limits their number.
    private static long? Owners(FeeModel model, LastDays last, Owner owner) => owner switch
    {
        Owner.Contract => 1,
        Owner.Participant or Owner.Provider => null,
        Owner.Cohort(var name) => model.Cohorts.FirstOrDefault(c => c.Name.Text == name.Text)?.By?.Value
            is CohortBy.Start(var period) && model.Header.InForce is { } days && last.Start is { } start
                ? Occasions.Touched(model, period, new(days.Value.First, start)) : null,
        _ => throw Speech.Unknown(owner),
    };

    private static Money? Times(Money? each, long? times) =>
        each is { } money && times is { } n ? new Money(checked(money.Minor * n)) : null;
}
