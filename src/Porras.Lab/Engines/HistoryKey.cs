using System.Buffers.Binary;
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
    private const uint Mark = 1u << (HeadBits - 1);

    private int _count;

    /// <summary>The upper half.</summary>
    public ulong High { get; private set; } = high;

    /// <summary>The lower half, never 0: what happened last is lowest.</summary>
    public ulong Low { get; private set; } = low;

    /// <summary>Whether the key holds all of it.</summary>
    public readonly bool IsShort => _count <= Most;

    /// <summary>Whether the upper half is empty and the lower one has room: at most one thing has happened.</summary>
    public readonly bool IsTiny => High == 0 && Low >> (HeadBits + 16) == 0;

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
    /// <param name="head">Group, start and luck, as the first four bytes of a history.</param>
    public static HistoryKey Begin(uint head) => new(0, Mark | head) { _count = head < Mark ? 0 : Most + 1 };

    /// <summary>Something happens: a month and what it is, as two bytes of a history.</summary>
    public void Note(ushort happened)
    {
        (High, Low) = (High << 16 | Low >> 48, Low << 16 | happened);
        _count = unchecked(_count + 1);
    }

    /// <summary>Writes the bytes of a short history into room of <see cref="Bytes"/>; how many there are.</summary>
    public readonly int Write(Span<byte> bytes)
    {
        var (high, low) = (High, Low);
        var bits = high == 0 ? 64 - BitOperations.LeadingZeroCount(low) : 128 - BitOperations.LeadingZeroCount(high);
        var used = Histories.Head + (bits - HeadBits) / 8;
        for (var at = used - 2; at >= Histories.Head; at -= 2)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[at..], unchecked((ushort)low));
            (high, low) = (high >> 16, low >> 16 | high << 48);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)(low & (Mark - 1)));
        return used;
    }
}
