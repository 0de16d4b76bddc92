using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porras.Store;

/// <summary>A table in a backup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in the order of the cells.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Hash">SHA-256 of its rows as text.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, string Hash);

/// <summary>The list of a backup, <c>backup.json</c>: what is in it, and the hash of each part.</summary>
/// <param name="Layout">The layout of the tables, by the latest migration.</param>
/// <param name="At">When it was made.</param>
/// <param name="Entries">How many entries the log has.</param>
/// <param name="Last">The hash of the last of them.</param>
/// <param name="Tables">The tables.</param>
internal sealed record BackupList(
    string Layout, DateTimeOffset At, long Entries, string Last, IReadOnlyList<BackupTable> Tables)
{
    /// <summary>The name of the list in the archive.</summary>
    public const string Name = "backup.json";

    private const string Format = "porras backup 1";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The list as bytes.</summary>
    public byte[] Write()
    {
        var list = new JsonObject
        {
            ["format"] = Format,
            ["layout"] = Layout,
            ["at"] = At.ToUnixTimeMilliseconds(),
            ["entries"] = Entries,
            ["last"] = Last,
            ["tables"] = new JsonArray([.. Tables.Select(t => (JsonNode)new JsonObject
            {
                ["name"] = t.Name,
                ["columns"] = new JsonArray([.. t.Columns.Select(c => (JsonNode)c)]),
                ["rows"] = t.Rows,
                ["sha256"] = t.Hash,
            })]),
        };
        return System.Text.Encoding.UTF8.GetBytes(list.ToJsonString(Indented) + "\n");
    }

    /// <summary>Reads a list; null if it is none.</summary>
    public static BackupList? Read(Stream from)
    {
        try
        {
            var list = JsonNode.Parse(from)!.AsObject();
            if (list["format"]?.GetValue<string>() != Format)
            {
                return null;
            }

            var tables = list["tables"]!.AsArray().Select(t => new BackupTable(
                t!["name"]!.GetValue<string>(), [.. t["columns"]!.AsArray().Select(c => c!.GetValue<string>())],
                t["rows"]!.GetValue<long>(), t["sha256"]!.GetValue<string>()));
            return new(
                list["layout"]!.GetValue<string>(),
                DateTimeOffset.FromUnixTimeMilliseconds(list["at"]!.GetValue<long>()),
                list["entries"]!.GetValue<long>(), list["last"]!.GetValue<string>(), [.. tables]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException
            or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
