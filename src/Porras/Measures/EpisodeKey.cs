namespace Porras;

/// <summary>
/// Everything of an episode that some value is worked out from, as one number: the same number, the same value.
/// </summary>
public sealed class EpisodeKey
{
    /// <summary>A part of a key lies below this.</summary>
    public const int Most = 1 << Bits;

    private const int Bits = 20, PartsMost = 3;
    private readonly ValuePlan[] _parts;

    private EpisodeKey(ValuePlan[] parts) => _parts = parts;

    /// <summary>The key of what is worked out from some values; null if these are too many.</summary>
    public static EpisodeKey? Of(IEnumerable<ValuePlan> leaves)
    {
        ValuePlan[] parts = [.. leaves.DistinctBy(l => l.Name.Length > 0 ? (object)l.Name : l)];
        return parts.Length <= PartsMost ? new(parts) : null;
    }

    /// <summary>The number of a case; -1 if one of its values is too large to be told apart.</summary>
    public long Of(ServiceCase c)
    {
        var key = 0L;
        foreach (var part in _parts)
        {
            var number = part.LeafNumber(c);
            if (number is < 0 or >= Most)
            {
                return -1;
            }

            key = (key << Bits) | number;
        }

        return key;
    }
}

/// <summary>Numbers worked out before, by key; a newer one takes the place of an older.</summary>
public sealed class Memo
{
    private const int Size = 512;
    private readonly long[] _keys = new long[Size];
    private readonly long[] _values = new long[Size];

    /// <summary>The number kept under a key, if it is still there.</summary>
    public bool TryGet(long key, out long value)
    {
        var at = Place(key);
        value = _values[at];
        return _keys[at] == key + 1;
    }

    /// <summary>Keeps a number under a key that is not below zero.</summary>
    public void Keep(long key, long value)
    {
        var at = Place(key);
        (_keys[at], _values[at]) = (key + 1, value);
    }

    // Keys of one part are its own small number; larger ones are folded.
    private static int Place(long key) => (int)((key ^ (key >> 17) ^ (key >> 34)) & (Size - 1));
}

/// <summary>
/// A number that is the same for all episodes with the same key, worked out once for each: a price, a number of days.
/// </summary>
/// <param name="slot">Where a case remembers it.</param>
/// <param name="key">What it is worked out from; null: it is worked out every time.</param>
public readonly struct Remembered(int slot, EpisodeKey? key)
{
    /// <summary>Whether it is remembered at all.</summary>
    public bool IsKept => key is not null;

    /// <summary>The number, if it is known; the key to keep it under if it is not, -1 for none.</summary>
    /// <remarks>While someone asks for the arithmetic nothing is known: the steps have to be gone through.</remarks>
    public bool TryGet(ServiceCase c, out long number, out long at)
    {
        number = 0;
        at = key is null || !c.Remembers || c.Trace is not null ? -1 : key.Of(c);
        return at >= 0 && c.Memo(slot).TryGet(at, out number);
    }

    /// <summary>Keeps the number; not while the case is refused something: that has to be said each time.</summary>
    public long Keep(ServiceCase c, long at, long number)
    {
        if (at >= 0 && c.Refusals.Count == 0)
        {
            c.Memo(slot).Keep(at, number);
        }

        return number;
    }
}
