namespace Porras.Lab;

/// <summary>What can happen to a participant in a month.</summary>
internal enum Happening : byte
{
    /// <summary>A job begins that will be proven.</summary>
    Job = 1,

    /// <summary>A job begins that nobody claims.</summary>
    UnprovenJob,

    /// <summary>A job ends.</summary>
    JobEnds,

    /// <summary>The next step of the ladder.</summary>
    StepUp,

    /// <summary>The step below.</summary>
    StepDown,

    /// <summary>Out for good; an enterprise has closed.</summary>
    Out,

    /// <summary>An enterprise is the smallest that is told apart; each number above is a size above it.</summary>
    Size = 32,
}

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

    private byte[] _bytes = new byte[1 << 16];
    private int[] _ends = new int[1 << 10];
    private int[] _slots = new int[1 << 12];
    private uint[] _hashes = new uint[1 << 10];

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
        var hash = Hash(history);
        var mask = _slots.Length - 1;
        var slot = (int)(hash & (uint)mask);
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var place = _slots[slot] - 1;
            if (_hashes[place] == hash && this[place].SequenceEqual(history))
            {
                return place;
            }
        }

        _slots[slot] = Count + 1;
        Add(history, hash);
        return Count - 1;
    }

    private int FirstOf(int place) => place == 0 ? 0 : _ends[place - 1];

    private void Add(ReadOnlySpan<byte> history, uint hash)
    {
        var first = FirstOf(Count);
        while (first + history.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
            Array.Resize(ref _hashes, _hashes.Length * 2);
        }

        history.CopyTo(_bytes.AsSpan(first));
        _ends[Count] = first + history.Length;
        _hashes[Count] = hash;
        Count++;
        if (Count * 2 > _slots.Length)
        {
            Widen();
        }
    }

    private void Widen()
    {
        _slots = new int[_slots.Length * 4];
        var mask = _slots.Length - 1;
        for (var place = 0; place < Count; place++)
        {
            var slot = (int)(_hashes[place] & (uint)mask);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = place + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> history)
    {
        var hash = 2166136261u;
        foreach (var b in history)
        {
            hash = unchecked((hash ^ b) * 16777619u);
        }

        hash ^= hash >> 15;
        hash = unchecked(hash * 0x2C1B3C6Du);
        return hash ^ (hash >> 12);
    }
}
