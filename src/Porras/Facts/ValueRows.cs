namespace Porras;

/// <summary>Named things with known values while their rows come in: providers, or the members of a cohort.</summary>
/// <remarks>Columns: the name, in a column called like the cohort or <c>provider</c>, and the known values.</remarks>
public sealed class ValueRows : TableRows
{
    private readonly NameTable _names;
    private readonly ColumnRows[] _known;
    private readonly Growing<int> _name = new(), _line = new();
    private int _nextName;

    internal ValueRows(
        string name, string column, IReadOnlyList<ColumnSchema> known, NameTable names, CellReader cells, bool listAll)
        : base(name, [column, .. known.Select(c => c.Name)], cells, listAll)
    {
        (_names, _known) = (names, [.. known.Select(c => new ColumnRows(c))]);
    }

    /// <summary>The places of the names that have a row.</summary>
    internal HashSet<int> Named { get; } = [];

    /// <summary>Names that stand in a row that was left out.</summary>
    internal HashSet<int> LeftOut { get; } = [];

    /// <inheritdoc/>
    public override bool IsRequired(int column) => true;

    /// <inheritdoc/>
    public override ColumnType TypeAt(int column) =>
        column > 0 ? _known[column - 1].Schema.Type : ColumnType.Of(ValueKind.Name);

    /// <summary>The finished table: names in ordinal order with their values.</summary>
    internal ValueTable Finish(string[] sorted, int[] rank)
    {
        int[] group = [.. Enumerable.Range(0, _name.Count).Select(r => rank[_name[r]])];
        var order = RowOrder.Of(group, sorted.Length, Compare, _line);
        var rows = new int[sorted.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = order.Rows[order.Offsets[i]];
        }

        return new(sorted, [.. _known.Select(c => c.Take(rows))]);
    }

    /// <summary>Reports names with two rows that differ; where every skipped row is listed, all of them.</summary>
    internal void CheckTwice(bool skip)
    {
        foreach (var rows in Enumerable.Range(0, _name.Count).GroupBy(r => _name[r]).Where(g => g.Skip(1).Any()))
        {
            var first = rows.MinBy(r => _line[r]);
            int[] others = [.. rows.Where(r => Compare(first, r) != 0).OrderBy(r => _line[r])];
            if (others.Length == 0)
            {
                continue;
            }

            foreach (var row in rows.Where(r => skip || Compare(first, r) != 0))
            {
                var line = _line[Compare(first, row) != 0 ? first : others[0]].ToString(Invariant);
                MistakeAt(_line[row], Columns[0], new("P5030", _names[rows.Key], line));
            }

            Named.Remove(rows.Key);
            LeftOut.Add(rows.Key);
        }
    }

    private protected override void BeginRow()
    {
        _nextName = -1;
        foreach (var column in _known)
        {
            column.Begin();
        }
    }

    private protected override CellFault? Read(int column, ReadOnlySpan<char> cell)
    {
        if (column > 0)
        {
            return _known[column - 1].Read(Cells, cell, Line);
        }

        _nextName = _names.Place(cell);
        return CellReader.Unreadable(cell);
    }

    private protected override void CheckRow()
    {
        if (_nextName < 0)
        {
            MistakeAt(Line, Columns[0], new("P5009"));
        }
        else if (!IsGood)
        {
            LeftOut.Add(_nextName);
        }
    }

    private protected override void KeepRow()
    {
        Named.Add(_nextName);
        _name.Add(_nextName);
        _line.Add(Line);
        foreach (var column in _known)
        {
            column.Keep();
        }
    }

    private int Compare(int a, int b)
    {
        var order = 0;
        for (var c = 0; order == 0 && c < _known.Length; c++)
        {
            order = _known[c].Compare(a, b);
        }

        return order;
    }
}
