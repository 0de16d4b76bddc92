using Microsoft.EntityFrameworkCore;
using Porras.Tests;

namespace Porras.Store.Tests;

/// <summary>
/// The pages of the codes of the store: what each shows is what is said when it happens, with the database called
/// <c>porras.db</c>.
/// </summary>
public sealed class StoreDiagnosticPages(SqliteDatabases databases) : IClassFixture<SqliteDatabases>
{
    private const string Range = "P86";

    private static readonly Dictionary<string, Func<Store, Caller, Task>> Mistakes = new()
    {
        ["P8601"] = (_, _) => throw new StoreException(DatabaseAddress.Parse("mysql://db/koto").Finding!),
        ["P8602"] = (store, _) => Store.Open(DatabaseAddress.File(Path.GetDirectoryName(store.Address.Shown)!)),
        ["P8603"] = OpenNewer,
        ["P8604"] = (store, _) => store.People.AddOrganisation("Koto"),
        ["P8605"] = (store, caller) => store.Models.Freeze(caller, 17),
        ["P8606"] = async (store, caller) =>
        {
            var draft = await store.Models.Save(caller, "draft", ModelForm.Text, "model");
            await store.Models.Freeze(caller, draft.Id);
        },
        ["P8607"] = (store, _) => Backup.Restore(store, new MemoryStream([1, 2, 3]), "porras.backup"),
        ["P8608"] = async (store, _) =>
        {
            using var file = new MemoryStream();
            await Backup.Write(store, file);
            await Backup.Restore(store, file, "porras.backup");
        },
        ["P8609"] = async (store, caller) =>
        {
            await store.Log.Add(caller, "case-read", "participant 17");
            await Change(store, "DROP TRIGGER log_no_update", "UPDATE log SET act = 'nothing' WHERE number = 2");
            await store.Log.MustBeInOrder(null);
        },
        ["P8610"] = (store, _) => store.Log.MustBeInOrder("0a1b2c3d"),
        ["P8611"] = async (store, caller) =>
        {
            var set = await Import(store, caller);
            await Change(store, "DELETE FROM data_tables");
            await store.DataSets.Read(caller, set.Id, set.VersionId);
        },
        ["P8612"] = async (store, caller) =>
        {
            var set = await Import(store, caller);
            var terms = new SettlementTerms("march", set.VersionId, set.Id, Day.Of(2015, 12, 31));
            var kept = (await store.Settlements.Settle(caller, terms)).Settlement!;
            await Change(
                store, "DROP TRIGGER settlements_no_update", "UPDATE settlements SET hash = 'x', engine = '0.0.9'");
            await store.Settlements.Again(caller, kept.Id);
        },
        ["P8613"] = (store, caller) => store.Settlements.Advance(caller, 17, SettlementState.Locked),
        ["P8614"] = async (store, _) =>
        {
            using var file = new MemoryStream();
            await Backup.Write(store, file);
            using var damaged = BackupContract.Changed(file, "organisations.rows", t => t + t);
            var empty = DatabaseAddress.File(store.Address.Shown + ".other");
            await Backup.Restore(await Store.Open(empty), damaged, "porras.backup");
        },
        ["P8615"] = async (store, _) =>
        {
            await store.People.AddOrganisation("Another");
            await store.People.TheOrganisation(null, "Porras");
        },
        ["P8616"] = async (store, caller) =>
        {
            await store.Models.Save(caller, "koto", ModelForm.Text, "model", "", 0);
            await store.Models.Save(caller, "koto", ModelForm.Text, "model koto", "", 1);
            await store.Models.Save(caller, "koto", ModelForm.Text, "model kotona", "", 1);
        },
        ["P8618"] = async (store, caller) =>
        {
            var set = await Import(store, caller);
            var aino = caller with { Person = "aino" };
            var terms = new SettlementTerms("march", set.VersionId, set.Id, Day.Of(2015, 12, 31));
            var kept = (await store.Settlements.Settle(aino, terms)).Settlement!;
            await store.Settlements.Advance(aino, kept.Id, SettlementState.Approved);
        },
    };

    public static TheoryData<string> Codes() =>
        [.. Catalogue.Codes.Where(c => c.StartsWith(Range, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_page_shows_exactly_what_is_said(string code)
    {
        var (store, caller) = await databases.Fresh();
        var thrown = await Assert.ThrowsAsync<StoreException>(() => Mistakes[code](store, caller));
        Assert.Equal(code, thrown.Finding.Code);
        var file = store.Address.Shown;
        var said = DiagnosticText.Write([thrown.Finding], null)
            .Replace(file, "porras.db", StringComparison.Ordinal)
            .Replace(Path.GetDirectoryName(file)!, "folder", StringComparison.Ordinal);
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, "cases", "diagnostics", code + ".md"));
        var shown = page.Blocks().Single(b => b.Kind == "diagnostics");
        page.MustShow(shown, said);
    }

    private static async Task OpenNewer(Store store, Caller caller)
    {
        await Change(store, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99.0.0')");
        await Store.Open(store.Address);
    }

    private static Task<StoredDataSet> Import(Store store, Caller caller) => store.DataSets.Import(
        caller, ("wp", ModelForm.Page, Gallery.Page("work-programme")), "facts", Gallery.Facts("work-programme"));

    private static async Task Change(Store store, params string[] statements)
    {
        await using var db = store.Db();
        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }
    }
}
