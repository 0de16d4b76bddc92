using System.Globalization;

namespace Porras.Tests;

/// <summary>Lines as the aligned table of a case page.</summary>
internal static class LinesTable
{
    public static string Write(SettledVersions settled)
    {
        var currency = settled.Versions[0].Plan.Currency;
        var lines = settled.InOrder().ToList();
        (string Head, bool Shown, Func<Settled, FeeLine, string> Cell)[] columns =
        [
            ("earned", true, (_, l) => Day.Write(l.Earned)),
            ("participant", true, (v, l) => v.OwnerName(l)),
            ("fee", true, (v, l) => v.Plan.Fees[l.Fee].Source.Name.Text),
            ("time", true, (_, l) => Number(l.Time)),
            ("episode", lines.Exists(l => l.Line.Episode > 1), (_, l) => Number(l.Episode)),
            ("payer", lines.Exists(l => l.Line.Payer >= 0), (v, l) => v.PayerName(l) ?? "-"),
            ("payee", lines.Exists(l => l.Line.Payee >= 0), (v, l) => v.PayeeName(l) ?? "-"),
            ("version", settled.IsAmended, (v, _) => Number(v.Plan.Model.Header.Version)),
            ("amount", true, (_, l) => l.Amount.ToString(currency)),
        ];
        var shown = columns.Where(c => c.Shown).ToList();
        var rows = new List<string[]> { shown.Select(c => c.Head).ToArray() };
        rows.AddRange(lines.Select(l => shown.Select(c => c.Cell(l.Version, l.Line)).ToArray()));
        rows.Add(["total", .. shown.Skip(2).Select(_ => ""), settled.Total.ToString(currency)]);
        return Align(rows);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

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
