namespace Porras;

/// <summary>Many rows of facts as columns, for files that hold columns: nothing is looked at one by one.</summary>
/// <param name="rows">The table they are for.</param>
/// <param name="most">How many rows it can hold.</param>
public sealed class FactBatch(FactRows rows, int most)
{
    /// <summary>The value of a cell that has to be looked at: the batch is not plain.</summary>
    public const long Odd = long.MaxValue;

    /// <summary>How many rows it holds.</summary>
    public int Count { get; set; }

    /// <summary>The line of the first row; those of the others follow.</summary>
    public int FirstLine { get; set; }

    /// <summary>The participants, by <see cref="FactRows.PlaceOf"/>; below zero for one to be looked at.</summary>
    public int[] Participant { get; } = new int[most];

    /// <summary>The days, or the first days; anything outside 1900 to 2199 is looked at.</summary>
    public int[] First { get; } = new int[most];

    /// <summary>The last days of spans; <see cref="int.MaxValue"/>: still runs.</summary>
    public int[] Last { get; } = rows.Schema.IsSpan ? new int[most] : [];

    /// <summary>
    /// The values of each column: numbers as digits, a day as its number, yes and no as 1 and 0, texts by
    /// <see cref="FactRows.ValueOf"/>; <see cref="Column.Empty"/> where there is none.
    /// </summary>
    public IReadOnlyList<long[]> Values { get; } = [.. rows.Schema.Columns.Select(_ => new long[most])];

    /// <summary>The decimals of each column's digits.</summary>
    public int[] Decimals { get; } = new int[rows.Schema.Columns.Count];
}
