using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Porras.Store;

/// <summary>Which database keeps everything.</summary>
public enum DatabaseKind
{
    /// <summary>One file, in this process.</summary>
    Sqlite,

    /// <summary>A server of its own.</summary>
    Postgres,
}

/// <summary>Where the database is.</summary>
/// <param name="Kind">Which database it is.</param>
/// <param name="Connection">The connection text, complete.</param>
/// <param name="Shown">How it may be shown: never with a password.</param>
public sealed record DatabaseAddress(DatabaseKind Kind, string Connection, string Shown)
{
    /// <summary>How long, in seconds, a writer waits for another one.</summary>
    public const int SecondsWaiting = 60;

    private const char Equal = '=';
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    /// <summary>Reads an address: a path, <c>Data Source=…</c>, <c>Host=…</c> or <c>postgres://…</c>.</summary>
    /// <returns>The address, or null with what is wrong with the text.</returns>
    public static (DatabaseAddress? Address, Diagnostic? Finding) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = text.Trim();
        try
        {
            if (Array.Exists(Schemes, s => said.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
            {
                return (OfUri(new Uri(said)), null);
            }

            if (said.Length > 0 && !said.Contains(Equal) && !said.Contains("://", StringComparison.Ordinal))
            {
                return (File(said), null);
            }

            var words = new DbConnectionStringBuilder { ConnectionString = said };
            if (words.ContainsKey("Data Source") || words.ContainsKey("Filename"))
            {
                return (Sqlite(new(said)), null);
            }

            if (words.ContainsKey("Host") || words.ContainsKey("Server"))
            {
                return (Postgres(new(said)), null);
            }
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            return (null, Diagnostic.At(default, "P8601", Hidden(said)));
        }

        return (null, Diagnostic.At(default, "P8601", Hidden(said)));
    }

    /// <summary>A file on disk.</summary>
    public static DatabaseAddress File(string path) => Sqlite(new() { DataSource = path });

    private static DatabaseAddress Sqlite(SqliteConnectionStringBuilder words)
    {
        if (words.DataSource.Length == 0 || words.DataSource == ":memory:" || words.Mode == SqliteOpenMode.Memory)
        {
            throw new ArgumentException("A database in memory keeps nothing.", nameof(words));
        }

        words.ForeignKeys = true;
        words.DefaultTimeout = SecondsWaiting;
        return new(DatabaseKind.Sqlite, words.ToString(), words.DataSource);
    }

    private static DatabaseAddress Postgres(NpgsqlConnectionStringBuilder words)
    {
        words.ApplicationName ??= "porras";
        words.CommandTimeout = Math.Max(words.CommandTimeout, SecondsWaiting);
        return new(DatabaseKind.Postgres, words.ToString(), $"{words.Host}/{words.Database ?? words.Username}");
    }

    private static DatabaseAddress OfUri(Uri uri)
    {
        var who = uri.UserInfo.Split(':', 2);
        var words = new NpgsqlConnectionStringBuilder
        {
            Host = Uri.UnescapeDataString(uri.Host),
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = who[0].Length > 0 ? Uri.UnescapeDataString(who[0]) : null,
            Password = who.Length > 1 ? Uri.UnescapeDataString(who[1]) : null,
        };
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = option.Split(Equal, 2) is [var n, var v] ? (n, v) : (option, "");
            words[name == "sslmode" ? "SSL Mode" : Uri.UnescapeDataString(name)] = Uri.UnescapeDataString(value);
        }

        return Postgres(words);
    }

    // What may be an address that is almost right is shown without what may be a password.
    private static string Hidden(string text)
    {
        var end = text.IndexOfAny([Equal, '@', ':']);
        return end < 0 ? text : text[..(end + 1)] + "…";
    }
}
