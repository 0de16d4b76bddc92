namespace Porras;

/// <summary>
/// The facts that a line rests on, as a table: what, which days, what they say, how much counted, where they stand.
/// </summary>
internal static class WhyFacts
{
    public static ExplainedTable? Table(WhyWords words, IReadOnlyList<FactUsed> facts)
    {
        if (facts.Count == 0)
        {
            return null;
        }

        var says = facts.Any(f => f.Table.Columns.Count > 0);
        var days = facts.Any(f => f.Table.Schema.IsSpan);
        var places = facts.Any(f => f.FileLine > 0);
        string[] headings =
        [
            Heading("fact"), Heading("days"), .. says ? [Heading("says")] : (string[])[],
            .. days ? [Heading("counted")] : (string[])[], .. places ? [Heading("place")] : (string[])[],
        ];
        var rows = facts.Select(f => (IReadOnlyList<string>)
        [
            f.Table.Schema.Name, words.Span(f.Days).ToString(), .. says ? [Says(words, f)] : (string[])[],
            .. days ? [Counted(words, f)] : (string[])[], .. places ? [Place(words, f)] : (string[])[],
        ]);
        return new(headings, headings.Length, [.. rows]);

        string Heading(string key) => words.Sentence("facts." + key);
    }

    private static string Says(WhyWords words, FactUsed fact) => string.Join(", ", fact.Table.Columns
        .Where(c => !c.IsEmpty(fact.Row))
        .Select(c => $"{c.Schema.Name} {CellText.Of(c, fact.Row, words.Plan.Currency)}"));

    private static string Counted(WhyWords words, FactUsed fact) =>
        fact.Table.Schema.IsSpan ? words.Days(fact.CountedDays).ToString() : "";

    private static string Place(WhyWords words, FactUsed fact) => fact.FileLine == 0 ? ""
        : words.Say("facts.line", fact.Table.Schema.Name, Spoken.Integer(fact.FileLine)).ToString();
}
