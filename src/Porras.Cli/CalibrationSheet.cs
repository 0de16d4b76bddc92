using Porras.Exchange;
using Porras.Lab;

namespace Porras.Cli;

/// <summary>A calibration on a terminal: the answer in sentences, then tables.</summary>
internal sealed class CalibrationSheet(StudyWords words, Calibration all)
{
    private readonly CalibrationSentences _sentences = new(words, all);
    private readonly CalibrationTables _tables = new(words, all);

    public void Write(Sheet sheet)
    {
        sheet.Title(words.Title);
        sheet.Paragraph(new StudySentences(words).World());
        sheet.Gap();
        foreach (var sentence in _sentences.Answer())
        {
            sheet.Paragraph(sentence);
        }

        Section(sheet, words["calibrate.heading.groups", words.Unit], _tables.Groups());
        Section(sheet, words["calibrate.heading.factors", words.Percent(all.Options.Margin)], _tables.Factors());
        Section(sheet, words["calibrate.heading.incentive", words.Unit], _tables.Incentives());
        if (all.Effort.Count > 0)
        {
            Section(sheet, words["calibrate.heading.effort", words.Unit], _tables.Effort(), 2);
            sheet.Aside(words["calibrate.effort.about"]);
        }

        sheet.Gap();
        sheet.Title(words["calibrate.heading.limits"]);
        foreach (var sentence in _sentences.Limits())
        {
            sheet.Paragraph(sentence);
        }

        if (all.Limits.Any(b => b.Lost > 0))
        {
            sheet.Table(Of(_tables.Limits(), 2));
        }

        sheet.Gap();
        sheet.Title(words["calibrate.heading.years"]);
        foreach (var sentence in _sentences.Years())
        {
            sheet.Paragraph(sentence);
        }

        if (all.Years.Count > 0)
        {
            sheet.Table(Of(_tables.Years(), 1));
        }

        Clauses(sheet);
        sheet.Gap();
        sheet.Aside(words["assumptions.where", new StudyAssumptions(words).Tags()]);
        sheet.Aside(new StudySentences(words).Error());
    }

    private void Clauses(Sheet sheet)
    {
        if (all.Written.All(w => w == 1))
        {
            return;
        }

        if (all.Prices.Count > 0)
        {
            Section(sheet, words["calibrate.heading.prices", words.Unit], _tables.Prices(), 3);
            sheet.Aside(words["calibrate.prices.about", words.Unit]);
        }

        sheet.Gap();
        sheet.Title(words["calibrate.heading.clauses"]);
        sheet.Write(PriceFactorsText.Clauses(all.Study.Run.Plan.Model, all.Rewritten));
    }

    private static void Section(Sheet sheet, string title, ComparisonTable table, int labels = 1)
    {
        sheet.Gap();
        sheet.Title(title);
        sheet.Table(Of(table, labels));
    }

    private static SheetTable Of(ComparisonTable table, int labels) =>
        new(table.Headings, [.. table.Headings.Select((_, c) => c >= labels)], table.Rows, table.HasTotal);
}
