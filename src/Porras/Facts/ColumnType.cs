namespace Porras;

/// <summary>What a column or a value holds. Units are types: they never mix.</summary>
public enum ValueKind
{
    /// <summary>A plain number or a count.</summary>
    Number,

    /// <summary>Money, in minor units.</summary>
    Money,

    /// <summary>A share; data say <c>80</c> for 80 %, the engine holds 4/5.</summary>
    Percent,

    /// <summary>Points of a score.</summary>
    Points,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Days; weeks are seven of them.</summary>
    Days,

    /// <summary>Weeks; held as days.</summary>
    Weeks,

    /// <summary>Months; a year is twelve of them.</summary>
    Months,

    /// <summary>Hours per week.</summary>
    AWeek,

    /// <summary>A day, as <see cref="DateOnly.DayNumber"/>.</summary>
    Day,

    /// <summary>A name: any text, compared letter by letter.</summary>
    Name,

    /// <summary>Yes (1) or no (0).</summary>
    YesNo,

    /// <summary>One label of a list, as its place in the list.</summary>
    OneOf,
}

/// <summary>The type of a column: what it holds, and the labels if it holds one of a list.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Labels">The labels of <see cref="ValueKind.OneOf"/>, in order; else empty.</param>
public sealed record ColumnType(ValueKind Kind, IReadOnlyList<string> Labels)
{
    /// <summary>A type without labels.</summary>
    public static ColumnType Of(ValueKind kind) => new(kind, []);
}

/// <summary>A column of a table of facts or known values.</summary>
/// <param name="Name">The column's name in the model and in the data set.</param>
/// <param name="Type">What it holds.</param>
public sealed record ColumnSchema(string Name, ColumnType Type);
