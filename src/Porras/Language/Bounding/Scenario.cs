namespace Porras;

/// <summary>
/// What is fixed about a participant and an occurrence while a bound is calculated; null is not fixed.
/// </summary>
/// <param name="Group">The participant's group.</param>
/// <param name="Known">Labels of known values.</param>
/// <param name="Time">The number of the occurrence.</param>
/// <param name="Step">The step reached.</param>
/// <param name="Year">The contract year of the start; only for what is priced on the start.</param>
internal sealed record Scenario(
    string? Group, IReadOnlyDictionary<string, string> Known, int? Time, int? Step, int? Year)
{
    private const int ScenariosMost = 256;

    public static Scenario None { get; } = new(null, new Dictionary<string, string>(), null, null, null);

    /// <summary>
    /// One scenario for each group, each label of the known values that tables are read by, and each contract year of
    /// the start: prices of one are never added to prices of another. Only <see cref="None"/> if there would be too
    /// many.
    /// </summary>
    public static IReadOnlyList<Scenario> Of(FeeModel model)
    {
        var keys = model.Tables.SelectMany(t => t.Keys).ToList();
        var groups = keys.Any(k => k is TableKey.Group) ? model.Groups?.All.Select(g => g.Name.Text).ToList() : null;
        var all = (groups ?? []).Select(g => None with { Group = g }).DefaultIfEmpty(None).ToList();
        var known = (model.Participants?.Known ?? []).SelectMany(k => k.Value).Where(c =>
            c.Type.Kind == ValueKind.OneOf && keys.Any(k => k is TableKey.Named(var n) && n.Text == c.Name.Text));
        foreach (var column in known)
        {
            all = [.. all.SelectMany(s => column.Type.Labels.Select(l => s with
            {
                Known = new Dictionary<string, string>(s.Known) { [column.Name.Text] = l },
            }))];
            if (all.Count > ScenariosMost)
            {
                return [None];
            }
        }

        return all.Count * Years(model, keys).Count > ScenariosMost ? [None]
            : [.. all.SelectMany(s => Years(model, keys).Select(y => s with { Year = y }))];
    }

    private static IReadOnlyList<int?> Years(FeeModel model, List<TableKey> keys)
    {
        var isAsked = model.Transition is not null || keys.Any(k => k is TableKey.ContractYear);
        return isAsked && model.Header.InForce is { Value: { IsEmpty: false } days }
            ? [.. Enumerable.Range(1, ContractYears.Of(model).ContractYear(days.Last)).Select(y => (int?)y)] : [null];
    }

    /// <summary>Whether a test can never hold here: it asks for another group or another label.</summary>
    public bool RulesOut(Test test)
    {
        if (test is not Test.HasLabel(var name, var not, var label))
        {
            return false;
        }

        var value = name.Text == "group" ? Group : Known.GetValueOrDefault(name.Text);
        return value is not null && value == label.Text == not;
    }

    /// <summary>Whether a line of tests can never hold here.</summary>
    public bool RulesOut(TestLine line) =>
        line.OneIsEnough ? line.Tests.All(RulesOut) : line.Tests.Any(RulesOut);

    /// <summary>The rows of a table that may be read here.</summary>
    public IEnumerable<TableRow> Rows(Declaration.Table table)
    {
        var fitting = table.Rows.Where(r => table.Keys.Select((k, i) => Fits(k, r.Labels[i])).All(f => f)).ToList();
        if (table.Keys.Count != 1 || Value(table.Keys[0]) is null)
        {
            return fitting;
        }

        // With one key that is fixed one row is read: the value itself, else the last edge that it has passed.
        var row = fitting.Find(r => r.Labels[0].Kind == LabelKind.Is)
            ?? fitting.FindLast(r => r.Labels[0].Kind != LabelKind.Otherwise)
            ?? fitting.LastOrDefault();
        return row is null ? [] : [row];
    }

    private bool Fits(TableKey key, Label label)
    {
        if (Value(key) is not { } value || label.Kind == LabelKind.Otherwise)
        {
            return true;
        }

        if (label.Word is { } word)
        {
            return label.Kind != LabelKind.Is || word.Text == value;
        }

        if (label.Value?.Number is not { } edge || Exact.Parse(value) is not { } number)
        {
            return label.Value is null || label.Value.Number.ToString() == value;
        }

        return label.Kind switch
        {
            LabelKind.Is => number == edge,
            LabelKind.From => number >= edge,
            LabelKind.Above => number > edge,
            LabelKind.Below => number < edge,
            LabelKind.UpTo => number <= edge,
            LabelKind.Otherwise => true,
            var other => throw Speech.Unknown(other),
        };
    }

    private string? Value(TableKey key) => key switch
    {
        TableKey.Group => Group,
        TableKey.Time => Time is { } time ? Spoken.Integer(time) : null,
        TableKey.OfStep => Step is { } step ? Spoken.Integer(step) : null,
        TableKey.ContractYear => Year is { } year ? Spoken.Integer(year) : null,
        TableKey.Named(var name) => Known.GetValueOrDefault(name.Text),
        TableKey.CalendarYear or TableKey.Dated or TableKey.PlaceIn => null,
        _ => throw Speech.Unknown(key),
    };
}
