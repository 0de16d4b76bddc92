using System.Globalization;

namespace Porras.Exchange;

/// <summary>Findings as CSV, for whoever has to mend what was found.</summary>
public static class FindingsCsv
{
    private static readonly string[] Head =
        ["file", "line", "column", "code", "severity", "found", "message", "hint"];

    /// <summary>Writes findings in their order.</summary>
    /// <remarks>
    /// Commas; <c>line</c> is empty where a whole file is meant; <c>found</c> is what stands in the cell, where one is
    /// meant. Texts are safe to open in a spreadsheet, see <see cref="CsvCells"/>.
    /// </remarks>
    public static void Write(TextWriter to, IEnumerable<Diagnostic> findings, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(findings);
        CsvCells.WriteRow(to, Head);
        foreach (var finding in findings)
        {
            CsvCells.WriteRow(
                to,
                CsvCells.Text(finding.File ?? ""),
                finding.Place.IsKnown ? finding.Place.Line.ToString(CultureInfo.InvariantCulture) : "",
                CsvCells.Text(finding.Column ?? ""),
                finding.Code,
                finding.Severity.ToString().ToLowerInvariant(),
                CsvCells.Text(Found(finding)),
                CsvCells.Text(finding.Message(tongue)),
                CsvCells.Text(finding.Hint(tongue)));
        }
    }

    /// <summary>What stands in the cell that is meant; empty where no one cell is.</summary>
    public static string Found(Diagnostic finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Column is not null && finding.Arguments.Count > 0 ? finding.Arguments[0] : "";
    }
}
