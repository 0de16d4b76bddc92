using System.Text;

namespace Porras.Cli;

/// <summary>Text without any codes: wrapped paragraphs and aligned tables.</summary>
internal static class PlainText
{
    /// <summary>How wide paragraphs are where there is no terminal to ask.</summary>
    public const int Width = 100;

    /// <summary>A paragraph in lines of at most a width; later lines are indented.</summary>
    public static IEnumerable<string> Wrap(string text, int width, string indent = "")
    {
        var line = new StringBuilder(indent);
        var empty = true;
        foreach (var word in text.Split(' '))
        {
            if (!empty && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear().Append(indent);
                empty = true;
            }

            line.Append(empty ? "" : " ").Append(word);
            empty = false;
        }

        yield return line.ToString();
    }

    /// <summary>A table with its columns aligned: labels to the left, values to the right.</summary>
    public static IEnumerable<string> Table(SheetTable table)
    {
        var rows = table.Rows.Prepend(table.Headings).ToList();
        var widths = table.Headings.Select((_, c) => rows.Max(r => r[c].Length)).ToArray();
        return rows.Select(r => ("  " + string.Join("  ", r.Select((cell, c) =>
            table.IsNumber[c] ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c])))).TrimEnd());
    }
}

/// <summary>A table to be shown.</summary>
/// <param name="Headings">The headings.</param>
/// <param name="IsNumber">Which columns are aligned to the right.</param>
/// <param name="Rows">The rows.</param>
/// <param name="HasTotal">Whether the last row is a total.</param>
internal sealed record SheetTable(
    IReadOnlyList<string> Headings,
    IReadOnlyList<bool> IsNumber,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    bool HasTotal = false)
{
    /// <summary>A table of an explanation.</summary>
    public static SheetTable Of(ExplainedTable table) =>
        new(table.Headings, [.. table.Headings.Select((_, c) => c >= table.Labels)], table.Rows);
}
