namespace Porras;

/// <summary>What was read from a model text.</summary>
/// <param name="Model">
/// The model; null only if the text has no declaration at all. With mistakes it holds what could be read: a clause with
/// a mistake is left out.
/// </param>
/// <param name="Findings">The mistakes of form, in the order of the text; empty if there are none.</param>
/// <param name="Comments">The comments in the order of the text.</param>
public sealed record ModelText(FeeModel? Model, IReadOnlyList<Diagnostic> Findings, IReadOnlyList<Comment> Comments)
{
    /// <summary>The model if it was read without a mistake of form; else null.</summary>
    public FeeModel? Whole => Findings.Any(f => f.Severity == Severity.Mistake) ? null : Model;
}
