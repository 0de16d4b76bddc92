namespace Porras;

/// <summary>A label of a table's row, resolved.</summary>
/// <param name="Kind">How it fits.</param>
/// <param name="Edge">The value; null for <c>otherwise</c>.</param>
/// <param name="Word">The text to compare names with, for keys that hold any text; else null.</param>
public sealed record LabelPlan(LabelKind Kind, ValuePlan? Edge, string? Word);

/// <summary>A table, resolved: keys, and rows with a label a key and a cell a column.</summary>
public sealed class TablePlan
{
    private const int SmallKeys = 64;
    private readonly int _index;
    private int[]? _direct;

    /// <summary>A table by its place among the tables; keys and rows follow.</summary>
    public TablePlan(int index, Declaration.Table source) => (_index, Source) = (index, source);

    /// <summary>The declaration, for reasons.</summary>
    public Declaration.Table Source { get; }

    /// <summary>What it is read by.</summary>
    public IReadOnlyList<ValuePlan> Keys { get; private set; } = [];

    /// <summary>Columns of known names that keys read, by key; null where a key is no name.</summary>
    public IReadOnlyList<Func<ServiceCase, string?>?> Words { get; private set; } = [];

    /// <summary>The labels of each row.</summary>
    public IReadOnlyList<IReadOnlyList<LabelPlan>> Rows { get; private set; } = [];

    /// <summary>The cells of each row; null is the empty cell.</summary>
    public IReadOnlyList<Exact?[]> Cells { get; private set; } = [];

    /// <summary>Whether its row is the same for a whole episode.</summary>
    public bool IsFixed { get; private set; }

    /// <summary>Fills in what names may need the table itself to be resolved.</summary>
    public void Fill(
        IReadOnlyList<ValuePlan> keys,
        IReadOnlyList<Func<ServiceCase, string?>?> words,
        IReadOnlyList<IReadOnlyList<LabelPlan>> rows,
        IReadOnlyList<Exact?[]> cells)
    {
        (Keys, Words, Rows, Cells) = (keys, words, rows, cells);
        IsFixed = keys.All(k => k.IsFixed) && rows.All(r => r.All(l => l.Edge?.IsFixed ?? true));
        _direct = Direct();
    }

    /// <summary>
    /// Adds the values of an episode that its row is found by; false if its row is not the same for a whole episode.
    /// </summary>
    public bool AddLeaves(List<ValuePlan> leaves, bool pricedOnStart) =>
        Keys.All(k => k.AddLeaves(leaves, pricedOnStart))
        && Rows.All(r => r.All(l => l.Edge?.AddLeaves(leaves, pricedOnStart) ?? true));

    /// <summary>Reads a cell; false if no row fits or the cell is empty.</summary>
    public bool TryRead(ServiceCase c, in Spot spot, int column, out Exact value)
    {
        var row = RowOf(c, spot);
        if (row < 0 || Cells[row][column] is not { } cell)
        {
            var kind = row < 0 ? RefusalKind.NoRow : RefusalKind.EmptyCell;
            c.Refusals.Add(new(kind, Source.Columns[column].Text, spot.Day));
            value = default;
            return false;
        }

        value = cell;
        return true;
    }

    /// <summary>The row that fits; -1 if none does.</summary>
    public int RowOf(ServiceCase c, in Spot spot)
    {
        if (!IsFixed)
        {
            return Find(c, spot);
        }

        return c.TryRow(_index, out var row) ? row : c.KeepRow(_index, Find(c, spot));
    }

    private int Find(ServiceCase c, in Spot spot)
    {
        // Groups, labels, years and steps are small whole numbers: their rows are worked out once.
        if (_direct is not null && Keys[0].TryRead(c, spot, out var key) && key.IsWhole
            && key.Sign >= 0 && key.Numerator < _direct.Length)
        {
            return _direct[(int)key.Numerator];
        }

        // Rows of one key rise, so the last row that fits is the one whose edge is nearest.
        var found = -1;
        for (var row = 0; row < Rows.Count; row++)
        {
            if (Fits(c, spot, row, found >= 0))
            {
                found = row;
            }
        }

        return found;
    }

    private bool Fits(ServiceCase c, in Spot spot, int row, bool another)
    {
        for (var k = 0; k < Keys.Count; k++)
        {
            var label = Rows[row][k];
            if (label.Kind == LabelKind.Otherwise)
            {
                if (another)
                {
                    return false;
                }
            }
            else if (Words[k] is { } words)
            {
                if (words(c) != label.Word)
                {
                    return false;
                }
            }
            else if (!Keys[k].TryRead(c, spot, out var value) || !label.Edge!.TryRead(c, spot, out var edge)
                || !Fits(label.Kind, value, edge))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(LabelKind kind, Exact value, Exact edge) => kind switch
    {
        LabelKind.Is => value == edge,
        LabelKind.From => value >= edge,
        LabelKind.Above => value > edge,
        LabelKind.Below => value < edge,
        LabelKind.UpTo => value <= edge,
        _ => throw new InvalidOperationException($"The label {kind} has no edge."),
    };

    private int[]? Direct()
    {
        if (Keys.Count != 1 || Words[0] is not null || !Rows.All(r => r[0].Edge is null or ValuePlan.Literal))
        {
            return null;
        }

        var direct = new int[SmallKeys];
        for (var value = 0; value < direct.Length; value++)
        {
            direct[value] = RowFor(value);
        }

        return direct;
    }

    private int RowFor(Exact value)
    {
        var found = -1;
        for (var row = 0; row < Rows.Count; row++)
        {
            var label = Rows[row][0];
            var fits = label.Edge is ValuePlan.Literal edge ? Fits(label.Kind, value, edge.Value) : found < 0;
            found = fits ? row : found;
        }

        return found;
    }
}
