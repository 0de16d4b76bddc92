namespace Porras;

/// <summary>Causes in a few words, with ISO days: the column <c>because</c> of a book.</summary>
/// <param name="tongue">The language.</param>
public sealed class CauseText(Tongue tongue)
{
    /// <summary>Several causes in one cell.</summary>
    public string Short(IEnumerable<Cause> causes) => string.Join("; ", causes.Select(Short));

    /// <summary>A cause in a few words; facts are named by their file, line and days.</summary>
    public string Short(Cause cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return cause.Match(
            fact => Fact(fact.Change),
            model => Say("cause.model", Number(model.Now.Version), Number(model.Before.Version)),
            time => Say("cause.time", Day.Write(time.Before), Day.Write(time.Now)),
            limit => limit.Limit.Mark.Clause is { } clause ? Say("cause.limit.clause", clause) : Say("cause.limit"),
            _ => Say("cause.others"),
            _ => Say("cause.nothing"));
    }

    private string Fact(FactChange change)
    {
        var since = Day.Write(change.Day);
        return change.Kind switch
        {
            FactChangeKind.New => Say("cause.new", Row(change.Table, change.After), since),
            FactChangeKind.Corrected => Say(
                "cause.corrected", Row(change.Table, change.Before), Row(change.Table, change.After), since),
            FactChangeKind.Withdrawn => Say("cause.withdrawn", Row(change.Table, change.Before), since),
            _ => throw new InvalidOperationException($"Unknown change {change.Kind}."),
        };
    }

    private string Row(FactTable table, int row)
    {
        var (first, last) = (Day.Write(table.First[row]), table.Last[row]);
        var days = !table.Schema.IsSpan || last == table.First[row] ? first
            : last == int.MaxValue ? Say("span.runs", first)
            : Say("span", first, Day.Write(last));
        return table.FileLine?[row] is { } line and > 0 ? Say("row", table.Schema.Name, Number(line), days)
            : Say("row.plain", table.Schema.Name, days);
    }

    private string Say(string key, params IReadOnlyList<string> arguments) =>
        Texts.Format(tongue, "books." + key, arguments);

    private static string Number(int number) => Spoken.Integer(number);
}
