using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porras.Exchange;

/// <summary>A part as the list names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Hash">Its SHA-256.</param>
internal sealed record ListedPart(string Name, long Bytes, string Hash);

/// <summary>The list of a kit, <c>kit.json</c>: its terms, and each part with its length and hash.</summary>
internal static class KitList
{
    public const string Name = "kit.json", Format = "porras kit 1";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The list's bytes; the same for the same kit.</summary>
    public static byte[] Write(Kit kit)
    {
        var list = new JsonObject
        {
            ["format"] = Format,
            ["engine"] = kit.Terms.Engine,
            ["model"] = kit.Model.Name,
            ["version"] = kit.Model.Version,
            ["hash"] = kit.Model.Hash,
            ["until"] = Day.Write(kit.Terms.Until),
            ["known"] = kit.Terms.Known is { } known ? Day.Write(known) : null,
            ["run"] = kit.Terms.Run,
            ["locked"] = kit.Terms.Locked is { } locked ? Day.Write(locked) : null,
            ["pseudonyms"] = kit.Terms.IsPseudonymous,
            ["parts"] = new JsonArray([.. kit.Parts.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p =>
                (JsonNode)new JsonObject
                {
                    ["name"] = p.Key,
                    ["bytes"] = p.Value.LongLength,
                    ["sha256"] = Kit.HashOf(p.Value),
                })]),
        };
        return Encoding.UTF8.GetBytes(list.ToJsonString(Indented) + "\n");
    }

    /// <summary>Reads a list; null if it is none.</summary>
    public static (KitTerms Terms, ModelTag Model, IReadOnlyList<ListedPart> Parts)? Read(byte[] bytes)
    {
        try
        {
            var list = JsonNode.Parse(bytes)!.AsObject();
            if (Text(list, "format") != Format)
            {
                return null;
            }

            var terms = new KitTerms(
                Text(list, "engine")!, DayOf(list, "until")!.Value, DayOf(list, "known"), Text(list, "run"),
                DayOf(list, "locked"), list["pseudonyms"]!.GetValue<bool>());
            var parts = list["parts"]!.AsArray().Select(p => new ListedPart(
                Text(p!.AsObject(), "name")!, p["bytes"]!.GetValue<long>(), Text(p.AsObject(), "sha256")!));
            var model = new ModelTag(Text(list, "model")!, list["version"]!.GetValue<int>(), Text(list, "hash")!);
            return (terms, model, [.. parts]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException
            or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject from, string key) => from[key]?.GetValue<string>();

    private static int? DayOf(JsonObject from, string key) =>
        Text(from, key) is { } text ? Day.Parse(text) ?? throw new FormatException(text) : null;
}
