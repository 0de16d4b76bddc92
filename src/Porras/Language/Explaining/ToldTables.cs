namespace Porras;

/// <summary>What an explanation says of tables and of the transition.</summary>
internal static class ToldTables
{
    public static IEnumerable<ExplainedItem> Of(Speech speech)
    {
        foreach (var table in speech.Model.Tables)
        {
            var keys = speech.And(table.Keys.Select(k => KeyShort(speech, k)));
            var heading = table.Title is { } title ? title.Text : speech.Sentence("table.by", keys);
            var told = new Telling(speech, DeclarationOf(table), table.Mark, heading);
            told.Title(table.Title);
            told.Say("keys", "table.keys", speech.And(table.Keys.Select(k => Key(speech, k))));
            if (table.Rows.Any(r => r.Cells.Any(c => c is null)))
            {
                told.Say("keys", "table.empty");
            }

            yield return told.Done(Grid(speech, table));
        }
    }

    public static IEnumerable<ExplainedItem> OfTransition(Speech speech)
    {
        if (speech.Model.Transition is not { } transition)
        {
            yield break;
        }

        var told = new Telling(speech, "transition", transition.Mark);
        told.Say("transition", "transition");
        var rows = transition.Years.Select((y, i) => (IReadOnlyList<string>)
        [
            YearLabel(speech, y.Value.Year, i == transition.Years.Count - 1),
            speech.Literal(y.Value.Outputs).ToString(), speech.Literal(y.Value.Outcomes).ToString(),
        ]);
        string[] headings =
        [
            speech.Sentence("key.contract-year"),
            speech.Sentence("transition.outputs"),
            speech.Sentence("transition.outcomes"),
        ];
        yield return told.Done(new(headings, 1, [.. rows]));
        if (transition.Years.Any(y => y.Mark.Clause is not null))
        {
            yield return References(speech, transition);
        }
    }

    /// <summary>What a table is called in a list of changes: its columns, for it may have no title.</summary>
    public static string DeclarationOf(Declaration.Table table) =>
        "table " + string.Join(' ', table.Columns.Select(c => c.Text));

    /// <summary>The label of a row as words: <c>from 2</c>, <c>below 50%</c>, <c>otherwise</c>.</summary>
    public static Phrase Label(Speech speech, TableKey key, Label label)
    {
        if (label.Kind == LabelKind.Otherwise)
        {
            return speech.Say("label.otherwise");
        }

        var value = Value(speech, key, label);
        return label.Kind switch
        {
            LabelKind.Is => value,
            LabelKind.From => speech.Say("label.from", value),
            LabelKind.Above => speech.Say("label.above", value),
            LabelKind.Below => speech.Say("label.below", value),
            LabelKind.UpTo => speech.Say("label.up-to", value),
            var other => throw Speech.Unknown(other),
        };
    }

    /// <summary>A cell: money without its currency, which stands in the column's heading.</summary>
    public static string Cell(Speech speech, Literal? cell, bool money) =>
        cell is null ? "–"
        : money ? speech.Spoken.Plain(speech.InMoney(cell))
        : speech.Literal(cell).ToString();

    /// <summary>Whether a column of a table holds money.</summary>
    public static bool IsMoney(Speech speech, Declaration.Table table, int column) =>
        speech.Units.OfColumn(table, column) == ValueKind.Money;

    /// <summary>What a table is read by, in a sentence.</summary>
    public static Phrase Key(Speech speech, TableKey key) => key switch
    {
        TableKey.Group => speech.Say("key.group.long"),
        TableKey.ContractYear => speech.Say("key.contract-year.long"),
        TableKey.CalendarYear => speech.Say("key.calendar-year.long"),
        TableKey.Dated => speech.Say("key.date.long"),
        TableKey.OfStep => speech.Say("key.step.long"),
        TableKey.Time => speech.Say("key.time.long"),
        TableKey.PlaceIn(var owner) => speech.Say("key.place.long", speech.Owner(owner)),
        TableKey.Named(var name) => speech.Ref(name),
        _ => throw Speech.Unknown(key),
    };

    private static Phrase KeyShort(Speech speech, TableKey key) => key switch
    {
        TableKey.Group => speech.Say("key.group"),
        TableKey.ContractYear => speech.Say("key.contract-year"),
        TableKey.CalendarYear => speech.Say("key.calendar-year"),
        TableKey.Dated => speech.Say("key.date"),
        TableKey.OfStep => speech.Say("key.step"),
        TableKey.Time => speech.Say("key.time"),
        TableKey.PlaceIn => speech.Say("key.place"),
        TableKey.Named(var name) => name.Text,
        _ => throw Speech.Unknown(key),
    };

    private static ExplainedTable Grid(Speech speech, Declaration.Table table)
    {
        var code = speech.Units.Currency?.Code;
        var columns = table.Columns.Select((c, i) =>
            IsMoney(speech, table, i) && code is not null ? $"{c.Text} ({code})" : c.Text);
        var rows = table.Rows.Select(row => (IReadOnlyList<string>)
        [
            .. row.Labels.Select((l, i) => Label(speech, table.Keys[i], l).ToString()),
            .. row.Cells.Select((c, i) => Cell(speech, c, IsMoney(speech, table, i))),
            .. ReferenceCells(table, row),
        ]);
        string[] reference = HasReferences(table) ? ["§"] : [];
        var keys = table.Keys.Select(k => KeyShort(speech, k).ToString());
        return new([.. keys, .. columns, .. reference], table.Keys.Count, [.. rows]);
    }

    private static bool HasReferences(Declaration.Table table) => table.Rows.Any(r => r.Mark.Clause is not null);

    private static string[] ReferenceCells(Declaration.Table table, TableRow row) =>
        HasReferences(table) ? [row.Mark.Clause ?? table.Mark.Clause ?? ""] : [];

    private static Phrase Value(Speech speech, TableKey key, Label label)
    {
        if (label.Date is { } day)
        {
            return speech.Spoken.Day(day);
        }

        if (label.Value is { } literal)
        {
            // A year or a step is a number without anything between its digits.
            return key is TableKey.Named named ? speech.Literal(literal, speech.KindOf(named.Name))
                : literal.Unit == UnitWord.None ? literal.Number.ToString()
                : speech.Literal(literal);
        }

        var word = label.Word!.Value;
        if (key is TableKey.Group)
        {
            var group = speech.Model.Groups?.All.FirstOrDefault(g => g.Name.Text == word.Text);
            return group is null ? word.Text : speech.TitleOf(group.Title, group.Name);
        }

        Phrase value = speech.Names.Find(word) is null ? word.Text : Speech.Quoted(word);
        return label.Share is { } share ? speech.Say("amount.share", speech.Literal(share), speech.Ref(word)) : value;
    }

    private static string YearLabel(Speech speech, int year, bool last) =>
        last ? speech.Say("label.from", Spoken.Integer(year)).ToString() : Spoken.Integer(year);

    private static ExplainedItem References(Speech speech, Declaration.Transition transition)
    {
        var told = new Telling(speech, "transition", transition.Mark);
        foreach (var year in transition.Years)
        {
            told.Say("note", year.Mark, "transition.year", Spoken.Integer(year.Value.Year));
        }

        return told.Done();
    }
}
