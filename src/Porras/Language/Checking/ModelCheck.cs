namespace Porras;

/// <summary>Everything that is wrong with a model, found in one run: names, completeness and meaning.</summary>
public static class ModelCheck
{
    private static readonly Func<CheckContext, IEnumerable<Diagnostic>>[] Checks =
    [
        DeclaredNames.Find,
        DeclaredTwice.Find,
        FittingNames.Find,
        KnownLabels.Find,
        MissingClauses.Find,
        UnitsOfTests.Find,
        UnitsOfPay.Find,
        UnitsOfTables.Find,
        Circles.Find,
        Pricing.Find,
        PeriodFees.Find,
        Occurrences.Find,
        MomentRules.Find,
        Readable.Find,
        TestRules.Find,
        MeasureRules.Find,
        GroupRules.Find,
        RowRanges.Find,
        CompleteTables.Find,
        LineRules.Find,
        OrderOfDays.Find,
        Stacking.Find,
        AcrossRules.Find,
    ];

    /// <summary>
    /// The mistakes of a model (<c>P2xxx</c> to <c>P4xxx</c>) in the order of their places. A model without any can be
    /// settled; empty then.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Check(FeeModel model)
    {
        var context = new CheckContext(model);
        return InOrder(Checks.SelectMany(check => check(context)));
    }

    /// <summary>Every mistake of a text in one run, in the order of their places: of form and of meaning.</summary>
    /// <remarks>What only follows from a clause that could not be read is no mistake of its own.</remarks>
    /// <param name="read">What was read from the text.</param>
    /// <param name="text">The text or page itself.</param>
    public static IReadOnlyList<Diagnostic> Check(ModelText read, string text)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(text);
        if (read.Model is null)
        {
            return read.Findings;
        }

        var unread = new Unread(read, text);
        return InOrder(read.Findings.Concat(Check(read.Model).Where(f => !unread.Explains(f))));
    }

    /// <summary>Findings in the order of their places, each once.</summary>
    internal static IReadOnlyList<Diagnostic> InOrder(IEnumerable<Diagnostic> findings) =>
    [
        .. findings
            .DistinctBy(d => (d.Code, d.Place.Line, d.Place.Column, string.Join('\n', d.Arguments)))
            .OrderBy(d => d.Place.Line).ThenBy(d => d.Place.Column).ThenBy(d => d.Code, StringComparer.Ordinal),
    ];
}
