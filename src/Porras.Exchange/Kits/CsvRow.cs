using System.Text;

namespace Porras.Exchange;

/// <summary>One row of a CSV file that this program writes: commas, quotes where needed, no line breaks.</summary>
internal static class CsvRow
{
    /// <summary>The texts of its cells; a row that is damaged has some cells or others.</summary>
    public static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '"')
            {
                var isDoubled = quoted && i + 1 < row.Length && row[i + 1] == '"';
                cell.Append(isDoubled ? "\"" : "");
                i += isDoubled ? 1 : 0;
                quoted = isDoubled || !quoted;
            }
            else if (row[i] == ',' && !quoted)
            {
                cells.Add(Text(cell));
            }
            else
            {
                cell.Append(row[i]);
            }
        }

        cells.Add(Text(cell));
        return cells;
    }

    private static string Text(StringBuilder cell)
    {
        var text = CsvCells.Unguard(cell.ToString()).ToString();
        cell.Clear();
        return text;
    }
}
