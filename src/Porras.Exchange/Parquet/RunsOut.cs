using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace Porras.Exchange;

/// <summary>Small numbers as runs of equal ones and packed bits in turn: Parquet's RLE hybrid.</summary>
internal static class RunsOut
{
    private const int Group = 8, MostGroups = 1 << 16;

    /// <summary>How many bits numbers below a bound need: at least one.</summary>
    public static int BitsBelow(int bound) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)(bound - 1)));

    /// <summary>Writes the numbers.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="numbers">The numbers, not below zero.</param>
    /// <param name="bits">How many bits each needs at most.</param>
    public static void Write(IBufferWriter<byte> to, ReadOnlySpan<int> numbers, int bits)
    {
        var (packed, at) = (0, 0);
        while (at < numbers.Length)
        {
            var run = RunAt(numbers[at..]);
            if (run < Group)
            {
                at = Math.Min(at + Group, numbers.Length);
                continue;
            }

            Pack(to, numbers[packed..at], bits);
            Repeat(to, numbers[at], run, bits);
            at += run;
            packed = at;
        }

        Pack(to, numbers[packed..], bits);
    }

    private static int RunAt(ReadOnlySpan<int> numbers)
    {
        if (numbers.Length < Group || numbers[0] != numbers[Group - 1] || numbers[0] != numbers[1])
        {
            return 0;
        }

        var end = numbers.IndexOfAnyExcept(numbers[0]);
        return end < 0 ? numbers.Length : end;
    }

    private static void Repeat(IBufferWriter<byte> to, int number, int times, int bits)
    {
        var room = to.GetSpan(16);
        var used = VarInt(room, (uint)times << 1);
        BinaryPrimitives.WriteInt32LittleEndian(room[used..], number);
        to.Advance(used + ((bits + 7) / 8));
    }

    private static void Pack(IBufferWriter<byte> to, ReadOnlySpan<int> numbers, int bits)
    {
        while (numbers.Length > 0)
        {
            var groups = Math.Min((numbers.Length + Group - 1) / Group, MostGroups);
            var count = Math.Min(groups * Group, numbers.Length);
            var room = to.GetSpan(16 + (groups * bits) + sizeof(ulong));
            var used = VarInt(room, ((uint)groups << 1) | 1);
            PackBits(room[used..], numbers[..count], bits);
            to.Advance(used + (groups * bits));
            numbers = numbers[count..];
        }
    }

    private static void PackBits(Span<byte> room, ReadOnlySpan<int> numbers, int bits)
    {
        var (held, filled, at) = (0UL, 0, 0);
        foreach (var number in numbers)
        {
            held |= (ulong)(uint)number << filled;
            filled += bits;
            if (filled >= 32)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(room[at..], unchecked((uint)held));
                (held, filled, at) = (held >> 32, filled - 32, at + sizeof(uint));
            }
        }

        // The last group is filled up with zeros.
        var end = (numbers.Length + Group - 1) / Group * bits;
        for (; at < end; at++)
        {
            room[at] = (byte)(held & 0xFF);
            held >>= 8;
        }
    }

    private static int VarInt(Span<byte> room, uint value)
    {
        var used = 0;
        for (; value >= 0x80; value >>= 7)
        {
            room[used++] = (byte)((value & 0x7F) | 0x80);
        }

        room[used++] = (byte)value;
        return used;
    }
}
