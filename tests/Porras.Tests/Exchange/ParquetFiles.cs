using Porras.Exchange;

namespace Porras.Tests.Exchange;

/// <summary>Data sets as the bytes of Parquet files.</summary>
internal static class ParquetFiles
{
    public static Dictionary<string, byte[]> Write(DataSet data) =>
        ParquetWriting.Files(data).ToDictionary(f => f.Name, f =>
        {
            using var to = new MemoryStream();
            ParquetDataSet.Write(to, f.Columns, f.Rows);
            return to.ToArray();
        });

    public static DataSetReading Read(
        IReadOnlyDictionary<string, byte[]> files, DataSchema? schema = null, bool skip = false) =>
        TableFiles.Read(
            [.. files.Select(f => new TableFile(f.Key, () => new MemoryStream(f.Value)))],
            schema ?? Files.Schema,
            new(skip));

    /// <summary>Files from a text in which a line <c>== name</c> begins each; see <see cref="ParquetTyped"/>.</summary>
    public static Dictionary<string, byte[]> Of(string text) =>
        Files.Of(text).ToDictionary(f => f.Key + ".parquet", f => ParquetTyped.Bytes(f.Value));

    /// <summary>The data set of files without a mistake.</summary>
    public static DataSet Good(string text, DataSchema? schema = null)
    {
        var reading = Read(Of(text), schema);
        Assert.Equal("", DiagnosticText.Write(reading.Findings, null));
        return reading.DataSet!;
    }

    /// <summary>What is said about files with a mistake.</summary>
    public static string Said(string text, DataSchema? schema = null) =>
        DiagnosticText.Write(Read(Of(text), schema).Findings, null).TrimEnd('\n');
}
