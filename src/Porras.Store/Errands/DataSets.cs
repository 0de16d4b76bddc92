using Microsoft.EntityFrameworkCore;
using Porras.Exchange;

namespace Porras.Store;

/// <summary>What is to be imported.</summary>
/// <param name="Name">What it is to be called.</param>
/// <param name="Version">For which version of a model it was read.</param>
/// <param name="Rows">The data set, as read for the schema of that version.</param>
public sealed record DataSetTerms(string Name, long Version, DataSet Rows);

/// <summary>Data sets: imported whole, read back as they were.</summary>
public sealed partial class DataSets
{
    private readonly Store _store;

    internal DataSets(Store store) => _store = store;

    /// <summary>The data sets of an organisation, the latest first.</summary>
    public async Task<IReadOnlyList<StoredDataSet>> List(
        Caller caller, Slice slice = default, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Own(db, caller).OrderByDescending(d => d.Id).Part(slice).ToListAsync(cancelled);
    }

    /// <summary>A data set; null if the organisation has none of that number.</summary>
    public async Task<StoredDataSet?> Find(Caller caller, long dataSet, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Own(db, caller).SingleOrDefaultAsync(d => d.Id == dataSet, cancelled);
    }

    /// <summary>The tables of a data set with their rows.</summary>
    public async Task<IReadOnlyList<StoredTable>> Tables(
        Caller caller, long dataSet, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await db.Set<StoredTable>().AsNoTracking()
            .Where(t => t.DataSetId == dataSet && Own(db, caller).Any(d => d.Id == t.DataSetId))
            .OrderBy(t => t.Place).ToListAsync(cancelled);
    }

    /// <summary>Imports a data set; it is seen when it is whole, and not before.</summary>
    /// <exception cref="StoreException">There is one of that name, or no such version.</exception>
    public Task<StoredDataSet> Import(Caller caller, DataSetTerms terms, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return _store.Write(caller, writing => Import(writing, caller, terms, cancelled), cancelled);
    }

    /// <summary>Imports a data set for a model that is saved with it if it is not kept yet.</summary>
    /// <param name="caller">For whom.</param>
    /// <param name="model">The model's name, form and text.</param>
    /// <param name="name">What the data set is to be called.</param>
    /// <param name="rows">The data set, as read for the model's schema.</param>
    /// <param name="cancelled">Nothing is kept then.</param>
    /// <exception cref="StoreException">There is one of that name.</exception>
    public Task<StoredDataSet> Import(
        Caller caller,
        (string Name, ModelForm Form, string Text) model,
        string name,
        DataSet rows,
        CancellationToken cancelled = default) =>
        _store.Write(
            caller,
            async writing =>
            {
                var draft = new ModelDraft(model.Name, model.Form, model.Text, "");
                var version = await Models.Save(writing, caller, draft, cancelled);
                return await Import(writing, caller, new(name, version.Id, rows), cancelled);
            },
            cancelled);

    /// <summary>Reads a data set for a version of a model.</summary>
    /// <remarks>
    /// For the version it was imported for, and for each with the same tables and columns, the very columns that were
    /// imported; for another one it is read again by the rules of that model, from what is kept.
    /// </remarks>
    /// <returns>As from files: the data set, or null with what is wrong.</returns>
    /// <exception cref="StoreException">The organisation has no such data set or version.</exception>
    public async Task<DataSetReading> Read(
        Caller caller, long dataSet, long version, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        await using var transaction = await Snapshot.Begin(db, cancelled);
        var own = await OwnVersion(db, caller, version, cancelled);
        return await Read(db, caller, dataSet, ModelOf.Version(own), cancelled);
    }

    /// <summary>Reads a data set for any model, such as one that is not kept.</summary>
    /// <exception cref="StoreException">The organisation has no such data set.</exception>
    public async Task<DataSetReading> Read(
        Caller caller, long dataSet, FeeModel model, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        await using var transaction = await Snapshot.Begin(db, cancelled);
        return await Read(db, caller, dataSet, model, cancelled);
    }

    internal static async Task<DataSetReading> Read(
        PorrasDb db, Caller caller, long dataSet, FeeModel model, CancellationToken cancelled)
    {
        var stored = await Own(db, caller).SingleOrDefaultAsync(d => d.Id == dataSet, cancelled)
            ?? throw StoreException.Of("P8605", $"data set {dataSet}");
        var schema = ModelSchema.Of(model);
        var loading = new DataSetLoading(db, dataSet);
        if (await loading.Load(schema, cancelled) is { } same)
        {
            return new(same, [], []);
        }

        var imported = ModelOf.Version(await OwnVersion(db, caller, stored.VersionId, cancelled));
        var data = await new DataSetLoading(db, dataSet).Load(ModelSchema.Of(imported), cancelled)
            ?? throw StoreException.Of("P8611", stored.Name);
        return CsvText.Read(CsvText.Write(data), schema);
    }

    internal static async Task<ModelVersion> OwnVersion(
        PorrasDb db, Caller caller, long version, CancellationToken cancelled) =>
        await Models.OwnVersions(db, caller).SingleOrDefaultAsync(v => v.Id == version, cancelled)
        ?? throw StoreException.Of("P8605", $"model version {version}");

    private static IQueryable<StoredDataSet> Own(PorrasDb db, Caller caller) =>
        db.DataSets.AsNoTracking().Where(d => d.OrganisationId == caller.Organisation);

    private static async Task<StoredDataSet> Import(
        Writing writing, Caller caller, DataSetTerms terms, CancellationToken cancelled)
    {
        var (db, data) = (writing.Db, terms.Rows);
        await OwnVersion(db, caller, terms.Version, cancelled);
        if (await Own(db, caller).AnyAsync(d => d.Name == terms.Name, cancelled))
        {
            throw StoreException.Of("P8604", terms.Name);
        }

        var set = await writing.Keep(new StoredDataSet
        {
            OrganisationId = caller.Organisation,
            VersionId = terms.Version,
            Name = terms.Name,
            Participants = data.Starts.Count,
            Facts = data.Facts.Sum(f => (long)f.Count),
            Hash = DataSetHash.Of(data),
            PersonId = caller.Person,
            At = writing.At,
        });
        new DataSetWriting(db, set.Id, data, cancelled).All();
        writing.Tell(
            "data-imported", $"data set {set.Id}", ("name", set.Name), ("hash", set.Hash),
            ("version", $"{terms.Version}"));
        return set;
    }
}
