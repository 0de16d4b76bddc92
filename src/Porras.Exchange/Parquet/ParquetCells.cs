using System.Globalization;
using ParquetSharp;

namespace Porras.Exchange;

/// <summary>The cells of one column of a Parquet file, some thousand rows at a time.</summary>
internal abstract class ParquetCells
{
    /// <summary>How many rows are held at once.</summary>
    public const int Most = 1 << 14;

    private protected readonly short[] Levels = new short[Most];

    /// <summary>Reads the next rows.</summary>
    /// <param name="reader">The column of the row group.</param>
    /// <param name="count">How many rows, at most <see cref="Most"/>.</param>
    /// <param name="mayBeEmpty">Whether the column can hold empty cells at all.</param>
    /// <exception cref="InvalidDataException">The column has fewer rows than the row group says.</exception>
    public abstract void Read(ColumnReader reader, int count, bool mayBeEmpty);

    /// <summary>Whether the cell of a row is empty.</summary>
    public abstract bool IsEmpty(int row);

    /// <summary>Gives the cell of a row to the row of a table that is being read.</summary>
    public abstract void Feed(TableRows rows, int column, int row);

    /// <summary>The cell of a row as text.</summary>
    public abstract ReadOnlySpan<char> Text(int row);

    /// <summary>Reads rows piece by piece: a reader gives no more than one page at a time.</summary>
    /// <param name="reader">The column.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="mayBeEmpty">Whether levels say which cells are empty.</param>
    /// <param name="values">Room for the values of a piece.</param>
    /// <param name="take">Takes a piece: where its first row stands, how many rows, and how many values.</param>
    private protected void Read<T>(
        ColumnReader reader, int count, bool mayBeEmpty, T[] values, Action<int, int, int> take)
        where T : unmanaged
    {
        var typed = (ColumnReader<T>)reader;
        for (var at = 0; at < count;)
        {
            var levels = Levels.AsSpan(0, mayBeEmpty ? count - at : 0);
            var rows = (int)typed.ReadBatch(count - at, levels, default, values.AsSpan(0, count - at), out var read);
            rows = mayBeEmpty ? rows : (int)read;
            if (rows <= 0)
            {
                throw new InvalidDataException(
                    string.Create(CultureInfo.InvariantCulture, $"{count - at} rows of a column are missing."));
            }

            take(at, rows, (int)read);
            at += rows;
        }
    }
}
