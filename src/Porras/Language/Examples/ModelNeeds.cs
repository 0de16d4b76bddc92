namespace Porras;

/// <summary>Facts of one kind that the fees of a model need.</summary>
/// <param name="Name">The kind.</param>
/// <param name="IsSpan">From day to day.</param>
/// <param name="ForOutputs">Whether an output fee needs them; otherwise outcome fees alone do.</param>
/// <param name="Rows">How many facts on a day reach what the fees ask.</param>
/// <param name="IsMonthly">Whether they are wanted month by month.</param>
/// <param name="Reach">For spans: how many days reach what the fees ask.</param>
/// <param name="Cells">A value for each column, as in a data set, that passes the model's tests.</param>
public sealed record NeededFact(
    string Name,
    bool IsSpan,
    bool ForOutputs,
    int Rows,
    bool IsMonthly,
    int Reach,
    IReadOnlyDictionary<string, string> Cells);

/// <summary>Known values that put a participant into a group.</summary>
/// <param name="Group">
/// The group; where the model has none, the label by which prices are read; empty where there is neither.
/// </param>
/// <param name="Known">A value for each known value, as in a data set.</param>
public sealed record NeededGroup(string Group, IReadOnlyDictionary<string, string> Known);

/// <summary>A window of the model.</summary>
/// <param name="Name">The window.</param>
/// <param name="Days">The most days that it lasts; null where that has no bound.</param>
/// <param name="FromStart">The most days from the start to its last day; null likewise.</param>
public sealed record NeededWindow(string Name, int? Days, int? FromStart);

/// <summary>What has to be known and to happen so that the fees of a model are earned.</summary>
/// <param name="Groups">The groups in the model's order; one without a name where it has none.</param>
/// <param name="Facts">The facts that fees need, in the model's order.</param>
/// <param name="Offered">A value for each known value and bid of a provider.</param>
/// <param name="Windows">The windows.</param>
public sealed record ModelNeeds(
    IReadOnlyList<NeededGroup> Groups,
    IReadOnlyList<NeededFact> Facts,
    IReadOnlyDictionary<string, string> Offered,
    IReadOnlyList<NeededWindow> Windows)
{
    /// <summary>The needs of a model that has passed <c>check</c>.</summary>
    public static ModelNeeds Of(FeeModel model)
    {
        var plan = Plan.Compile(model);
        var extents = new Extents(model, plan.Names, plan.Units);
        var start = model.Header.InForce?.Value.First ?? 0;
        var wishes = new Wishes(model, extents, Scenario.None);
        return new(
            GroupsOf(model, extents, start),
            [.. model.Facts.Where(k => wishes.Facts.ContainsKey(k.Name.Text))
                .Select(k => Fact(k, wishes.Facts[k.Name.Text], start, plan.Currency))],
            Cells([.. Examples.Offered(plan)]),
            [.. (model.Participants?.Windows ?? []).Select(w => Window(w.Value.Name, extents.Lengths))]);
    }

    private static NeededWindow Window(Name name, Lengths lengths)
    {
        var frame = new Frame.Window(name);
        return new(name.Text, lengths.Most(frame), lengths.MostFromStart(frame));
    }

    // Without groups, the labels by which prices are read tell participants apart.
    private static List<NeededGroup> GroupsOf(FeeModel model, Extents extents, int start)
    {
        if (model.Groups is { } groups)
        {
            return [.. groups.All.Select((g, i) => new NeededGroup(
                g.Name.Text, Cells(Circumstances.Of(model, extents, g, i, start))))];
        }

        var all = Cells(Circumstances.Of(model, extents, null, 0, start));
        var keys = model.Tables.SelectMany(t => t.Keys).OfType<TableKey.Named>().Select(k => k.Name.Text).ToHashSet();
        var priced = (model.Participants?.Known ?? []).SelectMany(k => k.Value)
            .FirstOrDefault(c => c.Type.Kind == ValueKind.OneOf && keys.Contains(c.Name.Text));
        return priced is null ? [new("", all)] : [.. priced.Type.Labels.Select(l => new NeededGroup(
            l, new Dictionary<string, string>(all, StringComparer.Ordinal) { [priced.Name.Text] = l }))];
    }

    private static NeededFact Fact(FactKind kind, Supply supply, int start, Currency money) => new(
        kind.Name.Text, kind.IsSpan, supply.ForOutputs, supply.Rows, supply.IsMonthly, supply.Reach,
        Cells([.. kind.Columns.Select(c => (c.Name.Text, c.Type.Kind == ValueKind.Day ? "day"
            : supply.Cells.GetValueOrDefault(c.Name.Text) ?? Invented.Happening(c.Type, start, money)))]));

    private static Dictionary<string, string> Cells(IReadOnlyList<(string Name, string Value)> cells) =>
        cells.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal);
}
