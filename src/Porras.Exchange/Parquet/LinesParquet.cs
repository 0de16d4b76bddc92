namespace Porras.Exchange;

/// <summary>The lines of a settlement as Parquet: the columns of <see cref="LinesCsv"/>, typed.</summary>
/// <remarks>
/// In the order of participants, then episodes and the model's fees. Texts are STRING, numbers INT32, days DATE, the
/// amount DECIMAL with the decimals of the currency; <c>clause</c> and <c>reason</c> are null where there is none.
/// Texts are as they are: nothing is put before what a spreadsheet would run.
/// </remarks>
public sealed class LinesParquet
{
    private const int RowsOfGroup = 1 << 18, FewestRows = 1 << 16;

    private readonly LinesColumns _columns;
    private readonly LinesOut _file;

    /// <summary>Begins a file of lines.</summary>
    internal LinesParquet(Stream to, IReadOnlyList<Plan> versions)
    {
        _columns = new(versions);
        _file = new(to, _columns.All, versions[0].Currency.Decimals, "participant", "earned", "payable", "amount");
    }

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
        var file = new LinesParquet(to, [.. settled.Versions.Select(v => v.Plan)]);
        foreach (var version in settled.Versions)
        {
            file.Add(version, reason is null ? null : line => reason(version, line));
        }

        file.Close();
    }

    /// <summary>Adds lines to a file, one row group or several.</summary>
    internal void Add(Settled settled, Func<FeeLine, string>? reason)
    {
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
            _columns.Take(settled, lines, reason);
            for (var from = 0; from < lines.Count; from += RowsOfGroup)
            {
                _file.Add(from, Math.Min(lines.Count, from + RowsOfGroup));
            }
        }
    }

    /// <summary>Ends the file.</summary>
    internal void Close() => _file.Close();
}
