namespace Porras.Store;

/// <summary>A data set that was imported whole. Its rows are never changed.</summary>
public sealed class StoredDataSet
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>For which version of a model it was read.</summary>
    public required long VersionId { get; init; }

    /// <summary>What it is called; no two of an organisation have the same.</summary>
    public required string Name { get; init; }

    /// <summary>How many participants it has.</summary>
    public required int Participants { get; init; }

    /// <summary>How many facts it has.</summary>
    public required long Facts { get; init; }

    /// <summary>SHA-256 of everything it says, see <see cref="DataSetHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>Who imported it; null for the command line.</summary>
    public required string? PersonId { get; init; }

    /// <summary>When it was imported.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a table of a data set is.</summary>
public enum TableKind
{
    /// <summary>The participants with their starts; always table 0.</summary>
    Participants,

    /// <summary>The providers; always table 1.</summary>
    Providers,

    /// <summary>A cohort.</summary>
    Cohort,

    /// <summary>A kind of fact.</summary>
    Facts,
}

/// <summary>A table of a data set.</summary>
public sealed class StoredTable
{
    /// <summary>The data set.</summary>
    public required long DataSetId { get; init; }

    /// <summary>Its place in the data set.</summary>
    public required int Place { get; init; }

    /// <summary>Its name, by the model.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required TableKind Kind { get; init; }

    /// <summary>Whether its facts are from day to day: 1, else 0.</summary>
    public required int IsSpan { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Rows { get; init; }
}

/// <summary>A column of a table of a data set.</summary>
public sealed class StoredColumn
{
    /// <summary>The data set.</summary>
    public required long DataSetId { get; init; }

    /// <summary>The table.</summary>
    public required int TablePlace { get; init; }

    /// <summary>Its place in the table: that of its value in the rows.</summary>
    public required int Place { get; init; }

    /// <summary>Its name, by the model.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>Numbers are multiples of 10^-Decimals.</summary>
    public required int Decimals { get; init; }
}

/// <summary>A name or a label of a data set; rows have only its place.</summary>
public sealed class StoredName
{
    /// <summary>The column under which the names of a table's rows stand.</summary>
    public const int OfRows = -1;

    /// <summary>The data set.</summary>
    public required long DataSetId { get; init; }

    /// <summary>The table.</summary>
    public required int TablePlace { get; init; }

    /// <summary>The column; <see cref="OfRows"/> for participants, providers and members of cohorts.</summary>
    public required int ColumnPlace { get; init; }

    /// <summary>Its place in the list.</summary>
    public required int Place { get; init; }

    /// <summary>The name.</summary>
    public required string Text { get; init; }
}

/// <summary>The values of a row: one integer a column, as <see cref="Column"/> holds them; null: empty.</summary>
public abstract class ValueRow
{
    /// <summary>How many values have a column of their own.</summary>
    public const int Own = 8;

    /// <summary>The data set.</summary>
    public required long DataSetId { get; init; }

    /// <summary>The value of the first column.</summary>
    public long? V1 { get; init; }

    /// <summary>The value of the second column.</summary>
    public long? V2 { get; init; }

    /// <summary>The value of the third column.</summary>
    public long? V3 { get; init; }

    /// <summary>The value of the fourth column.</summary>
    public long? V4 { get; init; }

    /// <summary>The value of the fifth column.</summary>
    public long? V5 { get; init; }

    /// <summary>The value of the sixth column.</summary>
    public long? V6 { get; init; }

    /// <summary>The value of the seventh column.</summary>
    public long? V7 { get; init; }

    /// <summary>The value of the eighth column.</summary>
    public long? V8 { get; init; }

    /// <summary>The values of further columns as a JSON array; null if there are none.</summary>
    public string? More { get; init; }
}

/// <summary>A start of a participant with what was known then.</summary>
public sealed class StartRow : ValueRow
{
    /// <summary>The participant, as a place among the names of table 0.</summary>
    public required int Participant { get; init; }

    /// <summary>The place of the row in the table.</summary>
    public required int Row { get; init; }

    /// <summary>The day, as days since 1 January of year 1.</summary>
    public required int Day { get; init; }

    /// <summary>The provider, as a place among the names of table 1; null: none is named.</summary>
    public int? Provider { get; init; }

    /// <summary>The line in the file it came from; null if it came from none.</summary>
    public int? FileLine { get; init; }
}

/// <summary>The values of a provider or of a member of a cohort.</summary>
public sealed class NamedRow : ValueRow
{
    /// <summary>The table.</summary>
    public required int TablePlace { get; init; }

    /// <summary>The name, as a place among the names of the table.</summary>
    public required int Place { get; init; }
}

/// <summary>A fact about a participant.</summary>
public sealed class FactRow : ValueRow
{
    /// <summary>The table.</summary>
    public required int TablePlace { get; init; }

    /// <summary>The participant, as a place among the names of table 0.</summary>
    public required int Participant { get; init; }

    /// <summary>The place of the row in the table.</summary>
    public required int Row { get; init; }

    /// <summary>The day or the first day, as days since 1 January of year 1.</summary>
    public required int FirstDay { get; init; }

    /// <summary>The last day of a span; null: still runs, or no span.</summary>
    public int? LastDay { get; init; }

    /// <summary>The day it became known; null: its first day.</summary>
    public int? KnownOn { get; init; }

    /// <summary>The day from which a correction replaces it; null: never.</summary>
    public int? ReplacedOn { get; init; }

    /// <summary>Who vouches for it, as <see cref="Sources"/>; null: nobody is named.</summary>
    public int? Source { get; init; }

    /// <summary>Whether it is confirmed, as <see cref="FactStatus"/>; null: it is.</summary>
    public int? Status { get; init; }

    /// <summary>The line in the file it came from; null if it came from none.</summary>
    public int? FileLine { get; init; }
}

/// <summary>A change of provider.</summary>
public sealed class TransferRow
{
    /// <summary>The data set.</summary>
    public required long DataSetId { get; init; }

    /// <summary>The place of the row.</summary>
    public required int Row { get; init; }

    /// <summary>The participant, as a place among the names of table 0.</summary>
    public required int Participant { get; init; }

    /// <summary>The last day with the earlier provider.</summary>
    public required int LastDay { get; init; }

    /// <summary>The provider from the day after, as a place among the names of table 1.</summary>
    public required int Provider { get; init; }
}

/// <summary>A day that is no working day.</summary>
public sealed class HolidayRow
{
    /// <summary>The data set.</summary>
    public required long DataSetId { get; init; }

    /// <summary>The day, as days since 1 January of year 1.</summary>
    public required int Day { get; init; }
}
