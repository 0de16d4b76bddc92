namespace Porras.Lab;

/// <summary>
/// One row of each kind, read as a data set is read: what stands in the cells of all facts of a world.
/// </summary>
internal sealed class Template
{
    private const string OwnDay = "day", Grows = " grows";

    private Template(
        DataSet data, IReadOnlyList<FactRule?> rules, IReadOnlyList<bool[]> ownDays, IReadOnlyList<bool[]> growing) =>
        (Data, Rules, OwnDays, Growing) = (data, rules, ownDays, growing);

    /// <summary>The participants, one a group, and one fact of each kind that has a rule.</summary>
    public DataSet Data { get; }

    /// <summary>The rule of each kind of fact; null: it never happens. Ladders have none.</summary>
    public IReadOnlyList<FactRule?> Rules { get; }

    /// <summary>For each kind of fact, which columns hold the fact's own day.</summary>
    public IReadOnlyList<bool[]> OwnDays { get; }

    /// <summary>For each kind of fact, which columns grow with the enterprise.</summary>
    public IReadOnlyList<bool[]> Growing { get; }

    /// <summary>Reads the cells of a world.</summary>
    /// <returns>Null, and the mistakes, if a cell does not fit.</returns>
    public static (Template? Template, IReadOnlyList<Diagnostic> Findings) Of(Plan plan, World world)
    {
        var builder = new DataSetBuilder(plan.Schema);
        var day = Day.Write(world.FirstDay);
        var hasProvider = plan.Schema.Provider.Count > 0;
        (string, string)[] provider = hasProvider ? [("provider", "provider")] : [];
        for (var g = 0; g < world.Groups.Count; g++)
        {
            builder.Add("participants",
                [("participant", Name(g)), ("start", day), .. provider, .. Cells(world.Groups[g].Known)]);
        }

        if (hasProvider)
        {
            builder.Add("providers", [.. provider, .. Cells(world.Offered)]);
        }

        var facts = plan.Schema.Facts;
        var rules = facts.Select(f => world.Facts.FirstOrDefault(r => r.Name == f.Name && r.When != FactTime.Never))
            .ToList();
        foreach (var rule in rules.OfType<FactRule>())
        {
            builder.Add(rule.Name,
                [("participant", Name(0)), ("day", day), ("start", day), ("end", day),
                    .. Cells(rule.Cells).Select(c => (c.Name, c.Value == OwnDay ? day : Bare(c.Value)))]);
        }

        foreach (var table in builder.Tables)
        {
            table.IsGiven = true;
        }

        var reading = builder.Build();
        return reading.DataSet is { } data
            ? (new(
                data,
                rules,
                [.. facts.Select((f, i) => Which(f, rules[i], c => c == OwnDay))],
                [.. facts.Select((f, i) => Which(f, rules[i], c => c.EndsWith(Grows, StringComparison.Ordinal)))]), [])
            : (null, [.. reading.Findings.Where(f => f.Severity == Severity.Mistake)]);
    }

    private static bool[] Which(FactSchema fact, FactRule? rule, Func<string, bool> holds) =>
        [.. fact.Columns.Select(c => rule?.Cells.GetValueOrDefault(c.Name) is { } cell && holds(cell))];

    private static string Bare(string cell) =>
        cell.EndsWith(Grows, StringComparison.Ordinal) ? cell[..^Grows.Length] : cell;

    private static string Name(int group) => $"{group:000}";

    private static IEnumerable<(string Name, string Value)> Cells(IReadOnlyDictionary<string, string> cells) =>
        cells.Select(c => (c.Key, c.Value));
}
