namespace Porras.Cli;

/// <summary>A comparison on a terminal: the answer in sentences, then tables with a letter for each model.</summary>
internal static class CompareSheet
{
    /// <summary>Writes it.</summary>
    /// <param name="words">The words of the comparison.</param>
    /// <param name="by">The breakdown that is shown.</param>
    /// <param name="others">By what else it can be cut.</param>
    /// <param name="offerPage">Whether to say that there is a page too.</param>
    public static void Write(ComparisonWords words, Breakdown by, IEnumerable<string> others, bool offerPage)
    {
        var (sheet, all) = (Sheet.Answer(), words.Comparison);
        var tables = new ComparisonTables(words, Letter);
        Names(sheet, words);
        foreach (var sentence in words.Answer())
        {
            sheet.Paragraph(sentence);
        }

        sheet.Aside(words["same-facts"]);
        Section(sheet, words["heading.totals", words.Unit], tables.Totals());
        var heading = words["heading.by", words.By(by.By), words.Unit];
        Section(sheet, heading, by.By == Breakdown.Month ? tables.Months(by) : tables.By(by));
        if (all.Gains.Count > 0)
        {
            Section(sheet, $"{words["heading.gains"]}, {words.Unit}", tables.Gains());
        }

        for (var m = 1; m < all.Models.Count; m++)
        {
            if (by.Parts.Any(p => p.Gains.Count > 0))
            {
                var who = $"{words["heading.gains-by", words.By(by.By)]}, {words["minus", Letter(m), Letter(0)]}";
                Section(sheet, who, tables.Gains(by, m));
            }

            Largest(sheet, words, tables, m);
        }

        sheet.Gap();
        sheet.Aside(words["more-by", string.Join(", ", others)]);
        if (offerPage)
        {
            sheet.Aside(words["more-page"]);
        }

    }

    private static void Names(Sheet sheet, ComparisonWords words)
    {
        foreach (var (m, model) in words.Comparison.Models.Index())
        {
            var header = model.Settled.Plan.Model.Header;
            sheet.Title($"{Letter(m)}  {model.Label}" + (m == 0 ? $" ({words["baseline"]})" : ""));
            if (header.TitleIn(words.Tongue) is var title && title != header.Name.Text)
            {
                sheet.Aside("   " + title);
            }
        }

        sheet.Gap();
    }

    private static void Largest(Sheet sheet, ComparisonWords words, ComparisonTables tables, int m)
    {
        var gains = words.Comparison.Gains[m - 1];
        foreach (var (key, list) in (ReadOnlySpan<(string, IReadOnlyList<ParticipantGain>)>)
            [("most", gains.Most), ("least", gains.Least)])
        {
            if (list.Count > 0)
            {
                Section(sheet, $"{words[key, Letter(m), Letter(0)]}, {words.Unit}", tables.Largest(list, m));
            }
        }
    }

    private static void Section(Sheet sheet, string heading, ComparisonTable table)
    {
        sheet.Gap();
        sheet.Title(heading);
        sheet.Table(new(table.Headings, [.. table.Headings.Select((_, c) => c > 0)], table.Rows, table.HasTotal));
    }

    // A, B … Z, then AA; more models than letters are possible, if not wise.
    private static string Letter(int model) =>
        (model < 26 ? "" : Letter(model / 26 - 1)) + (char)('A' + model % 26);
}
