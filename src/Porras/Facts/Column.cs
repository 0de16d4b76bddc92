namespace Porras;

/// <summary>The values of one column, one a row, as integers.</summary>
/// <remarks>
/// Numbers are held as whole multiples of 10^-<see cref="Decimals"/>; money in minor units (decimals 0); a share in
/// parts of one; weeks as days; days as <see cref="DateOnly.DayNumber"/>; yes and no as 1 and 0; a label or a name as
/// its
/// place in <see cref="Labels"/>. <see cref="Empty"/> is an empty cell.
/// </remarks>
public sealed class Column
{
    /// <summary>The value of an empty cell.</summary>
    public const long Empty = long.MinValue;

    private readonly Exact _scale;

    /// <summary>A column over its values.</summary>
    /// <param name="schema">Its name and type.</param>
    /// <param name="values">One integer a row.</param>
    /// <param name="decimals">By which power of ten numbers are scaled, from 0 to 18.</param>
    /// <param name="labels">The texts of labels or names.</param>
    public Column(ColumnSchema schema, long[] values, int decimals, IReadOnlyList<string> labels)
    {
        (Schema, Values, Decimals, Labels) = (schema, values, decimals, labels);
        long power = 1;
        for (var i = 0; i < decimals; i++)
        {
            power *= 10;
        }

        _scale = Exact.Of(1, power);
    }

    /// <summary>Its name and type.</summary>
    public ColumnSchema Schema { get; }

    /// <summary>One integer a row.</summary>
    public long[] Values { get; }

    /// <summary>Numbers are multiples of 10^-Decimals.</summary>
    public int Decimals { get; }

    /// <summary>The texts of labels or names, by place.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Whether a cell is empty.</summary>
    public bool IsEmpty(int row) => Values[row] == Empty;

    /// <summary>The exact value of a cell that is not empty.</summary>
    public Exact Value(int row) => Decimals == 0 ? Values[row] : Values[row] * _scale;

    /// <summary>The column with only some of its rows, in the order given.</summary>
    public Column Take(int[] rows) => new(Schema, Array.ConvertAll(rows, r => Values[r]), Decimals, Labels);
}
