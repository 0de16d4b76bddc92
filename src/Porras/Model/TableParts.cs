namespace Porras;

/// <summary>What a table is read by.</summary>
public abstract record TableKey
{
    private TableKey()
    {
    }

    /// <summary><c>group</c>.</summary>
    public sealed record Group : TableKey;

    /// <summary><c>contract year</c>.</summary>
    public sealed record ContractYear : TableKey;

    /// <summary><c>calendar year</c>.</summary>
    public sealed record CalendarYear : TableKey;

    /// <summary><c>date</c>.</summary>
    public sealed record Dated : TableKey;

    /// <summary><c>step</c>.</summary>
    public sealed record OfStep : TableKey;

    /// <summary><c>time</c>: the number of the occurrence.</summary>
    public sealed record Time : TableKey;

    /// <summary><c>place in COHORT|provider|contract</c>.</summary>
    public sealed record PlaceIn(Owner Owner) : TableKey;

    /// <summary>A known value, a measure, or a column of the moment's fact or of a measure's <c>for each</c>.</summary>
    public sealed record Named(Name Name) : TableKey;
}

/// <summary>What values a row of a table fits.</summary>
public enum LabelKind
{
    /// <summary>The value itself.</summary>
    Is,

    /// <summary>That and more, up to the next row's edge.</summary>
    From,

    /// <summary>More than that, up to the next row's edge.</summary>
    Above,

    /// <summary>Less than that; only as the first row of its kind.</summary>
    Below,

    /// <summary>That and less; only as the first row of its kind.</summary>
    UpTo,

    /// <summary>What no other row fits, also no value; only as the last.</summary>
    Otherwise,
}

/// <summary>A label of a table's row.</summary>
/// <param name="Kind">How it fits.</param>
/// <param name="Value">A literal; null where it is a word, a date or <c>otherwise</c>.</param>
/// <param name="Word">A label, or the name of a known value or bid; null where it is a literal.</param>
/// <param name="Date">The day; null where it is none.</param>
/// <param name="Share">A share taken of the name (<c>below 50 % of goal</c>); null for none.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Label(LabelKind Kind, Literal? Value, Name? Word, int? Date, Literal? Share, Place Place);

/// <summary>A row of a table: a label for each key, a cell for each column.</summary>
/// <param name="Labels">The labels.</param>
/// <param name="Cells">The cells; null is the empty cell <c>-</c>.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record TableRow(IReadOnlyList<Label> Labels, IReadOnlyList<Literal?> Cells, Mark Mark);
