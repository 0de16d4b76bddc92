using System.Buffers;

namespace Porras.Exchange;

/// <summary>Cells of CSV: quotes where they are needed, and nothing that a spreadsheet would run.</summary>
/// <remarks>
/// A text that begins with <c>= + - @</c>, a tab or a line break gets an apostrophe before it (and one that begins with
/// apostrophes and then one of these gets one more); reading takes one off again, so that what is written is what
/// is read. Numbers are written as they are. See https://owasp.org/www-community/attacks/CSV_Injection.
/// </remarks>
public static class CsvCells
{
    private static readonly SearchValues<char> ToQuote = SearchValues.Create("\",;\t\r\n");

    /// <summary>A text as a cell.</summary>
    public static string Text(string text)
    {
        var safe = IsFormula(text) ? "'" + text : text;
        var quote = safe.AsSpan().ContainsAny(ToQuote)
            || (safe.Length > 0 && (char.IsWhiteSpace(safe[0]) || char.IsWhiteSpace(safe[^1])));
        return quote ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>A row of cells that are written already, with its line end.</summary>
    public static void WriteRow(TextWriter to, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                to.Write(',');
            }

            to.Write(cells[i]);
        }

        to.Write('\n');
    }

    /// <summary>The text that a cell means: without the apostrophe that <see cref="Text"/> put before it.</summary>
    public static ReadOnlySpan<char> Unguard(ReadOnlySpan<char> cell) =>
        cell.Length > 1 && cell[0] == '\'' && IsFormula(cell) ? cell[1..] : cell;

    /// <summary>Whether a spreadsheet would run a cell as it stands in a file.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="mayBeNumber">Whether a sign may begin a number.</param>
    public static bool IsFormula(ReadOnlySpan<char> cell, bool mayBeNumber) => cell.Length > 1
        && (cell[0] is '=' or '@' || (!mayBeNumber && cell[0] is '+' or '-'));

    private static bool IsFormula(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart('\'');
        return rest.Length > 0 && rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
    }
}
