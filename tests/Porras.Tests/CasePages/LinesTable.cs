using System.Globalization;

namespace Porras.Tests;

/// <summary>Lines as the aligned table of a case page.</summary>
internal static class LinesTable
{
    public static string Write(Settled settled)
    {
        var currency = settled.Plan.Currency;
        var lines = settled.Lines().InOrder().ToList();
        var episodes = lines.Exists(l => l.Episode > 1);
        var rows = new List<string[]> { Row("earned", "participant", "fee", "time", "episode", "amount", episodes) };
        rows.AddRange(lines.Select(l => Row(
            Day.Write(l.Earned),
            settled.Data.Starts.Participants[l.Participant],
            settled.Plan.Fees[l.Fee].Source.Name.Text,
            l.Time.ToString(CultureInfo.InvariantCulture),
            l.Episode.ToString(CultureInfo.InvariantCulture),
            l.Amount.ToString(currency),
            episodes)));
        rows.Add(Row("total", "", "", "", "", settled.Total.ToString(currency), episodes));
        return Align(rows);
    }

    /// <summary>The cells of a written table, without regard to how they are aligned.</summary>
    public static string Cells(string table) => string.Join(
        '\n', table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => string.Join("  ", l.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static string[] Row(string a, string b, string c, string d, string episode, string e, bool episodes) =>
        episodes ? [a, b, c, d, episode, e] : [a, b, c, d, e];

    private static string Align(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        return string.Join('\n', rows.Select(r => string.Join("  ", r.Select((cell, i) =>
            i < 3 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd()));
    }
}
