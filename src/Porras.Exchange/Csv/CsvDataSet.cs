using System.Text;

namespace Porras.Exchange;

/// <summary>Data sets as folders of CSV files: <c>participants.csv</c> and one file for each kind of fact.</summary>
/// <remarks>
/// Names of files and columns are the model's names. For each file on its own the delimiter (comma, semicolon or tab),
/// the encoding (UTF-8 or Windows-1252) and the decimal mark are found out; days are ISO or d.M.yyyy. Rows are read
/// as they stream by; a file never is in memory as a whole.
/// </remarks>
public static class CsvDataSet
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a data set; its tables may be Parquet too, see <see cref="DataSetFolder"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="schema">What the data set has to hold.</param>
    /// <param name="options">How to read; null: refuse bad rows.</param>
    public static DataSetReading Read(string folder, DataSchema schema, CsvOptions? options = null) =>
        DataSetFolder.Read(folder, schema, options);

    /// <summary>Writes a data set; what <see cref="Read"/> makes of it is equal to it.</summary>
    /// <remarks>
    /// UTF-8, commas, points, ISO days; tables of facts are written even if they are empty. Of a data set as it was
    /// known on a day, corrections that were not known then are not written.
    /// </remarks>
    /// <param name="folder">The folder, made if it is not there; files of these names are written over.</param>
    /// <param name="data">The data set.</param>
    public static void Write(string folder, DataSet data)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, write) in CsvWriting.Files(data))
        {
            using var to = new StreamWriter(Path.Combine(folder, name), append: false, Utf8, 1 << 16);
            write(to);
        }
    }
}
