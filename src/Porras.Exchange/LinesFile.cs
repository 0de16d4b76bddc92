using System.Text;

namespace Porras.Exchange;

/// <summary>A file of lines, CSV or Parquet by its name, that is there whole or not at all.</summary>
public sealed class LinesFile
{
    private readonly LineCells _cells;
    private readonly TextWriter? _csv;
    private readonly LinesParquet? _parquet;

    private LinesFile(IReadOnlyList<Plan> versions, TextWriter? csv, LinesParquet? parquet) =>
        (_cells, _csv, _parquet) = (new(versions), csv, parquet);

    /// <summary>Writes all lines of a settlement.</summary>
    /// <param name="path">Where to; a name that ends in <c>.parquet</c> asks for Parquet, any other for CSV.</param>
    /// <param name="settled">The settlement.</param>
    /// <param name="reason">The reason of a line in words; null: the column stays empty.</param>
    /// <exception cref="IOException">It cannot be written; what was there before stays as it was.</exception>
    public static void Write(string path, Settled settled, Func<FeeLine, string>? reason = null) =>
        Write(path, SettledVersions.Of(settled), reason is null ? null : (_, line) => reason(line));

    /// <summary>Writes all lines of a contract that was perhaps amended.</summary>
    public static void Write(string path, SettledVersions settled, Func<Settled, FeeLine, string>? reason = null)
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

    /// <summary>Writes lines that come part by part, in the order of participants; version by version.</summary>
    /// <param name="path">Where to, as above.</param>
    /// <param name="versions">The model of all parts, or its versions.</param>
    /// <param name="write">Adds the parts; false: the file is not wanted, and what was there stays.</param>
    public static void Write(string path, IReadOnlyList<Plan> versions, Func<LinesFile, bool> write) =>
        WholeFile.WriteIf(path, to =>
        {
            if (IsParquet(path))
            {
                var parquet = new LinesParquet(to, versions);
                var wanted = write(new(versions, null, parquet));
                parquet.Close();
                return wanted;
            }

            using var csv = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
            var file = new LinesFile(versions, csv, null);
            file._cells.WriteHead(csv);
            return write(file);
        });

    /// <summary>Adds the lines of one part.</summary>
    public void Add(Settled settled, Func<FeeLine, string>? reason)
    {
        if (_parquet is not null)
        {
            _parquet.Add(settled, reason);
            return;
        }

        foreach (var part in settled.Parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                _cells.Write(_csv!, settled, part[i], reason?.Invoke(part[i]));
            }
        }
    }

    /// <summary>Whether a name asks for Parquet.</summary>
    public static bool IsParquet(string path) => path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);
}
