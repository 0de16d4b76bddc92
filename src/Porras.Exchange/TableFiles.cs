namespace Porras.Exchange;

/// <summary>A file of a data set.</summary>
/// <param name="Name">Its name with its extension.</param>
/// <param name="Open">Opens it.</param>
internal sealed record TableFile(string Name, Func<Stream> Open)
{
    /// <summary>Where it lies; null if it is no file on disk.</summary>
    public string? Path { get; init; }

    /// <summary>Its name without the extension.</summary>
    public string Stem => TableHeader.Plain(System.IO.Path.GetFileNameWithoutExtension(Name));

    /// <summary>Whether its name says that it is CSV.</summary>
    public bool IsCsv => Ends(".csv");

    /// <summary>Whether its name says that it is Parquet.</summary>
    public bool IsParquet => Ends(".parquet");

    /// <summary>Whether it is of a form that is read.</summary>
    public bool IsRead => IsCsv || IsParquet;

    /// <summary>Whether it is named like a table.</summary>
    public bool Is(TableRows table) => Stem.Equals(TableHeader.Plain(table.Name), StringComparison.OrdinalIgnoreCase);

    /// <summary>The files of a folder, in the order of their names.</summary>
    public static IReadOnlyList<TableFile> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(path =>
            new TableFile(System.IO.Path.GetFileName(path), () => Stream(path)) { Path = path }),
    ];

    private static FileStream Stream(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    private bool Ends(string extension) =>
        System.IO.Path.GetExtension(Name).Equals(extension, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads the files of a data set, whatever they are opened from.</summary>
internal static class TableFiles
{
    /// <summary>Reads a data set from its files; a table without a file is empty.</summary>
    public static DataSetReading Read(IReadOnlyList<TableFile> files, DataSchema schema, CsvOptions options)
    {
        var builder = new DataSetBuilder(schema, options.SkipBadRows);
        TableRows[] tables = [.. builder.Tables];
        foreach (var table in tables)
        {
            if (FileOf(files, table) is { } file)
            {
                Read(file, table);
            }
        }

        var notes = Unknown(files, tables);
        var reading = builder.Build();
        return reading with { Findings = [.. notes, .. reading.Findings] };
    }

    /// <summary>The one file of a table; null if there is none, or if they are refused.</summary>
    public static TableFile? FileOf(IReadOnlyList<TableFile> files, TableRows table)
    {
        TableFile[] own = [.. files.Where(f => f.Is(table))];
        TableFile[] read = [.. own.Where(f => f.IsRead)];
        table.File = (read.Length > 0 ? read[0] : own.FirstOrDefault())?.Name ?? table.Name + ".csv";
        if (read.Length > 1)
        {
            table.Add(new("P7011", default, [table.Name, string.Join(", ", read.Select(f => f.Name))]));
        }
        else if (read.Length == 0 && own.Length > 0)
        {
            table.Add(new("P7014", default, [table.Name]));
        }

        return read.Length == 1 ? read[0] : null;
    }

    /// <summary>Reads one file into its table.</summary>
    public static void Read(TableFile file, TableRows table)
    {
        try
        {
            if (file.IsCsv)
            {
                CsvTable.Read(file.Open(), table);
            }
            else
            {
                ParquetTable.Read(file, table);
            }
        }
        catch (GivenTooLargeException over)
        {
            table.Add(over.Finding);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            table.Add(new("P7013", default, [e.Message]));
        }
    }

    /// <summary>Notes about files of no table.</summary>
    public static List<Diagnostic> Unknown(IReadOnlyList<TableFile> files, IReadOnlyList<TableRows> tables)
    {
        var notes = new List<Diagnostic>();
        foreach (var file in files.Where(f => f.IsRead && !tables.Any(f.Is)))
        {
            string[] free = [.. tables.Where(t => !t.IsGiven).Select(t => t.Name)];
            var near = Nearest.To(file.Stem, free);
            var called = near + Path.GetExtension(file.Name).ToLowerInvariant();
            notes.Add(new("P7001", default, near is null ? [file.Stem] : [file.Stem, called])
            {
                File = file.Name, Variant = near is null ? null : "near",
            });
        }

        return notes;
    }
}
