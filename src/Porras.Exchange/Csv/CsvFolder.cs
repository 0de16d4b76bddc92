namespace Porras.Exchange;

/// <summary>A file of a data set.</summary>
/// <param name="Name">Its name with its extension.</param>
/// <param name="Open">Opens it.</param>
internal sealed record CsvFile(string Name, Func<Stream> Open)
{
    /// <summary>Its name without the extension.</summary>
    public string Stem => CsvHeader.Plain(Path.GetFileNameWithoutExtension(Name));

    /// <summary>Whether its name says that it is CSV.</summary>
    public bool IsCsv => Path.GetExtension(Name).Equals(".csv", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads the files of a data set, whatever they are opened from.</summary>
internal static class CsvFolder
{
    /// <summary>Reads a data set from its files; a table without a file is empty.</summary>
    public static DataSetReading Read(IReadOnlyList<CsvFile> files, DataSchema schema, CsvOptions options)
    {
        var builder = new DataSetBuilder(schema, options.SkipBadRows);
        TableRows[] tables = [.. builder.Tables];
        foreach (var table in tables)
        {
            table.File = table.Name + ".csv";
            CsvFile[] own = [.. files.Where(f => Is(f, table))];
            Read(own, table);
        }

        var notes = Unknown(files, tables);
        var reading = builder.Build();
        return reading with { Findings = [.. notes, .. reading.Findings] };
    }

    private static bool Is(CsvFile file, TableRows table) =>
        file.Stem.Equals(CsvHeader.Plain(table.Name), StringComparison.OrdinalIgnoreCase);

    private static void Read(CsvFile[] files, TableRows table)
    {
        CsvFile[] csv = [.. files.Where(f => f.IsCsv)];
        if (csv.Length > 1)
        {
            table.Add(new("P7011", default, [table.Name, string.Join(", ", csv.Select(f => f.Name))]));
        }
        else if (csv.Length == 1)
        {
            table.File = csv[0].Name;
            Read(csv[0], table);
        }
        else if (files.Length > 0)
        {
            table.File = files[0].Name;
            table.Add(new("P7014", default, [table.Name]));
        }
    }

    private static void Read(CsvFile file, TableRows table)
    {
        try
        {
            CsvTable.Read(file.Open(), table);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            table.Add(new("P7013", default, [e.Message]));
        }
    }

    private static List<Diagnostic> Unknown(IReadOnlyList<CsvFile> files, TableRows[] tables)
    {
        var notes = new List<Diagnostic>();
        foreach (var file in files.Where(f => f.IsCsv && !tables.Any(t => Is(f, t))))
        {
            string[] free = [.. tables.Where(t => !t.IsGiven).Select(t => t.Name)];
            var near = Nearest.To(file.Stem, free);
            notes.Add(new("P7001", default, near is null ? [file.Stem] : [file.Stem, near + ".csv"])
            {
                File = file.Name, Variant = near is null ? null : "near",
            });
        }

        return notes;
    }
}
