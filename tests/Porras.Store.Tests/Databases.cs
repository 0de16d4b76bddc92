namespace Porras.Store.Tests;

/// <summary>A database for one test, gone when the test is over.</summary>
public abstract class TestDatabases : IDisposable
{
    /// <summary>The address of a new, empty database.</summary>
    public abstract DatabaseAddress Another();

    /// <summary>The address of a new database that is laid out: a copy of one that is laid out once.</summary>
    public abstract Task<DatabaseAddress> LaidOut();

    /// <summary>A store on a new database, with an organisation in it.</summary>
    public async Task<(Store Store, Caller Caller)> Fresh(TimeProvider? clock = null)
    {
        var store = await Store.Open(await LaidOut(), clock);
        var organisation = await store.People.AddOrganisation("Koto");
        return (store, new(organisation.Id));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>SQLite: a file in a temporary folder.</summary>
public sealed class SqliteDatabases : TestDatabases
{
    private readonly string _folder = Directory.CreateTempSubdirectory("porras-store-").FullName;
    private string? _first;
    private int _files;

    public override DatabaseAddress Another() =>
        DatabaseAddress.File(Path.Combine(_folder, $"{Interlocked.Increment(ref _files)}.db"));

    public override async Task<DatabaseAddress> LaidOut()
    {
        if (_first is null)
        {
            var first = Another();
            await Store.Open(first);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _first = first.Shown;
        }

        var copy = Another();
        File.Copy(_first, copy.Shown);
        return copy;
    }

    protected override void Dispose(bool disposing)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        base.Dispose(disposing);
    }
}

/// <summary>PostgreSQL.</summary>
public sealed class PostgresDatabases(PostgresServer server) : TestDatabases
{
    private string? _first;

    public override DatabaseAddress Another() => server.NewDatabase();

    public override async Task<DatabaseAddress> LaidOut()
    {
        if (_first is null)
        {
            var first = Another();
            await Store.Open(first);
            _first = new Npgsql.NpgsqlConnectionStringBuilder(first.Connection).Database;
        }

        return server.NewDatabase(_first);
    }
}
