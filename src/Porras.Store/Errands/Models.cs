using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>A model and its latest version.</summary>
/// <param name="Model">The model.</param>
/// <param name="Latest">The latest version.</param>
/// <param name="FrozenAt">When the latest version was frozen; null: it is a draft.</param>
public sealed record ModelOverview(StoredModel Model, ModelVersion Latest, DateTimeOffset? FrozenAt);

/// <summary>Models and their versions, which follow each other and never change.</summary>
public sealed class Models
{
    private readonly Store _store;

    internal Models(Store store) => _store = store;

    /// <summary>The models of an organisation, by name.</summary>
    public async Task<IReadOnlyList<ModelOverview>> List(
        Caller caller, Slice slice = default, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        var models = await Own(db, caller).OrderBy(m => m.Name).Part(slice).ToListAsync(cancelled);
        var ids = models.ConvertAll(m => m.Id);
        var latest = await OwnVersions(db, caller)
            .Where(v => ids.Contains(v.ModelId)
                && !db.ModelVersions.Any(w => w.ModelId == v.ModelId && w.Number > v.Number))
            .ToDictionaryAsync(v => v.ModelId, cancelled);
        var frozen = await Freezes(db, [.. latest.Values.Select(v => v.Id)], cancelled);
        return
        [
            .. models.Select(m => new ModelOverview(
                m, latest[m.Id], frozen.TryGetValue(latest[m.Id].Id, out var at) ? at : null)),
        ];
    }

    /// <summary>The model of a name; null if the organisation has none.</summary>
    public async Task<StoredModel?> Find(Caller caller, string name, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Own(db, caller).SingleOrDefaultAsync(m => m.Name == name, cancelled);
    }

    /// <summary>The model of a number; null if the organisation has none.</summary>
    public async Task<StoredModel?> Find(Caller caller, long model, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Own(db, caller).SingleOrDefaultAsync(m => m.Id == model, cancelled);
    }

    /// <summary>The versions of a model, the latest first.</summary>
    public async Task<IReadOnlyList<ModelVersion>> Versions(
        Caller caller, long model, Slice slice = default, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await OwnVersions(db, caller).Where(v => v.ModelId == model)
            .OrderByDescending(v => v.Number).Part(slice).ToListAsync(cancelled);
    }

    /// <summary>A version; null if the organisation has none of that number.</summary>
    public async Task<ModelVersion?> Version(Caller caller, long version, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await OwnVersions(db, caller).SingleOrDefaultAsync(v => v.Id == version, cancelled);
    }

    /// <summary>A version by its number in the model; null if the organisation has none.</summary>
    public async Task<ModelVersion?> Version(
        Caller caller, long model, int number, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await OwnVersions(db, caller)
            .SingleOrDefaultAsync(v => v.ModelId == model && v.Number == number, cancelled);
    }

    /// <summary>Saves a text as the next version of a model, and begins the model if there is none.</summary>
    /// <remarks>
    /// A text with mistakes is kept too, without a hash: it is a draft. A text that is the same, letter by letter, as
    /// the latest version is not saved again: the latest is given back.
    /// </remarks>
    /// <param name="caller">For whom.</param>
    /// <param name="name">The name of the model.</param>
    /// <param name="form">In which form the text is.</param>
    /// <param name="text">The text.</param>
    /// <param name="note">What the author says of it.</param>
    /// <param name="after">
    /// The number of the version that the author has seen as the latest, 0 for a model that is to be new; null:
    /// whichever it is.
    /// </param>
    /// <param name="cancelled">Nothing is kept then.</param>
    /// <exception cref="StoreException">The latest version is another than the author has seen.</exception>
    public Task<ModelVersion> Save(
        Caller caller,
        string name,
        ModelForm form,
        string text,
        string note = "",
        int? after = null,
        CancellationToken cancelled = default) =>
        _store.Write(
            caller,
            writing => Save(writing, caller, new(name, form, text, note, after), cancelled),
            cancelled);

    /// <summary>Freezes a version; nothing happens if it is frozen.</summary>
    /// <exception cref="StoreException">There is no such version, or it has mistakes.</exception>
    public Task Freeze(Caller caller, long version, CancellationToken cancelled = default) =>
        _store.Write(
            caller,
            async writing =>
            {
                var own = await OwnVersions(writing.Db, caller).SingleOrDefaultAsync(v => v.Id == version, cancelled)
                    ?? throw StoreException.Of("P8605", $"model version {version}");
                if (own.Hash is null)
                {
                    throw StoreException.Of("P8606", $"model version {version}");
                }

                if (await writing.Db.ModelFreezes.AnyAsync(f => f.VersionId == version, cancelled))
                {
                    return false;
                }

                writing.Tell("model-frozen", $"model version {version}", ("hash", own.Hash));
                await writing.Keep(new ModelFreeze
                {
                    VersionId = version, PersonId = caller.Person, At = writing.At,
                });
                return true;
            },
            cancelled);

    /// <summary>When versions of a model were frozen, by their ids; those that are drafts are left out.</summary>
    public async Task<IReadOnlyDictionary<long, DateTimeOffset>> Freezes(
        Caller caller, long model, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        var versions = await OwnVersions(db, caller).Where(v => v.ModelId == model).Select(v => v.Id)
            .ToListAsync(cancelled);
        return await Freezes(db, versions, cancelled);
    }

    /// <summary>The name of the model and the number of versions, by their ids; those of others are left out.</summary>
    public async Task<IReadOnlyDictionary<long, (string Model, int Number)>> Names(
        Caller caller, IReadOnlyCollection<long> versions, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        var named = await OwnVersions(db, caller).Where(v => versions.Contains(v.Id))
            .Join(db.Models, v => v.ModelId, m => m.Id, (v, m) => new { v.Id, v.Number, m.Name })
            .ToListAsync(cancelled);
        return named.ToDictionary(n => n.Id, n => (n.Name, n.Number));
    }

    /// <summary>When a version was frozen; null: it is a draft, or not the organisation's.</summary>
    public async Task<DateTimeOffset?> FrozenAt(Caller caller, long version, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        var freeze = await db.ModelFreezes.AsNoTracking()
            .Where(f => f.VersionId == version && OwnVersions(db, caller).Any(v => v.Id == f.VersionId))
            .SingleOrDefaultAsync(cancelled);
        return freeze?.At;
    }

    internal static async Task<ModelVersion> Save(
        Writing writing, Caller caller, ModelDraft draft, CancellationToken cancelled)
    {
        var (db, now) = (writing.Db, writing.At);
        var model = await Own(db, caller).SingleOrDefaultAsync(m => m.Name == draft.Name, cancelled)
            ?? await writing.Keep(new StoredModel
            {
                OrganisationId = caller.Organisation, Name = draft.Name, At = now,
            });
        var latest = await OwnVersions(db, caller).Where(v => v.ModelId == model.Id)
            .OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancelled);
        if (latest is not null && latest.Text == draft.Text && latest.Form == draft.Form)
        {
            return latest;
        }

        if (draft.After is { } seen && seen != (latest?.Number ?? 0))
        {
            throw StoreException.Of("P8616", draft.Name, $"{latest?.Number ?? 0}", $"{seen}");
        }

        var version = await writing.Keep(new ModelVersion
        {
            OrganisationId = caller.Organisation,
            ModelId = model.Id,
            Number = (latest?.Number ?? 0) + 1,
            Form = draft.Form,
            Text = draft.Text,
            TextHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft.Text))),
            Hash = ModelOf.Text(draft.Form, draft.Text).Model is { } whole ? ModelHash.Of(whole) : null,
            Note = draft.Note,
            PersonId = caller.Person,
            At = now,
        });
        writing.Tell(
            "model-saved", $"model version {version.Id}", ("model", draft.Name), ("text", version.TextHash),
            ("hash", version.Hash));
        return version;
    }

    private static Task<Dictionary<long, DateTimeOffset>> Freezes(
        PorrasDb db, IReadOnlyCollection<long> versions, CancellationToken cancelled) =>
        db.ModelFreezes.AsNoTracking().Where(f => versions.Contains(f.VersionId))
            .ToDictionaryAsync(f => f.VersionId, f => f.At, cancelled);

    internal static IQueryable<ModelVersion> OwnVersions(PorrasDb db, Caller caller) =>
        db.ModelVersions.AsNoTracking().Where(v => v.OrganisationId == caller.Organisation);

    private static IQueryable<StoredModel> Own(PorrasDb db, Caller caller) =>
        db.Models.AsNoTracking().Where(m => m.OrganisationId == caller.Organisation);
}

/// <summary>A text to be saved.</summary>
internal sealed record ModelDraft(string Name, ModelForm Form, string Text, string Note, int? After = null);

/// <summary>Reads the text of a stored model.</summary>
public static class ModelOf
{
    /// <summary>The model of a text that has no mistakes; null with the mistakes.</summary>
    public static (FeeModel? Model, IReadOnlyList<Diagnostic> Mistakes) Text(ModelForm form, string text)
    {
        if (form == ModelForm.Json)
        {
            var (fromJson, found) = ModelJson.Read(text);
            var all = found.Count > 0 || fromJson is null ? found : ModelCheck.Check(fromJson);
            return (all.Any(IsMistake) ? null : fromJson, [.. all.Where(IsMistake)]);
        }

        var read = form == ModelForm.Page ? ModelReader.ReadPage(text) : ModelReader.Read(text);
        IReadOnlyList<Diagnostic> mistakes = [.. ModelCheck.Check(read, text).Where(IsMistake)];
        return (mistakes.Count > 0 ? null : read.Whole, mistakes);
    }

    /// <summary>The model of a version.</summary>
    /// <exception cref="StoreException">It is a draft with mistakes.</exception>
    public static FeeModel Version(ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Text(version.Form, version.Text).Model
            ?? throw StoreException.Of("P8606", $"model version {version.Id}");
    }

    private static bool IsMistake(Diagnostic finding) => finding.Severity == Severity.Mistake;
}
