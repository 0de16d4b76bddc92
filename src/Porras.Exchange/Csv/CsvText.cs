using System.Text;

namespace Porras.Exchange;

/// <summary>How CSV files are read.</summary>
/// <param name="SkipBadRows">Whether rows with mistakes are left out and listed, instead of refusing all.</param>
public sealed record CsvOptions(bool SkipBadRows = false);

/// <summary>Data sets as CSV texts: what <see cref="CsvDataSet"/> does with files.</summary>
public static class CsvText
{
    /// <summary>Reads a data set.</summary>
    /// <param name="files">The texts by table, such as <c>participants</c> or <c>participants.csv</c>.</param>
    /// <param name="schema">What the data set has to hold.</param>
    /// <param name="options">How to read; null: refuse bad rows.</param>
    public static DataSetReading Read(
        IReadOnlyDictionary<string, string> files, DataSchema schema, CsvOptions? options = null)
    {
        var folder = files.Select(f => new TableFile(
            Path.HasExtension(f.Key) ? f.Key : f.Key + ".csv",
            () => new MemoryStream(Encoding.UTF8.GetBytes(f.Value))));
        return TableFiles.Read([.. folder], schema, options ?? new());
    }

    /// <summary>The files of a data set by name: what <see cref="CsvDataSet.Write"/> writes.</summary>
    public static IReadOnlyDictionary<string, string> Write(DataSet data)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, write) in CsvWriting.Files(data))
        {
            using var to = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
            write(to);
            files.Add(name, to.ToString());
        }

        return files;
    }
}
