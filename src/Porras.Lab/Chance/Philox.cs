namespace Porras.Lab;

/// <summary>Random numbers that depend on nothing but what they are for: Philox4x32 with ten rounds.</summary>
/// <remarks>
/// A block of four numbers is a pure function of a counter and a key, so that no result depends on the order in which
/// numbers are drawn, on threads or on the machine. Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as
/// 1, 2, 3 (2011).
/// </remarks>
public static class Philox
{
    internal const uint FactorA = 0xD2511F53, FactorB = 0xCD9E8D57, StepA = 0x9E3779B9, StepB = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>The block of a counter.</summary>
    /// <param name="counter">Four words: who, when, which replication, what for.</param>
    /// <param name="key">The seed.</param>
    public static Quad Of(Quad counter, ulong key)
    {
        var (x0, x1, x2, x3) = counter;
        var (k0, k1) = ((uint)(key & uint.MaxValue), (uint)(key >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var (a, b) = ((ulong)FactorA * x0, (ulong)FactorB * x2);
            (x0, x1, x2, x3) = ((uint)(b >> 32) ^ x1 ^ k0, Low(b), (uint)(a >> 32) ^ x3 ^ k1, Low(a));
            (k0, k1) = (unchecked(k0 + StepA), unchecked(k1 + StepB));
        }

        return new(x0, x1, x2, x3);

        static uint Low(ulong product) => (uint)(product & uint.MaxValue);
    }
}

/// <summary>Four words: a counter, or the numbers drawn for it.</summary>
/// <param name="X0">The first word.</param>
/// <param name="X1">The second.</param>
/// <param name="X2">The third.</param>
/// <param name="X3">The fourth.</param>
public readonly record struct Quad(uint X0, uint X1, uint X2, uint X3)
{
    /// <summary>A word by its place, 0 to 3.</summary>
    public uint this[int place] => place switch
    {
        0 => X0,
        1 => X1,
        2 => X2,
        3 => X3,
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "A block has four words."),
    };
}
