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
    /// contract, <c>participant</c> holds its name. Of a contract that was amended, the column <c>version</c> comes
    /// last.
    /// </remarks>
    /// <param name="to">Where to.</param>
    /// <param name="settled">The settlement.</param>
    /// <param name="reason">The reason of a line in words; null: the column stays empty.</param>
    public static void Write(TextWriter to, Settled settled, Func<FeeLine, string>? reason = null) =>
        Write(to, SettledVersions.Of(settled), reason is null ? null : (_, line) => reason(line));

    /// <summary>Writes the lines of a contract that was perhaps amended.</summary>
    public static void Write(TextWriter to, SettledVersions settled, Func<Settled, FeeLine, string>? reason = null)
    {
        ArgumentNullException.ThrowIfNull(settled);
        var rows = new LineCells([.. settled.Versions.Select(v => v.Plan)]);
        rows.WriteHead(to);
        foreach (var (version, line) in settled.InOrder())
        {
            rows.Write(to, version, line, reason?.Invoke(version, line));
        }
    }

    /// <summary>The names of the columns.</summary>
    internal static string[] HeadOf(IReadOnlyList<Plan> versions) =>
    [
        .. Head,
        .. versions.Any(v => v.Splits.Count > 0) ? (string[])["payer", "payee"] : [],
        .. versions.Count > 1 ? (string[])["version"] : [],
    ];
}

/// <summary>Lines as rows of cells.</summary>
internal sealed class LineCells
{
    private const int Fixed = 11;
    private readonly IReadOnlyList<Plan> _versions;
    private readonly string[] _head, _cells;
    private readonly string[][] _fees, _clauses;
    private readonly bool _hasParties;

    /// <summary>Rows for the versions of a model.</summary>
    public LineCells(IReadOnlyList<Plan> versions)
    {
        (_versions, _head) = (versions, LinesCsv.HeadOf(versions));
        _cells = new string[_head.Length];
        _fees = [.. versions.Select(v => v.Fees.Select(f => CsvCells.Text(f.Source.Name.Text)).ToArray())];
        _clauses = [.. versions.Select(v => v.Fees.Select(f => CsvCells.Text(f.Source.Mark.Clause ?? "")).ToArray())];
        _hasParties = Array.IndexOf(_head, "payer") >= 0;
    }

    /// <summary>Writes the names of the columns.</summary>
    public void WriteHead(TextWriter to) => CsvCells.WriteRow(to, _head);

    /// <summary>Writes a line.</summary>
    public void Write(TextWriter to, Settled settled, in FeeLine line, string? reason)
    {
        var (plan, v) = (settled.Plan, 0);
        while (!ReferenceEquals(_versions[v], plan))
        {
            v++;
        }

        _cells[0] = CsvCells.Text(settled.OwnerName(line));
        _cells[1] = _fees[v][line.Fee];
        _cells[2] = line.Time.ToString(CultureInfo.InvariantCulture);
        _cells[3] = line.Episode.ToString(CultureInfo.InvariantCulture);
        _cells[4] = Day.Write(line.Earned);
        _cells[5] = line.Kind == LineKind.Fee ? "fee" : "take-back";
        _cells[6] = line.Amount.ToString(plan.Currency);
        _cells[7] = plan.Currency.Code;
        _cells[8] = Day.Write(plan.Fees[line.Fee].PayableFrom(line.Earned, settled.Data.Holidays) ?? line.Earned);
        _cells[9] = _clauses[v][line.Fee];
        _cells[10] = reason is null ? "" : CsvCells.Text(reason);
        if (_hasParties)
        {
            _cells[Fixed] = CsvCells.Text(settled.PayerName(line) ?? "");
            _cells[Fixed + 1] = CsvCells.Text(settled.PayeeName(line) ?? "");
        }

        if (_versions.Count > 1)
        {
            _cells[^1] = plan.Model.Header.Version.ToString(CultureInfo.InvariantCulture);
        }

        CsvCells.WriteRow(to, _cells);
    }
}
