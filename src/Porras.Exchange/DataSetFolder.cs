namespace Porras.Exchange;

/// <summary>Data sets as folders: a file for each table, as CSV or as Parquet.</summary>
/// <remarks>
/// Names of files and columns are the model's names. One table may be CSV and another Parquet; both for one table are
/// refused. See <see cref="CsvDataSet"/> and <see cref="ParquetDataSet"/>.
/// </remarks>
public static class DataSetFolder
{
    /// <summary>Reads a data set.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="schema">What the data set has to hold.</param>
    /// <param name="options">How to read; null: refuse bad rows.</param>
    public static DataSetReading Read(string folder, DataSchema schema, CsvOptions? options = null) =>
        WhyNot(folder) is { } missing ? new(null, [missing], [])
            : TableFiles.Read(TableFile.In(folder), schema, options ?? new());

    /// <summary>The names of the data files in a folder, whatever their tables; none if there is no folder.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) =>
        Directory.Exists(folder) ? [.. TableFile.In(folder).Where(f => f.IsRead).Select(f => f.Name)] : [];

    /// <summary>The tables of which a data set is written, and how many rows each has.</summary>
    public static IReadOnlyList<(string Table, int Rows)> RowsOf(DataSet data) =>
        [.. ParquetWriting.Files(data).Select(f => (Path.GetFileNameWithoutExtension(f.Name), f.Rows))];

    /// <summary>What a folder lacks to be a data set; null if nothing.</summary>
    internal static Diagnostic? WhyNot(string folder) =>
        !Directory.Exists(folder) ? new("P7012", default, [folder])
            : TableFile.In(folder).Any(f => f.Stem.Equals("participants", StringComparison.OrdinalIgnoreCase)) ? null
            : new("P7010", default, [folder]);
}
