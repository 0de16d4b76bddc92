using System.Globalization;
using Porras.Lab;

namespace Porras.Exchange;

/// <summary>The assumptions of a world, each with how sure it is and where it comes from.</summary>
/// <param name="words">The words.</param>
public sealed class StudyAssumptions(StudyWords words)
{
    private const string Season = "economy.season";

    /// <summary>How many numbers of each tag there are: <c>34 [A], 3 [S]</c>.</summary>
    public string Tags() => string.Join(", ", WorldNumber.All(words.First.World)
        .Where(n => !double.IsNaN(n.Get(words.First.World)))
        .GroupBy(n => n.Get(words.First.World).Letter).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
        .Select(g => $"{words.Number(g.Count())}\u00a0[{g.Key}]"));

    /// <summary>Every assumption: what, how much, how sure, from where.</summary>
    public ComparisonTable All() => new(
        [words["assumption"], words["value"], words["tag"], words["from-where"]],
        [.. Rows(words.First.World)]);

    private IEnumerable<IReadOnlyList<string>> Rows(World world)
    {
        foreach (var number in WorldNumber.All(world).Where(n => n.Key != Season))
        {
            var value = number.Get(world);
            if (!double.IsNaN(value) && (number.Path != "economy.closure" || value >= 0))
            {
                yield return [Name(number), Value(number, value), Tag(value.Letter), words.Source(value.Source)];
            }
        }

        yield return
        [
            Named(Season), string.Join(" · ", world.Economy.Season.Select(s => words.Number(s, 2))),
            Tag(WorldNumber.All(world).Any(n => n.Key == Season && n.Get(world).Tag == Evidence.Own) ? 'O' : 'A'), "",
        ];
        foreach (var fact in world.Facts)
        {
            yield return
            [
                words["fact", fact.Name], words["fact." + fact.When.ToString().ToLowerInvariant()],
                Tag(new Assumed(0, fact.Tag).Letter), "",
            ];
        }
    }

    /// <summary>What a number is called, with its group where there are several.</summary>
    public string Name(WorldNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var world = words.First.World;
        if (!number.Key.StartsWith("groups.", StringComparison.Ordinal))
        {
            return Named(number.Key);
        }

        var name = number.Path.Split('.')[1];
        var group = world.Groups.FirstOrDefault(g => g.Name == name)?.Name ?? "";
        return world.Groups.Count == 1 ? Named(number.Key) : $"{words.Group(group)}: {Named(number.Key)}";
    }

    private string Named(string key) => Texts.Get(words.Tongue, "world." + key.Replace(' ', '-'));

    /// <summary>A value of a number, with its unit.</summary>
    public string Value(WorldNumber number, double value) => number?.Kind switch
    {
        NumberKind.Share => words.Short(value * 100, 2) + (words.Tongue == Tongue.English ? "%" : "\u00a0%"),
        NumberKind.Money => words.Short(value, 2) + "\u00a0" + words.Unit,
        NumberKind.Months or NumberKind.Hours or NumberKind.Count or NumberKind.Plain => words.Short(value, 3),
        _ => throw new ArgumentException("A number of no known kind.", nameof(number)),
    };

    /// <summary>A value of a number that was moved, to three digits.</summary>
    internal string Moved(WorldNumber number, double value) => Value(number, value == 0 ? 0
        : double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static string Tag(char letter) => $"[{letter}]";
}
