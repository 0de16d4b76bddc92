using System.Globalization;

namespace Porras.Exchange;

/// <summary>A comparison as CSV: one row for each model in each part.</summary>
public static class ComparisonCsv
{
    private static readonly string[] Head =
    [
        "by", "part", "title", "model", "currency", "participants", "paid", "lines", "amount", "outputs", "outcomes",
        "difference", "cumulated", "up", "same", "down", "gained", "lost", .. Spread.Levels.Select(l => $"p{l}"),
    ];

    /// <summary>Writes the totals, then each breakdown.</summary>
    /// <remarks>
    /// Commas, a decimal point. The totals have <c>total</c> in the column <c>by</c>. <c>difference</c> is against the
    /// first model; <c>cumulated</c> is filled for months, the columns after it for every model but the first where
    /// each participant is in one part. Quantiles are rounded to the currency's decimals.
    /// </remarks>
    /// <param name="to">Where to.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="by">The one breakdown to write after the totals; null for all.</param>
    public static void Write(TextWriter to, Comparison comparison, Breakdown? by = null)
    {
        CsvCells.WriteRow(to, Head);
        for (var m = 0; m < comparison.Models.Count; m++)
        {
            var total = comparison.Totals[m];
            var sum = new PartSum(total.Amount, total.Outcomes, total.Lines, total.Paid);
            var gains = m == 0 ? null : comparison.Gains[m - 1].All;
            string[] what = ["total", "", ""];
            Row(to, comparison, what, m, comparison.Participants, sum, comparison.Difference(m), "", gains);
        }

        foreach (var one in by is null ? comparison.By : [by])
        {
            Rows(to, comparison, one);
        }
    }

    private static void Rows(TextWriter to, Comparison comparison, Breakdown by)
    {
        var cumulated = by.By == Breakdown.Month
            ? comparison.Models.Select((_, m) => by.Cumulated(m)).ToList() : null;
        for (var p = 0; p < by.Parts.Count; p++)
        {
            var part = by.Parts[p];
            var name = part.Kind switch
            {
                PartKind.Named => part.Name,
                PartKind.Without => "(none)",
                PartKind.NoParticipant => "(no participant)",
                _ => throw new InvalidOperationException($"Unknown part {part.Kind}."),
            };
            for (var m = 0; m < comparison.Models.Count; m++)
            {
                var sofar = cumulated?[m][p].ToString(comparison.Currency) ?? "";
                var gains = m == 0 || part.Gains.Count == 0 ? null : part.Gains[m - 1];
                string[] what = [by.By, name, part.Title];
                Row(to, comparison, what, m, part.Participants, part.Sums[m], part.Difference(m), sofar, gains);
            }
        }
    }

    private static void Row(
        TextWriter to,
        Comparison all,
        string[] what,
        int m,
        int? people,
        PartSum sum,
        Money more,
        string sofar,
        Gains? g)
    {
        CsvCells.WriteRow(
            to,
            [
                .. what.Select(CsvCells.Text),
                CsvCells.Text(all.Models[m].Label),
                all.Currency.Code,
                Number(people),
                Number(sum.Paid),
                Number(sum.Lines),
                .. new[] { sum.Amount, sum.Outputs, sum.Outcomes, more }.Select(a => a.ToString(all.Currency)),
                sofar,
                Number(g?.Up),
                Number(g?.Same),
                Number(g?.Down),
                g?.Gained.ToString(all.Currency) ?? "",
                g?.Lost.ToString(all.Currency) ?? "",
                .. Spread.Levels.Select((_, i) => g?.Spread is { } s
                    ? (s.Values[i] / all.Currency.Scale).ToString(all.Currency.Decimals) : ""),
            ]);
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
