using System.Buffers.Binary;

namespace Porras.Lab;

/// <summary>
/// Histories that differ: what can be seen of a participant in facts, each kept once. A replication is a list of their
/// places.
/// </summary>
/// <remarks>
/// A history is a few bytes: group, month of start, which facts happen by chance, then months after the start and what
/// happened. Two participants of the same history have the same facts, and so the same lines.
/// </remarks>
internal sealed class Histories
{
    /// <summary>How many bytes come before what happened.</summary>
    public const int Head = 4;

    private const int TinyBits = 13;

    private readonly Dictionary<ulong, int> _long = [];

    // Where at most one thing has happened, as to most: the last such history met for each hash.
    private readonly (ulong Low, int Place)[] _tiny = new (ulong, int)[1 << TinyBits];

    private byte[] _bytes = new byte[1 << 16];
    private int[] _ends = new int[1 << 10];

    // Short histories, by their key: the slots are small, and a quarter at least is free; the keys stand in the order
    // in which they were met, so that those met often lie close together.
    private Slot[] _slots = new Slot[1 << 12];
    private (ulong High, ulong Low)[] _keys = new (ulong, ulong)[1 << 10];
    private int _shift = 64 - 12, _short;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of one.</summary>
    public ReadOnlySpan<byte> this[int place] => _bytes.AsSpan(FirstOf(place).._ends[place]);

    /// <summary>The group of one.</summary>
    public int GroupOf(int place) => _bytes[FirstOf(place)];

    /// <summary>The month in which it starts.</summary>
    public int StartOf(int place) => _bytes[FirstOf(place) + 1];

    /// <summary>Which facts that hang on chance happen, one bit a kind.</summary>
    public int LuckOf(int place) => _bytes[FirstOf(place) + 2] | _bytes[FirstOf(place) + 3] << 8;

    /// <summary>The place of a history; a new one if it has not been met.</summary>
    public int Place(ReadOnlySpan<byte> history)
    {
        var key = HistoryKey.Begin(BinaryPrimitives.ReadUInt32LittleEndian(history));
        for (var at = Head; at < history.Length; at += 2)
        {
            key.Note(BinaryPrimitives.ReadUInt16LittleEndian(history[at..]));
        }

        return key.IsShort ? Place(key) : PlaceLong(history);
    }

    /// <summary>The place of a short history.</summary>
    public int Place(in HistoryKey key)
    {
        if (!key.IsTiny)
        {
            return PlaceOf(key);
        }

        ref var tiny = ref _tiny[unchecked(key.Low * 0x9E3779B97F4A7C15) >> (64 - TinyBits)];
        if (tiny.Low != key.Low)
        {
            tiny = (key.Low, PlaceOf(key));
        }

        return tiny.Place;
    }

    private int PlaceOf(in HistoryKey key)
    {
        var (slots, hash) = (_slots, key.Hash);
        var tag = (uint)(hash & uint.MaxValue) | 1;
        for (var at = hash >> _shift; slots[at].Tag != 0; at = (at + 1) & (ulong)(slots.Length - 1))
        {
            var slot = slots[at];
            if (slot.Tag == tag && _keys[slot.Place] == (key.High, key.Low))
            {
                return slot.Place;
            }
        }

        return PlaceNew(key);
    }

    private int PlaceNew(in HistoryKey key)
    {
        Add(key.Write(Room(HistoryKey.Bytes)));
        _keys[Count - 1] = (key.High, key.Low);
        if (++_short * 4 > _slots.Length * 3)
        {
            (_slots, _shift) = (new Slot[_slots.Length * 2], _shift - 1);
            for (var place = 0; place < Count - 1; place++)
            {
                if (_keys[place].Low != 0)
                {
                    Keep(place);
                }
            }
        }

        Keep(Count - 1);
        return Count - 1;
    }

    private void Keep(int place)
    {
        var hash = new HistoryKey(_keys[place].High, _keys[place].Low).Hash;
        var at = hash >> _shift;
        while (_slots[at].Tag != 0)
        {
            at = (at + 1) & (ulong)(_slots.Length - 1);
        }

        _slots[at] = new((uint)(hash & uint.MaxValue) | 1, place);
    }

    /// <summary>The place of a history that is not short.</summary>
    public int PlaceLong(ReadOnlySpan<byte> history)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in history)
        {
            hash = unchecked((hash ^ b) * 1099511628211UL);
        }

        // Another history of the same hash stands at the next number.
        for (; _long.TryGetValue(hash, out var place); hash = unchecked(hash + 1))
        {
            if (this[place].SequenceEqual(history))
            {
                return place;
            }
        }

        _long.Add(hash, Count);
        history.CopyTo(Room(history.Length));
        Add(history.Length);
        return Count - 1;
    }

    private int FirstOf(int place) => place == 0 ? 0 : _ends[place - 1];

    // Where the bytes of the next one go.
    private Span<byte> Room(int length)
    {
        var first = FirstOf(Count);
        while (first + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        return _bytes.AsSpan(first, length);
    }

    private void Add(int length)
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
            Array.Resize(ref _keys, _ends.Length);
        }

        _ends[Count] = FirstOf(Count) + length;
        Count++;
    }

    private readonly record struct Slot(uint Tag, int Place);
}
