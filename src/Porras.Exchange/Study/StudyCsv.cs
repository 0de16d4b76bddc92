namespace Porras.Exchange;

/// <summary>Studies as CSV: one row a figure.</summary>
public static class StudyCsv
{
    /// <summary>Writes the headings.</summary>
    public static void Head(TextWriter to) => CsvCells.WriteRow(
        to, "model", "scenario", "part", "of", "figure", "unit", "value", "lower", "upper", "p5", "p25", "p50", "p75",
        "p95");

    /// <summary>Writes figures of one model, in one scenario or in none.</summary>
    public static void Write(TextWriter to, string model, string scenario, IEnumerable<StudyFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        foreach (var f in figures)
        {
            var quantiles = Enumerable.Range(0, 5).Select(q =>
                f.Quantiles.Count == 0 ? "" : StudyFigure.Write(f.Quantiles[q]));
            CsvCells.WriteRow(to,
            [
                CsvCells.Text(model), CsvCells.Text(scenario), f.Part, CsvCells.Text(f.Of), f.Name, f.Unit,
                StudyFigure.Write(f.Value), StudyFigure.Write(f.Lower), StudyFigure.Write(f.Upper), .. quantiles,
            ]);
        }
    }
}
