using System.IO.Compression;
using System.Text;

namespace Porras.Store.Tests;

/// <summary>A backup of one database restores on the other, row by row.</summary>
public abstract class BackupContract(TestDatabases from, TestDatabases to)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_restores_on_the_other_database_with_every_row_and_the_log_in_order()
    {
        var (store, caller, set) = await Filled();
        using var file = new MemoryStream();
        var written = await Backup.Write(store, file, Cancelled);
        var other = await Store.Open(await to.LaidOut(), null, Cancelled);
        var restored = await Backup.Restore(other, file, "backup", Cancelled);
        Assert.Equal(written.Tables, restored.Tables);
        Assert.Equal(written.Log, await other.Log.Verify(written.Log.Last, Cancelled));
        var back = await other.DataSets.Read(caller, set.Id, set.VersionId, Cancelled);
        Assert.Equal(set.Hash, DataSetHash.Of(back.DataSet!));
        var settlement = Assert.Single(await other.Settlements.List(caller, default, Cancelled));
        Assert.Equal(29, (await other.Settlements.Again(caller, settlement.Id, 1, Cancelled)).Count);

        using var again = new MemoryStream();
        await Backup.Write(other, again, Cancelled);
        Assert.Equal(Parts(file).Where(IsRows), Parts(again).Where(IsRows));
    }

    [Fact]
    public async Task Work_goes_on_after_a_restore_with_numbers_that_are_free()
    {
        var (store, _, _) = await Filled();
        using var file = new MemoryStream();
        await Backup.Write(store, file, Cancelled);
        var other = await Store.Open(await to.LaidOut(), null, Cancelled);
        await Backup.Restore(other, file, "backup", Cancelled);
        var organisation = await other.People.AddOrganisation("Another", null, Cancelled);
        Assert.Equal(2, organisation.Id);
        Assert.Null((await other.Log.Verify(null, Cancelled)).Broken);
    }

    [Fact]
    public async Task A_backup_is_of_one_instant_while_others_write()
    {
        var (store, caller, _) = await Filled();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; !enough.IsCancellationRequested; i++)
                {
                    await store.Models.Save(caller, $"draft {i}", ModelForm.Text, "model", "", null, Cancelled);
                }
            },
            Cancelled);
        for (var i = 0; i < 3; i++)
        {
            using var file = new MemoryStream();
            var written = await Backup.Write(store, file, Cancelled);
            var other = await Store.Open(await to.LaidOut(), null, Cancelled);
            await Backup.Restore(other, file, "backup", Cancelled);
            var entries = written.Tables.Single(t => t.Table == "log").Rows;
            Assert.Equal(written.Log.Entries, entries);
            await using var db = other.Db();
            var saved = db.Log.Count(e => e.Act == "model-saved");
            Assert.Equal(db.ModelVersions.Count(), saved);
        }

        await enough.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_backup_is_restored_into_an_empty_database_only()
    {
        var (store, _, _) = await Filled();
        using var file = new MemoryStream();
        await Backup.Write(store, file, Cancelled);
        Assert.Equal("P8608", (await Refusal(store, file)).Code);
    }

    [Theory]
    [InlineData("facts.rows", "P8614")]
    [InlineData("log.rows", "P8614")]
    [InlineData("model_versions.rows", "P8614")]
    [InlineData("backup.json", "P8607")]
    public async Task A_damaged_backup_is_refused_and_leaves_the_database_empty(string part, string code)
    {
        var (store, _, _) = await Filled();
        using var file = new MemoryStream();
        await Backup.Write(store, file, Cancelled);
        using var damaged = Changed(file, part, t => t.Replace('1', '2'));
        using var shorter = Changed(file, part, t => t[..(t.Length / 2)]);
        var other = await Store.Open(await to.LaidOut(), null, Cancelled);
        Assert.Equal(part == "backup.json" ? "P8607" : "P8614", (await Refusal(other, damaged)).Code);
        Assert.Equal(code, (await Refusal(other, shorter)).Code);
        Assert.Empty(await other.People.Organisations(default, Cancelled));
        Assert.Equal(0, (await other.Log.Verify(null, Cancelled)).Entries);
        await Backup.Restore(other, file, "backup", Cancelled);
    }

    private async Task<(Store Store, Caller Caller, StoredDataSet Set)> Filled()
    {
        var (store, caller) = await from.Fresh();
        await store.People.Add("p-1", "aino@example.org", "Aino \\ Äijä\tand\nmore", Cancelled);
        await store.People.Grant(caller, "p-1", Role.Controller, Cancelled);
        var set = await store.DataSets.Import(
            caller with { Person = "p-1" }, ("wp", ModelForm.Page, Gallery.Page("work-programme")), "facts",
            Gallery.Facts("work-programme"), Cancelled);
        await store.Settlements.Settle(
            caller, new("2015", set.VersionId, set.Id, Day.Of(2015, 12, 31)), 1, Cancelled);
        await store.Models.Freeze(caller, set.VersionId, Cancelled);
        await store.LabRuns.Keep(caller, new(set.VersionId, "run", 7, "{}", "{\"a\":\"\\\\N\"}"), Cancelled);
        return (store, caller, set);
    }

    private static async Task<Diagnostic> Refusal(Store store, Stream file) =>
        (await Assert.ThrowsAsync<StoreException>(() => Backup.Restore(store, file, "backup", Cancelled))).Finding;

    private static bool IsRows(KeyValuePair<string, string> part) =>
        part.Key.EndsWith(".rows", StringComparison.Ordinal);

    private static SortedDictionary<string, string> Parts(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open(), Encoding.UTF8);
            parts.Add(entry.FullName, text.ReadToEnd());
        }

        return parts;
    }

    /// <summary>A backup of which one part is changed.</summary>
    internal static MemoryStream Changed(Stream file, string part, Func<string, string> change)
    {
        var changed = new MemoryStream();
        using var zip = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, text) in Parts(file))
        {
            using var to = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            to.Write(name == part ? change(text) : text);
        }

        return changed;
    }
}

/// <summary>From a file to a server.</summary>
public sealed class BackupOfSqlite(SqliteDatabases from, PostgresDatabases to)
    : BackupContract(from, to), IClassFixture<SqliteDatabases>, IClassFixture<PostgresDatabases>;

/// <summary>From a server to a file.</summary>
public sealed class BackupOfPostgres(PostgresDatabases from, SqliteDatabases to)
    : BackupContract(from, to), IClassFixture<PostgresDatabases>, IClassFixture<SqliteDatabases>;
