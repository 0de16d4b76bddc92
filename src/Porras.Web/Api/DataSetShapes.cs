using System.ComponentModel;
using Porras.Store;

namespace Porras.Web;

/// <summary>A data set.</summary>
public sealed record DataSetAnswer(
    long Id,
    string Name,
    [property: Description("The number of the model's version it was read for, in the store.")] long Version,
    int Participants,
    [property: Description("How many facts it has.")] long Facts,
    [property: Description("SHA-256 of everything it says.")] string Hash,
    [property: Description("Who imported it; null for the command line.")] string? Person,
    DateTimeOffset At)
{
    /// <summary>A data set as it is shown.</summary>
    public static DataSetAnswer Of(StoredDataSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new(
            set.Id, set.Name, set.VersionId, set.Participants, set.Facts, set.Hash, set.PersonId, set.At);
    }
}

/// <summary>A table of a data set.</summary>
public sealed record RowsAnswer(
    string Name,
    int Rows,
    [property: Description("The first day in it; null where there is none.")] DateOnly? First,
    [property: Description("The last day in it.")] DateOnly? Last)
{
    /// <summary>A table as it is shown.</summary>
    public static RowsAnswer Of(TableView table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table.Name, table.Rows, DateOf(table.First), DateOf(table.Last));
    }

    private static DateOnly? DateOf(int? day) => day is { } d ? Day.Date(d) : null;
}

/// <summary>A data set with its tables.</summary>
public sealed record DataSetWhole(DataSetAnswer DataSet, IReadOnlyList<RowsAnswer> Tables);

/// <summary>What came of an import.</summary>
public sealed record ImportAnswer(
    [property: Description("What is kept; null if it was only tried.")] DataSetAnswer? DataSet,
    IReadOnlyList<RowsAnswer> Tables,
    [property: Description("Notes; mistakes refuse the import (422).")] IReadOnlyList<Finding> Findings);

/// <summary>Participants to be simulated and kept as a data set.</summary>
public sealed record ExampleAsked(
    [property: Description("A version of your own: own-12-3.")] string Reference,
    [property: Description("What it is to be called, 1 to 200 letters.")] string Name);
