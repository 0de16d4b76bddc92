namespace Porras.Exchange;

/// <summary>
/// A data set of Parquet files, part by part: each part has some participants and all that is known of them.
/// </summary>
/// <remarks>
/// The files of participants, facts and transfers have to be sorted by participant, letter by letter; the others are
/// small and read for each part. No more than a part is in memory.
/// </remarks>
public sealed class ParquetParts : IDisposable
{
    private readonly DataSchema _schema;
    private readonly CsvOptions _options;
    private readonly int _size;
    private readonly IReadOnlyList<TableFile> _files;
    private readonly Dictionary<string, (ParquetCursor Cursor, string File)> _cursors = [];
    private readonly Dictionary<string, TableFile> _small = [];
    private bool _isDone;

    private ParquetParts(string folder, DataSchema schema, int size, CsvOptions options)
    {
        (_schema, _size, _options) = (schema, size, options);
        _files = TableFile.In(folder);
    }

    /// <summary>Opens a data set.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="schema">What the data set has to hold.</param>
    /// <param name="size">How many starts a part has, at least.</param>
    /// <param name="options">How to read; null: refuse bad rows.</param>
    /// <returns>The parts, null if they are refused, and what was found.</returns>
    public static (ParquetParts? Parts, IReadOnlyList<Diagnostic> Findings) Open(
        string folder, DataSchema schema, int size, CsvOptions? options = null)
    {
        if (DataSetFolder.WhyNot(folder) is { } missing)
        {
            return (null, [missing]);
        }

        var parts = new ParquetParts(folder, schema, size, options ?? new());
        var tables = new DataSetBuilder(schema).Tables.ToList();
        tables.ForEach(parts.Open);
        Diagnostic[] found = [.. TableFiles.Unknown(parts._files, tables), .. tables.SelectMany(t => t.Findings)];
        if (!tables.Exists(t => t.IsRefused))
        {
            return (parts, found);
        }

        parts.Dispose();
        return (null, found);
    }

    /// <summary>The next part; null if there is none any more.</summary>
    public DataSetReading? Next()
    {
        if (_isDone)
        {
            return null;
        }

        var builder = new DataSetBuilder(_schema, _options.SkipBadRows);
        TableRows[] tables = [.. builder.Tables];
        var last = default(string);
        foreach (var table in tables)
        {
            if (_small.TryGetValue(table.Name, out var file))
            {
                table.File = file.Name;
                TableFiles.Read(file, table);
            }
            else if (_cursors.TryGetValue(table.Name, out var open))
            {
                (table.File, table.IsGiven) = (open.File, true);
                if (table == tables[0])
                {
                    last = open.Cursor.Give(table, _size);
                }
                else
                {
                    open.Cursor.GiveUpTo(table, last);
                }
            }
        }

        _isDone = last is null || _cursors.Values.Any(c => c.Cursor.IsRefused);
        return builder.Build();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (cursor, _) in _cursors.Values)
        {
            cursor.Dispose();
        }
    }

    private void Open(TableRows table)
    {
        if (TableFiles.FileOf(_files, table) is not { } file)
        {
            return;
        }

        table.IsGiven = true;
        if (table.Columns[0] != "participant")
        {
            _small.Add(table.Name, file);
        }
        else if (!file.IsParquet)
        {
            table.Add(new("P7044", default, [table.Name]));
        }
        else if (ParquetSource.Open(file, table) is { } source)
        {
            _cursors.Add(table.Name, (new(source), file.Name));
        }
    }
}
