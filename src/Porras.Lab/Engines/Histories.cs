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

    private readonly Dictionary<ulong, int> _long = [];
    private byte[] _bytes = new byte[1 << 16];
    private int[] _ends = new int[1 << 10];

    // Short histories, by their key: the slots are small and at least twice as many as the histories, the keys stand in
    // the order in which they were met, so that those met often lie close together.
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
        var key = HistoryKey.Begin(history[0], history[1], history[2] | history[3] << 8);
        for (var at = Head; at < history.Length; at += 2)
        {
            key.Note(history[at], (Happening)history[at + 1]);
        }

        return key.IsShort ? Place(key) : PlaceLong(history);
    }

    /// <summary>The place of a short history.</summary>
    public int Place(in HistoryKey key)
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
        Span<byte> bytes = stackalloc byte[HistoryKey.Bytes];
        Add(key.Write(bytes));
        _keys[Count - 1] = (key.High, key.Low);
        if (++_short * 2 > _slots.Length)
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
        Add(history);
        return Count - 1;
    }

    private int FirstOf(int place) => place == 0 ? 0 : _ends[place - 1];

    private void Add(ReadOnlySpan<byte> history)
    {
        var first = FirstOf(Count);
        while (first + history.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
            Array.Resize(ref _keys, _ends.Length);
        }

        history.CopyTo(_bytes.AsSpan(first));
        _ends[Count] = first + history.Length;
        Count++;
    }

    private readonly record struct Slot(uint Tag, int Place);
}
