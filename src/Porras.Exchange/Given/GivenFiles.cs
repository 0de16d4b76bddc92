namespace Porras.Exchange;

/// <summary>A data set from files that a stranger gives: CSV, Parquet, or ZIP archives of these.</summary>
/// <remarks>
/// Nothing is believed that a file says of itself, and no name of a file becomes a path. What is too large, packed too
/// tightly, of another form or broken is a finding, beside everything that is wrong with rows.
/// </remarks>
public static class GivenFiles
{
    /// <summary>Reads a data set.</summary>
    /// <param name="files">The files.</param>
    /// <param name="schema">What the data set has to hold.</param>
    /// <param name="options">How to read; null: refuse bad rows.</param>
    /// <param name="limits">How much is read; null: as usual.</param>
    public static DataSetReading Read(
        IReadOnlyList<GivenFile> files, DataSchema schema, CsvOptions? options = null, GivenLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var given = new GivenTables(limits ?? new());
        given.Add(files);
        if (given.IsOver)
        {
            return new(null, given.Findings, []);
        }

        var hasPeople = given.Tables.Any(t =>
            t.Stem.Equals("participants", StringComparison.OrdinalIgnoreCase));
        if (!hasPeople)
        {
            given.Say(Diagnostic.At(default, "P7010", "") with { Variant = "given" });
            return new(null, given.Findings, []);
        }

        var reading = TableFiles.Read(given.Tables, schema, options ?? new());
        var isWhole = given.Findings.All(f => f.Severity != Severity.Mistake);
        return new(
            isWhole ? reading.DataSet : null, [.. given.Findings, .. reading.Findings], isWhole ? reading.Skipped : []);
    }

    /// <summary>Empty files by name: the headings of every table that a model reads.</summary>
    public static IReadOnlyDictionary<string, string> Templates(DataSchema schema)
    {
        string[] seldom = ["status", "id"], own = ["transfer", "holidays"];
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in new DataSetBuilder(schema).Tables)
        {
            if (own.Contains(table.Name) || (table.Name == "providers" && schema.Provider.Count == 0))
            {
                continue;
            }

            using var to = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
            CsvCells.WriteRow(to, [
                .. table.Columns.Where((c, i) => table.IsRequired(i) || !(seldom.Contains(c) || c == "provider"))
                    .Select(CsvCells.Text),
            ]);
            files.Add(table.Name + ".csv", to.ToString());
        }

        return files;
    }
}
