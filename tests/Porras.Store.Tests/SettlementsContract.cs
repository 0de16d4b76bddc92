namespace Porras.Store.Tests;

/// <summary>What holds of kept settlements on every database.</summary>
public abstract class SettlementsContract(TestDatabases databases)
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_settlement_is_approved_then_locked_and_never_goes_back()
    {
        var (store, caller) = await databases.Fresh(new StillClock(Noon));
        var (aino, bo) = (caller with { Person = "aino" }, caller with { Person = "bo" });
        var id = (await Settled(store, aino)).Id;
        await Refused("P8613", () => store.Settlements.Advance(bo, id, SettlementState.Locked, Cancelled));
        await store.Settlements.Advance(bo, id, SettlementState.Approved, Cancelled);
        await store.Settlements.Advance(aino, id, SettlementState.Locked, Cancelled);
        await Refused("P8613", () => store.Settlements.Advance(caller, id, SettlementState.Settled, Cancelled));
        Assert.Equal(SettlementState.Locked, (await store.Settlements.Find(caller, id, Cancelled))!.State);
        Assert.Equal(
            [
                new(SettlementState.Settled, "aino", Noon), new(SettlementState.Approved, "bo", Noon),
                new(SettlementState.Locked, "aino", Noon),
            ],
            await store.Settlements.Steps(caller, id, Cancelled));
    }

    [Fact]
    public async Task Whoever_settled_does_not_approve_and_neither_does_nobody()
    {
        var (store, caller) = await databases.Fresh();
        var aino = caller with { Person = "aino" };
        var id = (await Settled(store, aino)).Id;
        await Refused("P8618", () => store.Settlements.Advance(aino, id, SettlementState.Approved, Cancelled));
        await Refused("P8618", () => store.Settlements.Advance(caller, id, SettlementState.Approved, Cancelled));
        Assert.Equal(SettlementState.Settled, (await store.Settlements.Find(caller, id, Cancelled))!.State);
        var unnamed = (await Settled(store, caller)).Id;
        await store.Settlements.Advance(aino, unnamed, SettlementState.Approved, Cancelled);
    }

    [Fact]
    public async Task Lines_are_found_by_owner_and_fee_and_their_sums_are_the_total()
    {
        var (store, caller) = await databases.Fresh();
        var kept = await Settled(store, caller);
        var all = await store.Settlements.Lines(caller, kept.Id, default, default, Cancelled);
        Assert.Equal(kept.Lines, all.Count);
        var sums = await store.Settlements.Sums(caller, kept.Id, default, Cancelled);
        Assert.Equal((kept.Total, kept.Lines), (sums.Sum(s => s.Amount), sums.Sum(s => s.Lines)));
        var first = all[0];
        var own = await store.Settlements.Lines(caller, kept.Id, new(first.Owner, first.Fee), default, Cancelled);
        Assert.Equal(
            all.Where(l => l.Owner == first.Owner && l.Fee == first.Fee).Select(l => l.Number),
            own.Select(l => l.Number));
        var sum = Assert.Single(await store.Settlements.Sums(
            caller, kept.Id, new(first.Owner, first.Fee), Cancelled));
        Assert.Equal((1, own.Sum(l => l.Amount)), (sum.Owners, sum.Amount));
        Assert.Equal(first.Amount, (await store.Settlements.Line(caller, kept.Id, first.Number, Cancelled))!.Amount);
        Assert.Equal(kept.Id, Assert.Single(
            await store.Settlements.On(caller, kept.DataSetId, default, Cancelled)).Id);
        var other = new Caller((await store.People.AddOrganisation("Other", null, Cancelled)).Id);
        Assert.Null(await store.Settlements.Line(other, kept.Id, first.Number, Cancelled));
        Assert.Empty(await store.Settlements.Sums(other, kept.Id, default, Cancelled));
        Assert.Empty(await store.Settlements.Steps(other, kept.Id, Cancelled));
        Assert.Empty(await store.Settlements.On(other, kept.DataSetId, default, Cancelled));
    }

    [Fact]
    public async Task The_days_of_a_data_set_are_those_of_its_rows()
    {
        var (store, caller) = await databases.Fresh();
        var rows = Gallery.Facts("work-programme");
        var id = (await Settled(store, caller)).DataSetId;
        var days = await store.DataSets.Days(caller, id, Cancelled);
        Assert.Equal(new(0, rows.Starts.Day.Min(), rows.Starts.Day.Max()), days.Single(d => d.Table == 0));
        var tables = await store.DataSets.Tables(caller, id, Cancelled);
        foreach (var facts in rows.Facts.Where(f => f.Count > 0))
        {
            var place = tables.Single(t => t.Name == facts.Schema.Name).Place;
            var last = facts.Last.Select((d, i) => d == int.MaxValue ? facts.First[i] : d).Max();
            Assert.Equal(new(place, facts.First.Min(), last), days.Single(d => d.Table == place));
        }

        var other = new Caller((await store.People.AddOrganisation("Other", null, Cancelled)).Id);
        Assert.Empty(await store.DataSets.Days(other, id, Cancelled));
        Assert.Null(await store.DataSets.Find(other, "facts", Cancelled));
    }

    private static async Task<Settlement> Settled(Store store, Caller caller)
    {
        var set = await store.DataSets.Find(caller, "facts", Cancelled)
            ?? await store.DataSets.Import(
                caller, ("wp", ModelForm.Page, Gallery.Page("work-programme")), "facts",
                Gallery.Facts("work-programme"), Cancelled);
        var terms = new SettlementTerms("2015", set.VersionId, set.Id, Day.Of(2015, 12, 31));
        return (await store.Settlements.Settle(caller, terms, 1, Cancelled)).Settlement!;
    }

    private static async Task Refused(string code, Func<Task> work) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<StoreException>(work)).Finding.Code);
}

/// <summary>The contract on SQLite.</summary>
public sealed class SettlementsOnSqlite(SqliteDatabases databases)
    : SettlementsContract(databases), IClassFixture<SqliteDatabases>;

/// <summary>The contract on PostgreSQL.</summary>
public sealed class SettlementsOnPostgres(PostgresDatabases databases)
    : SettlementsContract(databases), IClassFixture<PostgresDatabases>;
