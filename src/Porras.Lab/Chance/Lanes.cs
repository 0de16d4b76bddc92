using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Porras.Lab;

/// <summary>What random numbers are for: the last word of the counter.</summary>
public enum Purpose : uint
{
    /// <summary>What happens to a participant in a month.</summary>
    Step = 0,

    /// <summary>A second draw of the same month.</summary>
    Exit = 1,

    /// <summary>What a participant brings along: frailty, group, luck with proof.</summary>
    Person = 2,

    /// <summary>How many participants come.</summary>
    Volume = 3,

    /// <summary>The economy.</summary>
    Economy = 4,

    /// <summary>Whether a job is claimed and proven.</summary>
    Claim = 5,

    /// <summary>Samples of an audit.</summary>
    Audit = 6,

    /// <summary>Resampling.</summary>
    Bootstrap = 7,

    /// <summary>Payments that come late, costs that grow.</summary>
    Money = 8,

    /// <summary>Growth of enterprises.</summary>
    Growth = 9,

    /// <summary>Facts that happen by chance; each kind of fact has its own number from here on.</summary>
    Fact = 16,
}

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
        for (var at = 0; at < numbers.Length; at += 4 * Count, block++)
        {
            var four = numbers.Slice(at, 4 * Count);
            switch (width)
            {
                case Width.Sixteen:
                    Sixteen(first, block, replication, (uint)purpose, key, four);
                    break;
                case Width.Eight:
                    Eight(first, block, replication, (uint)purpose, key, four);
                    Eight(first + 8, block, replication, (uint)purpose, key, four[8..]);
                    break;
                case Width.Scalar:
                    Scalar(first, block, replication, (uint)purpose, key, four);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(width), width, "Unknown width.");
            }
        }
    }

    private static void Scalar(uint first, uint block, uint replication, uint purpose, ulong key, Span<uint> four)
    {
        for (var lane = 0; lane < Count; lane++)
        {
            var drawn = Philox.Of(new(first + (uint)lane, block, replication, purpose), key);
            four[lane] = drawn.X0;
            four[Count + lane] = drawn.X1;
            four[2 * Count + lane] = drawn.X2;
            four[3 * Count + lane] = drawn.X3;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sixteen(uint first, uint block, uint replication, uint purpose, ulong key, Span<uint> four)
    {
        var x0 = Vector512.Create(first) + Vector512<uint>.Indices;
        var (x1, x2, x3) = (Vector512.Create(block), Vector512.Create(replication), Vector512.Create(purpose));
        var (k0, k1) = ((uint)(key & uint.MaxValue), (uint)(key >> 32));
        var (fa, fb) = (Vector512.Create(Philox.FactorA), Vector512.Create(Philox.FactorB));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var (lowA, highA) = Product(x0, fa);
            var (lowB, highB) = Product(x2, fb);
            (x0, x2) = (highB ^ x1 ^ Vector512.Create(k0), highA ^ x3 ^ Vector512.Create(k1));
            (x1, x3) = (lowB, lowA);
            (k0, k1) = unchecked((k0 + Philox.StepA, k1 + Philox.StepB));
        }

        ref var to = ref MemoryMarshal.GetReference(four);
        x0.StoreUnsafe(ref to);
        x1.StoreUnsafe(ref to, Count);
        x2.StoreUnsafe(ref to, 2 * Count);
        x3.StoreUnsafe(ref to, 3 * Count);
    }

    private static (Vector512<uint> Low, Vector512<uint> High) Product(Vector512<uint> x, Vector512<uint> factor)
    {
        var even = Avx512F.Multiply(x, factor);
        var odd = Avx512F.Multiply(Vector512.ShiftRightLogical(x.AsUInt64(), 32).AsUInt32(), factor);
        var isOdd = Vector512.Create(0xFFFFFFFF00000000UL).AsUInt32();
        return (
            Vector512.ConditionalSelect(isOdd, Vector512.ShiftLeft(odd, 32).AsUInt32(), even.AsUInt32()),
            Vector512.ConditionalSelect(isOdd, odd.AsUInt32(), Vector512.ShiftRightLogical(even, 32).AsUInt32()));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(uint first, uint block, uint replication, uint purpose, ulong key, Span<uint> four)
    {
        var x0 = Vector256.Create(first) + Vector256<uint>.Indices;
        var (x1, x2, x3) = (Vector256.Create(block), Vector256.Create(replication), Vector256.Create(purpose));
        var (k0, k1) = ((uint)(key & uint.MaxValue), (uint)(key >> 32));
        var (fa, fb) = (Vector256.Create(Philox.FactorA), Vector256.Create(Philox.FactorB));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var (lowA, highA) = Product(x0, fa);
            var (lowB, highB) = Product(x2, fb);
            (x0, x2) = (highB ^ x1 ^ Vector256.Create(k0), highA ^ x3 ^ Vector256.Create(k1));
            (x1, x3) = (lowB, lowA);
            (k0, k1) = unchecked((k0 + Philox.StepA, k1 + Philox.StepB));
        }

        ref var to = ref MemoryMarshal.GetReference(four);
        x0.StoreUnsafe(ref to);
        x1.StoreUnsafe(ref to, Count);
        x2.StoreUnsafe(ref to, 2 * Count);
        x3.StoreUnsafe(ref to, 3 * Count);
    }

    private static (Vector256<uint> Low, Vector256<uint> High) Product(Vector256<uint> x, Vector256<uint> factor)
    {
        var even = Avx2.Multiply(x, factor);
        var odd = Avx2.Multiply(Vector256.ShiftRightLogical(x.AsUInt64(), 32).AsUInt32(), factor);
        var isOdd = Vector256.Create(0xFFFFFFFF00000000UL).AsUInt32();
        return (
            Vector256.ConditionalSelect(isOdd, Vector256.ShiftLeft(odd, 32).AsUInt32(), even.AsUInt32()),
            Vector256.ConditionalSelect(isOdd, odd.AsUInt32(), Vector256.ShiftRightLogical(even, 32).AsUInt32()));
    }
}
