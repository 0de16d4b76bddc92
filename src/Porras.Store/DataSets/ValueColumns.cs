using System.Data.Common;
using System.Text.Json;

namespace Porras.Store;

/// <summary>A column in which most often nothing is said.</summary>
internal sealed class Said(int count, int unsaid)
{
    /// <summary>The values; null if nothing was said.</summary>
    public int[]? Values { get; private set; }

    /// <summary>Reads the cell of a row.</summary>
    public void Read(DbDataReader row, int cell, int at)
    {
        if (row.IsDBNull(cell))
        {
            return;
        }

        if (Values is null)
        {
            Values = new int[count];
            Array.Fill(Values, unsaid);
        }

        Values[at] = row.GetInt32(cell);
    }
}

/// <summary>The values of rows as columns.</summary>
internal sealed class ValueColumns(int count, IReadOnlyList<ColumnSchema> schema)
{
    /// <summary>The values, column by column.</summary>
    public long[][] All { get; } = [.. schema.Select(_ => new long[count])];

    /// <summary>Reads the values of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="from">The cell of the first value.</param>
    /// <param name="at">The place of the row.</param>
    public void Read(DbDataReader row, int from, int at)
    {
        for (var c = 0; c < All.Length && c < ValueRow.Own; c++)
        {
            All[c][at] = row.IsDBNull(from + c) ? Column.Empty : row.GetInt64(from + c);
        }

        if (All.Length > ValueRow.Own)
        {
            var more = JsonSerializer.Deserialize<long?[]>(row.GetString(from + ValueRow.Own))!;
            for (var c = ValueRow.Own; c < All.Length; c++)
            {
                All[c][at] = more[c - ValueRow.Own] ?? Column.Empty;
            }
        }
    }
}
