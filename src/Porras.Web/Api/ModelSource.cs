using System.ComponentModel;
using Porras.Store;

namespace Porras.Web;

/// <summary>Which model is meant: one that is kept or in the gallery, or a text.</summary>
public sealed record ModelSource(
    [property: Description("A slug of the gallery; own-12, the latest of your model 12; own-12-3, its version 3.")]
    string? Reference = null,
    [property: Description("The text, instead of a reference.")] string? Text = null,
    [property: Description("In which form the text is; without it, the text of the model alone.")]
    ModelForm Form = ModelForm.Text);

/// <summary>A model that was found.</summary>
/// <param name="Reference">Its reference; null for a text.</param>
/// <param name="Form">In which form its text is.</param>
/// <param name="Text">The text.</param>
/// <param name="Model">The model; null for a draft with mistakes.</param>
/// <param name="Mistakes">The mistakes.</param>
public sealed record FoundModel(
    string? Reference, ModelForm Form, string Text, FeeModel? Model, IReadOnlyList<Diagnostic> Mistakes)
{
    /// <summary>The model of one that has no mistakes.</summary>
    public FeeModel Sound => Model
        ?? throw new ApiException(StatusCodes.Status422UnprocessableEntity, "refused", Mistakes);

    /// <summary>The model of a text.</summary>
    public static FoundModel Of(ModelForm form, string? text)
    {
        var (model, mistakes) = ModelOf.Text(form, Bounded(text));
        return new(null, form, text!, model, mistakes);
    }

    /// <summary>A model of the shelf.</summary>
    public static FoundModel Of(ShelfModel shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return new(shown.Reference, shown.Form, Bounded(shown.Text), shown.Model, shown.Mistakes);
    }

    /// <summary>A text that is there and not too long to be read.</summary>
    public static string Bounded(string? text) => text switch
    {
        null => throw ApiException.Malformed("text"),
        { Length: > Draft.LongestText } => throw new ApiException(StatusCodes.Status413PayloadTooLarge, "too-large"),
        _ => text,
    };
}

/// <summary>Finds models.</summary>
public static class ModelSources
{
    /// <summary>The model of a reference.</summary>
    public static async Task<ShelfModel> Shown(
        this ModelShelf shelf, Caller caller, string reference, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        return await shelf.Find(caller, reference, cancelled) ?? throw ApiException.NotFound(reference);
    }

    /// <summary>The model of a source.</summary>
    public static async Task<FoundModel> Found(
        this ModelShelf shelf, Caller caller, ModelSource? source, CancellationToken cancelled)
    {
        if (source is null || (source.Reference is null) == (source.Text is null))
        {
            throw ApiException.Malformed("reference, text");
        }

        if (source.Text is not null)
        {
            return FoundModel.Of(source.Form, source.Text);
        }

        return FoundModel.Of(await shelf.Shown(caller, source.Reference!, cancelled));
    }
}
