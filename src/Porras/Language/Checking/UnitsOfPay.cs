namespace Porras;

/// <summary>
/// Money is multiplied by numbers and shares only: P4001 and P4002 where something is paid or limited.
/// </summary>
internal static class UnitsOfPay
{
    /// <summary>
    /// Prices that are no money, shares that are no shares, numbers of times that are no whole numbers.
    /// </summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        var rules = new UnitRules(context);
        return
        [
            .. context.Model.Fees.SelectMany(f => Fee(f, context, rules)),
            .. context.Model.Limits.SelectMany(l => rules.Expect(l.Amount, ValueKind.Money, [])),
            .. context.Model.TakeBacks
                .SelectMany(b => b.Takes?.Value is Takes.Part(var share) ? rules.Expect(share) : []),
            .. context.Model.Splits.SelectMany(s => s.Parts).SelectMany(p => rules.Expect(p.Share)),
            .. context.Model.Splits.SelectMany(s => s.Order).Select(p => p.UpTo).OfType<Amount>()
                .SelectMany(a => rules.Expect(a, ValueKind.Money, [])),
            .. context.Model.Transition?.Years.SelectMany(y => (Literal[])[y.Value.Outputs, y.Value.Outcomes])
                .SelectMany(s => rules.Expect(s, ValueKind.Percent)) ?? [],
            .. context.Model.Providers?.Bids.SelectMany(b => Bid(b.Value, rules)) ?? [],
        ];
    }

    private static IEnumerable<Diagnostic> Fee(Declaration.Fee fee, CheckContext context, UnitRules rules)
    {
        var facts = FeeUses.Paying(fee, context.Names).Facts;
        return
        [
            .. fee.Pay is { } pay ? Paid(pay.Value, facts, context, rules) : [],
            .. fee.Steps.SelectMany(s => Step(s.Value, facts, context, rules)),
            .. fee.Often?.Value is HowOften.AtMost(Basis.Written(var times)) ? Times(times) : [],
        ];
    }

    private static IEnumerable<Diagnostic> Paid(
        Pay pay, IReadOnlyList<FactKind> facts, CheckContext context, UnitRules rules) => pay switch
    {
        Pay.Fixed(var amount) => rules.Expect(amount, ValueKind.Money, facts),
        Pay.ShareOf(var share, var of) =>
            [.. rules.Expect(share), .. of.SelectMany(n => rules.Expect(n, ValueKind.Money, facts))],
        Pay.Pool(var amount, var measure, _) =>
        [
            .. rules.Expect(amount, ValueKind.Money, facts),
            .. context.Units.Of(measure) is { } kind && !Role.Quantity.Takes(kind) && kind != ValueKind.Money
                ? (Diagnostic[])[NotCounted(measure, kind)] : [],
        ],
        Pay.Unpaid => [],
        Pay.ByKey(_, var rows) => rows.SelectMany(r => rules.Expect(r.Amount, ValueKind.Money, facts)),
        _ => throw new InvalidOperationException("Unknown pay."),
    };

    private static IEnumerable<Diagnostic> Step(
        PayStep step, IReadOnlyList<FactKind> facts, CheckContext context, UnitRules rules) => step switch
    {
        PayStep.Plus(var amount) => AmountOrShare(amount, facts, rules),
        PayStep.Less(var amount) => AmountOrShare(amount, facts, rules),
        PayStep.AtMost(var amount) => rules.Expect(amount, ValueKind.Money, facts),
        PayStep.Times(var share) => rules.Expect(share),
        PayStep.LessFees or PayStep.Settles => [],
        _ => throw new InvalidOperationException("Unknown step."),
    };

    private static Diagnostic NotCounted(Name name, ValueKind kind) =>
        Diagnostic.At(name.Place, "P4001", name.Text, Words.Of(kind), Role.Quantity.Word());

    private static IEnumerable<Diagnostic> AmountOrShare(
        Amount amount, IReadOnlyList<FactKind> facts, UnitRules rules) =>
        amount is { Share: null, Times: null, ForEach: null } && rules.KindOf(amount, facts) == ValueKind.Percent
            ? [] : rules.Expect(amount, ValueKind.Money, facts);

    private static IEnumerable<Diagnostic> Times(Literal times) =>
        times is { Unit: UnitWord.None, IsFraction: false, Number.IsWhole: true } && times.Number >= Exact.One
            ? [] : [Diagnostic.At(times.Place, "P4006", Written.Of(times))];

    private static IEnumerable<Diagnostic> Bid(Bid bid, UnitRules rules)
    {
        var edges = new[] { bid.From, bid.To }.OfType<Literal>().ToList();
        if (edges.Count > 0 && !Roles.IsMeasured(bid.Column.Type.Kind))
        {
            return [NotCounted(bid.Column.Name, bid.Column.Type.Kind)];
        }

        var units = edges.SelectMany(e => rules.Expect(e, bid.Column.Type.Kind));
        return bid is { From: { } from, To: { } to } && from.Plain > to.Plain
            ? [.. units, Diagnostic.At(from.Place, "P4012", bid.Column.Name.Text, Written.Of(from), Written.Of(to))]
            : units;
    }
}
