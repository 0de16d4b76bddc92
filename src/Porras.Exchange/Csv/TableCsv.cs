using System.Buffers;

namespace Porras.Exchange;

/// <summary>A table of words and numbers as CSV (RFC 4180), with the words of its reader.</summary>
/// <remarks>
/// Numbers stand as the reader writes them, without the blanks or commas between thousands, so that a spreadsheet in
/// the same language takes them for numbers. A text that a spreadsheet would run is guarded; see
/// <see cref="CsvCells"/>.
/// </remarks>
public static class TableCsv
{
    private const char Unbroken = '\u00a0';
    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789.,\u00a0");

    /// <summary>The whole file: the headings, then the rows; lines end with CR LF.</summary>
    /// <param name="table">The table.</param>
    /// <param name="tongue">The language in which it is written.</param>
    public static string Write(ComparisonTable table, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var to = new StringWriter();
        foreach (var row in (IEnumerable<IReadOnlyList<string>>)[table.Headings, .. table.Rows])
        {
            to.Write(string.Join(',', row.Select(c => Cell(c, tongue))));
            to.Write("\r\n");
        }

        return to.ToString();
    }

    private static string Cell(string cell, Tongue tongue)
    {
        if (!IsNumber(cell))
        {
            return CsvCells.Text(cell.Replace(Unbroken, ' '));
        }

        var bare = cell.Replace(tongue == Tongue.English ? "," : "\u00a0", "", StringComparison.Ordinal)
            .Replace("\u00a0", "", StringComparison.Ordinal);
        return bare.Contains(',', StringComparison.Ordinal) ? $"\"{bare}\"" : bare;
    }

    // A sign, digits with what stands between them, a per cent: nothing that can be run.
    private static bool IsNumber(string cell)
    {
        var rest = cell.AsSpan().TrimEnd('%');
        rest = rest.Length > 0 && rest[0] is '+' or '-' ? rest[1..] : rest;
        return rest.Length > 0 && char.IsAsciiDigit(rest[0]) && !rest.ContainsAnyExcept(InNumbers);
    }
}
