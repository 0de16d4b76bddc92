using System.Numerics;

namespace Porras.Lab;

/// <summary>
/// Many numbers in small arrays. A large array is memory that has not been touched before, and touching it costs more
/// than what is worked out into it; small ones are used again and again.
/// </summary>
internal sealed class Blocked
{
    /// <summary>How many numbers a whole block has.</summary>
    public const int Size = 1 << Bits;

    private const int Bits = 12;
    private readonly double[][] _blocks;

    /// <summary>Room for so many; each must be written before it is read.</summary>
    public Blocked(int count)
    {
        Count = count;
        _blocks = new double[(count + Size - 1) >> Bits][];
        for (var block = 0; block < _blocks.Length; block++)
        {
            _blocks[block] = GC.AllocateUninitializedArray<double>(Math.Min(Size, count - (block << Bits)));
        }
    }

    /// <summary>How many numbers there are.</summary>
    public int Count { get; }

    /// <summary>The blocks, in order; all but the last are whole.</summary>
    public ReadOnlySpan<double[]> Blocks => _blocks;

    /// <summary>One number.</summary>
    public double this[int at]
    {
        get => _blocks[at >> Bits][at & (Size - 1)];
        set => _blocks[at >> Bits][at & (Size - 1)] = value;
    }

    /// <summary>How many are equal to or below a bound.</summary>
    public int UpTo(double bound)
    {
        var (count, counts, most) = (0L, Vector<long>.Zero, new Vector<double>(bound));
        foreach (var block in _blocks)
        {
            var at = 0;
            for (; at + Vector<double>.Count <= block.Length; at += Vector<double>.Count)
            {
                counts -= Vector.LessThanOrEqual(new Vector<double>(block, at), most);
            }

            for (; at < block.Length; at++)
            {
                count += block[at] <= bound ? 1 : 0;
            }
        }

        return (int)(count + Vector.Sum(counts));
    }
}
