namespace Porras;

/// <summary>The day of the price is said where a price depends on a day: P3010, P4015.</summary>
internal static class Pricing
{
    /// <summary>Fees whose price depends on a day that is not said, or on the very moment that reads it.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        foreach (var fee in context.Model.Fees)
        {
            var priced = PriceOfWhen.Of(fee, context);
            if (priced is null && ReasonOf(fee, context, 0) is { } reason)
            {
                yield return Diagnostic.At(fee.Name.Place, "P3010", fee.Name.Text, reason);
            }

            if (priced is { Value.On: null } && DatedInMoment(fee, context) is { } name)
            {
                yield return Diagnostic.At(name.Place, "P4015", name.Text, fee.Name.Text);
            }
        }
    }

    private static Name? DatedInMoment(Declaration.Fee fee, CheckContext context) => context.UsesFrom(fee.Name.Text)
        .Where(u => u.Site.Part == Part.When && PriceOfWhen.IsDated(context.Find(u), context))
        .Select(u => (Name?)u.Name).FirstOrDefault();

    // What makes the price depend on a day: a column of a dated table, an inline key, or the transition.
    private static string? ReasonOf(Declaration.Fee fee, CheckContext context, int depth)
    {
        var read = context.UsesFrom(fee.Name.Text)
            .Where(u => u.Site.Part is Part.When or Part.OnlyIf or Part.Pay or Part.Often)
            .FirstOrDefault(u => PriceOfWhen.IsDated(context.Find(u), context));
        if (read is not null)
        {
            return read.Name.Text;
        }

        if (fee.Pay?.Value is Pay.ByKey(var key, _) && PriceOfWhen.IsDated(key))
        {
            return Readable.KeyText(key);
        }

        if (context.Model.Transition is not null && NamesAmount(fee, context))
        {
            return "transition";
        }

        return fee.Pay?.Value is Pay.Unpaid(var of) && depth == 0
            ? of.Select(context.Fee).OfType<Declaration.Fee>().Select(f => ReasonOf(f, context, 1))
                .FirstOrDefault(r => r is not null)
            : null;
    }

    private static bool NamesAmount(Declaration.Fee fee, CheckContext context) =>
        fee.Pay?.Value switch
        {
            null or Pay.Unpaid => false,
            Pay.ShareOf(_, var of) => of.Any(n => context.Fee(n) is null),
            _ => true,
        }
        || fee.Steps.Any(s => s.Value is PayStep.Plus(var amount) && !IsShare(amount, fee, context));

    private static bool IsShare(Amount amount, Declaration.Fee fee, CheckContext context) =>
        new UnitRules(context).KindOf(amount, FeeUses.Paying(fee, context.Names).Facts) == ValueKind.Percent;
}
