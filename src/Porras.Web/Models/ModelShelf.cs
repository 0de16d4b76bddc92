using System.Globalization;
using System.Text.RegularExpressions;
using Porras.Store;

namespace Porras.Web;

/// <summary>A model that pages can open: of the gallery, or a version of an organisation's own.</summary>
/// <param name="Reference">
/// Its name in addresses: a slug of the gallery; <c>own-12</c>, the latest version of one's own model 12; or
/// <c>own-12-3</c>, its version 3.
/// </param>
/// <param name="Form">In which form the text is.</param>
/// <param name="Text">The text.</param>
/// <param name="Model">The model; null for a draft with mistakes.</param>
public sealed record ShelfModel(string Reference, ModelForm Form, string Text, FeeModel? Model)
{
    /// <summary>The version, if the organisation keeps it; null for a model of the gallery.</summary>
    public OwnVersion? Own { get; init; }

    /// <summary>The reference of the model, whichever version it is.</summary>
    public string Base => Own is null ? Reference : $"own-{Own.Model.Id}";

    /// <summary>The currency of a model without mistakes.</summary>
    public Currency Currency => Currency.Find(Model!.Header.Money!.Value.Currency)!.Value;

    /// <summary>What it is called in a language.</summary>
    public string TitleIn(Tongue tongue) => Model?.Header.TitleIn(tongue) ?? Own!.Model.Name;
}

/// <summary>A version that an organisation keeps.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The version.</param>
/// <param name="FrozenAt">When it was frozen; null: it is a draft.</param>
/// <param name="Latest">The number of the latest version.</param>
public sealed record OwnVersion(StoredModel Model, ModelVersion Version, DateTimeOffset? FrozenAt, int Latest);

/// <summary>Finds models by their reference: for pages, islands and the API alike.</summary>
/// <param name="gallery">The models that come with the app.</param>
/// <param name="store">The models that organisations keep.</param>
public sealed partial class ModelShelf(Gallery gallery, Store.Store store)
{
    /// <summary>The model of a reference; null if there is none, or it is not the caller's.</summary>
    public async Task<ShelfModel?> Find(Caller caller, string reference, CancellationToken cancelled = default)
    {
        if (gallery.Find(reference) is { } shown)
        {
            return new(shown.Slug, ModelForm.Text, shown.Text, shown.Model);
        }

        if (Own().Match(reference) is not { Success: true } own
            || !long.TryParse(own.Groups["model"].Value, CultureInfo.InvariantCulture, out var id)
            || await store.Models.Find(caller, id, cancelled) is not { } model)
        {
            return null;
        }

        var latest = (await store.Models.Versions(caller, id, new(0, 1), cancelled))[0];
        var wanted = own.Groups["number"] is { Success: true, Value: var text }
            ? int.TryParse(text, CultureInfo.InvariantCulture, out var number)
                ? await store.Models.Version(caller, id, number, cancelled) : null
            : latest;
        return wanted is null ? null
            : new ShelfModel(reference, wanted.Form, wanted.Text, ModelOf.Text(wanted.Form, wanted.Text).Model)
            {
                Own = new(model, wanted, await store.Models.FrozenAt(caller, wanted.Id, cancelled), latest.Number),
            };
    }

    [GeneratedRegex(@"^own-(?<model>\d{1,18})(-(?<number>\d{1,9}))?$")]
    private static partial Regex Own();
}
