using System.Globalization;
using System.Text;

namespace Porras.Store;

/// <summary>
/// Rows as text, one a line, cells apart by tabs: <c>\N</c> is an empty cell, and a backslash goes before what would
/// else end a cell. It is the text form of PostgreSQL's <c>COPY</c>.
/// </summary>
internal static class RowText
{
    /// <summary>An empty cell.</summary>
    public const string Nothing = @"\N";

    /// <summary>Writes a number.</summary>
    public static void Write(StringBuilder row, long number) =>
        row.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>Writes a text.</summary>
    public static void Write(StringBuilder row, string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '\\':
                    row.Append(@"\\");
                    break;
                case '\t':
                    row.Append(@"\t");
                    break;
                case '\n':
                    row.Append(@"\n");
                    break;
                case '\r':
                    row.Append(@"\r");
                    break;
                default:
                    row.Append(c);
                    break;
            }
        }
    }

    /// <summary>The text of a cell; null for an empty one.</summary>
    /// <exception cref="FormatException">It is no cell.</exception>
    public static string? Text(ReadOnlySpan<char> cell)
    {
        if (cell.SequenceEqual(Nothing))
        {
            return null;
        }

        if (!cell.Contains('\\'))
        {
            return cell.ToString();
        }

        var text = new StringBuilder(cell.Length);
        for (var i = 0; i < cell.Length; i++)
        {
            text.Append(cell[i] != '\\' ? cell[i] : Escaped(++i < cell.Length ? cell[i] : '\0'));
        }

        return text.ToString();
    }

    private static char Escaped(char letter) => letter switch
    {
        '\\' => '\\',
        't' => '\t',
        'n' => '\n',
        'r' => '\r',
        _ => throw new FormatException($"A backslash before '{letter}' means nothing."),
    };

    /// <summary>The number of a cell; null for an empty one.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    public static long? Number(ReadOnlySpan<char> cell) => cell.SequenceEqual(Nothing) ? null
        : long.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
