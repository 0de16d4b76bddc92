namespace Porras.Exchange;

/// <summary>Settled lines as files: those of a run are written once and never touched again.</summary>
public static class SettledCsv
{
    private static readonly string[] Head =
    [
        "run", "line", "booked", "participant", "fee", "occurrence", "episode", "earned", "kind", "amount", "currency",
        "payable", "clause", "reverses", "because", "reason", "model", "until", "known", "payer", "payee",
    ];

    /// <summary>Reads the lines of earlier runs.</summary>
    /// <remarks>
    /// What <see cref="Write"/> wrote, and also what <see cref="LinesCsv"/> wrote: such a file is a run that is called
    /// like the file. Columns are known by their names, in any order.
    /// </remarks>
    /// <param name="files">The files by name, in the order of the runs, each with what opens it.</param>
    /// <param name="money">The model's currency.</param>
    /// <returns>The lines in their order, and what is wrong with the files.</returns>
    public static (IReadOnlyList<BookedLine> Lines, IReadOnlyList<Diagnostic> Findings) Read(
        IEnumerable<(string Name, Func<Stream> Open)> files, Currency money)
    {
        ArgumentNullException.ThrowIfNull(files);
        var lines = new List<BookedLine>();
        var findings = new List<Diagnostic>();
        foreach (var (name, open) in files)
        {
            var rows = new LineRows(Path.GetFileNameWithoutExtension(name), money) { File = name };
            try
            {
                CsvTable.Read(open(), rows);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                rows.Add(new("P7013", default, [e.Message]));
            }

            lines.AddRange(rows.Lines);
            findings.AddRange(rows.Findings);
        }

        return (lines, findings);
    }

    /// <summary>Writes the lines of a run; <see cref="Read"/> gives them back.</summary>
    /// <remarks>Commas, a decimal point, ISO days; texts are safe to open in a spreadsheet.</remarks>
    public static void Write(TextWriter to, IEnumerable<BookedLine> lines, Currency money)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(lines);
        CsvCells.WriteRow(to, Head);
        foreach (var line in lines)
        {
            CsvCells.WriteRow(to, Cells(line, money));
        }
    }

    private static string[] Cells(BookedLine line, Currency money) =>
    [
        CsvCells.Text(line.Run.Name),
        Number(line.Number),
        Day.Write(line.Booked),
        CsvCells.Text(line.Key.Owner),
        CsvCells.Text(line.Key.Fee),
        Number(line.Key.Occurrence),
        Number(line.Key.Episode),
        Day.Write(line.Earned),
        line.Key.Kind == LineKind.Fee ? "fee" : "take-back",
        line.Amount.ToString(money),
        money.Code,
        Day.Write(line.Payable),
        CsvCells.Text(line.Clause),
        CsvCells.Text(line.Reverses),
        CsvCells.Text(line.Because),
        CsvCells.Text(line.Reason),
        CsvCells.Text(line.Run.Model?.ToString() ?? ""),
        line.Run.Until is { } until ? Day.Write(until) : "",
        line.Run.Known is { } known ? Day.Write(known) : "",
        CsvCells.Text(line.Key.Payer),
        CsvCells.Text(line.Key.Payee),
    ];

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
