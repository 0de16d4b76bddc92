namespace Porras;

/// <summary>A row of a data file that was left out.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, the header being line 1; in a Parquet file its row, from 1.</param>
public readonly record struct SkippedRow(string File, int Line);

/// <summary>What came of reading a data set.</summary>
/// <param name="DataSet">The data set; null if there is any mistake and rows were not to be skipped.</param>
/// <param name="Findings">Everything that was found, by table, then line.</param>
/// <param name="Skipped">The rows that were left out, each once; empty without a data set.</param>
public sealed record DataSetReading(
    DataSet? DataSet, IReadOnlyList<Diagnostic> Findings, IReadOnlyList<SkippedRow> Skipped);
