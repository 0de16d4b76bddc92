using Porras.Store;

namespace Porras.Web;

/// <summary>A model text as the editor sees it: what is wrong, and what it says where nothing is.</summary>
/// <param name="Form">In which form the text is.</param>
/// <param name="Text">The text.</param>
/// <param name="Model">The model; null while there are mistakes.</param>
/// <param name="Mistakes">All of them, in the order of the text.</param>
/// <param name="Advice">Advice, for a text without mistakes.</param>
public sealed record Draft(
    ModelForm Form, string Text, FeeModel? Model, IReadOnlyList<Diagnostic> Mistakes, IReadOnlyList<Diagnostic> Advice)
{
    /// <summary>The longest text that is read.</summary>
    public const int LongestText = 200_000;

    /// <summary>Reads and checks a text: of the model alone, or of a page around it.</summary>
    public static Draft Of(string text, ModelForm form = ModelForm.Text)
    {
        var (model, mistakes) = ModelOf.Text(form, text);
        return new(form, text, model, mistakes, model is null ? [] : Review.Advise(model));
    }
}

/// <summary>A finding as the editor in the browser takes it.</summary>
/// <param name="Line">The line, from 1; 0 for none.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Severity"><c>error</c> or <c>info</c>.</param>
/// <param name="Code">The code.</param>
/// <param name="Message">What was found.</param>
/// <param name="Hint">What to do; may be empty.</param>
public sealed record ShownFinding(
    int Line, int Column, int Length, string Severity, string Code, string Message, string Hint)
{
    /// <summary>A finding in the words of a language.</summary>
    public static ShownFinding Of(Diagnostic finding, Tongue tongue) => new(
        finding.Place.Line, finding.Place.Column, finding.Place.Length,
        finding.Severity == Porras.Severity.Mistake ? "error" : "info",
        finding.Code, finding.Message(tongue), finding.Hint(tongue));
}
