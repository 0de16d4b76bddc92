namespace Porras.Web;

/// <summary>A change of a form that was refused, and why.</summary>
/// <param name="Edit">The change.</param>
/// <param name="Findings">Why.</param>
public sealed record RefusedEdit(ModelEdit Edit, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>Why a value was refused; empty if another change was.</summary>
    public IReadOnlyList<Diagnostic> Of(FormField field) =>
        Edit is ModelEdit.Write write && write.Path == field.Path ? Findings : [];

    /// <summary>Why something was not taken away; empty if another change was refused.</summary>
    public IReadOnlyList<Diagnostic> OfRemoving(string path) =>
        Edit is ModelEdit.Remove remove && remove.Path == path ? Findings : [];

    /// <summary>Why something was not added; empty if another change was refused.</summary>
    public IReadOnlyList<Diagnostic> OfAdding(Addition what) =>
        Edit is ModelEdit.Add add && add.What == what ? Findings : [];
}
