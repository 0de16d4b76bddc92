using System.Buffers.Binary;
using Utf8 = System.Text.Encoding;

namespace Porras.Exchange;

/// <summary>The different cells of a column of one row group, each with a place, as Parquet's plain encoding.</summary>
/// <param name="width">How many bytes a number has; 0 for texts.</param>
internal sealed class CellDictionary(int width)
{
    private const int None = -1;

    private byte[] _bytes = new byte[1 << 10];
    private int[] _ends = new int[1 << 8];
    private long[] _numbers = width > 0 ? new long[1 << 8] : [];
    private int[] _slots = width > 0 ? NewSlots(1 << 10) : [];
    private int _least, _greatest;

    /// <summary>How many cells there are.</summary>
    public int Count { get; private set; }

    /// <summary>All cells one after the other.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, EndOf(Count - 1));

    /// <summary>The least cell, without its length; there is one.</summary>
    public ReadOnlySpan<byte> Least => Bare(_least);

    /// <summary>The greatest cell, likewise.</summary>
    public ReadOnlySpan<byte> Greatest => Bare(_greatest);

    /// <summary>Forgets all cells.</summary>
    public void Clear()
    {
        (Count, _least, _greatest) = (0, 0, 0);
        Array.Fill(_slots, None);
    }

    /// <summary>One cell, a text with its length.</summary>
    public ReadOnlySpan<byte> Cell(int place) => _bytes.AsSpan(EndOf(place - 1)..EndOf(place));

    /// <summary>Adds a text that is not there yet.</summary>
    /// <returns>Its place.</returns>
    public int Add(string text)
    {
        var (from, most) = (EndOf(Count - 1), Utf8.UTF8.GetMaxByteCount(text.Length) + sizeof(int));
        MakeRoom(from + most);
        var length = Utf8.UTF8.GetBytes(text, _bytes.AsSpan(from + sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(from), length);
        return End(from + sizeof(int) + length);
    }

    /// <summary>The place of a number, which is added if it is not there yet.</summary>
    public int Place(long number)
    {
        var mask = _slots.Length - 1;
        var slot = Slot(number, mask);
        for (; _slots[slot] is var place and not None; slot = (slot + 1) & mask)
        {
            if (_numbers[place] == number)
            {
                return place;
            }
        }

        _slots[slot] = Count;
        return Add(number);
    }

    private static int[] NewSlots(int count)
    {
        var slots = new int[count];
        Array.Fill(slots, None);
        return slots;
    }

    private static int Slot(long number, int mask) =>
        unchecked((int)(((ulong)number * 0x9E37_79B9_7F4A_7C15) >> 32)) & mask;

    private int Add(long number)
    {
        if (Count == _numbers.Length)
        {
            Array.Resize(ref _numbers, Count * 2);
        }

        var from = EndOf(Count - 1);
        MakeRoom(from + sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(from), number);
        _numbers[Count] = number;
        var place = End(from + width);
        if (Count > _slots.Length / 2)
        {
            Spread();
        }

        return place;
    }

    private void Spread()
    {
        _slots = NewSlots(_slots.Length * 2);
        var mask = _slots.Length - 1;
        for (var place = 0; place < Count; place++)
        {
            var slot = Slot(_numbers[place], mask);
            while (_slots[slot] != None)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = place;
        }
    }

    private int End(int end)
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
        }

        var place = Count++;
        _ends[place] = end;
        _least = Compare(place, _least) < 0 ? place : _least;
        _greatest = Compare(place, _greatest) > 0 ? place : _greatest;
        return place;
    }

    private int Compare(int place, int other) =>
        width > 0 ? _numbers[place].CompareTo(_numbers[other]) : Bare(place).SequenceCompareTo(Bare(other));

    private ReadOnlySpan<byte> Bare(int place) => width > 0 ? Cell(place) : Cell(place)[sizeof(int)..];

    private int EndOf(int place) => place < 0 ? 0 : _ends[place];

    private void MakeRoom(int most)
    {
        if (most > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(most, checked(_bytes.Length * 2)));
        }
    }
}
