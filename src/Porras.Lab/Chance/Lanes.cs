using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Porras.Lab;

/// <summary>How wide the registers are in which random numbers are made; the numbers are always the same.</summary>
public enum Width
{
    /// <summary>One after the other.</summary>
    Scalar,

    /// <summary>Eight at a time.</summary>
    Eight,

    /// <summary>Sixteen at a time.</summary>
    Sixteen,
}

/// <summary>Numbers of sixteen participants at a time.</summary>
public static class Lanes
{
    /// <summary>How many participants.</summary>
    public const int Count = 16;

    /// <summary>The widest registers of this machine.</summary>
    public static Width Widest { get; } =
        Avx512F.IsSupported ? Width.Sixteen : Avx2.IsSupported ? Width.Eight : Width.Scalar;

    /// <summary>Fills the numbers of sixteen participants over months.</summary>
    /// <param name="first">The first participant; the others have the numbers after it.</param>
    /// <param name="block">The first block of four months: its first month is four times it.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="key">The seed.</param>
    /// <param name="numbers">
    /// Whole blocks: 64 numbers each; the number of month m after the first and of lane l is at <c>16 m + l</c>.
    /// </param>
    /// <param name="width">The registers to use; must be there.</param>
    public static void Fill(
        uint first, uint block, uint replication, Purpose purpose, ulong key, Span<uint> numbers, Width width)
    {
        Span<uint> who = stackalloc uint[Count];
        (Vector512.Create(first) + Vector512<uint>.Indices).CopyTo(who);
        Fill(who, block, replication, purpose, key, numbers, width);
    }

    /// <summary>The same for sixteen participants with any numbers.</summary>
    public static void Fill(
        ReadOnlySpan<uint> who, uint block, uint replication, Purpose purpose, ulong key, Span<uint> numbers,
        Width width)
    {
        var (k, many) = ((uint)purpose, numbers.Length / (4 * Count));
        switch (width)
        {
            case Width.Sixteen:
                Registers.Sixteen(who, block, replication, k, key, numbers[..(many * 4 * Count)]);
                break;
            case Width.Eight:
                Registers.Eight(who[..8], block, replication, k, key, numbers);
                Registers.Eight(who.Slice(8, 8), block, replication, k, key, numbers[8..]);
                break;
            case Width.Scalar:
                Scalar(who, block, replication, k, key, numbers);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(width), width, "Unknown width.");
        }
    }

    /// <summary>
    /// Fills the blocks of sixteen counters that have nothing but the replication in common: number n of counter l is
    /// at <c>16 n + l</c>.
    /// </summary>
    internal static void Each(Counters counters, uint replication, ulong key, Span<uint> numbers, Width width)
    {
        for (var at = 0; at < counters.Who.Length; at += Count)
        {
            var four = numbers.Slice(4 * at, 4 * Count);
            if (width == Width.Sixteen)
            {
                Registers.Sixteen(counters, at, replication, key, four);
                continue;
            }

            for (var lane = 0; lane < Count; lane++)
            {
                var (who, when) = (counters.Who[at + lane], counters.Block[at + lane]);
                Put(Philox.Of(new(who, when, replication, counters.Purpose[at + lane]), key), four[lane..]);
            }
        }
    }

    private static void Scalar(
        ReadOnlySpan<uint> who, uint block, uint replication, uint purpose, ulong key, Span<uint> numbers)
    {
        for (var at = 0; at < numbers.Length; at += 4 * Count, block++)
        {
            for (var lane = 0; lane < Count; lane++)
            {
                Put(Philox.Of(new(who[lane], block, replication, purpose), key), numbers[(at + lane)..]);
            }
        }
    }

    private static void Put(Quad drawn, Span<uint> to) =>
        (to[0], to[Count], to[2 * Count], to[3 * Count]) = (drawn.X0, drawn.X1, drawn.X2, drawn.X3);
}

/// <summary>Counters of blocks: a multiple of sixteen of them.</summary>
/// <param name="Who">The first word of each.</param>
/// <param name="Block">The second.</param>
/// <param name="Purpose">The last.</param>
internal sealed record Counters(uint[] Who, uint[] Block, uint[] Purpose);
