using System.Globalization;

namespace Porras.Exchange;

/// <summary>The lines of a settlement as CSV.</summary>
public static class LinesCsv
{
    private static readonly string[] Head =
    [
        "participant", "fee", "occurrence", "episode", "earned", "kind", "amount", "currency", "payable", "clause",
        "reason",
    ];

    /// <summary>Writes the lines in order of earned day, participant, fee, occurrence, episode.</summary>
    /// <remarks>
    /// Commas, a decimal point, ISO days. <c>kind</c> is <c>fee</c> or <c>take-back</c>; <c>payable</c> is the day from
    /// which the line may be invoiced; <c>clause</c> is the fee's clause reference. Texts are safe to open in a
    /// spreadsheet, see <see cref="CsvCells"/>; amounts are numbers, also below zero. Where the model splits lines,
    /// each part is a line, and <c>payer</c> and <c>payee</c> follow. For a line of a cohort, a provider or the
    /// contract, <c>participant</c> holds its name.
    /// </remarks>
    /// <param name="to">Where to.</param>
    /// <param name="settled">The settlement.</param>
    /// <param name="reason">The reason of a line in words; null: the column stays empty.</param>
    public static void Write(TextWriter to, Settled settled, Func<FeeLine, string>? reason = null)
    {
        WriteHead(to, settled.Plan);
        WriteRows(to, settled, settled.Lines().InOrder(), reason);
    }

    /// <summary>Writes the names of the columns.</summary>
    internal static void WriteHead(TextWriter to, Plan plan) => CsvCells.WriteRow(to, HeadOf(plan));

    /// <summary>Writes some lines of a settlement in the order given.</summary>
    internal static void WriteRows(
        TextWriter to, Settled settled, IEnumerable<FeeLine> lines, Func<FeeLine, string>? reason)
    {
        var (plan, data) = (settled.Plan, settled.Data);
        var head = HeadOf(plan);
        var fees = plan.Fees.Select(f => CsvCells.Text(f.Source.Name.Text)).ToArray();
        var clauses = plan.Fees.Select(f => CsvCells.Text(f.Source.Mark.Clause ?? "")).ToArray();
        var cells = new string[head.Length];
        foreach (var line in lines)
        {
            cells[0] = CsvCells.Text(settled.OwnerName(line));
            cells[1] = fees[line.Fee];
            cells[2] = line.Time.ToString(CultureInfo.InvariantCulture);
            cells[3] = line.Episode.ToString(CultureInfo.InvariantCulture);
            cells[4] = Day.Write(line.Earned);
            cells[5] = line.Kind == LineKind.Fee ? "fee" : "take-back";
            cells[6] = line.Amount.ToString(plan.Currency);
            cells[7] = plan.Currency.Code;
            cells[8] = Day.Write(plan.Fees[line.Fee].PayableFrom(line.Earned, data.Holidays) ?? line.Earned);
            cells[9] = clauses[line.Fee];
            cells[10] = reason is null ? "" : CsvCells.Text(reason(line));
            if (cells.Length > Head.Length)
            {
                cells[11] = CsvCells.Text(settled.PayerName(line) ?? "");
                cells[12] = CsvCells.Text(settled.PayeeName(line) ?? "");
            }

            CsvCells.WriteRow(to, cells);
        }
    }

    private static string[] HeadOf(Plan plan) => plan.Splits.Count == 0 ? Head : [.. Head, "payer", "payee"];
}
