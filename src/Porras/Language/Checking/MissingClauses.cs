namespace Porras;

/// <summary>What every model and every declaration has to say: P3001 to P3007, P3012 to P3020 and P3031.</summary>
internal static class MissingClauses
{
    /// <summary>Clauses without which a declaration has no meaning.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        var model = context.Model;
        return
        [
            .. Header(model),
            .. Participants(model),
            .. model.Cohorts.Where(c => c.By is null)
                .Select(c => Diagnostic.At(c.Name.Place, "P3015", c.Name.Text)),
            .. Closes(context),
            .. model.Measures.SelectMany(Measure),
            .. model.Fees.SelectMany(Fee),
            .. model.Limits.Where(l => l.Rule is null).Select(l => Diagnostic.At(l.Mark.Place, "P3012")),
            .. model.TakeBacks.SelectMany(TakeBack),
            .. model.Splits.Where(s => s.Parts.Count == 0 && s.By is null && !s.IsInOrder)
                .Select(s => Diagnostic.At(s.Mark.Place, "P3019")),
            .. model.Splits.Where(s => s.IsInOrder && s.Order.All(p => p.UpTo is not null))
                .Select(s => Diagnostic.At(s.Mark.Place, "P3031")),
            .. context.OwnDays.Where(d => d.Name.Text == TestUses.TransferWord && model.Providers?.Transfer is null)
                .Select(d => Diagnostic.At(d.Name.Place, "P3027")),
        ];
    }

    private static IEnumerable<Diagnostic> Header(FeeModel model)
    {
        var place = model.Header.Name.Place;
        if (model.Header.InForce is null)
        {
            yield return Diagnostic.At(place, "P3001", model.Header.Name.Text);
        }

        if (model.Header.Money is null)
        {
            yield return Diagnostic.At(place, "P3002", model.Header.Name.Text);
        }

        if (model.Participants is null)
        {
            yield return Diagnostic.At(place, "P3003", model.Header.Name.Text);
        }

        if (!model.Fees.Any())
        {
            yield return Diagnostic.At(place, "P3020", model.Header.Name.Text);
        }
    }

    private static IEnumerable<Diagnostic> Participants(FeeModel model) =>
        model.Participants is { Start: null } participants
            ? [Diagnostic.At(participants.Mark.Place, "P3004", participants.Noun.Text)] : [];

    private static IEnumerable<Diagnostic> Closes(CheckContext context) =>
        from use in context.Uses
        where use.Role == Role.Cohort && use.Site.Part != Part.List
        let cohort = (context.Find(use) as Meaning.Cohort)?.Decl
        where cohort is { Closes: null }
        select Diagnostic.At(use.Name.Place, "P3016", use.Name.Text);

    private static IEnumerable<Diagnostic> Measure(Declaration.Measure measure)
    {
        if (measure.Head is MeasureHead.UnitsOf(var months, _) && measure.With.Count == 0)
        {
            yield return Diagnostic.At(
                measure.Name.Place, "P3024", measure.Name.Text, months ? "months of" : "weeks of");
        }

        if (measure is { Over: null, Head: MeasureHead.CountOfParticipants or MeasureHead.Aggregated { Fact: null } })
        {
            yield return Diagnostic.At(measure.Name.Place, "P3025", measure.Name.Text);
        }
    }

    private static IEnumerable<Diagnostic> Fee(Declaration.Fee fee)
    {
        if (fee.When is null)
        {
            yield return Diagnostic.At(fee.Name.Place, "P3005", fee.Name.Text);
        }

        if (fee.Pay is null)
        {
            yield return Diagnostic.At(fee.Name.Place, "P3006", fee.Name.Text);
        }

        if (fee.Often is null)
        {
            yield return Diagnostic.At(fee.Name.Place, "P3007", fee.Name.Text);
        }

        if (fee.SkippedPaid is null && FeeUses.Moments(fee).Any(m => m.Event is MomentKind.NewStep))
        {
            yield return Diagnostic.At(fee.Name.Place, "P3008", fee.Name.Text);
        }
    }

    private static IEnumerable<Diagnostic> TakeBack(Declaration.TakeBack back)
    {
        if (back.When is null)
        {
            yield return Diagnostic.At(back.Mark.Place, "P3013", back.Of.Text);
        }

        if (back.Takes is null)
        {
            yield return Diagnostic.At(back.Mark.Place, "P3014", back.Of.Text);
        }
    }
}
