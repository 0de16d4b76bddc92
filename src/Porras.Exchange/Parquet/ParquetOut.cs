using ParquetSharp;
using ParquetSharp.Schema;
using Utf8 = System.Text.Encoding;

namespace Porras.Exchange;

/// <summary>A column of a Parquet file that is written.</summary>
/// <param name="name">Its name.</param>
/// <param name="mayBeEmpty">Whether it may have empty cells.</param>
internal abstract class ParquetOut(string name, bool mayBeEmpty)
{
    /// <summary>How many rows are written at once.</summary>
    private protected const int Most = 1 << 14;

    private readonly short[] _levels = mayBeEmpty ? new short[Most] : [];

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The column in the schema of the file.</summary>
    public Node Node => new PrimitiveNode(
        name, mayBeEmpty ? Repetition.Optional : Repetition.Required, Type, Physical);

    private protected abstract LogicalType Type { get; }

    private protected abstract PhysicalType Physical { get; }

    /// <summary>Writes some rows.</summary>
    public abstract void Write(ColumnWriter writer, int from, int to);

    /// <summary>Says of a row of the piece whether its cell is empty.</summary>
    private protected bool Says(int row, bool isEmpty)
    {
        if (mayBeEmpty)
        {
            _levels[row] = isEmpty ? (short)0 : (short)1;
        }
        else if (isEmpty)
        {
            throw new InvalidOperationException($"The column {name} has an empty cell.");
        }

        return !isEmpty;
    }

    private protected void Put<T>(ColumnWriter writer, int rows, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var typed = (ColumnWriter<T>)writer;
        if (mayBeEmpty)
        {
            typed.WriteBatch(rows, _levels.AsSpan(0, rows), default, values);
        }
        else
        {
            typed.WriteBatch(values);
        }
    }
}

/// <summary>A column of texts.</summary>
/// <param name="name">Its name.</param>
/// <param name="mayBeEmpty">Whether it may have empty cells.</param>
/// <param name="text">The text of a row; null for an empty cell. Rows with one string share its bytes.</param>
internal sealed class TextOut(string name, bool mayBeEmpty, Func<int, string?> text) : ParquetOut(name, mayBeEmpty)
{
    private readonly ByteArray[] _texts = new ByteArray[Most];
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(1 << 16, pinned: true);
    private int _used;

    private protected override LogicalType Type => LogicalType.String();

    private protected override PhysicalType Physical => PhysicalType.ByteArray;

    /// <inheritdoc/>
    public override void Write(ColumnWriter writer, int from, int to)
    {
        var (rows, count, latest, bytes) = (0, 0, default(string), default(ByteArray));
        _used = 0;
        for (var row = from; row < to; row++)
        {
            var next = text(row);
            if (next is not null && !ReferenceEquals(next, latest))
            {
                if (rows == Most || Utf8.UTF8.GetMaxByteCount(next.Length) > _bytes.Length - _used)
                {
                    Put(writer, rows, _texts.AsSpan(0, count));
                    (rows, count, _used) = (0, 0, 0);
                }

                (latest, bytes) = (next, Bytes(next));
            }
            else if (rows == Most)
            {
                Put(writer, rows, _texts.AsSpan(0, count));
                (rows, count) = (0, 0);
            }

            if (Says(rows++, next is null))
            {
                _texts[count++] = bytes;
            }
        }

        Put(writer, rows, _texts.AsSpan(0, count));
    }

    private unsafe ByteArray Bytes(string next)
    {
        var most = Utf8.UTF8.GetMaxByteCount(next.Length);
        if (most > _bytes.Length)
        {
            _bytes = GC.AllocateUninitializedArray<byte>(most, pinned: true);
        }

        var length = Utf8.UTF8.GetBytes(next, _bytes.AsSpan(_used));
        fixed (byte* at = &_bytes[_used])
        {
            _used += length;
            return new((IntPtr)at, length);
        }
    }
}

/// <summary>A column of days or small whole numbers.</summary>
/// <param name="name">Its name.</param>
/// <param name="isDay">Whether the numbers are days, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="mayBeEmpty">Whether it may have empty cells.</param>
/// <param name="number">The number of a row; <see cref="int.MaxValue"/> for an empty cell.</param>
internal sealed class IntOut(string name, bool isDay, bool mayBeEmpty, Func<int, int> number)
    : ParquetOut(name, mayBeEmpty)
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly int[] _numbers = new int[Most];

    private protected override LogicalType Type => isDay ? LogicalType.Date() : LogicalType.Int(32, true);

    private protected override PhysicalType Physical => PhysicalType.Int32;

    /// <inheritdoc/>
    public override void Write(ColumnWriter writer, int from, int to)
    {
        for (; from < to; from += Most)
        {
            var (rows, count) = (Math.Min(Most, to - from), 0);
            for (var row = 0; row < rows; row++)
            {
                var next = number(from + row);
                if (Says(row, next == int.MaxValue))
                {
                    _numbers[count++] = isDay ? next - Epoch : next;
                }
            }

            Put(writer, rows, _numbers.AsSpan(0, count));
        }
    }
}

/// <summary>A column of exact numbers.</summary>
/// <param name="name">Its name.</param>
/// <param name="decimals">How many decimals the digits have; null for whole numbers.</param>
/// <param name="mayBeEmpty">Whether it may have empty cells.</param>
/// <param name="number">The digits of a row; <see cref="Column.Empty"/> for an empty cell.</param>
internal sealed class LongOut(string name, int? decimals, bool mayBeEmpty, Func<int, long> number)
    : ParquetOut(name, mayBeEmpty)
{
    private readonly long[] _numbers = new long[Most];

    private protected override LogicalType Type =>
        decimals is { } scale ? LogicalType.Decimal(18, scale) : LogicalType.Int(64, true);

    private protected override PhysicalType Physical => PhysicalType.Int64;

    /// <inheritdoc/>
    public override void Write(ColumnWriter writer, int from, int to)
    {
        for (; from < to; from += Most)
        {
            var (rows, count) = (Math.Min(Most, to - from), 0);
            for (var row = 0; row < rows; row++)
            {
                var next = number(from + row);
                if (Says(row, next == Column.Empty))
                {
                    _numbers[count++] = next;
                }
            }

            Put(writer, rows, _numbers.AsSpan(0, count));
        }
    }
}

/// <summary>A column of yes and no.</summary>
/// <param name="name">Its name.</param>
/// <param name="truth">1 or 0 for a row; <see cref="Column.Empty"/> for an empty cell.</param>
internal sealed class TruthOut(string name, Func<int, long> truth) : ParquetOut(name, mayBeEmpty: true)
{
    private readonly bool[] _truths = new bool[Most];

    private protected override LogicalType Type => LogicalType.None();

    private protected override PhysicalType Physical => PhysicalType.Boolean;

    /// <inheritdoc/>
    public override void Write(ColumnWriter writer, int from, int to)
    {
        for (; from < to; from += Most)
        {
            var (rows, count) = (Math.Min(Most, to - from), 0);
            for (var row = 0; row < rows; row++)
            {
                var next = truth(from + row);
                if (Says(row, next == Column.Empty))
                {
                    _truths[count++] = next == 1;
                }
            }

            Put(writer, rows, _truths.AsSpan(0, count));
        }
    }
}
