using System.Globalization;

namespace Porras.Tests;

/// <summary>Lines as the aligned table of a case page.</summary>
internal static class LinesTable
{
    public static string Write(Settled settled)
    {
        var currency = settled.Plan.Currency;
        var lines = settled.Lines().InOrder().ToList();
        (string Head, bool Shown, Func<FeeLine, string> Cell)[] columns =
        [
            ("earned", true, l => Day.Write(l.Earned)),
            ("participant", true, l => settled.OwnerName(l)),
            ("fee", true, l => settled.Plan.Fees[l.Fee].Source.Name.Text),
            ("time", true, l => l.Time.ToString(CultureInfo.InvariantCulture)),
            ("episode", lines.Exists(l => l.Episode > 1), l => l.Episode.ToString(CultureInfo.InvariantCulture)),
            ("payer", lines.Exists(l => l.Payer >= 0), l => settled.PayerName(l) ?? "-"),
            ("payee", lines.Exists(l => l.Payee >= 0), l => settled.PayeeName(l) ?? "-"),
            ("amount", true, l => l.Amount.ToString(currency)),
        ];
        var shown = columns.Where(c => c.Shown).ToList();
        var rows = new List<string[]> { shown.Select(c => c.Head).ToArray() };
        rows.AddRange(lines.Select(l => shown.Select(c => c.Cell(l)).ToArray()));
        rows.Add(["total", .. shown.Skip(2).Select(_ => ""), settled.Total.ToString(currency)]);
        return Align(rows);
    }

    /// <summary>The cells of a written table, without regard to how they are aligned.</summary>
    public static string Cells(string table) => string.Join(
        '\n', table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => string.Join("  ", l.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static string Align(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        return string.Join('\n', rows.Select(r => string.Join("  ", r.Select((cell, i) =>
            i < 3 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd()));
    }
}
