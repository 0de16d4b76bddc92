using System.Text;
using ParquetSharp;

namespace Porras.Exchange;

/// <summary>A file of lines, CSV or Parquet by its name, that is there whole or not at all.</summary>
public sealed class LinesFile
{
    private readonly TextWriter? _csv;
    private readonly ParquetFileWriter? _parquet;

    private LinesFile(TextWriter? csv, ParquetFileWriter? parquet) => (_csv, _parquet) = (csv, parquet);

    /// <summary>Writes all lines of a settlement.</summary>
    /// <param name="path">Where to; a name that ends in <c>.parquet</c> asks for Parquet, any other for CSV.</param>
    /// <param name="settled">The settlement.</param>
    /// <param name="reason">The reason of a line in words; null: the column stays empty.</param>
    /// <exception cref="IOException">It cannot be written; what was there before stays as it was.</exception>
    public static void Write(string path, Settled settled, Func<FeeLine, string>? reason = null)
    {
        if (IsParquet(path))
        {
            WholeFile.WriteBytes(path, to => LinesParquet.Write(to, settled, reason));
        }
        else
        {
            WholeFile.Write(path, to => LinesCsv.Write(to, settled, reason));
        }
    }

    /// <summary>Writes lines that come part by part, in the order of participants.</summary>
    /// <param name="path">Where to, as above.</param>
    /// <param name="plan">The model of all parts.</param>
    /// <param name="write">Adds the parts; false: the file is not wanted, and what was there stays.</param>
    public static void Write(string path, Plan plan, Func<LinesFile, bool> write) => WholeFile.WriteIf(path, to =>
    {
        if (IsParquet(path))
        {
            using var parquet = LinesParquet.Begin(to, plan);
            var wanted = write(new(null, parquet));
            parquet.Close();
            return wanted;
        }

        using var csv = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        LinesCsv.WriteHead(csv, plan);
        return write(new(csv, null));
    });

    /// <summary>Adds the lines of one part.</summary>
    public void Add(Settled settled, Func<FeeLine, string>? reason)
    {
        if (_parquet is not null)
        {
            LinesParquet.Add(_parquet, settled, reason);
        }
        else
        {
            var lines = settled.Parts.SelectMany(p => Enumerable.Range(0, p.Count).Select(i => p[i]));
            LinesCsv.WriteRows(_csv!, settled, lines, reason);
        }
    }

    /// <summary>Whether a name asks for Parquet.</summary>
    public static bool IsParquet(string path) => path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);
}
