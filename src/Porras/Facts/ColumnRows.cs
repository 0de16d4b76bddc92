namespace Porras;

/// <summary>One column while its rows come in: values as integers, scaled as far as any of them needs.</summary>
internal sealed class ColumnRows(ColumnSchema schema)
{
    // Of this many digits numbers are within bounds, wherever the decimal mark stands.
    private const long MostPlain = 999_999_999_999;

    private readonly NameTable? _names = schema.Type.Kind == ValueKind.Name ? new() : null;
    private readonly Growing<long> _values = new();
    private int _decimals = Decimals(schema);
    private Scaled? _next;

    /// <summary>Its name and type.</summary>
    public ColumnSchema Schema => schema;

    /// <summary>The value of the row being read, if its cell is not empty.</summary>
    public Scaled? Next => _next;

    /// <summary>The values so far.</summary>
    public Growing<long> Values => _values;

    /// <summary>Begins a row: its cell is empty until it is read.</summary>
    public void Begin() => _next = null;

    /// <summary>Reads the cell of the row; null if nothing is wrong with it.</summary>
    public CellFault? Read(CellReader cells, ReadOnlySpan<char> text, int line)
    {
        if (_names is not null)
        {
            _next = new(_names.Place(text), 0);
            return CellReader.Unreadable(text);
        }

        var fault = cells.Value(schema.Type, text, line, out var value);
        _next = value;
        return fault;
    }

    /// <summary>Keeps the row.</summary>
    public void Keep()
    {
        if (_next is not { } next)
        {
            _values.Add(Column.Empty);
            return;
        }

        for (; _decimals < next.Decimals; _decimals++)
        {
            _values.Each(v => v == Column.Empty ? v : v * 10);
        }

        var digits = next.Digits;
        for (var i = next.Decimals; i < _decimals; i++)
        {
            digits *= 10;
        }

        _values.Add(digits);
    }

    /// <summary>The value of a text in this column; what is none of its labels or unreadable is not plain.</summary>
    public long ValueOf(ReadOnlySpan<char> text)
    {
        var cell = text.Trim();
        if (cell.IsEmpty)
        {
            return Column.Empty;
        }

        if (_names is not null)
        {
            return CellReader.Unreadable(cell) is null ? _names.Place(cell) : FactBatch.Odd;
        }

        return CellReader.Label(cell, schema.Type.Labels, out var place) is null ? place.Digits : FactBatch.Odd;
    }

    /// <summary>Whether the cells of many rows can be kept as they are, without being checked one by one.</summary>
    /// <param name="cells">The cells, <see cref="Column.Empty"/> where empty.</param>
    /// <param name="decimals">By which power of ten numbers are scaled.</param>
    /// <param name="money">The currency of money cells.</param>
    public bool IsPlain(ReadOnlySpan<long> cells, int decimals, Currency money)
    {
        var (least, most) = schema.Type.Kind switch
        {
            ValueKind.Day => (CellReader.FirstDay, CellReader.LastDay),
            ValueKind.YesNo => (0, 1),
            ValueKind.OneOf or ValueKind.Name => (0, int.MaxValue),
            ValueKind.Money or ValueKind.Number or ValueKind.Percent => (-MostPlain, MostPlain),
            ValueKind.Points or ValueKind.Hours or ValueKind.Days or ValueKind.Weeks or ValueKind.Months
                or ValueKind.AWeek => (0, MostPlain),
            _ => throw new InvalidOperationException($"Unknown kind of value {schema.Type.Kind}."),
        };
        foreach (var cell in cells)
        {
            if ((cell < least || cell > most) && cell != Column.Empty)
            {
                return false;
            }
        }

        return decimals <= CellReader.MostDecimals
            && (schema.Type.Kind != ValueKind.Money || decimals == money.Decimals);
    }

    /// <summary>Keeps the cells of many rows, which are plain.</summary>
    public void KeepAll(ReadOnlySpan<long> cells, int decimals)
    {
        var weeks = schema.Type.Kind == ValueKind.Weeks ? 7 : 1;
        var scaled = schema.Type.Kind == ValueKind.Money ? 0 : decimals + Decimals(schema);
        if (weeks == 1 && scaled == _decimals)
        {
            _values.AddAll(cells);
            return;
        }

        foreach (var cell in cells)
        {
            _next = cell == Column.Empty ? null : new(cell * weeks, scaled);
            Keep();
        }
    }

    /// <summary>The order of the cells of two rows: empty first, names letter by letter.</summary>
    public int Compare(int a, int b)
    {
        var (x, y) = (_values[a], _values[b]);
        return x == y || _names is null || x == Column.Empty || y == Column.Empty
            ? x.CompareTo(y)
            : string.CompareOrdinal(_names[(int)x], _names[(int)y]);
    }

    /// <summary>The column with these rows, in their order.</summary>
    public Column Take(int[] rows)
    {
        var values = _values.Take(rows);
        return _names is not null ? Ranked(values, _names)
            : new(schema, values, Shortened(values), schema.Type.Labels);
    }

    // Decimals that only rows needed which were left out leave no trace.
    private int Shortened(long[] values)
    {
        var decimals = _decimals;
        while (decimals > Decimals(schema) && Array.TrueForAll(values, v => v == Column.Empty || v % 10 == 0))
        {
            decimals--;
            foreach (ref var value in values.AsSpan())
            {
                value = value == Column.Empty ? value : value / 10;
            }
        }

        return decimals;
    }

    // Names are numbered in ordinal order, so that the order in which they were met leaves no trace.
    private Column Ranked(long[] values, NameTable names)
    {
        var used = new bool[names.Count];
        foreach (var value in values)
        {
            if (value != Column.Empty)
            {
                used[(int)value] = true;
            }
        }

        var (sorted, rank) = names.Rank(used);
        foreach (ref var value in values.AsSpan())
        {
            value = value == Column.Empty ? value : rank[(int)value];
        }

        return new(schema, values, 0, sorted);
    }

    // A share of 80 % is held as 80 hundredths.
    private static int Decimals(ColumnSchema schema) => schema.Type.Kind == ValueKind.Percent ? 2 : 0;
}
