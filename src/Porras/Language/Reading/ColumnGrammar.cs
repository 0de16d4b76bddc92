namespace Porras;

/// <summary>Reads columns, known values and bids with their types, and the sources of evidence.</summary>
internal static class ColumnGrammar
{
    private static readonly (Keyword Word, ValueKind Kind)[] Types =
    [
        (Keywords.Number, ValueKind.Number), (Keywords.Money, ValueKind.Money), (Keywords.Percent, ValueKind.Percent),
        (Keywords.Points, ValueKind.Points), (Keywords.Hours, ValueKind.Hours), (Keywords.Days, ValueKind.Days),
        (Keywords.Weeks, ValueKind.Weeks), (Keywords.Months, ValueKind.Months), (Keywords.AWeek, ValueKind.AWeek),
        (Keywords.Day, ValueKind.Day), (Keywords.Name, ValueKind.Name), (Keywords.YesOrNo, ValueKind.YesNo),
    ];

    private static readonly (Keyword Word, Sources Source)[] SourceWords =
    [
        (Keywords.Register, Sources.Register), (Keywords.Document, Sources.Document),
        (Keywords.Organiser, Sources.Organiser), (Keywords.Evaluator, Sources.Evaluator),
        (Keywords.Provider, Sources.Provider), (Keywords.Participant, Sources.Participant),
    ];

    /// <summary>The word of a type; null for <c>one of</c>.</summary>
    public static Keyword? WordOf(ValueKind kind) => Types.FirstOrDefault(t => t.Kind == kind).Word;

    /// <summary>The words of sources, in the order of the reference.</summary>
    public static IEnumerable<Keyword> WordsOf(Sources sources) =>
        SourceWords.Where(s => sources.HasFlag(s.Source)).Select(s => s.Word);

    /// <summary>Columns with commas between.</summary>
    public static IReadOnlyList<ColumnDecl> Columns(this Cursor c)
    {
        List<ColumnDecl> columns = [c.Column()];
        while (c.Try(TokenKind.Comma))
        {
            columns.Add(c.Column());
        }

        return columns;
    }

    /// <summary>A column: its name and its type; named by a unit, it needs no type.</summary>
    public static ColumnDecl Column(this Cursor c)
    {
        var name = c.NewName();
        foreach (var (word, kind) in Types)
        {
            if (c.Try(word))
            {
                return new(name, ColumnType.Of(kind));
            }
        }

        if (c.Try(Keywords.OneOf))
        {
            return new(name, new(ValueKind.OneOf, Labels(c)));
        }

        var unit = Types.FirstOrDefault(t => t.Word.Phrase == name.Text && Keywords.UnitNames.Contains(name.Text));
        if (unit.Word is null)
        {
            c.Fail("P1052", name.Text);
        }

        return new(name, ColumnType.Of(unit.Kind));
    }

    /// <summary><c>evidence SOURCE or SOURCE</c> if it stands here; every source counts if nothing is said.</summary>
    public static Sources EvidenceIfAny(this Cursor c)
    {
        if (!c.Try(Keywords.Evidence))
        {
            return Sources.Any;
        }

        var sources = Sources.None;
        do
        {
            var found = c.ExpectOne([.. SourceWords.Select(s => s.Word)]);
            sources |= found < 0 ? Sources.None : SourceWords[found].Source;
        }
        while (c.Try(Keywords.Or));
        return sources;
    }

    private static List<string> Labels(Cursor c)
    {
        List<string> labels = [c.Label().Text];
        while (c.Current.Kind == TokenKind.Comma && SeesLabel(c))
        {
            c.Take();
            labels.Add(c.Label().Text);
        }

        return labels;
    }

    // After a comma a word by itself is one more label; a word with another behind it is the next column.
    private static bool SeesLabel(Cursor c) =>
        c.Ahead(1).Kind is TokenKind.Word or TokenKind.Number or TokenKind.Range
        && c.Ahead(2).Kind is TokenKind.Comma or TokenKind.End or TokenKind.Title
        && !Keywords.NoLabels.Contains(c.Ahead(1).Text);
}
