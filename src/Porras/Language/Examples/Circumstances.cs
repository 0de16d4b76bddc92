namespace Porras;

/// <summary>Known values that put an invented participant into a group and make it eligible.</summary>
internal static class Circumstances
{
    /// <summary>Known values by name.</summary>
    /// <param name="model">The model.</param>
    /// <param name="extents">What its values can be.</param>
    /// <param name="group">The group wanted; null if there are none.</param>
    /// <param name="which">The number of the participant: labels are taken in turn.</param>
    /// <param name="start">The day of start.</param>
    public static List<(string Name, string Value)> Of(
        FeeModel model, Extents extents, Group? group, int which, int start)
    {
        var money = extents.Units.Currency ?? new("", 2);
        var columns = (model.Participants?.Known ?? []).SelectMany(k => k.Value).ToList();
        // Labels that put a participant into an earlier group.
        var taken = new HashSet<(string Name, string Label)>();
        var values =
            columns.ToDictionary(c => c.Name.Text, c => Value(c.Type, which, start, money), StringComparer.Ordinal);
        foreach (var other in model.Groups?.All.TakeWhile(g => g != group) ?? [])
        {
            Make(other.When, false);
        }

        Make(group?.When, true);
        foreach (var line in model.Participants?.OnlyIf ?? [])
        {
            Make(line.Value, true);
        }

        return [.. columns.Select(c => (c.Name.Text, values[c.Name.Text]))];

        // Of alternatives the first holds; to fail a line of tests that all must hold the first fails.
        void Make(TestLine? line, bool holds)
        {
            foreach (var test in line is null ? [] : line.OneIsEnough == holds ? line.Tests.Take(1) : line.Tests)
            {
                if (test is Test.HasLabel(var named, var not, var label) && not == holds)
                {
                    taken.Add((named.Text, label.Text));
                }

                if (Passing(extents, columns, test, holds, money, taken) is var (name, value))
                {
                    values[name] = value;
                }
            }
        }
    }

    private static (string, string)? Passing(
        Extents extents, List<ColumnDecl> columns, Test test, bool holds, Currency money,
        HashSet<(string Name, string Label)> taken)
    {
        ColumnType? Type(Name name) => columns.Find(c => c.Name.Text == name.Text)?.Type;
        return test switch
        {
            Test.Flag(var name, var not) when Type(name) is not null => (name.Text, not == holds ? "no" : "yes"),
            Test.HasLabel(var name, var not, var label) when Type(name) is { } type =>
                (name.Text, not != holds ? label.Text
                    : type.Labels.FirstOrDefault(l => l != label.Text && !taken.Contains((name.Text, l)))
                        ?? type.Labels.FirstOrDefault(l => l != label.Text) ?? label.Text),
            Test.Compares(var name, _, var compare, var value, _, _) when Type(name) is { } type
                && extents.Amount(value, Scenario.None, null, [], type.Kind) is { High: { } edge } =>
                (name.Text, Invented.Number(compare, edge, type.Kind, money, holds)),
            Test.Flag or Test.HasLabel or Test.Compares or Test.Exists or Test.Lasts or Test.Covers => null,
            _ => throw Speech.Unknown(test),
        };
    }

    private static string Value(ColumnType type, int which, int start, Currency money) => type.Kind switch
    {
        ValueKind.OneOf when type.Labels.Count > 0 =>
            type.Labels[which * (type.Labels.Count - 1) / 2 % type.Labels.Count],
        ValueKind.Day => Day.Write(start + 90),
        ValueKind.AWeek => "15",
        _ => Invented.Value(type, start, money),
    };
}
