namespace Porras;

/// <summary>Turns the fees, limits and takings back of a checked model into plans.</summary>
internal static class FeeResolver
{
    /// <summary>All fees.</summary>
    public static IReadOnlyList<FeePlan> Resolve(Plan plan, Resolver resolver)
    {
        var declared = plan.Model.Fees.ToList();
        var fees = declared.Select((fee, i) => Fee(plan, resolver, fee, i)).ToList();
        for (var i = 0; i < fees.Count; i++)
        {
            // What a fee pays may need the other fees, so it comes after all of them.
            fees[i].Pay = PaidBy(resolver, declared[i], fees);
            fees[i].Steps = [.. declared[i].Steps.Select(s => Step(resolver, s, i, fees))];
            fees[i].Remember(resolver);
        }

        return fees;
    }

    /// <summary>A limit.</summary>
    public static LimitPlan Limit(Plan plan, Resolver resolver, Declaration.Limit limit) => new(
        limit,
        resolver.Amount(limit.Amount, limit.Mark),
        limit.Fees.Select(resolver.Fee).ToHashSet(),
        limit.Scope is Owner.Participant ? null : resolver.Scope(limit.Scope),
        limit.Period,
        plan.Periods,
        plan.Rounding,
        plan.Currency);

    /// <summary>Taking back a fee.</summary>
    public static TakeBackPlan TakeBack(Plan plan, Resolver resolver, Declaration.TakeBack back)
    {
        // `within D after FEE` of the fee itself is about each line of its own, not about the first one.
        var when = back.When!;
        var own = when.Value.Bounds.OfType<Bound.Within>().Select(b => b.Frame).OfType<Frame.Around>()
            .FirstOrDefault(f => f.Side == Side.After && f.Day is DayName.Named(var name) && name.Text == back.Of.Text);
        var others = when.Value.Bounds
            .Where(b => b is not Bound.Within(Frame.Around around) || !ReferenceEquals(around, own));
        var moment = when with { Value = when.Value with { Bounds = [.. others] } };
        return new(
            back,
            resolver.Fee(back.Of),
            MomentResolver.Resolve(resolver, moment, null, skippedPaid: false),
            own?.Duration.Value,
            resolver.Tests(back.OnlyIf, FactOf(resolver, when)),
            back.Takes?.Value is Takes.Part(var share) ? resolver.Share(share) : null,
            back.Takes?.Value is Takes.Unused,
            plan.Rounding);
    }

    private static FeePlan Fee(Plan plan, Resolver resolver, Declaration.Fee fee, int index)
    {
        var priced = (fee.Priced ?? plan.Model.Header.Priced)?.Value.On is { } day ? resolver.Day(day) : null;
        var whens = new[] { fee.When! }.Concat(fee.Or).Concat(fee.And).ToList();
        return new()
        {
            Index = index,
            Scope = fee.For?.Value is null or Owner.Participant ? null : resolver.Scope(fee.For.Value),
            Source = fee,
            Ways = [.. whens.Select(w => MomentResolver.Resolve(resolver, w, priced, fee.SkippedPaid?.Value ?? false))],
            AllWays = fee.And.Count > 0,
            OnlyIf = resolver.Tests(fee.OnlyIf, FactOf(resolver, fee.When!)),
            Most = fee.Often!.Value switch
            {
                HowOften.Once => new ValuePlan.Literal(Exact.One),
                HowOften.AtMost(var times) => resolver.Value(times, ValueKind.Number),
                HowOften.Every => null,
                _ => throw new InvalidOperationException("Unknown number of times."),
            },
            Priced = priced,
            Steps = [],
            PartPeriods = fee.PartPeriods?.Value,
            Claim = fee.Claim?.Value.Value,
            Payable = (fee.Payable ?? plan.Model.Header.Payable)?.Value,
            Rounding = plan.Rounding,
            RunningTotal = plan.RunningTotal,
            Transition = plan.Transition,
        };
    }

    private static PayPlan PaidBy(Resolver resolver, Declaration.Fee fee, List<FeePlan> fees)
    {
        var mark = fee.Pay!.Mark;
        return fee.Pay.Value switch
        {
            Pay.Fixed(var amount) => new PayPlan.Fixed(resolver.Amount(amount, mark)),
            Pay.ShareOf(var share, var names) when resolver.Names.Find(names[0]) is Meaning.Fee =>
                new PayPlan.ShareOfFees(resolver.Share(share), [.. names.Select(n => fees[resolver.Fee(n)])]),
            Pay.ShareOf(var share, var names) =>
                new PayPlan.Fixed(resolver.Amount(new(share, null, new Basis.Named(names[0]), null), mark)),
            Pay.ByKey(var key, var rows) => new PayPlan.ByKey(
                resolver.Table(key, [.. rows.Select(r => r.Label)], mark),
                [.. rows.Select(r => resolver.Amount(r.Amount, mark))]),
            Pay.Unpaid(var names) => new PayPlan.Unpaid([.. names.Select(n => fees[resolver.Fee(n)])]),
            Pay.Pool(var amount, var measure, var cohort) => new PayPlan.Pool(
                resolver.Amount(amount, mark),
                resolver.Value(measure),
                resolver.Scope(cohort is { } c ? new Owner.Cohort(c) : new Owner.Contract()),
                fees[resolver.Fee(fee.Name)]),
            _ => throw new InvalidOperationException("Unknown pay."),
        };
    }

    private static StepPlan Step(
        Resolver resolver, Said<PayStep> step, int self, List<FeePlan> fees) => step.Value switch
    {
        PayStep.Plus(var amount) => IsShare(resolver, amount)
            ? new StepPlan.Scale(ShareOf(resolver, amount), TraceKind.Plus)
            : new StepPlan.Plus(resolver.Amount(amount, step.Mark)),
        PayStep.Times(var share) => new StepPlan.Scale(resolver.Share(share), TraceKind.Times),
        PayStep.Less({ Base: Basis.Named(var name) } amount) when resolver.Names.Find(name) is Meaning.Fee =>
            Fees(resolver, [name], self, fees, settles: false),
        PayStep.Less(var amount) => IsShare(resolver, amount)
            ? new StepPlan.Scale(ShareOf(resolver, amount), TraceKind.Less)
            : new StepPlan.Less(resolver.Amount(amount, step.Mark)),
        PayStep.LessFees(var names) => Fees(resolver, names, self, fees, settles: false),
        PayStep.Settles(var names) => Fees(resolver, names, self, fees, settles: true),
        PayStep.AtMost(var amount) => new StepPlan.AtMost(resolver.Amount(amount, step.Mark)),
        _ => throw new InvalidOperationException("Unknown step."),
    };

    private static StepPlan.LessFees Fees(
        Resolver resolver, IReadOnlyList<Name> names, int self, List<FeePlan> fees, bool settles) =>
        new(self, [.. names.Select(n => fees[resolver.Fee(n)])], settles);

    private static bool IsShare(Resolver resolver, Amount amount) =>
        amount is { Share: null, Times: null, ForEach: null }
        && amount.Base switch
        {
            Basis.Written(var literal) => literal.IsShare,
            Basis.Named(var name) => resolver.KindOf(name) == ValueKind.Percent,
            _ => throw new InvalidOperationException("Unknown base."),
        };

    private static ValuePlan ShareOf(Resolver resolver, Amount amount) => resolver.Value(amount, ValueKind.Percent);

    // The kind of fact whose columns tests of the moment may read.
    private static int FactOf(Resolver resolver, Said<Moment> when) => when.Value.Event switch
    {
        MomentKind.Occurs(DayName.Named(var name)) when resolver.Names.Find(name) is Meaning.Fact(_, var i) => i,
        MomentKind.EachLasts(var fact, _) => resolver.Fact(fact),
        _ => -1,
    };
}
