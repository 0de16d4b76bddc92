using System.Diagnostics;
using System.Runtime.InteropServices;
using Npgsql;

[assembly: AssemblyFixture(typeof(Porras.Store.Tests.PostgresServer))]

namespace Porras.Store.Tests;

/// <summary>
/// A PostgreSQL of its own in a temporary folder, reached through a socket in it; or the one that
/// <c>PORRAS_TEST_POSTGRES</c> names, whose user may make databases.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    private readonly Lock _starting = new();
    private string? _folder, _connection;
    private int _databases;

    /// <summary>The address of a new database. Skips the test where there is no PostgreSQL.</summary>
    /// <param name="like">The database of which it is a copy; null: it is empty.</param>
    public DatabaseAddress NewDatabase(string? like = null)
    {
        lock (_starting)
        {
            _connection ??= Environment.GetEnvironmentVariable("PORRAS_TEST_POSTGRES") ?? Start();
            var name = $"porras_{Environment.ProcessId}_{++_databases}";
            var server = new NpgsqlConnectionStringBuilder(_connection);
            using var connection = new NpgsqlConnection(server.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"CREATE DATABASE {name} TEMPLATE {like ?? "template1"}";
            command.ExecuteNonQuery();
            server.Database = name;
            server.Pooling = false;
            var (address, finding) = DatabaseAddress.Parse(server.ToString());
            Assert.Null(finding);
            return address!;
        }
    }

    public void Dispose()
    {
        if (_folder is null)
        {
            return;
        }

        Run(Find()!, "pg_ctl", "stop", "-D", Path.Combine(_folder, "cluster"), "-m", "immediate", "-w");
        Directory.Delete(_folder, recursive: true);
    }

    private string Start()
    {
        var programs = Find();
        if (programs is null)
        {
            Assert.True(
                Environment.GetEnvironmentVariable("CI") != "true", "PostgreSQL's programs are not installed here.");
            Assert.Skip("PostgreSQL's programs (initdb, pg_ctl, postgres) are not installed.");
        }

        _folder = Directory.CreateTempSubdirectory("porras-pg-").FullName;
        if (IsRoot)
        {
            Must(Process.Start("chown", ["postgres", _folder])!);
        }

        var cluster = Path.Combine(_folder, "cluster");
        Run(programs, "initdb", "-D", cluster, "-U", "porras", "-A", "trust", "-E", "UTF8", "--locale", "C");
        var options = $"-k {_folder} -c listen_addresses='' -c max_connections=50";
        Run(programs, "pg_ctl", "start", "-D", cluster, "-w", "-l", Path.Combine(_folder, "log"), "-o", options);
        return $"Host={_folder};Username=porras;Database=postgres";
    }

    private static bool IsRoot => !OperatingSystem.IsWindows() && GetUser() == 0;

    private static string? Find()
    {
        const string Debian = "/usr/lib/postgresql";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists(Debian)
                ? Directory.EnumerateDirectories(Debian).OrderDescending().Select(d => Path.Combine(d, "bin")) : []);
        return folders.FirstOrDefault(f => Array.TrueForAll(Programs, p => File.Exists(Path.Combine(f, p))));
    }

    // PostgreSQL refuses to run as root.
    private static void Run(string programs, string program, params string[] arguments)
    {
        string[] line = [Path.Combine(programs, program), .. arguments];
        var start = IsRoot ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", .. line])
            : new ProcessStartInfo(line[0], arguments);
        start.WorkingDirectory = Path.GetTempPath();
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;

        // The server that pg_ctl starts keeps the stream open, so that its end is not waited for.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        Must(process);
    }

    private static void Must(Process process)
    {
        while (!process.HasExited)
        {
            Thread.Sleep(10);
        }

        Assert.True(process.ExitCode == 0, $"{process.StartInfo.FileName} ended with {process.ExitCode}.");
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "geteuid")]
    private static extern uint GetUser();
}
