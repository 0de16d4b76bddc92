using Porras.Exchange;
using Porras.Lab;

namespace Porras.Cli;

/// <summary>Studies on a terminal: the answer in sentences, then tables.</summary>
internal static class StudySheet
{
    /// <summary>Writes a study, and how other models differ from it.</summary>
    public static void Write(StudyWords words)
    {
        var (sheet, sentences, tables) = (Sheet.Answer(), new StudySentences(words), new StudyTables(words));
        Heading(sheet, words, sentences);
        foreach (var sentence in sentences.Answer())
        {
            sheet.Paragraph(sentence);
        }

        for (var m = 1; m < words.Models.Count; m++)
        {
            sheet.Paragraph(sentences.Against(m));
        }

        Section(sheet, words["heading.budget", words.Unit], tables.Budget());
        Section(sheet, words["heading.provider", words.Unit], tables.Provider());
        Section(sheet, words["heading.chances"], tables.Chances());
        if (words.First.Sizes is not null)
        {
            Section(sheet, words["heading.sizes", words.Unit], tables.Sizes());
        }

        Section(sheet, words["heading.groups", words.Unit], tables.Groups());
        Section(sheet, words["heading.incentive", words.Unit], tables.Incentives());
        Section(sheet, words["heading.signs"], tables.Signs());
        if (words.First.Risks is not null)
        {
            Section(sheet, words["heading.risks", words.Unit], tables.Risks());
        }

        if (words.First.Sensitivity is { } moved)
        {
            Section(sheet, words["heading.sensitivity", words.Unit], tables.Sensitivity());
            sheet.Paragraph(sentences.Sensitivity(moved));
        }

        for (var m = 1; m < words.Models.Count; m++)
        {
            Section(sheet, words["heading.against", Letter(m), Letter(0)], tables.Against(m, Letter));
            sheet.Aside(words["paired"]);
        }

        Foot(sheet, words, sentences);
    }

    /// <summary>Writes what a model does when something goes wrong.</summary>
    public static void Write(StudyWords words, Stress stress)
    {
        var (sheet, sentences, tables) = (Sheet.Answer(), new StudySentences(words), new StudyTables(words));
        Heading(sheet, words, sentences);
        sheet.Paragraph(sentences.Budget());
        sheet.Paragraph(sentences.Ruin());
        Section(sheet, words["heading.stress", words.Unit], tables.Stressed(stress));
        Section(sheet, words["heading.stress.differ", words.Unit], tables.StressDifferences(stress));
        sheet.Aside(words["stress.paired"]);
        sheet.Aside(words["stress.interest"]);
        Foot(sheet, words, sentences);
    }

    private static void Heading(Sheet sheet, StudyWords words, StudySentences sentences)
    {
        if (words.Models.Count == 1)
        {
            sheet.Title(words.Title);
        }

        foreach (var (m, model) in words.Models.Index().Where(_ => words.Models.Count > 1))
        {
            sheet.Title($"{Letter(m)}  {model.Label}");
        }

        sheet.Paragraph(sentences.World());
        sheet.Gap();
    }

    private static void Foot(Sheet sheet, StudyWords words, StudySentences sentences)
    {
        sheet.Gap();
        sheet.Aside(words["assumptions.where", new StudyAssumptions(words).Tags()]);
        sheet.Aside(sentences.Error());
    }

    private static void Section(Sheet sheet, string heading, ComparisonTable table)
    {
        sheet.Gap();
        sheet.Title(heading);
        sheet.Table(new(table.Headings, [.. table.Headings.Select((_, c) => c > 0)], table.Rows, table.HasTotal));
    }

    private static string Letter(int model) => ((char)('A' + model % 26)).ToString();
}
