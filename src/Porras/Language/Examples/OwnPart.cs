namespace Porras;

/// <summary>The part of a model that is settled for one participant at a time.</summary>
/// <remarks>
/// Left out are fees, limits and measures of providers, cohorts and the contract, splits, and whatever uses them. What
/// is left says the same about one participant as the whole model, but for limits beyond the participant.
/// </remarks>
internal static class OwnPart
{
    /// <summary>The part; null if it cannot be settled by itself.</summary>
    /// <param name="model">A model.</param>
    public static FeeModel? Of(FeeModel model)
    {
        var names = new ModelNames(model);
        var kept = model.Declarations.Where(IsOwn).Select(WithoutCohortValues).ToList();
        var known = -1;
        while (known != kept.Count)
        {
            known = kept.Count;
            var declared = kept.SelectMany(Declared).ToHashSet(StringComparer.Ordinal);
            var lost = names.All.Select(n => n.Name.Text).Where(n => !declared.Contains(n) && IsDeclaredByOne(names, n))
                .ToHashSet(StringComparer.Ordinal);
            kept = [.. kept.Where(d => !Used(model, d, names).Any(lost.Contains))];
        }

        var part = model with { Declarations = kept };
        return part.Fees.Any() && !ModelCheck.Check(part).Any(f => f.Severity == Severity.Mistake) ? part : null;
    }

    private static bool IsOwn(Declaration declaration) => declaration switch
    {
        Declaration.Fee fee => fee.For is null or { Value: Owner.Participant } && fee.Pay?.Value is not Pay.Pool,
        Declaration.Limit limit => limit.Scope is Owner.Participant,
        Declaration.Measure measure => measure.Over is null
            && measure.Head is not (MeasureHead.CountOfParticipants or MeasureHead.Aggregated(_, _, null)),
        Declaration.Table table => !table.Keys.Any(k => k is TableKey.PlaceIn),
        Declaration.SplitBetween or Declaration.Expect => false,
        Declaration.Providers or Declaration.Participants or Declaration.Facts or Declaration.Groups
            or Declaration.Cohort or Declaration.Ladder or Declaration.Transition or Declaration.TakeBack => true,
        _ => throw Speech.Unknown(declaration),
    };

    private static Declaration WithoutCohortValues(Declaration declaration) =>
        declaration is Declaration.Cohort cohort ? cohort with { Known = [] } : declaration;

    // Names that a declaration takes with it when it is left out.
    private static IEnumerable<string> Declared(Declaration declaration) => declaration switch
    {
        Declaration.Fee fee => [fee.Name.Text],
        Declaration.Measure measure => [measure.Name.Text],
        Declaration.Table table => table.Columns.Select(c => c.Text),
        Declaration.Cohort cohort => cohort.Known.SelectMany(k => k.Value).Select(c => c.Name.Text),
        Declaration.Providers or Declaration.Participants or Declaration.Facts or Declaration.Groups
            or Declaration.Ladder or Declaration.Transition or Declaration.TakeBack or Declaration.Limit
            or Declaration.SplitBetween or Declaration.Expect => [],
        _ => throw Speech.Unknown(declaration),
    };

    private static bool IsDeclaredByOne(ModelNames names, string name) =>
        names.Find(name) is Meaning.Fee or Meaning.Measure or Meaning.TableColumn or Meaning.CohortValue;

    private static IEnumerable<string> Used(FeeModel model, Declaration declaration, ModelNames names) =>
        MeasureUses.Of(model with { Declarations = [declaration] }, names).Select(u => u.Name.Text);
}
