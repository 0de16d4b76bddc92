using System.Numerics;

namespace Porras.Lab;

/// <summary>
/// A history of at most six things that happened as one number of 128 bits, which is cheaper to compare than its bytes:
/// group, start and luck, then sixteen bits for each thing. A bit set before the luck says where it begins.
/// </summary>
internal struct HistoryKey(ulong high, ulong low)
{
    /// <summary>How many bytes a short history has at most.</summary>
    public const int Bytes = Histories.Head + 2 * Most;

    private const int Most = 6, HeadBits = 32;

    /// <summary>The upper half; the lower is never 0.</summary>
    public ulong High { get; private set; } = high;

    /// <summary>The lower half: what happened last is lowest.</summary>
    public ulong Low { get; private set; } = low;

    /// <summary>How many things happened.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the key holds all of it.</summary>
    public readonly bool IsShort => Count <= Most;

    /// <summary>Mixes all bits; the upper ones are mixed best.</summary>
    public readonly ulong Hash
    {
        get
        {
            var mixed = unchecked((High * 0x9FB21C651E98DF25) ^ (Low * 0xD6E8FEB86659FD93));
            return unchecked((mixed ^ mixed >> 32) * 0x9E3779B97F4A7C15);
        }
    }

    /// <summary>Somebody to whom nothing has happened yet.</summary>
    /// <param name="group">The group.</param>
    /// <param name="start">The month of the start.</param>
    /// <param name="luck">Which facts that hang on chance happen.</param>
    public static HistoryKey Begin(int group, int start, int luck)
    {
        var begun = new HistoryKey(0, 1UL << 31 | (uint)group | (uint)start << 8 | (ulong)(uint)luck << 16);
        begun.Count = luck >= 1 << 15 ? Most + 1 : 0;
        return begun;
    }

    /// <summary>Something happens.</summary>
    public void Note(int month, Happening happening)
    {
        (High, Low) = (High << 16 | Low >> 48, Low << 16 | (uint)month | (uint)happening << 8);
        Count++;
    }

    /// <summary>The bytes of a short history, in room of <see cref="Bytes"/>.</summary>
    public readonly ReadOnlySpan<byte> Write(Span<byte> bytes)
    {
        var key = new UInt128(High, Low);
        var count = (128 - HeadBits - (int)UInt128.LeadingZeroCount(key)) / 16;
        for (var i = count - 1; i >= 0; i--, key >>= 16)
        {
            bytes[Histories.Head + 2 * i] = (byte)(key & byte.MaxValue);
            bytes[Histories.Head + 2 * i + 1] = (byte)(key >> 8 & byte.MaxValue);
        }

        var head = (uint)(key & int.MaxValue);
        for (var i = 0; i < Histories.Head; i++)
        {
            bytes[i] = (byte)(head >> 8 * i & byte.MaxValue);
        }

        return bytes[..(Histories.Head + 2 * count)];
    }
}
