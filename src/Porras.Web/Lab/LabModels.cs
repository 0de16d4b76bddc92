using Porras.Exchange;
using Porras.Lab;
using Porras.Store;

namespace Porras.Web;

/// <summary>The models that can be simulated: those of the gallery and one's own without mistakes.</summary>
/// <param name="shelf">Where models are found.</param>
/// <param name="gallery">The models that come with the app.</param>
/// <param name="store">The models that organisations keep.</param>
/// <param name="benches">Where models are made ready.</param>
public sealed class LabModels(ModelShelf shelf, Gallery gallery, Store.Store store, LabBenches benches)
{
    private const int Most = 100;

    /// <summary>A model without mistakes; null if there is none of that reference.</summary>
    public async Task<ShelfModel?> Find(Caller caller, string reference) =>
        await shelf.Find(caller, reference) is { Model: not null } found ? found : null;

    /// <summary>What an address asks of a model; null if there is no such model, or it has mistakes.</summary>
    public async Task<LabAsk?> Ask(Caller caller, string reference, string query)
    {
        if (await Find(caller, reference) is not { } model)
        {
            return null;
        }

        var run = LabAsk.RunOf(query) is { } number ? await store.LabRuns.Find(caller, number) : null;
        run = run?.VersionId == model.Own?.Version.Id ? run : null;
        query = run is null ? query : LabKept.QueryOf(run);
        var named = LabAsk.BesideOf(query);
        var beside = named is null ? null : await Find(caller, named);
        beside = beside?.Currency == model.Currency ? beside : null;
        var draft = benches.Ready(model.Model!).Draft;
        var ask = LabAsk.Of(model, draft, beside, query) with { NotBeside = beside is null ? named : null };
        return run is null ? ask : LabKept.Reopened(ask, run);
    }

    /// <summary>The runs of one's own model that were kept, the latest first.</summary>
    public async Task<IReadOnlyList<(LabRun Run, int Version)>> Runs(Caller caller, ShelfModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var versions = (await store.Models.Versions(caller, model.Own!.Model.Id, new(0, Most)))
            .ToDictionary(v => v.Id, v => v.Number);
        return [.. (await store.LabRuns.List(caller, new(0, Most)))
            .Where(r => versions.ContainsKey(r.VersionId)).Select(r => (r, versions[r.VersionId]))];
    }

    /// <summary>Keeps a run of one's own model.</summary>
    public Task<LabRun> Keep(Caller caller, LabAsk ask, string name) =>
        store.LabRuns.Keep(caller, LabKept.Terms(ask, name));

    /// <summary>
    /// Saves the model with a planned transition: one's own as its next version, one of the gallery as a copy of one's
    /// own.
    /// </summary>
    /// <returns>The reference of the model.</returns>
    /// <exception cref="StoreException">There is a later version than the one planned for.</exception>
    public async Task<string> WriteBack(Caller caller, LabAsk ask, PlanWords plan)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(plan);
        var (form, text) = LabKept.Written(ask.Model, plan.Plan);
        return await Save(caller, ask.Model, "-plan", form, text, LabKept.Note(ask, plan));
    }

    /// <summary>Saves the model with the factors of a calibration likewise.</summary>
    /// <returns>The reference of the model; nothing with the reasons why the text cannot say them.</returns>
    /// <exception cref="StoreException">There is a later version than the one calibrated.</exception>
    public async Task<(string? Reference, IReadOnlyList<Diagnostic> Why)> WriteBack(
        Caller caller, LabAsk ask, Calibration found, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var (form, text, why) = LabKept.Written(ask.Model, found);
        return text is null ? (null, why)
            : (await Save(caller, ask.Model, "-prices", form, text, LabKept.Note(ask, tongue)), []);
    }

    /// <summary>The models that can stand beside another: in its currency, one's own first.</summary>
    public async Task<IReadOnlyList<ShelfModel>> Beside(Caller caller, ShelfModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var own = (await store.Models.List(caller, new(0, Most))).Where(m => m.Latest.Hash is not null)
            .Select(m => ShelfModel.Of($"own-{m.Model.Id}", OwnVersion.Of(m))).Where(m => m.Model is not null);
        return [.. own.Concat(gallery.All.Select(ShelfModel.Of))
            .Where(m => m.Currency == model.Currency && m.Reference != model.Reference)];
    }

    private async Task<string> Save(
        Caller caller, ShelfModel model, string ending, ModelForm form, string text, string note)
    {
        var name = model.Own?.Model.Name ?? await FreeName(caller, model.Reference + ending);
        var saved = await store.Models.Save(caller, name, form, text, note, model.Own?.Version.Number ?? 0);
        return $"own-{saved.ModelId}";
    }

    private async Task<string> FreeName(Caller caller, string name)
    {
        var (free, count) = (name, 1);
        while (await store.Models.Find(caller, free) is not null)
        {
            count++;
            free = $"{name}-{count}";
        }

        return free;
    }

    /// <summary>The reference of just this version, so that a link to it always opens the same.</summary>
    public static string Pinned(ShelfModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Own is null ? model.Reference : $"own-{model.Own.Model.Id}-{model.Own.Version.Number}";
    }

    /// <summary>What models are called beside each other: with what tells them apart where titles are alike.</summary>
    public static IReadOnlyList<string> Titles(Tongue tongue, ShelfModel first, ShelfModel? second)
    {
        ArgumentNullException.ThrowIfNull(first);
        if (second is null)
        {
            return [first.TitleIn(tongue)];
        }

        var (a, b) = (first.TitleIn(tongue), second.TitleIn(tongue));
        return a == b ? [$"{a} ({first.Reference})", $"{b} ({second.Reference})"] : [a, b];
    }
}
