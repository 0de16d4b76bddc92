namespace Porras;

/// <summary>How one kind of declaration is read.</summary>
/// <param name="Word">The word it begins with.</param>
/// <param name="Read">Reads it; null if it has no name. Null for <c>model</c>, which is no declaration among
/// others.</param>
/// <param name="Clauses">The words its clauses begin with; empty where the lines are a list.</param>
/// <param name="Single">Whether a model has at most one.</param>
internal sealed record DeclarationRule(
    string Word, Func<Block, Findings, Declaration?>? Read, IReadOnlyList<Keyword> Clauses, bool Single);

/// <summary>All declarations of the language by their first word.</summary>
internal static class DeclarationRules
{
    /// <summary>All, in the order of the reference.</summary>
    public static readonly DeclarationRule[] All =
    [
        new("model", null, Keys(HeaderGrammar.Clauses), true),
        new("providers", PeopleGrammar.ReadProviders, Keys(PeopleGrammar.ProviderClauses), true),
        new("participants", PeopleGrammar.ReadParticipants, Keys(PeopleGrammar.ParticipantClauses), true),
        new("facts", ListGrammar.ReadFacts, [], false),
        new("groups", ListGrammar.ReadGroups, [], true),
        new("cohort", PeopleGrammar.ReadCohort, Keys(PeopleGrammar.CohortClauses), false),
        new("ladder", ListGrammar.ReadLadder, [Keywords.Step], false),
        new("measure", MeasureGrammar.Read, Keys(MeasureGrammar.Clauses), false),
        new("table", TableGrammar.Read, [], false),
        new("transition", ListGrammar.ReadTransition, [Keywords.ContractYear], true),
        new("fee", FeeGrammar.Read, Keys(FeeGrammar.Clauses), false),
        new("limit", FeeGrammar.ReadLimit, [], false),
        new("expect", FeeGrammar.ReadExpect, [], false),
        new("take", FeeGrammar.ReadTakeBack, Keys(FeeGrammar.TakeBackClauses), false),
        new("split", ListGrammar.ReadSplit, [], false),
    ];

    /// <summary>The rule of a first word; null if no declaration begins with it.</summary>
    public static DeclarationRule? Of(Token first) =>
        first.Kind == TokenKind.Word ? All.FirstOrDefault(r => r.Word == first.Text) : null;

    /// <summary>The declarations that have a clause which begins with this word.</summary>
    public static IEnumerable<string> WithClause(Token first) =>
        All.Where(r => r.Clauses.Any(k => first.Is(k.Words[0]))).Select(r => r.Word);

    private static IReadOnlyList<Keyword> Keys<T>(ClauseRule<T>[] rules) => [.. rules.Select(r => r.Key)];
}
