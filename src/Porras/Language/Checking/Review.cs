namespace Porras;

/// <summary>Review advice: what is legal but unwise in this field. Nothing is refused because of it.</summary>
public static class Review
{
    private static readonly Func<CheckContext, IEnumerable<Diagnostic>>[] Checks =
    [
        Cliffs.Find,
        StepPrices.Find,
        GroupPrices.Find,
        EarlyCaps.Find,
        Attested.Find,
        WindowAdvice.Find,
        PaidTogether.Find,
    ];

    /// <summary>
    /// The advice about a model that has passed <c>check</c>, in the order of the places; empty without any.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Advise(FeeModel model)
    {
        var context = new CheckContext(model);
        return ModelCheck.InOrder(Checks.SelectMany(check => check(context)));
    }
}
