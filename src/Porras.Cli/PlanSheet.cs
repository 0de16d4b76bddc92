using Porras.Exchange;

namespace Porras.Cli;

/// <summary>A plan on a terminal: the answer in a sentence, year by year, the check, the clause.</summary>
internal static class PlanSheet
{
    public static void Write(PlanWords words)
    {
        var (sheet, tables) = (Sheet.Answer(), new PlanTables(words));
        sheet.Title(words.Title);
        sheet.Gap();
        foreach (var sentence in (string[])[words.Answer(), words.Single(), .. words.Help()])
        {
            sheet.Paragraph(sentence);
        }

        Section(sheet, words["heading.years", words.Numbers.Unit], tables.Years());
        if (words.Plan.Sizes.Count > 0)
        {
            Section(sheet, words["page.sizes"], tables.Sizes());
        }

        Section(sheet, words["heading.check", words.Numbers.Unit], tables.Check());
        sheet.Paragraph(words.Check());
        if (words.Plan.Remedies.Count > 0)
        {
            Section(sheet, words["heading.remedies"], tables.Remedies());
        }

        sheet.Gap();
        sheet.Title(words["heading.clause"]);
        sheet.Write(words.Clause);
        sheet.Gap();
        sheet.Aside(words.Foot());
    }

    private static void Section(Sheet sheet, string title, ComparisonTable table)
    {
        sheet.Gap();
        sheet.Title(title);
        sheet.Table(new(table.Headings, [.. table.Headings.Select((_, c) => c > 0)], table.Rows));
    }
}
