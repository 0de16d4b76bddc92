using Porras.Exchange;

namespace Porras.Store.Tests;

/// <summary>What holds of data sets and settlements on every database.</summary>
public abstract class FactsContract(TestDatabases databases)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_case_of_the_gallery_is_read_back_equal_and_settles_to_the_same_bytes()
    {
        var (store, caller) = await databases.Fresh();
        var cases = Gallery.Cases.ToList();
        Assert.True(cases.Count > 100, $"Only {cases.Count} cases were found.");
        foreach (var c in cases)
        {
            var model = (Path.GetFileName(c.Page), ModelForm.Page, c.Text);
            var kept = await store.DataSets.Import(caller, model, c.Name, c.Rows, Cancelled);
            var back = (await store.DataSets.Read(caller, kept.Id, kept.VersionId, Cancelled)).DataSet!;
            Assert.True(DataSetHash.Of(c.Rows) == DataSetHash.Of(back), $"{c.Name} is read back differently.");
            var plan = Plan.Compile(c.Model);
            var (asFiles, asStored) = (Settle.All(plan, c.Rows, c.Until), Settle.All(plan, back, c.Until));
            Assert.Equal(Gallery.Lines(asFiles), Gallery.Lines(asStored));
            Assert.Equal(CsvText.Write(c.Rows), CsvText.Write(back));
        }
    }

    [Fact]
    public async Task A_settlement_from_the_store_has_the_lines_of_a_settlement_from_files()
    {
        var (store, caller) = await databases.Fresh();
        var (kept, settled) = await WorkProgramme(store, caller);
        Assert.Equal(29, kept.Lines);
        Assert.Equal(settled.Total.Minor, kept.Total);
        Assert.Equal(Settlements.HashOf(settled), kept.Hash);
        var rows = await store.Settlements.Lines(caller, kept.Id, default, new(0, 1000), Cancelled);
        var lines = settled.Lines().InOrder().ToList();
        Assert.Equal(
            lines.Select((l, i) => (i + 1, settled.OwnerName(l), l.Time, l.Earned, l.Kind, l.Amount.Minor)),
            rows.Select(r => (r.Number, r.Owner, r.Occurrence, r.Earned, r.Kind, r.Amount)));
        var own = await store.Settlements.Lines(caller, kept.Id, new(rows[0].Owner), default, Cancelled);
        Assert.Equal(rows.Where(r => r.Owner == rows[0].Owner).Select(r => r.Number), own.Select(r => r.Number));
    }

    [Fact]
    public async Task Long_lists_come_in_slices()
    {
        var (store, caller) = await databases.Fresh();
        var (kept, _) = await WorkProgramme(store, caller);
        var numbers = new List<int>();
        for (var from = 0; from < 40; from += 10)
        {
            var part = await store.Settlements.Lines(caller, kept.Id, default, new(from, 10), Cancelled);
            numbers.AddRange(part.Select(l => l.Number));
        }

        Assert.Equal(Enumerable.Range(1, 29), numbers);
    }

    [Fact]
    public async Task A_kept_settlement_is_settled_again_to_the_same_bytes_and_says_why()
    {
        var (store, caller) = await databases.Fresh();
        var (kept, settled) = await WorkProgramme(store, caller);
        var again = await store.Settlements.Again(caller, kept.Id, 1, Cancelled);
        Assert.Equal(Gallery.Lines(settled), Gallery.Lines(again));
        var line = again.Lines().InOrder().First();
        var reason = Why.About(again, line.Participant).Reasons().First(r => r.Line.Bare() == line.Bare());
        Assert.Equal(line.Amount, reason.Line.Amount);
    }

    [Fact]
    public async Task A_data_set_is_read_for_a_later_version_of_its_model()
    {
        var (store, caller) = await databases.Fresh();
        var text = Gallery.Page("work-programme");
        var kept = await store.DataSets.Import(
            caller, ("wp", ModelForm.Page, text), "facts", Gallery.Facts("work-programme"), Cancelled);
        var later = await store.Models.Save(
            caller, "wp", ModelForm.Page, text + "\nMore prose.\n", "", null, Cancelled);
        Assert.NotEqual(kept.VersionId, later.Id);
        var back = await store.DataSets.Read(caller, kept.Id, later.Id, Cancelled);
        Assert.Equal(kept.Hash, DataSetHash.Of(back.DataSet!));
    }

    [Fact]
    public async Task A_data_set_that_lacks_what_another_model_reads_is_refused_with_reasons()
    {
        var (store, caller) = await databases.Fresh();
        var kept = await store.DataSets.Import(
            caller, ("wp", ModelForm.Page, Gallery.Page("work-programme")), "facts",
            Gallery.Facts("work-programme"), Cancelled);
        var other = await store.Models.Save(
            caller, "north", ModelForm.Page, Gallery.Page("coaching-north"), "", null, Cancelled);
        var result = await store.Settlements.Settle(
            caller, new("wrong", other.Id, kept.Id, Day.Of(2027, 12, 31)), 1, Cancelled);
        Assert.Null(result.Settlement);
        Assert.Contains(result.Findings, f => f.Severity == Severity.Mistake);
        Assert.Empty(await store.Settlements.List(caller, default, Cancelled));
    }

    [Fact]
    public async Task A_name_is_given_to_one_data_set_only_and_the_second_leaves_nothing()
    {
        var (store, caller) = await databases.Fresh();
        var model = ("wp", ModelForm.Page, Gallery.Page("work-programme"));
        var rows = Gallery.Facts("work-programme");
        await store.DataSets.Import(caller, model, "facts", rows, Cancelled);
        var refused = await Assert.ThrowsAsync<StoreException>(
            () => store.DataSets.Import(caller, model, "facts", rows, Cancelled));
        Assert.Equal("P8604", refused.Finding.Code);
        Assert.Single(await store.DataSets.List(caller, default, Cancelled));
    }

    private static async Task<(Settlement Kept, Settled Settled)> WorkProgramme(Store store, Caller caller)
    {
        var rows = Gallery.Facts("work-programme");
        var set = await store.DataSets.Import(
            caller, ("wp", ModelForm.Page, Gallery.Page("work-programme")), "facts", rows, Cancelled);
        var until = Day.Of(2015, 12, 31);
        var result = await store.Settlements.Settle(caller, new("2015", set.VersionId, set.Id, until), 2, Cancelled);
        return (result.Settlement!, Settle.All(Plan.Compile(Gallery.Model("work-programme")), rows, until));
    }
}

/// <summary>The contract on SQLite.</summary>
public sealed class FactsOnSqlite(SqliteDatabases databases) : FactsContract(databases), IClassFixture<SqliteDatabases>;

/// <summary>The contract on PostgreSQL.</summary>
public sealed class FactsOnPostgres(PostgresDatabases databases)
    : FactsContract(databases), IClassFixture<PostgresDatabases>;
