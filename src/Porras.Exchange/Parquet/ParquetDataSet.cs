using ParquetSharp;
using ParquetSharp.Schema;

namespace Porras.Exchange;

/// <summary>Data sets as folders of Parquet files, with the names of files and columns that CSV has.</summary>
/// <remarks>
/// Read by <see cref="DataSetFolder"/>. Days are DATE (or TIMESTAMP at midnight), money and numbers DECIMAL or whole
/// numbers, never floating-point; names and labels STRING (case numbers may be whole numbers), yes and no BOOLEAN;
/// texts are read everywhere as in CSV. Findings count rows from 1.
/// </remarks>
public static class ParquetDataSet
{
    private const int RowsOfGroup = 1 << 17;

    /// <summary>Writes a data set; what <see cref="DataSetFolder.Read"/> makes of it is equal to it.</summary>
    /// <remarks>Sorted by participant; the same data set gives the same bytes.</remarks>
    /// <param name="folder">The folder, made if it is not there; files of these names are written over.</param>
    /// <param name="data">The data set.</param>
    public static void Write(string folder, DataSet data)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, columns, rows) in ParquetWriting.Files(data))
        {
            WholeFile.WriteBytes(Path.Combine(folder, name), to => Write(to, columns, rows));
        }
    }

    /// <summary>Writes one table.</summary>
    internal static void Write(Stream to, IReadOnlyList<ParquetOut> columns, int rows)
    {
        using var writer = Open(to, columns);
        for (var from = 0; from < rows; from += RowsOfGroup)
        {
            WriteGroup(writer, columns, from, Math.Min(rows, from + RowsOfGroup));
        }

        writer.Close();
    }

    /// <summary>Begins a file.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="searched">The columns of which least and greatest values are kept; none given: all.</param>
    internal static ParquetFileWriter Open(
        Stream to, IReadOnlyList<ParquetOut> columns, params IReadOnlyList<string> searched)
    {
        using var schema = new GroupNode("schema", Repetition.Required, [.. columns.Select(c => c.Node)], null);
        using var builder = new WriterPropertiesBuilder();
        builder.Compression(Compression.Snappy).CreatedBy("porras").DictionaryPagesizeLimit(1 << 23);
        foreach (var column in columns.Where(c => searched.Count > 0 && !searched.Contains(c.Name)))
        {
            builder.DisableStatistics(column.Name);
        }

        using var properties = builder.Build();
        return new(to, schema, properties, null, leaveOpen: true);
    }

    /// <summary>Writes some rows as one row group.</summary>
    internal static void WriteGroup(ParquetFileWriter writer, IReadOnlyList<ParquetOut> columns, int from, int to)
    {
        using var group = writer.AppendRowGroup();
        foreach (var column in columns)
        {
            using var cells = group.NextColumn();
            column.Write(cells, from, to);
        }

        group.Close();
    }
}
