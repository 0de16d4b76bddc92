using System.Globalization;

namespace Porras.Lab;

/// <summary>A world while values are written into it.</summary>
/// <param name="world">The world.</param>
/// <param name="isOwn">Whether every number becomes the writer's own, even one that does not change.</param>
internal sealed class WorldChange(World world, bool isOwn = false)
{
    private readonly List<Diagnostic> _findings = [];
    private readonly IReadOnlyList<WorldNumber> _numbers = WorldNumber.All(world);

    /// <summary>The world so far.</summary>
    public World World { get; private set; } = world;

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>The word of a time.</summary>
    public static string WordOf(FactTime when) => when.ToString().ToLowerInvariant();

    /// <summary>Writes one value.</summary>
    public void Apply(JsonLeaf leaf)
    {
        var (path, part) = Parted(leaf.Path);
        if (_numbers.FirstOrDefault(n => Hyphened(n.Path) == Hyphened(path)) is { } number)
        {
            Number(leaf, number, part);
        }
        else if (Hyphened(leaf.Path) == "first-month")
        {
            FirstMonth(leaf);
        }
        else if (!Text(leaf, leaf.Path.Split('.')))
        {
            Unknown(leaf);
        }
    }

    private static string Hyphened(string path) => path.Replace(' ', '-');

    // A number stands by itself, or as value, tag and source.
    private static (string Path, string Part) Parted(string path)
    {
        foreach (var part in (string[])["value", "tag", "source"])
        {
            if (path.EndsWith("." + part, StringComparison.Ordinal))
            {
                return (path[..^(part.Length + 1)], part);
            }
        }

        return (path, "");
    }

    private void Number(JsonLeaf leaf, WorldNumber number, string part)
    {
        var before = number.Get(World);
        if (part == "source")
        {
            World = number.Set(World, before with { Source = leaf.Text });
            return;
        }

        if (part == "tag")
        {
            if (WorldJson.EvidenceOf(leaf.Text) is { } tag)
            {
                World = number.Set(World, before with { Tag = tag });
            }
            else
            {
                _findings.Add(Diagnostic.At(leaf.Place, "P8505", leaf.Text));
            }

            return;
        }

        if (leaf.Text == "null" && number.Path == "provider.margin")
        {
            World = World with { Provider = World.Provider with { Margin = null } };
        }
        else if (leaf.IsText || !double.TryParse(
                leaf.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value))
        {
            _findings.Add(Diagnostic.At(leaf.Place, "P8502", number.Path, leaf.Text));
        }
        else if (value < number.Least || value > number.Most
            || (number.Kind is NumberKind.Months or NumberKind.Count && value != Math.Floor(value)))
        {
            _findings.Add(WorldCheck.OutOfRange(number, value) with { Place = leaf.Place });
        }
        else
        {
            // A number with neither tag nor source is the writer's own; one that does not change keeps its tag.
            World = number.Set(World, isOwn ? new(value, Evidence.Own)
                : before.Value.Equals(value) ? before
                : part == "value" ? before with { Value = value } : new(value, Evidence.Own));
        }
    }

    private void FirstMonth(JsonLeaf leaf)
    {
        if (DateOnly.TryParseExact(leaf.Text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var first))
        {
            World = World with { FirstDay = first.DayNumber };
        }
        else
        {
            _findings.Add(Diagnostic.At(leaf.Place, "P8506", leaf.Text));
        }
    }

    private bool Text(JsonLeaf leaf, string[] names)
    {
        switch (names)
        {
            case ["groups", var group, "known", var name]
                when World.Groups.Any(g => NameOf(g) == group && g.Known.ContainsKey(name)):
                World = World with
                {
                    Groups = [.. World.Groups.Select(g => NameOf(g) == group
                        ? g with { Known = With(g.Known, name, leaf.Text) } : g)],
                };
                return true;
            case ["provider", "offers", var offered] when World.Offered.ContainsKey(offered):
                World = World with { Offered = With(World.Offered, offered, leaf.Text) };
                return true;
            case ["facts", var fact, .. var rest]:
                return Rule(leaf, fact, rest);
            default:
                return false;
        }
    }

    private bool Rule(JsonLeaf leaf, string name, string[] rest)
    {
        var rule = World.Facts.FirstOrDefault(f => f.Name == name) ?? new(name, FactTime.Never);
        var isCount = int.TryParse(leaf.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 0 and <= 240;
        switch (rest)
        {
            case ["when"] when !isCount && Enum.TryParse<FactTime>(leaf.Text, true, out var when):
                rule = rule with { When = when };
                break;
            case ["when"]:
                _findings.Add(Diagnostic.At(leaf.Place, "P8507", leaf.Text, string.Join(", ", Words)));
                return true;
            case ["month"] when isCount:
                rule = rule with { Month = count };
                break;
            case ["times"] when isCount:
                rule = rule with { Times = count };
                break;
            case ["chance"] when double.TryParse(
                leaf.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var chance)
                && chance is >= 0 and <= 1:
                rule = rule with { Chance = chance };
                break;
            case ["month" or "times" or "chance"]:
                _findings.Add(Diagnostic.At(leaf.Place, "P8502", leaf.Path, leaf.Text));
                return true;
            case ["cells", var cell]:
                rule = rule with { Cells = With(rule.Cells, cell, leaf.Text) };
                break;
            default:
                return false;
        }

        World = World with { Facts = [.. World.Facts.Where(f => f.Name != name), rule with { Tag = Evidence.Own }] };
        return true;
    }

    private static IEnumerable<string> Words => Enum.GetValues<FactTime>().Select(WordOf);

    private static string NameOf(GroupWorld group) => group.Name.Length == 0 ? "all" : group.Name;

    private static Dictionary<string, string> With(
        IReadOnlyDictionary<string, string> cells, string name, string text) =>
        new(cells, StringComparer.Ordinal) { [name] = text };

    private IEnumerable<string> TextPaths =>
    [
        "first month",
        .. World.Groups.SelectMany(g => g.Known.Keys.Select(k => $"groups.{NameOf(g)}.known.{k}")),
        .. World.Offered.Keys.Select(o => "provider.offers." + o),
        .. World.Facts.SelectMany(f =>
            ((string[])["when", "month", "times", "chance"]).Select(part => $"facts.{f.Name}.{part}")),
    ];

    private void Unknown(JsonLeaf leaf)
    {
        var near = Nearest.To(leaf.Path, _numbers.Select(n => n.Path).Concat(TextPaths));
        var finding = Diagnostic.At(leaf.Place, "P8501", leaf.Path, near ?? "");
        _findings.Add(near is null ? finding : finding with { Variant = "near" });
    }
}
