using Porras.Store;

namespace Porras.Web;

/// <summary>Saves drafts of the editor.</summary>
/// <param name="store">What keeps them.</param>
public sealed class ModelDesk(Store.Store store)
{
    /// <summary>Saves a draft as the next version of the model that was opened, or as a new one of one's own.</summary>
    /// <remarks>A new one has the name that its text gives it.</remarks>
    /// <param name="caller">For whom.</param>
    /// <param name="reference">The model of the shelf that was opened; empty for a new one.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="note">What the author says of it.</param>
    /// <param name="after">The number of the version that was seen as the latest; null: whichever it is.</param>
    /// <param name="cancelled">Nothing is kept then.</param>
    /// <exception cref="StoreException">
    /// There is another version meanwhile, the name of a new model is taken, or its text has no name.
    /// </exception>
    public async Task<ModelVersion> Save(
        Caller caller, string reference, Draft draft, string note, int? after, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var own = ModelShelf.Parse(reference) is { } parts
            ? await store.Models.Find(caller, parts.Model, cancelled) : null;
        var name = own?.Name ?? NameOf(draft)
            ?? throw new StoreException(draft.Mistakes[0]);
        return await store.Models.Save(caller, name, draft.Form, draft.Text, note, own is null ? 0 : after, cancelled);
    }

    private static string? NameOf(Draft draft) =>
        draft.Form == ModelForm.Json ? draft.Model?.Header.Name.Text
            : (draft.Form == ModelForm.Page ? ModelReader.ReadPage(draft.Text) : ModelReader.Read(draft.Text))
                .Model?.Header.Name.Text is { Length: > 0 } name ? name : null;
}
