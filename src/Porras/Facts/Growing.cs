namespace Porras;

/// <summary>A column that grows in pieces of one size: no object a row, and nothing is copied as it grows.</summary>
internal sealed class Growing<T>
{
    private const int Bits = 16, Mask = (1 << Bits) - 1;

    private T[][] _pieces = [];
    private T[] _latest = [];

    /// <summary>How many items it holds.</summary>
    public int Count { get; private set; }

    /// <summary>One item.</summary>
    public T this[int i] => _pieces[i >> Bits][i & Mask];

    /// <summary>One item more.</summary>
    public void Add(T item)
    {
        var at = Count & Mask;
        if (at == 0 || at == _latest.Length)
        {
            Grow(at);
        }

        _latest[at] = item;
        Count++;
    }

    /// <summary>Many items more.</summary>
    public void AddAll(ReadOnlySpan<T> items)
    {
        while (!items.IsEmpty)
        {
            var at = Count & Mask;
            if (at == 0 || at == _latest.Length)
            {
                Grow(at);
            }

            var some = items[..Math.Min(items.Length, _latest.Length - at)];
            some.CopyTo(_latest.AsSpan(at));
            Count += some.Length;
            items = items[some.Length..];
        }
    }

    /// <summary>Some of the items, in the order given.</summary>
    public T[] Take(int[] at)
    {
        var taken = GC.AllocateUninitializedArray<T>(at.Length);
        if (at.Length == Count && IsInSequence(at))
        {
            for (var piece = 0; piece << Bits < Count; piece++)
            {
                var from = piece << Bits;
                _pieces[piece].AsSpan(0, Math.Min(Count - from, Mask + 1)).CopyTo(taken.AsSpan(from));
            }

            return taken;
        }

        for (var i = 0; i < at.Length; i++)
        {
            taken[i] = this[at[i]];
        }

        return taken;
    }

    /// <summary>Changes every item.</summary>
    public void Each(Func<T, T> change)
    {
        for (var i = 0; i < Count; i++)
        {
            _pieces[i >> Bits][i & Mask] = change(this[i]);
        }
    }

    private static bool IsInSequence(int[] at)
    {
        for (var i = 0; i < at.Length; i++)
        {
            if (at[i] != i)
            {
                return false;
            }
        }

        return true;
    }

    // The first piece grows to its full size by doubling, so that a small table stays small.
    private void Grow(int at)
    {
        var piece = Count >> Bits;
        if (piece == _pieces.Length)
        {
            Array.Resize(ref _pieces, Math.Max(4, piece * 2));
        }

        if (piece > 0)
        {
            _latest = GC.AllocateUninitializedArray<T>(1 << Bits);
        }
        else
        {
            Array.Resize(ref _latest, Math.Max(64, at * 2));
        }

        _pieces[piece] = _latest;
    }
}

/// <summary>A column that costs nothing until something is said in it.</summary>
/// <param name="unsaid">The value of the rows in which nothing is said.</param>
internal struct Sparse<T>(T unsaid)
{
    private T[]? _items;

    /// <summary>Whether something is said in any row.</summary>
    public readonly bool IsSaid => _items is not null;

    /// <summary>The value of a row.</summary>
    public readonly T this[int row] => _items is null || row >= _items.Length ? unsaid : _items[row];

    /// <summary>Says something in a row.</summary>
    public void Set(int row, T value)
    {
        var had = _items?.Length ?? 0;
        if (row >= had)
        {
            Array.Resize(ref _items, Math.Max(64, row * 2 + 2));
            _items.AsSpan(had).Fill(unsaid);
        }

        _items![row] = value;
    }
}
