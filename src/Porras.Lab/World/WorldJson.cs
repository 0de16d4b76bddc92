using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porras.Lab;

/// <summary>Worlds as JSON files. A file says what differs from another world, as a rule the drafted one.</summary>
public static class WorldJson
{
    private const string Tags = "SCKAO";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Reads a file over a world: what it does not name stays.</summary>
    /// <returns>The world, and all mistakes of the text; with mistakes the world is half-changed and not to be
    /// used.</returns>
    public static (World World, IReadOnlyList<Diagnostic> Findings) Read(string json, World over)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(over);
        IReadOnlyList<JsonLeaf> leaves;
        try
        {
            leaves = JsonLeaves.Of(json);
        }
        catch (JsonException broken)
        {
            var place = new Place((int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, 1);
            return (over, [Diagnostic.At(place, "P8504")]);
        }

        var changing = new WorldChange(over);
        foreach (var leaf in leaves)
        {
            changing.Apply(leaf);
        }

        return (changing.World, changing.Findings);
    }

    /// <summary>Changes one number, as <c>groups.weak.entry=0.03</c>.</summary>
    /// <returns>The world, and the mistake if there is one.</returns>
    public static (World World, IReadOnlyList<Diagnostic> Findings) Set(string change, World world)
    {
        ArgumentNullException.ThrowIfNull(change);
        var at = change.IndexOf('=', StringComparison.Ordinal);
        var changing = new WorldChange(world);
        changing.Apply(new(change[..Math.Max(0, at)].Trim(), change[(at + 1)..].Trim(), false, default));
        return (changing.World, changing.Findings);
    }

    /// <summary>
    /// A world as a file; ends with a line end. Read over any world of the same model it gives the same.
    /// </summary>
    public static string Write(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var root = new JsonObject
        {
            ["first month"] = Day.Date(world.FirstDay).ToString("yyyy-MM", CultureInfo.InvariantCulture),
        };
        foreach (var number in WorldNumber.All(world))
        {
            var value = number.Get(world);
            if (!double.IsNaN(value.Value))
            {
                Put(root, number.Path, number.Kind == NumberKind.Months && number.Path.IndexOf('.') < 0
                    ? JsonValue.Create(value.Value) : Numbered(value));
            }
        }

        foreach (var group in world.Groups)
        {
            foreach (var (name, text) in group.Known)
            {
                Put(root, $"groups.{(group.Name.Length == 0 ? "all" : group.Name)}.known.{name}", text);
            }
        }

        foreach (var (name, text) in world.Offered)
        {
            Put(root, $"provider.offers.{name}", text);
        }

        foreach (var rule in world.Facts)
        {
            Put(root, $"facts.{rule.Name}", Written(rule));
        }

        return root.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Numbered(Assumed value)
    {
        var written = new JsonObject { ["value"] = value.Value, ["tag"] = value.Letter.ToString() };
        if (value.Source.Length > 0)
        {
            written["source"] = value.Source;
        }

        return written;
    }

    private static JsonObject Written(FactRule rule)
    {
        var cells = new JsonObject();
        foreach (var (name, text) in rule.Cells)
        {
            cells[name] = text;
        }

        return new()
        {
            ["when"] = WorldChange.WordOf(rule.When),
            ["month"] = rule.Month,
            ["times"] = rule.Times,
            ["chance"] = rule.Chance,
            ["cells"] = cells,
        };
    }

    private static void Put(JsonObject root, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var at = root;
        foreach (var name in names[..^1])
        {
            at[name] ??= new JsonObject();
            at = at[name]!.AsObject();
        }

        at[names[^1]] = value;
    }

    /// <summary>The evidence of a letter; null if it is none.</summary>
    internal static Evidence? EvidenceOf(string letter) => letter.Length == 1
        ? Tags.IndexOf(char.ToUpperInvariant(letter[0]), StringComparison.Ordinal) switch
        {
            0 => Evidence.Seen,
            1 => Evidence.Computed,
            2 => Evidence.Background,
            3 => Evidence.Assumed,
            4 => Evidence.Own,
            _ => null,
        }
        : null;
}
