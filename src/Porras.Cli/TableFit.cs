namespace Porras.Cli;

/// <summary>Tables on narrow terminals: nothing is broken within a word or a number.</summary>
internal static class TableFit
{
    // One space on each side and the line between; one more at the left edge.
    private const int Beside = 3;
    private const int Edge = 1;

    /// <summary>The table as it fits, with headings in several lines if need be; null if it does not.</summary>
    public static SheetTable? To(SheetTable table, int width)
    {
        if (Least(table, (c, text) => text.Length) <= width)
        {
            return table;
        }

        var broken = table with
        {
            Headings = [.. table.Headings.Select((h, c) => table.IsNumber[c] ? h.Replace(' ', '\n') : h)],
        };
        return Least(broken, (c, text) => table.IsNumber[c] ? Longest(text, '\n') : Longest(text, ' ')) <= width
            ? broken : null;
    }

    /// <summary>One row after the other, its values with their headings below each other.</summary>
    public static IEnumerable<(string Text, bool IsTitle)> Records(SheetTable table)
    {
        var labels = Math.Max(1, table.IsNumber.TakeWhile(n => !n).Count());
        var headings = table.Headings.Skip(labels).Select(h => h.Length).Append(0).Max();
        var cells = table.Rows.SelectMany(r => r.Skip(labels)).Select(c => c.Length).Append(0).Max();
        foreach (var row in table.Rows)
        {
            yield return ("  " + string.Join("  ", row.Take(labels).Where(l => l.Length > 0)), true);
            for (var c = labels; c < row.Count; c++)
            {
                var value = table.IsNumber[c] ? row[c].PadLeft(cells) : row[c];
                yield return ($"    {table.Headings[c].PadRight(headings)}  {value}", false);
            }
        }
    }

    private static int Least(SheetTable table, Func<int, string, int> length) => Edge + table.Headings.Select(
        (h, c) => Beside + table.Rows.Select(r => length(c, r[c])).Append(length(c, h)).Max()).Sum();

    private static int Longest(string text, char between) => text.Split(between).Max(w => w.Length);
}
