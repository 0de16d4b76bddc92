using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Porras.Lab;

/// <summary>Blocks of random numbers in vector registers; <see cref="Philox"/> says what they are.</summary>
/// <remarks>
/// The two widths are the same text twice: a generic text would need an interface that vectors do not have in public.
/// </remarks>
internal static class Registers
{
    /// <summary>Blocks of sixteen participants, one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sixteen(
        ReadOnlySpan<uint> who, uint block, uint replication, uint purpose, ulong key, Span<uint> numbers)
    {
        var (x0, x2, x3) = (Vector512.Create(who), Vector512.Create(replication), Vector512.Create(purpose));
        for (var at = 0; at < numbers.Length; at += 4 * Lanes.Count, block++)
        {
            Draw(x0, Vector512.Create(block), x2, x3, key, numbers.Slice(at, 4 * Lanes.Count));
        }
    }

    /// <summary>The blocks of sixteen counters from a place on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sixteen(Counters counters, int at, uint replication, ulong key, Span<uint> four) => Draw(
        Vector512.Create(counters.Who.AsSpan(at)),
        Vector512.Create(counters.Block.AsSpan(at)),
        Vector512.Create(replication),
        Vector512.Create(counters.Purpose.AsSpan(at)),
        key,
        four);

    /// <summary>
    /// Blocks of eight participants, one after the other; each number sixteen places behind the one before.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Eight(
        ReadOnlySpan<uint> who, uint block, uint replication, uint purpose, ulong key, Span<uint> numbers)
    {
        var (x0, x2, x3) = (Vector256.Create(who), Vector256.Create(replication), Vector256.Create(purpose));
        for (var at = 0; at < numbers.Length; at += 4 * Lanes.Count, block++)
        {
            Draw(x0, Vector256.Create(block), x2, x3, key, numbers.Slice(at, 3 * Lanes.Count + 8));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Draw(
        Vector512<uint> x0, Vector512<uint> x1, Vector512<uint> x2, Vector512<uint> x3, ulong key, Span<uint> four)
    {
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
        x1.StoreUnsafe(ref to, Lanes.Count);
        x2.StoreUnsafe(ref to, 2 * Lanes.Count);
        x3.StoreUnsafe(ref to, 3 * Lanes.Count);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Draw(
        Vector256<uint> x0, Vector256<uint> x1, Vector256<uint> x2, Vector256<uint> x3, ulong key, Span<uint> four)
    {
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
        x1.StoreUnsafe(ref to, Lanes.Count);
        x2.StoreUnsafe(ref to, 2 * Lanes.Count);
        x3.StoreUnsafe(ref to, 3 * Lanes.Count);
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
