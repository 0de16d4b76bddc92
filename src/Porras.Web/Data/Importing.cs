using Porras.Exchange;
using Porras.Lab;
using Porras.Store;

namespace Porras.Web;

/// <summary>What is to be imported.</summary>
/// <param name="Name">What the data set is to be called.</param>
/// <param name="Version">For which version of an own model.</param>
/// <param name="Files">The files.</param>
public sealed record ImportAsk(string Name, long Version, IReadOnlyList<GivenFile> Files)
{
    /// <summary>Whether it is kept if nothing is wrong; else it is only read.</summary>
    public bool IsKept { get; init; } = true;
}

/// <summary>What came of an import.</summary>
/// <param name="Kept">What is kept; null: nothing is.</param>
/// <param name="Read">What was read; null if there are mistakes.</param>
/// <param name="Findings">Mistakes and notes, all of them.</param>
public sealed record Imported(StoredDataSet? Kept, DataSet? Read, IReadOnlyList<Diagnostic> Findings);

/// <summary>Takes data sets in: for pages and the API alike. What is wrong is said, and then nothing is kept.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="limits">How much is read at once.</param>
public sealed class Importing(Store.Store store, GivenLimits limits)
{
    /// <summary>The longest name of a data set or a settlement.</summary>
    public const int LongestName = 200;

    /// <summary>How much is read at once.</summary>
    public GivenLimits Limits => limits;

    /// <summary>The model of an own version; null if there is none, or it is a draft with mistakes.</summary>
    public async Task<FeeModel?> Model(Caller caller, long version, CancellationToken cancelled = default) =>
        await store.Models.Version(caller, version, cancelled) is { } own
            ? ModelOf.Text(own.Form, own.Text).Model : null;

    /// <summary>Reads files for a version of a model, and keeps the data set.</summary>
    public async Task<Imported> Import(Caller caller, ImportAsk ask, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(ask);
        try
        {
            var own = await store.Models.Version(caller, ask.Version, cancelled)
                ?? throw StoreException.Of("P8605", $"model version {ask.Version}");
            var reading = GivenFiles.Read(ask.Files, ModelSchema.Of(ModelOf.Version(own)), null, limits);
            return reading.DataSet is { } rows && ask.IsKept
                ? new(await Keep(caller, ask.Name, ask.Version, rows, cancelled), rows, reading.Findings)
                : new(null, reading.DataSet, reading.Findings);
        }
        catch (StoreException refused)
        {
            return new(null, null, [refused.Finding]);
        }
    }

    /// <summary>Keeps a data set of simulated participants of a version of a model.</summary>
    public async Task<Imported> Example(
        Caller caller, long version, string name, CancellationToken cancelled = default)
    {
        try
        {
            var own = await store.Models.Version(caller, version, cancelled)
                ?? throw StoreException.Of("P8605", $"model version {version}");
            var (rows, _) = SimulatedFacts.Example(Plan.Compile(ModelOf.Version(own)));
            return new(await Keep(caller, name, version, rows, cancelled), rows, []);
        }
        catch (StoreException refused)
        {
            return new(null, null, [refused.Finding]);
        }
        catch (RefusedException refused)
        {
            return new(null, null, refused.Findings);
        }
    }

    /// <summary>A data set as it is kept, read for the version it was imported for; null if there is none.</summary>
    public async Task<DataSet?> Read(Caller caller, long dataSet, CancellationToken cancelled = default) =>
        await store.DataSets.Find(caller, dataSet, cancelled) is { } set
            ? (await store.DataSets.Read(caller, dataSet, set.VersionId, cancelled)).DataSet : null;

    private Task<StoredDataSet> Keep(
        Caller caller, string name, long version, DataSet rows, CancellationToken cancelled)
    {
        var called = name.Trim();
        return store.DataSets.Import(
            caller, new(called.Length > LongestName ? called[..LongestName] : called, version, rows), cancelled);
    }
}
