namespace Porras.Exchange;

/// <summary>The first difference between the lines of a kit and the lines as settled again.</summary>
internal static class KitDifference
{
    private static readonly string[] Key =
        ["reverses", "participant", "fee", "occurrence", "episode", "kind", "payer", "payee"];

    /// <summary>The first difference; null if there is none.</summary>
    /// <param name="kit">The lines of the kit, as CSV.</param>
    /// <param name="again">The lines as settled again.</param>
    public static Diagnostic? First(string kit, string again)
    {
        var (a, b) = (Rows(kit), Rows(again));
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i])
        {
            i++;
        }

        return i == a.Length && i == b.Length ? null : i == 0 || Head(a) != Head(b)
            ? At(1, "P7307", "", Head(a), Head(b)) with { Variant = "head" }
            : Line(a, b, i);
    }

    private static Diagnostic Line(string[] a, string[] b, int i)
    {
        var head = CsvRow.Cells(a[0]);
        int[] key = [.. Key.Select(k => head.IndexOf(k)).Where(c => c >= 0)];
        if (i < a.Length && Find(b, i, a[i]) is not { } same)
        {
            return At(i + 1, "P7312", Told(a[i]));
        }

        if (i < b.Length && Find(a, i, b[i]) is not { } own)
        {
            return At(i + 1, "P7313", Told(b[i]));
        }

        // Both stand somewhere in both, or one list has the same line once more.
        if (i >= a.Length || i >= b.Length)
        {
            return i < a.Length ? At(i + 1, "P7312", Told(a[i])) : At(i + 1, "P7313", Told(b[i]));
        }

        var (found, now) = (CsvRow.Cells(a[i]), CsvRow.Cells(Find(b, i, a[i])!));
        var column = Enumerable.Range(0, head.Count).FirstOrDefault(c => Cell(found, c) != Cell(now, c), -1);
        return column < 0 ? At(i + 1, "P7307", Told(a[i]), Told(a[i]), Told(b[i])) with { Variant = "order" }
            : At(i + 1, "P7307", Told(a[i]), Cell(found, column), Cell(now, column)) with { Column = head[column] };

        string? Find(string[] rows, int from, string row)
        {
            var wanted = KeyOf(row);
            return rows.Skip(from).FirstOrDefault(r => KeyOf(r).SequenceEqual(wanted));
        }

        List<string> KeyOf(string row) => CsvRow.Cells(row) is var cells ? [.. key.Select(k => Cell(cells, k))] : [];

        string Told(string row) => CsvRow.Cells(row) is var cells
            ? $"{Cell(cells, head.IndexOf("participant"))}, {Cell(cells, head.IndexOf("fee"))} " +
                Cell(cells, head.IndexOf("occurrence"))
            : "";
    }

    private static string[] Rows(string text) =>
        text.EndsWith('\n') ? text[..^1].Split('\n') : text.Split('\n');

    private static string Head(string[] rows) => rows.Length > 0 ? rows[0] : "";

    private static string Cell(List<string> cells, int at) => at >= 0 && at < cells.Count ? cells[at] : "";

    private static Diagnostic At(int line, string code, params string[] arguments) =>
        Diagnostic.At(new(line, 1, 1), code, Array.ConvertAll(arguments, Kit.Shown)) with { File = Kit.LinesPart };
}
