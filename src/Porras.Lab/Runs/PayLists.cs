using System.Runtime.InteropServices;

namespace Porras.Lab;

/// <summary>What one line pays, and when: all that the lab needs of it.</summary>
/// <param name="Fee">The fee, as a place in the model.</param>
/// <param name="Month">The month from whose first day it may be invoiced.</param>
/// <param name="Year">The contract year whose transition applies, from 1.</param>
/// <param name="Amount">The amount in minor units.</param>
/// <remarks>Without a hole between its fields, so that lists can be compared byte by byte.</remarks>
internal readonly record struct Pay(short Fee, short Month, int Year, long Amount);

/// <summary>
/// Lists of payments that differ, each kept once: far fewer than histories, so that they stay in the cache while
/// replications are paid.
/// </summary>
internal sealed class PayLists
{
    private readonly List<Pay> _pays = new(1 << 12);
    private readonly List<(int End, uint Hash)> _lists = [];
    private int[] _slots = new int[1 << 10];

    /// <summary>The payments of a list.</summary>
    public ReadOnlySpan<Pay> this[int list] =>
        CollectionsMarshal.AsSpan(_pays)[(list == 0 ? 0 : _lists[list - 1].End).._lists[list].End];

    /// <summary>The place of a list; a new one if it has not been met.</summary>
    public int Place(ReadOnlySpan<Pay> pays)
    {
        var hash = Hash(pays);
        var bytes = MemoryMarshal.AsBytes(pays);
        var mask = _slots.Length - 1;
        var slot = (int)(hash & (uint)mask);
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var list = _slots[slot] - 1;
            if (_lists[list].Hash == hash && MemoryMarshal.AsBytes(this[list]).SequenceEqual(bytes))
            {
                return list;
            }
        }

        _pays.AddRange(pays);
        _lists.Add((_pays.Count, hash));
        _slots[slot] = _lists.Count;
        if (_lists.Count * 2 > _slots.Length)
        {
            Widen();
        }

        return _lists.Count - 1;
    }

    private void Widen()
    {
        _slots = new int[_slots.Length * 4];
        var mask = _slots.Length - 1;
        for (var list = 0; list < _lists.Count; list++)
        {
            var slot = (int)(_lists[list].Hash & (uint)mask);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = list + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<Pay> pays)
    {
        var hash = 14695981039346656037;
        foreach (ref readonly var pay in pays)
        {
            unchecked
            {
                hash ^= (ulong)pay.Amount ^ ((ulong)(ushort)pay.Fee << 48) ^ ((ulong)(ushort)pay.Month << 32)
                    ^ ((ulong)(uint)pay.Year << 24);
                hash *= 0x9E3779B97F4A7C15;
                hash ^= hash >> 29;
            }
        }

        return unchecked((uint)(hash >> 7));
    }
}
