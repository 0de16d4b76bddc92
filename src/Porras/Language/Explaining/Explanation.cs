using System.Text;

namespace Porras;

/// <summary>A model as plain sentences: what <see cref="Explain.Model(FeeModel, Tongue)"/> tells.</summary>
/// <param name="Title">The model's title.</param>
/// <param name="Tongue">The language.</param>
/// <param name="Sections">The sections in the order of reading; none is empty.</param>
public sealed record Explanation(string Title, Tongue Tongue, IReadOnlyList<ExplainedSection> Sections)
{
    /// <summary>Every sentence in order.</summary>
    public IEnumerable<ExplainedSentence> Sentences => Sections.SelectMany(s => s.Items).SelectMany(i => i.Sentences);

    /// <summary>As plain text: titles underlined, one paragraph a line, tables in columns.</summary>
    public string Text() => ExplanationText.Write(this, markdown: false);

    /// <summary>As Markdown: headings, paragraphs, lists and tables.</summary>
    public string Markdown() => ExplanationText.Write(this, markdown: true);
}

/// <summary>A section of an explanation.</summary>
/// <param name="Key">What it is about, the same in every language: <c>facts</c>, <c>fees</c> …</param>
/// <param name="Title">Its title.</param>
/// <param name="Items">What it says, in order.</param>
public sealed record ExplainedSection(string Key, string Title, IReadOnlyList<ExplainedItem> Items);

/// <summary>What an explanation says about one declaration, or about one line of it.</summary>
/// <param name="Declaration">Kind and name as in the model: <c>fee employed</c>, <c>window service</c>.</param>
/// <param name="Heading">Its title or name; null for an entry of a list.</param>
/// <param name="Sentences">The sentences, in order.</param>
/// <param name="Table">A table after the sentences; null for none.</param>
public sealed record ExplainedItem(
    string Declaration, string? Heading, IReadOnlyList<ExplainedSentence> Sentences, ExplainedTable? Table);

/// <summary>One sentence about one clause.</summary>
/// <param name="Declaration">Kind and name of the declaration it belongs to.</param>
/// <param name="Part">Which clause it tells: <c>when</c>, <c>pay</c>, <c>window</c> …</param>
/// <param name="Text">The sentence.</param>
/// <param name="Clause">The clause reference without its <c>§</c>; null without one.</param>
public sealed record ExplainedSentence(string Declaration, string Part, string Text, string? Clause);

/// <summary>A table in an explanation.</summary>
/// <param name="Headings">One for each column.</param>
/// <param name="Labels">How many columns, from the left, hold labels; the others hold values.</param>
/// <param name="Rows">The rows, as many cells each as there are headings.</param>
public sealed record ExplainedTable(
    IReadOnlyList<string> Headings, int Labels, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Writes an explanation as text.</summary>
internal static class ExplanationText
{
    public static string Write(Explanation explanation, bool markdown)
    {
        var text = new StringBuilder();
        Heading(text, explanation.Title, 1, markdown);
        foreach (var section in explanation.Sections)
        {
            Heading(text, section.Title, 2, markdown);
            var listed = false;
            foreach (var item in section.Items)
            {
                listed = Item(text, item, listed, markdown);
            }

            text.Append(listed ? "\n" : "");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static bool Item(StringBuilder text, ExplainedItem item, bool listed, bool markdown)
    {
        var asList = item.Heading is null && item.Table is null;
        text.Append(listed && !asList ? "\n" : "");
        if (item.Heading is { } heading)
        {
            Heading(text, heading, 3, markdown);
        }

        if (item.Sentences.Count > 0)
        {
            text.Append(asList ? "- " : "").Append(Paragraph(item)).Append(asList ? "\n" : "\n\n");
        }

        if (item.Table is { } table)
        {
            Rows(text, table, markdown);
            text.Append('\n');
        }

        return asList;
    }

    // A reference stands once, after the last of the sentences that share it.
    private static string Paragraph(ExplainedItem item)
    {
        var text = new StringBuilder();
        for (var i = 0; i < item.Sentences.Count; i++)
        {
            var sentence = item.Sentences[i];
            text.Append(i == 0 ? "" : " ").Append(sentence.Text);
            if (sentence.Clause is { } clause
                && (i + 1 == item.Sentences.Count || item.Sentences[i + 1].Clause != clause))
            {
                text.Append(" (§\u00a0").Append(clause).Append(')');
            }
        }

        return text.ToString();
    }

    private static void Heading(StringBuilder text, string title, int level, bool markdown)
    {
        if (markdown)
        {
            text.Append('#', level).Append(' ').Append(title).Append("\n\n");
        }
        else
        {
            var rule = level switch { 1 => '=', 2 => '-', _ => '.' };
            text.Append(title).Append('\n').Append(rule, title.Length).Append("\n\n");
        }
    }

    public static void Rows(StringBuilder text, ExplainedTable table, bool markdown)
    {
        var lines = table.Rows.Prepend(table.Headings).ToList();
        var widths = table.Headings.Select((_, c) => Math.Max(3, lines.Max(l => l[c].Length))).ToList();
        Line(text, [.. lines[0].Select((cell, c) => Cell(cell, c))], markdown);
        Line(text, [.. widths.Select(Rule)], markdown);
        foreach (var line in lines.Skip(1))
        {
            Line(text, [.. line.Select((cell, c) => Cell(cell, c))], markdown);
        }

        string Cell(string cell, int c) => c < table.Labels ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]);

        string Rule(int width, int c) =>
            c < table.Labels || !markdown ? new('-', width) : new string('-', width - 1) + ':';
    }

    private static void Line(StringBuilder text, string[] cells, bool markdown) =>
        text.Append(markdown ? $"| {string.Join(" | ", cells)} |" : $"  {string.Join("  ", cells)}".TrimEnd())
            .Append('\n');
}
