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
    /// <summary>The mistakes of a draft that has some.</summary>
    public IReadOnlyList<Diagnostic> Mistakes { get; init; } = [];

    /// <summary>The version, if the organisation keeps it; null for a model of the gallery.</summary>
    public OwnVersion? Own { get; init; }

    /// <summary>The reference of the model, whichever version it is.</summary>
    public string Base => Own is null ? Reference : $"own-{Own.Model.Id}";

    /// <summary>The currency of a model without mistakes.</summary>
    public Currency Currency => Currency.Find(Model!.Header.Money!.Value.Currency)!.Value;

    /// <summary>A model of the gallery.</summary>
    public static ShelfModel Of(GalleryModel shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return new(shown.Slug, ModelForm.Text, shown.Text, shown.Model);
    }

    /// <summary>A version of one's own, under a reference to it.</summary>
    public static ShelfModel Of(string reference, OwnVersion own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var (model, mistakes) = ModelOf.Text(own.Version.Form, own.Version.Text);
        return new(reference, own.Version.Form, own.Version.Text, model) { Mistakes = mistakes, Own = own };
    }

    /// <summary>What it is called in a language.</summary>
    public string TitleIn(Tongue tongue) => Model?.Header.TitleIn(tongue) ?? Own!.Model.Name;
}

/// <summary>A version that an organisation keeps.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The version.</param>
/// <param name="FrozenAt">When it was frozen; null: it is a draft.</param>
/// <param name="Latest">The number of the latest version.</param>
public sealed record OwnVersion(StoredModel Model, ModelVersion Version, DateTimeOffset? FrozenAt, int Latest)
{
    /// <summary>The latest version of a model.</summary>
    public static OwnVersion Of(ModelOverview overview)
    {
        ArgumentNullException.ThrowIfNull(overview);
        return new(overview.Model, overview.Latest, overview.FrozenAt, overview.Latest.Number);
    }
}

/// <summary>Finds models by their reference: for pages, islands and the API alike.</summary>
/// <param name="gallery">The models that come with the app.</param>
/// <param name="store">The models that organisations keep.</param>
public sealed partial class ModelShelf(Gallery gallery, Store.Store store)
{
    private const int Most = 200;

    /// <summary>The model of a reference; null if there is none, or it is not the caller's.</summary>
    public async Task<ShelfModel?> Find(Caller caller, string reference, CancellationToken cancelled = default)
    {
        if (gallery.Find(reference) is { } shown)
        {
            return ShelfModel.Of(shown);
        }

        if (Parse(reference) is not var (id, number) || await store.Models.Find(caller, id, cancelled) is not { } model)
        {
            return null;
        }

        var latest = (await store.Models.Versions(caller, id, new(0, 1), cancelled))[0];
        var wanted = number is { } n ? await store.Models.Version(caller, id, n, cancelled) : latest;
        return wanted is null ? null : ShelfModel.Of(reference, new(
            model, wanted, await store.Models.FrozenAt(caller, wanted.Id, cancelled), latest.Number));
    }

    /// <summary>What a model may be held against: its other versions, one's other models, the gallery.</summary>
    public async Task<List<(string Reference, string Name)>> Others(
        Caller caller, ShelfModel shown, Wording words, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var versions = shown.Own is null ? []
            : await store.Models.Versions(caller, shown.Own.Model.Id, new(0, Most), cancelled);
        var models = await store.Models.List(caller, new(0, Most), cancelled);
        return
        [
            .. versions.Where(v => v.Number != shown.Own!.Version.Number)
                .Select(v => ($"{shown.Base}-{v.Number}", ModelWords.Named(words, shown.Own!.Model.Name, v.Number))),
            .. models.Where(m => m.Model.Id != shown.Own?.Model.Id)
                .Select(m => (
                    $"own-{m.Model.Id}-{m.Latest.Number}",
                    ModelWords.Named(words, m.Model.Name, m.Latest.Number))),
            .. gallery.All.Where(m => m.Slug != shown.Reference)
                .Select(m => (m.Slug, words["models.in-gallery", m.Model.Header.TitleIn(words.Tongue)])),
        ];
    }

    /// <summary>The parts of a reference to one's own model; null for another one.</summary>
    /// <returns>The model's number, and the version's number in it; null for the latest.</returns>
    public static (long Model, int? Number)? Parse(string reference)
    {
        var own = Own().Match(reference);
        return own.Success && long.TryParse(own.Groups["model"].Value, CultureInfo.InvariantCulture, out var model)
            ? (model, int.TryParse(own.Groups["number"].Value, CultureInfo.InvariantCulture, out var n) ? n : null)
            : null;
    }

    [GeneratedRegex(@"^own-(?<model>\d{1,18})(-(?<number>\d{1,9}))?$")]
    private static partial Regex Own();
}
