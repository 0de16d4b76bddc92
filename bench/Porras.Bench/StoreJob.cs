using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using Porras.Store;

namespace Porras.Bench;

/// <summary>
/// Importing facts into each database, beside the database's own program that loads the same rows into the same tables.
/// </summary>
/// <remarks>
/// PostgreSQL takes part if <c>PORRAS_TEST_POSTGRES</c> names one whose user may make databases; <c>psql</c> and
/// <c>sqlite3</c> have to be there. The import also works out the hash of the data set and writes the log.
/// </remarks>
internal static class StoreJob
{
    private static readonly string[] Loaded = ["data_names", "starts", "facts"];

    /// <summary>Runs the job and gives its page.</summary>
    public static void Run(ReferenceOrder order)
    {
        var folder = Directory.CreateTempSubdirectory("porras-store-bench-").FullName;
        try
        {
            var data = ReferenceFacts.Of(ReferenceJob.Draw(order.Participants));
            var places = new List<IBulkPlace> { new SqlitePlace(folder) };
            if (Environment.GetEnvironmentVariable("PORRAS_TEST_POSTGRES") is { } server)
            {
                places.Add(new PostgresPlace(server, folder));
            }

            var rows = places.ConvertAll(place => Row(place, data, order));
            Result.Give(order, "store", Page(order, data, rows));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Row(IBulkPlace place, DataSet data, ReferenceOrder order)
    {
        var (own, other) = (new List<double>(), new List<double>());
        for (var run = 0; run <= order.Runs; run++)
        {
            var address = place.Fresh();
            var store = Store.Store.Open(address).GetAwaiter().GetResult();
            var imported = Seconds(() => Import(store, data));
            if (run == 0)
            {
                place.Lay(address, Loaded);
            }

            var empty = place.Fresh();
            Store.Store.Open(empty).GetAwaiter().GetResult();
            var loaded = Seconds(() => place.Load(empty, Loaded));
            Console.Error.WriteLine(FormattableString.Invariant(
                $"run {run}: {place.Name}, Porras {imported:F2} s, {place.Loader} {loaded:F2} s"));
            if (run > 0)
            {
                own.Add(imported);
                other.Add(loaded);
            }
        }

        var ratio = Pairs.Middle([.. own.Zip(other, (a, b) => a / b)]);
        return FormattableString.Invariant(
            $"| {place.Name} | {Pairs.Middle(own):N2} | {place.Loader} | {Pairs.Middle(other):N2} | {ratio:N2} |\n");
    }

    private static void Import(Store.Store store, DataSet data)
    {
        var organisation = store.People.AddOrganisation("bench").GetAwaiter().GetResult();
        var model = ("reference", ModelForm.Page, Embedded.Text("work-programme-reference.md"));
        store.DataSets.Import(new(organisation.Id), model, "facts", data).GetAwaiter().GetResult();
    }

    private static double Seconds(Action work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static string Page(ReferenceOrder order, DataSet data, IEnumerable<string> rows)
    {
        var page = new StringBuilder($"# Importing into a database{(order.Day is null ? "" : ", " + order.Day)}\n\n");
        var facts = data.Facts.Sum(f => (long)f.Count).ToString("N0", CultureInfo.InvariantCulture);
        page.Append(CultureInfo.InvariantCulture, $"- {data.Starts.Count:N0} participants, {facts} facts\n");
        page.Append("- The loader puts the same rows, from text files, into the same tables with the same keys\n");
        page.Append($"- Runs: {order.Runs} each after one to warm up, in turn; ratios are medians run by run\n");
        page.Append($"- Machine: {Machine.Line()}\n\n");
        page.Append("| Database | Porras: median s | Loader | Median s | Times as long as the loader |\n");
        page.Append("|---|---:|---|---:|---:|\n");
        return page.AppendJoin("", rows).ToString();
    }
}

/// <summary>A database with a program that loads rows into it.</summary>
internal interface IBulkPlace
{
    /// <summary>What a reader calls the database.</summary>
    string Name { get; }

    /// <summary>What loads the rows.</summary>
    string Loader { get; }

    /// <summary>A new, empty database.</summary>
    DatabaseAddress Fresh();

    /// <summary>Writes the rows of tables as text files.</summary>
    void Lay(DatabaseAddress from, IReadOnlyList<string> tables);

    /// <summary>Loads the text files into a database that is laid out.</summary>
    void Load(DatabaseAddress to, IReadOnlyList<string> tables);
}

/// <summary>SQLite with its shell.</summary>
internal sealed class SqlitePlace(string folder) : IBulkPlace
{
    private string? _latest;
    private int _files;

    /// <inheritdoc/>
    public string Name => "SQLite";

    /// <inheritdoc/>
    public string Loader => "sqlite3 .import";

    /// <inheritdoc/>
    public DatabaseAddress Fresh()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_latest is not null && File.Exists(_latest))
        {
            File.Delete(_latest);
        }

        _latest = Path.Combine(folder, $"{++_files}.db");
        return DatabaseAddress.File(_latest);
    }

    /// <inheritdoc/>
    public void Lay(DatabaseAddress from, IReadOnlyList<string> tables) => Shell(
        from, [.. tables.SelectMany(t => new[] { ".mode tabs", $".output {FileOf(t)}", $"SELECT * FROM {t};" })]);

    /// <inheritdoc/>
    public void Load(DatabaseAddress to, IReadOnlyList<string> tables) =>
        Shell(to, [".mode tabs", .. tables.Select(t => $".import {FileOf(t)} {t}")]);

    private static void Shell(DatabaseAddress database, IReadOnlyList<string> lines) =>
        BulkProgram.Run("sqlite3", [database.Shown], string.Join('\n', lines) + "\n");

    private string FileOf(string table) => Path.Combine(folder, table + ".tsv");
}

/// <summary>PostgreSQL with its shell.</summary>
internal sealed class PostgresPlace(string server, string folder) : IBulkPlace
{
    private string? _latest;
    private int _databases;

    /// <inheritdoc/>
    public string Name => "PostgreSQL";

    /// <inheritdoc/>
    public string Loader => @"psql \copy";

    /// <inheritdoc/>
    public DatabaseAddress Fresh()
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        Do(_latest is null ? "SELECT 1" : $"DROP DATABASE {_latest} WITH (FORCE)");
        _latest = $"porras_bench_{Environment.ProcessId}_{++_databases}";
        Do($"CREATE DATABASE {_latest}");
        var words = new NpgsqlConnectionStringBuilder(server) { Database = _latest, Pooling = false };
        return DatabaseAddress.Parse(words.ToString()).Address!;

        void Do(string sql)
        {
            using var command = new NpgsqlCommand(sql, connection);
            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    public void Lay(DatabaseAddress from, IReadOnlyList<string> tables) => Shell(from, tables, "to");

    /// <inheritdoc/>
    public void Load(DatabaseAddress to, IReadOnlyList<string> tables) => Shell(to, tables, "from");

    private void Shell(DatabaseAddress database, IReadOnlyList<string> tables, string way)
    {
        var words = new NpgsqlConnectionStringBuilder(database.Connection);
        string[] where = ["-h", words.Host!, "-U", words.Username!, "-d", words.Database!, "-p", $"{words.Port}"];
        var lines = tables.Select(t => $"\\copy {t} {way} '{Path.Combine(folder, t + ".copy")}'\n");
        BulkProgram.Run("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", .. where], string.Concat(lines));
    }
}

/// <summary>A database's own program.</summary>
internal static class BulkProgram
{
    /// <summary>Runs it with what is typed into it.</summary>
    public static void Run(string program, IReadOnlyList<string> arguments, string typed)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(typed);
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
