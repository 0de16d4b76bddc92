namespace Porras;

/// <summary>The facts of one kind while their rows come in.</summary>
/// <remarks>
/// Columns: <c>participant</c>, <c>day</c> (or <c>start</c> and <c>end</c>), the model's columns, and, where they are
/// given, <c>known</c>, <c>source</c>, <c>status</c>, <c>id</c>.
/// </remarks>
public sealed partial class FactRows : TableRows
{
    private const int NotRead = int.MinValue, Faulty = int.MinValue + 1;

    private readonly NameTable _people;
    private readonly NameTable _ids = new();
    private readonly ColumnRows[] _columns;
    private readonly int _valuesFrom;
    private readonly Growing<int> _participant = new(), _first = new(), _last = new(), _line = new();
    private Sparse<int> _known = new(NotRead), _id = new(NotRead);
    private Sparse<Sources> _source = new(Sources.None);
    private Sparse<FactStatus> _status = new(FactStatus.Confirmed);
    private int _nextParticipant, _nextFirst, _nextLast, _nextKnown, _nextId;
    private Sources _nextSource;
    private FactStatus _nextStatus;

    internal FactRows(FactSchema schema, NameTable people, CellReader cells, bool listAll)
        : base(schema.Name, ColumnsOf(schema), cells, listAll)
    {
        (Schema, _people) = (schema, people);
        _valuesFrom = schema.IsSpan ? 3 : 2;
        _columns = [.. schema.Columns.Select(c => new ColumnRows(c))];
    }

    /// <summary>The kind of fact.</summary>
    public FactSchema Schema { get; }

    /// <summary>How many rows there are.</summary>
    internal int Count => _participant.Count;

    /// <summary>The participant of each row, as a place among the names.</summary>
    internal Growing<int> Participants => _participant;

    /// <summary>The first day of each row.</summary>
    internal Growing<int> FirstDays => _first;

    /// <summary>The line of each row.</summary>
    internal Growing<int> Lines => _line;

    /// <inheritdoc/>
    public override bool IsRequired(int column) => column < _valuesFrom + _columns.Length;

    /// <inheritdoc/>
    public override ColumnType TypeAt(int column) => (column - _valuesFrom) switch
    {
        < 0 => ColumnType.Of(column == 0 ? ValueKind.Name : ValueKind.Day),
        var value when value < _columns.Length => _columns[value].Schema.Type,
        var said => (said - _columns.Length) switch
        {
            0 => ColumnType.Of(ValueKind.Day),
            1 => new(ValueKind.OneOf, CellReader.SourceWords),
            2 => new(ValueKind.OneOf, CellReader.StatusWords),
            _ => ColumnType.Of(ValueKind.Name),
        },
    };

    /// <summary>The day a row became known: its own first day if nothing is said.</summary>
    internal int KnownOn(int row) => _known[row] == NotRead ? _first[row] : _known[row];

    /// <summary>Whether a row says when it became known.</summary>
    internal bool SaysKnown(int row) => _known[row] != NotRead;

    /// <summary>The id of a row, as a number; below zero if it has none.</summary>
    internal int Id(int row) => _id[row];

    /// <summary>How many ids there are, and whether there is any.</summary>
    internal int Ids => _ids.Count;

    /// <summary>Ids of rows that were left out.</summary>
    internal HashSet<int> LeftOutIds { get; } = [];

    /// <summary>An id as it was written.</summary>
    internal string IdText(int id) => _ids[id];

    /// <summary>The first day of a row.</summary>
    internal int First(int row) => _first[row];

    /// <summary>The step of a row of a ladder.</summary>
    internal int Step(int row) => (int)_columns[0].Values[row];

    /// <summary>Whether a row can count at all: not rejected, with evidence.</summary>
    internal bool CanCount(int row) => _status[row] != FactStatus.Rejected
        && (_source[row] == Sources.None || (_source[row] & Allowed(row)) != 0);

    /// <summary>A finding about a row that has been kept.</summary>
    internal void MistakeIn(int row, string? column, string code, params string[] arguments) =>
        MistakeAt(_line[row], column, new(code, arguments));

    /// <summary>The order of two rows of one participant; 0 if they are equal in every column, id included.</summary>
    internal int Compare(int a, int b)
    {
        var order = CompareSaid(a, b);
        return order != 0 || _id[a] == _id[b] ? order
            : _id[a] < 0 || _id[b] < 0 ? _id[a].CompareTo(_id[b])
            : string.CompareOrdinal(_ids[_id[a]], _ids[_id[b]]);
    }

    /// <summary>The order of two rows of one participant by what they say, whatever their ids.</summary>
    internal int CompareSaid(int a, int b)
    {
        var order = _first[a].CompareTo(_first[b]);
        order = order != 0 || !Schema.IsSpan ? order : _last[a].CompareTo(_last[b]);
        for (var c = 0; order == 0 && c < _columns.Length; c++)
        {
            order = _columns[c].Compare(a, b);
        }

        return order != 0 ? order
            : _source[a] != _source[b] ? _source[a].CompareTo(_source[b])
            : _status[a] != _status[b] ? _status[a].CompareTo(_status[b])
            : KnownOn(a).CompareTo(KnownOn(b));
    }

    /// <summary>The finished table.</summary>
    /// <param name="order">Its rows in order, by participant.</param>
    /// <param name="replacedOn">The day from which each row as it came is replaced; null if none is.</param>
    internal FactTable Finish(RowOrder order, int[]? replacedOn)
    {
        var rows = order.Rows;
        var first = _first.Take(rows);
        var line = _line.Take(rows);
        return new()
        {
            Schema = Schema,
            Offsets = order.Offsets,
            First = first,
            Last = Schema.IsSpan ? _last.Take(rows) : first,
            Columns = [.. _columns.Select(c => c.Take(rows))],
            Known = _known.IsSaid ? Said(rows, KnownOn, r => First(r)) : null,
            ReplacedOn = replacedOn is null ? null : Said(rows, r => replacedOn[r], _ => int.MaxValue),
            Source = _source.IsSaid ? Said(rows, r => _source[r], _ => Sources.None) : null,
            Status = _status.IsSaid ? Said(rows, r => _status[r], _ => FactStatus.Confirmed) : null,
            FileLine = line.AsSpan().ContainsAnyExcept(0) ? line : null,
        };
    }

    private protected override void BeginRow()
    {
        (_nextParticipant, _nextFirst, _nextLast) = (NotRead, NotRead, int.MaxValue);
        (_nextKnown, _nextId, _nextSource, _nextStatus) = (NotRead, NotRead, Sources.None, FactStatus.Confirmed);
        foreach (var column in _columns)
        {
            column.Begin();
        }
    }

    private protected override CellFault? Read(int column, ReadOnlySpan<char> cell)
    {
        CellFault? fault;
        var value = column - _valuesFrom;
        switch (value < 0 ? column : value < _columns.Length ? 3 : value - _columns.Length + 4)
        {
            case 0:
                fault = CellReader.Unreadable(cell);
                _nextParticipant = fault is null ? _people.Place(cell) : Faulty;
                return fault;
            case 1:
                fault = CellReader.Day(cell, out _nextFirst);
                _nextFirst = fault is null ? _nextFirst : Faulty;
                return fault;
            case 2:
                return CellReader.Day(cell, out _nextLast);
            case 3:
                return _columns[value].Read(Cells, cell, Line);
            case 4:
                return CellReader.Day(cell, out _nextKnown);
            case 5:
                return CellReader.Source(cell, out _nextSource);
            case 6:
                return CellReader.Status(cell, out _nextStatus);
            default:
                fault = CellReader.Unreadable(cell);
                _nextId = _ids.Place(cell);
                return fault;
        }
    }

    private protected override void CheckRow()
    {
        if (_nextParticipant == NotRead)
        {
            MistakeAt(Line, Columns[0], new("P5009"));
        }

        if (_nextFirst == NotRead)
        {
            MistakeAt(Line, Columns[1], new("P5009"));
        }

        if (Schema.StepEvidence is { } steps && IsGood)
        {
            CheckStep(steps);
        }

        if (IsGood && _nextLast < _nextFirst)
        {
            MistakeAt(Line, Columns[2], new("P5021", Day.Write(_nextLast), Day.Write(_nextFirst)));
        }

        if (!IsGood && _nextId >= 0)
        {
            LeftOutIds.Add(_nextId);
        }
    }

    private protected override void KeepRow()
    {
        var row = _participant.Count;
        _participant.Add(_nextParticipant);
        _first.Add(_nextFirst);
        _line.Add(Line);
        if (Schema.IsSpan)
        {
            _last.Add(_nextLast);
        }

        foreach (var column in _columns)
        {
            column.Keep();
        }

        KeepSaid(row);
    }

    private static string[] ColumnsOf(FactSchema schema) =>
    [
        "participant", .. schema.IsSpan ? (string[])["start", "end"] : ["day"], .. schema.Columns.Select(c => c.Name),
        "known", "source", "status", "id",
    ];

    // A column in which every row says what would hold anyway says nothing.
    private static T[]? Said<T>(int[] rows, Func<int, T> value, Func<int, T> unsaid)
        where T : struct
    {
        var taken = Array.ConvertAll(rows, r => value(r));
        var said = false;
        for (var i = 0; i < rows.Length && !said; i++)
        {
            said = !EqualityComparer<T>.Default.Equals(taken[i], unsaid(rows[i]));
        }

        return said ? taken : null;
    }

    private void CheckStep(IReadOnlyDictionary<int, Sources> steps)
    {
        if (_columns[0].Next is not { } step)
        {
            MistakeAt(Line, Columns[2], new("P5009"));
        }
        else if (step.Decimals > 0 || step.Digits > int.MaxValue || !steps.ContainsKey((int)step.Digits))
        {
            var written = CellText.Decimal(step.Digits, step.Decimals, 0);
            MistakeAt(Line, Columns[2], new("P5022", written, Name, string.Join(", ", steps.Keys.Order())));
        }
    }

    private void KeepSaid(int row)
    {
        if (_nextKnown != NotRead)
        {
            _known.Set(row, _nextKnown);
        }

        if (_nextId != NotRead)
        {
            _id.Set(row, _nextId);
        }

        if (_nextSource != Sources.None)
        {
            _source.Set(row, _nextSource);
        }

        if (_nextStatus != FactStatus.Confirmed)
        {
            _status.Set(row, _nextStatus);
        }
    }

    private Sources Allowed(int row) =>
        Schema.StepEvidence is { } steps ? steps.GetValueOrDefault(Step(row), Sources.Any) : Schema.Evidence;
}
