using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>For whom something is read or written. There is no reading without an organisation.</summary>
/// <param name="Organisation">The organisation whose things are meant, and no other's.</param>
/// <param name="Person">Who asks; null for the command line.</param>
public readonly record struct Caller(long Organisation, string? Person = null);

/// <summary>A part of a list.</summary>
/// <param name="From">How many are left out before it.</param>
/// <param name="Most">How many it has at most.</param>
public readonly record struct Slice(int From = 0, int Most = 100);

/// <summary>The store cannot do what was asked.</summary>
/// <param name="finding">Why not.</param>
public sealed class StoreException(Diagnostic finding) : Exception(finding?.Message())
{
    /// <summary>Why not.</summary>
    public Diagnostic Finding => finding;

    /// <summary>The exception of a code.</summary>
    public static StoreException Of(string code, params string[] arguments) =>
        new(Diagnostic.At(default, code, arguments));
}

/// <summary>All that is kept. One for a process; safe for any number of users at once.</summary>
public sealed class Store
{
    private readonly DbContextOptions _options;

    private Store(DatabaseAddress address, TimeProvider clock)
    {
        (Address, Clock) = (address, clock);
        _options = OptionsOf(address);
        (People, Models, DataSets) = (new(this), new(this), new(this));
        (Settlements, LabRuns, Log) = (new(this), new(this), new(this));
    }

    /// <summary>Where the database is.</summary>
    public DatabaseAddress Address { get; }

    /// <summary>What says which instant it is.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Organisations, people and what they are there.</summary>
    public People People { get; }

    /// <summary>Models and their versions.</summary>
    public Models Models { get; }

    /// <summary>Data sets.</summary>
    public DataSets DataSets { get; }

    /// <summary>Settlements and their lines.</summary>
    public Settlements Settlements { get; }

    /// <summary>Runs of the lab.</summary>
    public LabRuns LabRuns { get; }

    /// <summary>Who did what.</summary>
    public Log Log { get; }

    /// <summary>Opens a database; one that is empty is laid out first.</summary>
    /// <exception cref="StoreException">It cannot be reached, or is newer than this program.</exception>
    public static async Task<Store> Open(
        DatabaseAddress address, TimeProvider? clock = null, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var store = new Store(address, clock ?? TimeProvider.System);
        try
        {
            await Layout.Bring(store, cancelled);
        }
        catch (Exception failed) when (failed is DbException or IOException or UnauthorizedAccessException
            or System.Net.Sockets.SocketException)
        {
            throw StoreException.Of("P8602", address.Shown, failed.Message.ReplaceLineEndings(" "));
        }

        return store;
    }

    /// <summary>A context on the database, to be disposed. Who reads with it says for which organisation.</summary>
    public PorrasDb Db() => _options switch
    {
        DbContextOptions<SqlitePorrasDb> sqlite => new SqlitePorrasDb(sqlite),
        DbContextOptions<PostgresPorrasDb> postgres => new PostgresPorrasDb(postgres),
        _ => throw new InvalidOperationException($"Unknown options {_options.GetType()}."),
    };

    /// <summary>
    /// Lays out, or brings up to date, tables that another context keeps in the same database, with migrations of its
    /// own.
    /// </summary>
    /// <exception cref="StoreException">They are newer than this program.</exception>
    public Task LayOut(DbContext beside, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(beside);
        return Layout.Bring(this, beside, cancelled);
    }

    /// <summary>
    /// Writes in one transaction, with what the log says of it; either all of it is kept or nothing.
    /// </summary>
    internal async Task<T> Write<T>(Caller? caller, Func<Writing, Task<T>> work, CancellationToken cancelled)
    {
        await using var db = Db();
        await using var transaction = await db.Database.BeginTransactionAsync(cancelled);
        var writing = new Writing(db, caller, Clock.GetUtcNow());
        var result = await work(writing);
        await db.SaveChangesAsync(cancelled);
        await Log.Append(writing, cancelled);
        await transaction.CommitAsync(cancelled);
        return result;
    }

    private static DbContextOptions OptionsOf(DatabaseAddress address) => address.Kind switch
    {
        DatabaseKind.Sqlite => new DbContextOptionsBuilder<SqlitePorrasDb>()
            .UseSqlite(address.Connection).Options,
        DatabaseKind.Postgres => new DbContextOptionsBuilder<PostgresPorrasDb>()
            .UseNpgsql(address.Connection).Options,
        _ => throw new InvalidOperationException($"Unknown kind {address.Kind}."),
    };
}

/// <summary>One piece of writing.</summary>
/// <param name="Db">The context, in a transaction.</param>
/// <param name="Caller">For whom; null where no organisation is concerned.</param>
/// <param name="At">The instant.</param>
internal sealed record Writing(PorrasDb Db, Caller? Caller, DateTimeOffset At)
{
    /// <summary>What the log is to say.</summary>
    public List<(string Act, string Subject, string Details)> Told { get; } = [];

    /// <summary>Who writes.</summary>
    public string? Person => Caller?.Person;

    /// <summary>Keeps something and gives it its number.</summary>
    public async Task<T> Keep<T>(T thing)
        where T : class
    {
        Db.Add(thing);
        await Db.SaveChangesAsync();
        return thing;
    }

    /// <summary>What the log is to say: what was done, to what, and more of it.</summary>
    public void Tell(string act, string subject, params (string Name, string? Value)[] details)
    {
        var json = new System.Text.Json.Nodes.JsonObject();
        foreach (var (name, value) in details)
        {
            json[name] = value;
        }

        Told.Add((act, subject, json.ToJsonString()));
    }
}
