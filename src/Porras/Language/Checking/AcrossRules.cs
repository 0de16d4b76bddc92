namespace Porras;

/// <summary>What cannot be counted, claimed or divided across participants: P4058 to P4061, P4064.</summary>
internal static class AcrossRules
{
    /// <summary>Clauses that have no meaning for a cohort, a provider or the contract.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. context.Model.Measures.Where(m => m.Over is not null).SelectMany(m => Measure(m, context)),
        .. context.Model.Fees.SelectMany(Fee),
        .. context.Model.Splits.SelectMany(s => Split(s, context)),
        .. context.Model.Expectations.SelectMany(e => Expect(e, context)),
    ];

    // A measure of someone else would be read alike for every owner, or for nobody.
    private static IEnumerable<Diagnostic> Expect(Declaration.Expect expect, CheckContext context) =>
        context.Names.Find(expect.Of) is Meaning.Measure measure
        && Shapes.ScopeOf(measure, context.Names) is { } scope && scope != expect.Scope
            ? [Diagnostic.At(
                expect.Of.Place, "P4064", expect.Of.Text, Written.Of(scope), Written.Of(expect.Scope))]
            : [];

    // Whose latest value would it be? And a larger owner's fee occurs for nobody in particular.
    private static IEnumerable<Diagnostic> Measure(Declaration.Measure measure, CheckContext context)
    {
        if (measure.Head is MeasureHead.Aggregated(Aggregate.Latest, var column, { }))
        {
            yield return Diagnostic.At(measure.Over!.Mark.Place, "P4058", measure.Name.Text, column.Text);
        }

        foreach (var name in measure.Head is MeasureHead.CountOf(var names) ? names : [])
        {
            if (context.Fee(name) is { } fee && FeeUses.OwnerOf(fee) is not Owner.Participant)
            {
                yield return Diagnostic.At(name.Place, "P4059", measure.Name.Text, name.Text);
            }
        }
    }

    private static IEnumerable<Diagnostic> Fee(Declaration.Fee fee) =>
        fee.Claim is { } claim && FeeUses.OwnerOf(fee) is not Owner.Participant
            ? [Diagnostic.At(claim.Mark.Place, "P4060", fee.Name.Text)] : [];

    private static IEnumerable<Diagnostic> Split(Declaration.SplitBetween split, CheckContext context) =>
        split.By is { } by
            ? context.Model.Fees.Where(f => FeeUses.OwnerOf(f) is not Owner.Participant)
                .Select(f => Diagnostic.At(by.Mark.Place, "P4061", f.Name.Text, by.Value.Fact.Text))
            : [];
}
