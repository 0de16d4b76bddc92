using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Porras.Store.Tests;

/// <summary>What holds of people, models, lab runs and the log on every database.</summary>
public abstract class PapersContract(TestDatabases databases)
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Forbidden =
    [
        "UPDATE model_versions SET text = 'x'", "DELETE FROM model_versions",
        "UPDATE settled_lines SET amount = 1", "DELETE FROM settled_lines",
        "UPDATE settlements SET total = 1", "DELETE FROM settlements",
        "UPDATE facts SET v1 = 1", "UPDATE starts SET day = 1", "UPDATE data_sets SET hash = ''",
        "UPDATE log SET act = 'x'", "DELETE FROM log",
        "UPDATE lab_runs SET seed = 1", "DELETE FROM lab_runs", "DELETE FROM model_freezes",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_keeps_its_text_letter_by_letter_with_the_hash_of_the_model()
    {
        var (store, caller) = await databases.Fresh(new StillClock(Noon));
        var text = Gallery.Page("work-programme");
        var first = await store.Models.Save(caller, "wp", ModelForm.Page, text, "as signed", null, Cancelled);
        var second = await store.Models.Save(caller, "wp", ModelForm.Page, text + "\nÄö.\n", "", null, Cancelled);
        var same = await store.Models.Save(caller, "wp", ModelForm.Page, text + "\nÄö.\n", "", null, Cancelled);
        Assert.Equal((1, 2, second.Id), (first.Number, second.Number, same.Id));
        var back = await store.Models.Version(caller, first.Id, Cancelled);
        Assert.Equal((text, "as signed", Noon), (back!.Text, back.Note, back.At));
        Assert.Equal(ModelHash.Of(Gallery.Model("work-programme")), back.Hash);
        Assert.Equal(back.Hash, second.Hash);
        Assert.NotEqual(back.TextHash, second.TextHash);
        Assert.Equal([2, 1], (await store.Models.Versions(caller, back.ModelId, default, Cancelled))
            .Select(v => v.Number));
        Assert.Equal(second.Id, Assert.Single(await store.Models.List(caller, default, Cancelled)).Latest.Id);
    }

    [Fact]
    public async Task A_draft_with_mistakes_is_kept_and_cannot_be_frozen()
    {
        var (store, caller) = await databases.Fresh();
        var draft = await store.Models.Save(caller, "wp", ModelForm.Text, "model", "", null, Cancelled);
        Assert.Null(draft.Hash);
        var refused = await Assert.ThrowsAsync<StoreException>(() => store.Models.Freeze(caller, draft.Id, Cancelled));
        Assert.Equal("P8606", refused.Finding.Code);
        Assert.Null(await store.Models.FrozenAt(caller, draft.Id, Cancelled));
    }

    [Fact]
    public async Task A_version_is_frozen_once()
    {
        var (store, caller) = await databases.Fresh(new StillClock(Noon));
        var version = await store.Models.Save(
            caller, "wp", ModelForm.Page, Gallery.Page("work-programme"), "", null, Cancelled);
        await store.Models.Freeze(caller, version.Id, Cancelled);
        await store.Models.Freeze(caller, version.Id, Cancelled);
        Assert.Equal(Noon, await store.Models.FrozenAt(caller, version.Id, Cancelled));
        var log = await store.Log.List(caller, default, Cancelled);
        Assert.Single(log, e => e.Act == "model-frozen");
    }

    [Fact]
    public async Task People_have_roles_in_organisations()
    {
        var (store, caller) = await databases.Fresh();
        await store.People.Add("p-1", "Aino@Example.org ", "Aino", Cancelled);
        await store.People.Grant(caller, "p-1", Role.Controller, Cancelled);
        await store.People.Grant(caller, "p-1", Role.Administrator, Cancelled);
        await store.People.Grant(caller, "p-1", Role.Controller, Cancelled);
        var member = Assert.Single(await store.People.Members(caller, default, Cancelled));
        Assert.Equal([Role.Controller, Role.Administrator], member.Roles);
        await store.People.Revoke(caller, "p-1", Role.Administrator, Cancelled);
        var belonging = Assert.Single(await store.People.Of("p-1", Cancelled));
        Assert.Equal([Role.Controller], belonging.Roles);
        Assert.Equal("Koto", belonging.Organisation.Name);
        Assert.Equal("p-1", (await store.People.FindByEmail("AINO@example.org", Cancelled))!.Id);
        Assert.Equal("P8604", (await Assert.ThrowsAsync<StoreException>(
            () => store.People.Add("p-2", "aino@example.org", "Another", Cancelled))).Finding.Code);
    }

    [Fact]
    public async Task A_run_of_the_lab_keeps_its_seed_and_its_world()
    {
        var (store, caller) = await databases.Fresh();
        var version = await store.Models.Save(
            caller, "north", ModelForm.Page, Gallery.Page("coaching-north"), "", null, Cancelled);
        var terms = new LabTerms(version.Id, "first try", ulong.MaxValue, "{\"replications\":64}", "{\"ä\":1}");
        var kept = await store.LabRuns.Keep(caller, terms, Cancelled);
        var back = await store.LabRuns.Find(caller, kept.Id, Cancelled);
        Assert.Equal(ulong.MaxValue, LabRuns.SeedOf(back!));
        Assert.Equal((terms.Options, terms.World), (back!.Options, back.World));
    }

    [Fact]
    public async Task An_organisation_sees_nothing_of_another()
    {
        var (store, own) = await databases.Fresh();
        var other = new Caller((await store.People.AddOrganisation("Other", null, Cancelled)).Id);
        var set = await store.DataSets.Import(
            own, ("wp", ModelForm.Page, Gallery.Page("work-programme")), "facts",
            Gallery.Facts("work-programme"), Cancelled);
        var settled = (await store.Settlements.Settle(
            own, new("2015", set.VersionId, set.Id, Day.Of(2015, 12, 31)), 1, Cancelled)).Settlement!;
        var run = await store.LabRuns.Keep(own, new(set.VersionId, "run", 1, "{}", "{}"), Cancelled);
        await store.People.Add("p-1", "a@example.org", "A", Cancelled);
        await store.People.Grant(own, "p-1", Role.Controller, Cancelled);
        var model = (await store.Models.Find(own, "wp", Cancelled))!;

        Assert.Empty(await store.Models.List(other, default, Cancelled));
        Assert.Null(await store.Models.Find(other, "wp", Cancelled));
        Assert.Empty(await store.Models.Versions(other, model.Id, default, Cancelled));
        Assert.Null(await store.Models.Version(other, set.VersionId, Cancelled));
        Assert.Null(await store.Models.FrozenAt(other, set.VersionId, Cancelled));
        Assert.Empty(await store.DataSets.List(other, default, Cancelled));
        Assert.Null(await store.DataSets.Find(other, set.Id, Cancelled));
        Assert.Empty(await store.DataSets.Tables(other, set.Id, Cancelled));
        Assert.Empty(await store.Settlements.List(other, default, Cancelled));
        Assert.Null(await store.Settlements.Find(other, settled.Id, Cancelled));
        Assert.Empty(await store.Settlements.Lines(other, settled.Id, default, default, Cancelled));
        Assert.Empty(await store.LabRuns.List(other, default, Cancelled));
        Assert.Null(await store.LabRuns.Find(other, run.Id, Cancelled));
        Assert.Empty(await store.People.Members(other, default, Cancelled));
        Assert.Empty(await store.Log.List(other, default, Cancelled));
        await Refused("P8605", () => store.Models.Freeze(other, set.VersionId, Cancelled));
        await Refused("P8605", () => store.DataSets.Read(other, set.Id, set.VersionId, Cancelled));
        await Refused("P8605", () => store.Settlements.Again(other, settled.Id, 1, Cancelled));
        await Refused("P8605", () => store.LabRuns.Keep(other, new(set.VersionId, "run", 1, "{}", "{}"), Cancelled));
        await Refused("P8613", () => store.Settlements.Advance(other, settled.Id, SettlementState.Approved, Cancelled));
        var copy = await store.Models.Save(
            other, "wp", ModelForm.Page, Gallery.Page("work-programme"), "", null, Cancelled);
        Assert.NotEqual(model.Id, copy.ModelId);
        await Refused("P8605", () => store.DataSets.Read(other, set.Id, copy.Id, Cancelled));
        var theirs = new SettlementTerms("x", copy.Id, set.Id, Day.Of(2015, 12, 31));
        await Refused("P8605", () => store.Settlements.Settle(other, theirs, 1, Cancelled));
    }

    [Fact]
    public async Task The_database_itself_lets_nobody_change_what_is_kept()
    {
        var (store, caller) = await databases.Fresh();
        var set = await store.DataSets.Import(
            caller, ("wp", ModelForm.Page, Gallery.Page("work-programme")), "facts",
            Gallery.Facts("work-programme"), Cancelled);
        await store.Models.Freeze(caller, set.VersionId, Cancelled);
        await store.Settlements.Settle(
            caller, new("2015", set.VersionId, set.Id, Day.Of(2015, 12, 31)), 1, Cancelled);
        await store.LabRuns.Keep(caller, new(set.VersionId, "run", 1, "{}", "{}"), Cancelled);
        await using var db = store.Db();
        foreach (var sql in Forbidden)
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(
                () => db.Database.ExecuteSqlRawAsync(sql, Cancelled));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_log_tells_in_order_what_was_done_and_each_entry_seals_the_one_before()
    {
        var (store, caller) = await databases.Fresh(new StillClock(Noon));
        var reader = caller with { Person = "p-1" };
        await store.Log.Add(reader, "case-read", "participant 17", [("why", "claim")], Cancelled);
        var set = await store.DataSets.Import(
            caller, ("wp", ModelForm.Page, Gallery.Page("work-programme")), "facts",
            Gallery.Facts("work-programme"), Cancelled);
        var entries = await store.Log.List(caller, default, Cancelled);
        Assert.Equal(["data-imported", "model-saved", "case-read"], entries.Select(e => e.Act));
        Assert.Contains(set.Hash, entries[0].Details, StringComparison.Ordinal);
        Assert.Equal(("p-1", Noon), (entries[2].PersonId, entries[2].At));
        Assert.Equal(entries[1].Hash, entries[0].Before);
        Assert.Equal(new LogVerdict(4, entries[0].Hash, null), await store.Log.Verify(null, Cancelled));
        Assert.True((await store.Log.Verify(entries[2].Hash, Cancelled)).HasFingerprint);
        Assert.False((await store.Log.Verify(new('a', 64), Cancelled)).HasFingerprint);
    }

    [Theory]
    [InlineData("UPDATE log SET subject = 'data set 99' WHERE number = 3", 3)]
    [InlineData("DELETE FROM log WHERE number = 2", 2)]
    [InlineData("UPDATE log SET organisation_id = NULL WHERE number = 5", 5)]
    [InlineData("DELETE FROM log WHERE number = 1", 1)]
    public async Task A_log_that_was_tampered_with_is_found_out_at_the_first_broken_entry(string sql, long broken)
    {
        var (store, caller) = await databases.Fresh();
        for (var i = 0; i < 6; i++)
        {
            await store.Log.Add(caller, "case-read", $"participant {i}", null, Cancelled);
        }

        Assert.Null((await store.Log.Verify(null, Cancelled)).Broken);
        await using (var db = store.Db())
        {
            var isPostgres = store.Address.Kind == DatabaseKind.Postgres;
            string[] open = isPostgres ? ["ALTER TABLE log DISABLE TRIGGER USER"]
                : ["DROP TRIGGER log_no_update", "DROP TRIGGER log_no_delete"];
            foreach (var statement in (string[])[.. open, sql])
            {
                await db.Database.ExecuteSqlRawAsync(statement, Cancelled);
            }
        }

        var verdict = await store.Log.Verify(null, Cancelled);
        Assert.Equal((broken, broken - 1), (verdict.Broken, verdict.Entries));
    }

    [Fact]
    public async Task Many_writers_at_once_leave_one_log_without_gaps()
    {
        var (store, caller) = await databases.Fresh();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(
            async () =>
            {
                for (var i = 0; i < 10; i++)
                {
                    await store.Log.Add(caller, "case-read", $"participant {w}-{i}", null, Cancelled);
                }
            },
            Cancelled)));
        var verdict = await store.Log.Verify(null, Cancelled);
        Assert.Equal((81L, default(long?)), (verdict.Entries, verdict.Broken));
    }

    [Fact]
    public async Task A_database_is_opened_again_with_everything_in_it_by_several_at_once()
    {
        var address = databases.Another();
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.Open(address)));
        await stores[0].People.AddOrganisation("Koto", null, Cancelled);
        var again = await Store.Open(address, null, Cancelled);
        Assert.NotNull(await again.People.FindOrganisation("Koto", Cancelled));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        var (store, _) = await databases.Fresh();
        await using (var db = store.Db())
        {
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99.0.0')", Cancelled);
        }

        await Refused("P8603", () => Store.Open(store.Address, null, Cancelled));
    }

    private static async Task Refused(string code, Func<Task> work) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<StoreException>(work)).Finding.Code);
}

/// <summary>The contract on SQLite.</summary>
public sealed class PapersOnSqlite(SqliteDatabases databases)
    : PapersContract(databases), IClassFixture<SqliteDatabases>;

/// <summary>The contract on PostgreSQL.</summary>
public sealed class PapersOnPostgres(PostgresDatabases databases)
    : PapersContract(databases), IClassFixture<PostgresDatabases>;

/// <summary>A clock that stands still.</summary>
internal sealed class StillClock(DateTimeOffset instant) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => instant;
}
