namespace Porras;

/// <summary>What a fee can pay, as far as the text alone says it.</summary>
internal static class Prices
{
    /// <summary>
    /// The least and the most that one occurrence pays before the transition; null if that is not known.
    /// </summary>
    public static (Exact Least, Exact Most)? Of(Declaration.Fee fee, CheckContext context)
    {
        var price = fee.Pay?.Value switch
        {
            Pay.Fixed(var amount) => Of(amount, context),
            Pay.ShareOf(Share.Written(var share), [var name]) when Of(name, context) is var (least, most) =>
                (share.Plain * least, share.Plain * most),
            Pay.ByKey(_, var rows) => Span(rows.Select(r => Of(r.Amount, context))),
            _ => ((Exact, Exact)?)null,
        };
        return fee.Steps.Aggregate(price, (p, step) => p is { } known ? After(step.Value, known, context) : null);
    }

    /// <summary>
    /// The most that all occurrences of some fees pay one participant, with the transition of the dearest year; what is
    /// not known counts as nothing.
    /// </summary>
    public static Exact Most(IEnumerable<Declaration.Fee> fees, CheckContext context)
    {
        var known = fees.Select(f => (Fee: f, Most: Most(f, context))).ToList();
        (Exact Outputs, Exact Outcomes)[] years = context.Model.Transition is { Years: [_, ..] shares }
            ? [.. shares.Select(y => (y.Value.Outputs.Plain, y.Value.Outcomes.Plain))] : [(Exact.One, Exact.One)];
        return years.Max(y => known.Aggregate(
            Exact.Zero, (sum, f) => sum + f.Most * (f.Fee.IsOutcome ? y.Outcomes : y.Outputs)));
    }

    /// <summary>The least and the most of an amount; null if that is not known.</summary>
    public static (Exact Least, Exact Most)? Of(Amount amount, CheckContext context)
    {
        var basis = amount.Base switch
        {
            Basis.Written(var literal) => Span([(Money(literal, context), Money(literal, context))]),
            Basis.Named(var name) => Of(name, context),
            _ => throw new InvalidOperationException("Unknown base."),
        };
        Exact? factor = amount.Share switch
        {
            Share.Written(var share) => share.Plain,
            Share.Named => null,
            _ => amount.Times?.Number ?? Exact.One,
        };
        return amount.ForEach is null && basis is var (least, most) && factor is { } f ? (f * least, f * most) : null;
    }

    private static (Exact, Exact)? Of(Name name, CheckContext context) =>
        context.Names.Find(name) is Meaning.TableColumn(var table, var column)
            ? Span(table.Rows.Where(r => column < r.Cells.Count).Select(r => r.Cells[column]).OfType<Literal>()
                .Select(c => ((Exact, Exact)?)(Money(c, context), Money(c, context))))
            : null;

    private static (Exact, Exact)? Span(IEnumerable<(Exact Least, Exact Most)?> all)
    {
        var known = all.ToList();
        return known.Count == 0 || known.Contains(null) ? null
            : (known.Min(k => k!.Value.Least), known.Max(k => k!.Value.Most));
    }

    private static (Exact, Exact)? After(
        PayStep step, (Exact Least, Exact Most) so, CheckContext context) => step switch
    {
        PayStep.Times(Share.Written(var share)) => (share.Plain * so.Least, share.Plain * so.Most),
        PayStep.AtMost(var amount) when Of(amount, context) is var (_, most) =>
            (Exact.Min(so.Least, most), Exact.Min(so.Most, most)),
        PayStep.Less or PayStep.LessFees or PayStep.Settles or PayStep.AtMost => (Exact.Zero, so.Most),
        PayStep.Times or PayStep.Plus => null,
        _ => throw new InvalidOperationException("Unknown step."),
    };

    private static Exact Money(Literal literal, CheckContext context) => context.Units.Value(literal, ValueKind.Money);

    private static Exact Most(Declaration.Fee fee, CheckContext context)
    {
        var times = fee.Often?.Value switch
        {
            HowOften.Once => Exact.One,
            HowOften.AtMost(Basis.Written(var most)) => most.Number,
            _ => Exact.Zero,
        };
        return Of(fee, context) is var (_, price) ? times * price : Exact.Zero;
    }
}
