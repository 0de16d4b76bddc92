namespace Porras.Store;

/// <summary>The tables of a data set and their columns as they are written and read in bulk.</summary>
internal static class DataSetTables
{
    private const string Values = "v1! v2! v3! v4! v5! v6! v7! v8! more$";

    /// <summary>The place of the participants among the tables of a data set, and of the providers.</summary>
    public const int Participants = 0, Providers = 1;

    public static readonly BulkTable
        Tables = BulkTable.Of("data_tables", "data_set_id! place name$ kind$ is_span rows"),
        Columns = BulkTable.Of("data_columns", "data_set_id! table_place place name$ kind$ decimals"),
        Names = BulkTable.Of("data_names", "data_set_id! table_place column_place place text$"),
        Starts = BulkTable.Of("starts", $"data_set_id! participant row day provider file_line {Values}"),
        Named = BulkTable.Of("named_rows", $"data_set_id! table_place place {Values}"),
        Facts = BulkTable.Of(
            "facts",
            "data_set_id! table_place participant row first_day last_day known_on replaced_on source status "
            + $"file_line {Values}"),
        Transfers = BulkTable.Of("transfers", "data_set_id! row participant last_day provider"),
        Holidays = BulkTable.Of("holidays", "data_set_id! day");

    /// <summary>The tables of a data set: what each is, its name, its columns and its rows.</summary>
    public static IEnumerable<DataSetTable> Of(DataSet data)
    {
        yield return new(TableKind.Participants, "participants", data.Starts.Known, data.Starts.Day.Length);
        yield return new(TableKind.Providers, "providers", data.Providers.Known, data.Providers.Names.Length)
        {
            Names = data.Providers.Names,
        };
        foreach (var ((name, _), cohort) in data.Schema.Cohorts.Zip(data.Cohorts))
        {
            yield return new(TableKind.Cohort, name, cohort.Known, cohort.Names.Length) { Names = cohort.Names };
        }

        foreach (var facts in data.Facts)
        {
            yield return new(TableKind.Facts, facts.Schema.Name, facts.Columns, facts.Count) { Facts = facts };
        }
    }
}

/// <summary>A table of a data set.</summary>
internal sealed record DataSetTable(TableKind Kind, string Name, IReadOnlyList<Column> Columns, int Rows)
{
    /// <summary>The names of its rows; null if they are not named.</summary>
    public string[]? Names { get; init; }

    /// <summary>The facts; null for another table.</summary>
    public FactTable? Facts { get; init; }
}
