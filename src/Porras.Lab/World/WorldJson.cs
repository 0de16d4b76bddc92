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

    /// <summary>
    /// Changes numbers, each said as <c>groups.weak.entry=0.03</c> or <c>provider.margin=5%</c>; a name may have a
    /// hyphen for each blank. What is said so is the speaker's own figure.
    /// </summary>
    /// <returns>The world, and all mistakes, each with the change as its file; with mistakes the world is not to be
    /// used.</returns>
    public static (World World, IReadOnlyList<Diagnostic> Findings) Set(World world, params IEnumerable<string> changes)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(changes);
        var findings = new List<Diagnostic>();
        foreach (var change in changes)
        {
            var at = change.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
            {
                findings.Add(Diagnostic.At(default, "P8533", change));
                continue;
            }

            var changing = new WorldChange(world, isOwn: true);
            changing.Apply(new(change[..at].Trim(), Part(change[(at + 1)..].Trim()), false, default));
            world = changing.World;
            findings.AddRange(changing.Findings.Select(f => f with { File = change }));
        }

        return (world, findings);
    }

    // 5 % is 0.05, exactly as if it had been written so.
    private static string Part(string said) => said.EndsWith('%')
        && decimal.TryParse(said[..^1].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
        && Math.Abs(percent) < 1_000_000 ? (percent / 100).ToString(CultureInfo.InvariantCulture) : said;

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
                Put(root, number.Path, Numbered(value));
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
        // One's own figure no longer has the source of the one before.
        if (value.Source.Length > 0 || value.Tag == Evidence.Own)
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
