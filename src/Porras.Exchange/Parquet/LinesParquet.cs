using ParquetSharp;

namespace Porras.Exchange;

/// <summary>The lines of a settlement as Parquet: the columns of <see cref="LinesCsv"/>, typed.</summary>
/// <remarks>
/// In the order of participants, then episodes and the model's fees. Texts are STRING, numbers INT32, days DATE, the
/// amount DECIMAL with the decimals of the currency; <c>clause</c> and <c>reason</c> are null where there is none.
/// Texts are as they are: nothing is put before what a spreadsheet would run.
/// </remarks>
public static class LinesParquet
{
    private const int RowsOfGroup = 1 << 20, FewestRows = 1 << 16;

    /// <summary>Writes the lines.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="settled">The settlement.</param>
    /// <param name="reason">The reason of a line in words; null: the column stays empty.</param>
    public static void Write(Stream to, Settled settled, Func<FeeLine, string>? reason = null) =>
        Write(to, SettledVersions.Of(settled), reason is null ? null : (_, line) => reason(line));

    /// <summary>Writes the lines of a contract that was perhaps amended, version by version.</summary>
    public static void Write(Stream to, SettledVersions settled, Func<Settled, FeeLine, string>? reason = null)
    {
        ArgumentNullException.ThrowIfNull(settled);
        Plan[] versions = [.. settled.Versions.Select(v => v.Plan)];
        using var writer = Begin(to, versions);
        foreach (var version in settled.Versions)
        {
            Add(writer, versions, version, reason is null ? null : line => reason(version, line));
        }

        writer.Close();
    }

    /// <summary>Begins a file of lines.</summary>
    internal static ParquetFileWriter Begin(Stream to, IReadOnlyList<Plan> versions) => ParquetDataSet.Open(
        to, new LinesColumns(versions[0], versions).All, "participant", "earned", "payable", "amount");

    /// <summary>Adds lines to a file, one row group or several.</summary>
    internal static void Add(
        ParquetFileWriter writer, IReadOnlyList<Plan> versions, Settled settled, Func<FeeLine, string>? reason)
    {
        var columns = new LinesColumns(settled.Plan, versions);
        var held = new Lines();
        foreach (var part in settled.Parts)
        {
            if (part.Count >= FewestRows && held.Count == 0)
            {
                Put(part);
                continue;
            }

            held.AddRange(part);
            if (held.Count >= FewestRows)
            {
                Put(held);
                held = new();
            }
        }

        Put(held);

        void Put(Lines lines)
        {
            columns.Take(settled, lines, reason);
            for (var from = 0; from < lines.Count; from += RowsOfGroup)
            {
                ParquetDataSet.WriteGroup(writer, columns.All, from, Math.Min(lines.Count, from + RowsOfGroup));
            }
        }
    }
}

/// <summary>The columns of a file of lines.</summary>
internal sealed class LinesColumns
{
    private readonly Plan _plan;
    private Settled? _settled;
    private Lines _lines = new();
    private ReadOnlyMemory<int> _owners, _times;
    private Func<FeeLine, string>? _reason;
    private string[] _people = [];

    /// <summary>The columns for the lines of a model, as one of its versions.</summary>
    public LinesColumns(Plan plan, IReadOnlyList<Plan> versions)
    {
        _plan = plan;
        string[] fees = [.. plan.Fees.Select(f => f.Source.Name.Text)];
        string?[] clauses = [.. plan.Fees.Select(f => f.Source.Mark.Clause)];
        var version = plan.Model.Header.Version;
        ParquetOut[] parties = versions.All(v => v.Splits.Count == 0) ? [] :
        [
            new TextOut("payer", true, i => _settled!.PayerName(_lines[i])),
            new TextOut("payee", true, i => _settled!.PayeeName(_lines[i])),
        ];
        All =
        [
            new TextOut("participant", false, Owner),
            new TextOut("fee", false, i => fees[_lines.Fees[i]]),
            new IntOut("occurrence", false, false, i => _times.Span[i]),
            new IntOut("episode", false, false, i => _lines[i].Episode),
            new IntOut("earned", true, false, i => _lines.Earned[i]),
            new TextOut("kind", false, i => _lines[i].Kind == LineKind.Fee ? "fee" : "take-back"),
            new LongOut("amount", plan.Currency.Decimals, false, i => _lines.Amounts[i]),
            new TextOut("currency", false, _ => plan.Currency.Code),
            new IntOut("payable", true, false, Payable),
            new TextOut("clause", true, i => clauses[_lines.Fees[i]]),
            new TextOut("reason", true, i => _reason?.Invoke(_lines[i])),
            .. parties,
            .. versions.Count > 1 ? (ParquetOut[])[new IntOut("version", false, false, _ => version)] : [],
        ];
    }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<ParquetOut> All { get; }

    /// <summary>Takes the lines that are written next.</summary>
    public void Take(Settled settled, Lines lines, Func<FeeLine, string>? reason)
    {
        (_settled, _lines, _reason) = (settled, lines, reason);
        (_owners, _times) = (lines.Owners, lines.Times);
        _people = settled.Data.Starts.Participants;
    }

    private string Owner(int i) =>
        _owners.Span[i] is var owner && owner < _people.Length ? _people[owner] : _settled!.OwnerName(_lines[i]);

    private int Payable(int i)
    {
        var (fee, earned) = (_plan.Fees[_lines.Fees[i]], _lines.Earned[i]);
        return fee.PayableFrom(earned, _settled!.Data.Holidays) ?? earned;
    }
}
