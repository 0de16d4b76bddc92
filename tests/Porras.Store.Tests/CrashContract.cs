using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Porras.Store.Tests;

/// <summary>
/// What holds after a process was killed (SIGKILL) at a random moment while it imported or settled: everything that it
/// had confirmed is there, nothing half-done is seen, the log is in order, and work goes on.
/// </summary>
public abstract class CrashContract(TestDatabases databases)
{
    private const int Seed = 20261128, Rounds = 12, Openings = 4, LongestMilliseconds = 900;

    // After an import it settles, and after settling it imports again.
    private static readonly string[] Awaited = ["imported", "settled"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_while_it_imports_and_settles_it_has_lost_nothing_and_shows_nothing_half_done()
    {
        var random = new Random(Seed);
        var address = await databases.LaidOut();
        var confirmed = new List<(string What, long Id, string Hash)>();
        for (var round = 0; round < Rounds; round++)
        {
            confirmed.AddRange(await Killed(address, $"{round}", random.Next(LongestMilliseconds), Awaited[round % 2]));
            await IsWhole(await Store.Open(address, null, Cancelled), confirmed);
        }

        Assert.True(confirmed.Count(c => c.What == "imported") >= Rounds, $"Too little was tried (seed {Seed}).");
        await IsReadBack(await Store.Open(address, null, Cancelled), confirmed);
    }

    [Fact]
    public async Task Killed_while_it_lays_the_database_out_it_opens_it_next_time()
    {
        var random = new Random(Seed);
        var address = databases.Another();
        for (var round = 0; round < Openings; round++)
        {
            await Killed(address, $"{round}", random.Next(LongestMilliseconds), "begun");
        }

        var store = await Store.Open(address, null, Cancelled);
        Assert.Null((await store.Log.Verify(null, Cancelled)).Broken);
    }

    // What the process said it had confirmed before it was killed.
    private static async Task<List<(string What, long Id, string Hash)>> Killed(
        DatabaseAddress address, string round, int milliseconds, string awaited)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Porras.Store.Tests.dll");
        var start = new ProcessStartInfo("dotnet", [program, KeepWriting.Word, address.Connection, round])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = new List<(string, long, string)>();
        while (await process.StandardOutput.ReadLineAsync(Cancelled) is { } line)
        {
            var words = line.Split(' ');
            said.Add((words[0], long.Parse(words[1], null), words[2]));
            if (words[0] == awaited)
            {
                break;
            }
        }

        Assert.False(process.HasExited);
        await Task.Delay(milliseconds, Cancelled);
        process.Kill();
        while (await process.StandardOutput.ReadLineAsync(Cancelled) is { } line)
        {
            if (line.Split(' ') is [var what, var id, { Length: 64 } hash])
            {
                said.Add((what, long.Parse(id, null), hash));
            }
        }

        await process.WaitForExitAsync(Cancelled);
        return said;
    }

    private static async Task IsWhole(Store store, List<(string What, long Id, string Hash)> confirmed)
    {
        await using var db = store.Db();
        var sets = await db.DataSets.AsNoTracking().ToListAsync(Cancelled);
        var settlements = await db.Settlements.AsNoTracking().ToListAsync(Cancelled);
        Assert.Empty(Confirmed(confirmed, "imported").Except(sets.Select(s => (s.Id, s.Hash))));
        Assert.Empty(Confirmed(confirmed, "settled").Except(settlements.Select(s => (s.Id, s.Hash))));
        var rows = await db.Set<FactRow>().GroupBy(f => f.DataSetId)
            .Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancelled);
        Assert.Equal(sets.OrderBy(s => s.Id).Select(s => (s.Id, s.Facts)), rows.OrderBy(r => r.Key)
            .Select(r => (r.Key, r.Value)));
        var lines = await db.SettledLines.GroupBy(l => l.SettlementId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancelled);
        Assert.Equal(settlements.OrderBy(s => s.Id).Select(s => (s.Id, s.Lines)), lines.OrderBy(l => l.Key)
            .Select(l => (l.Key, l.Value)));
        Assert.Null((await store.Log.Verify(null, Cancelled)).Broken);
        Assert.Equal(sets.Count, await db.Log.CountAsync(e => e.Act == "data-imported", Cancelled));
        Assert.Equal(settlements.Count, await db.Log.CountAsync(e => e.Act == "settled", Cancelled));
    }

    private static async Task IsReadBack(Store store, List<(string What, long Id, string Hash)> confirmed)
    {
        var caller = new Caller((await store.People.FindOrganisation(KeepWriting.Organisation, Cancelled))!.Id);
        foreach (var (id, hash) in Confirmed(confirmed, "imported").TakeLast(3))
        {
            var set = await store.DataSets.Find(caller, id, Cancelled);
            var back = await store.DataSets.Read(caller, id, set!.VersionId, Cancelled);
            Assert.Equal(hash, DataSetHash.Of(back.DataSet!));
        }

        var (last, lines) = Confirmed(confirmed, "settled").Last();
        Assert.Equal(lines, Settlements.HashOf(await store.Settlements.Again(caller, last, 1, Cancelled)));
    }

    private static IEnumerable<(long Id, string Hash)> Confirmed(
        List<(string What, long Id, string Hash)> confirmed, string what) =>
        confirmed.Where(c => c.What == what).Select(c => (c.Id, c.Hash));
}

/// <summary>The contract on SQLite.</summary>
public sealed class CrashOnSqlite(SqliteDatabases databases) : CrashContract(databases), IClassFixture<SqliteDatabases>;

/// <summary>The contract on PostgreSQL.</summary>
public sealed class CrashOnPostgres(PostgresDatabases databases)
    : CrashContract(databases), IClassFixture<PostgresDatabases>;
