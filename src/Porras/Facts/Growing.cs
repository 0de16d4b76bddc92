namespace Porras;

/// <summary>A column that grows by doubling, so that rows cost no object of their own.</summary>
internal struct Growing<T>
{
    private T[]? _items;

    /// <summary>How many items it holds.</summary>
    public int Count { get; private set; }

    /// <summary>What it holds.</summary>
    public readonly Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>One item more.</summary>
    public void Add(T item)
    {
        if (_items is null || Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(64, Count * 2));
        }

        _items[Count++] = item;
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
