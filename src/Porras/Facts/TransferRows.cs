namespace Porras;

/// <summary>Changes of provider while their rows come in.</summary>
/// <remarks>
/// Columns: <c>participant</c>, <c>day</c> (the last day with the earlier provider) and <c>provider</c> (the one from
/// the day after).
/// </remarks>
public sealed class TransferRows : TableRows
{
    private readonly NameTable _people, _providers;
    private readonly Growing<int> _participant = new(), _day = new(), _provider = new(), _line = new();
    private int _nextParticipant, _nextDay, _nextProvider;
    private bool _dayRead;

    internal TransferRows(NameTable people, NameTable providers, CellReader cells, bool listAll)
        : base("transfer", ["participant", "day", "provider"], cells, listAll)
    {
        (_people, _providers) = (people, providers);
    }

    /// <summary>The participant of each row, as a place among the names.</summary>
    internal Growing<int> Participants => _participant;

    /// <summary>The provider of each row, as a place among the providers' names.</summary>
    internal Growing<int> Providers => _provider;

    /// <summary>The line of each row.</summary>
    internal Growing<int> Lines => _line;

    /// <inheritdoc/>
    public override bool IsRequired(int column) => true;

    /// <inheritdoc/>
    public override ColumnType TypeAt(int column) => ColumnType.Of(column == 1 ? ValueKind.Day : ValueKind.Name);

    /// <summary>The last day with the earlier provider.</summary>
    internal int DayOf(int row) => _day[row];

    /// <summary>The order of two changes of one participant; 0 if they are equal.</summary>
    internal int Compare(int a, int b) => _day[a] != _day[b]
        ? _day[a].CompareTo(_day[b]) : _provider[a].CompareTo(_provider[b]);

    /// <summary>A finding about a row that has been kept.</summary>
    internal void MistakeIn(int row, string? column, string code, params string[] arguments) =>
        MistakeAt(_line[row], column, new(code, arguments));

    /// <summary>The finished table.</summary>
    internal Transfers Finish(RowOrder order, ReadOnlySpan<int> participantOf, int[] providerRank)
    {
        if (order.Rows.Length == 0)
        {
            return Transfers.None;
        }

        var participant = new int[order.Rows.Length];
        for (var i = 0; i < participant.Length; i++)
        {
            participant[i] = participantOf[order.Rows[i]];
        }

        return new(
            participant,
            _day.Take(order.Rows),
            Array.ConvertAll(order.Rows, r => providerRank[_provider[r]]));
    }

    private protected override void BeginRow() =>
        (_nextParticipant, _nextDay, _nextProvider, _dayRead) = (-1, 0, -1, false);

    private protected override CellFault? Read(int column, ReadOnlySpan<char> cell)
    {
        switch (column)
        {
            case 0:
                _nextParticipant = _people.Place(cell);
                return CellReader.Unreadable(cell);
            case 1:
                _dayRead = true;
                return CellReader.Day(cell, out _nextDay);
            default:
                _nextProvider = _providers.Place(cell);
                return CellReader.Unreadable(cell);
        }
    }

    private protected override void CheckRow()
    {
        var missing = _nextParticipant < 0 ? 0 : !_dayRead ? 1 : _nextProvider < 0 ? 2 : -1;
        if (missing >= 0)
        {
            MistakeAt(Line, Columns[missing], new("P5009"));
        }
    }

    private protected override void KeepRow()
    {
        _participant.Add(_nextParticipant);
        _day.Add(_nextDay);
        _provider.Add(_nextProvider);
        _line.Add(Line);
    }
}

/// <summary>Days that are no working days, while their rows come in. One column: <c>day</c>.</summary>
public sealed class HolidayRows : TableRows
{
    private readonly Growing<int> _days = new();
    private int? _next;

    internal HolidayRows(CellReader cells, bool listAll)
        : base("holidays", ["day"], cells, listAll)
    {
    }

    /// <inheritdoc/>
    public override bool IsRequired(int column) => true;

    /// <inheritdoc/>
    public override ColumnType TypeAt(int column) => ColumnType.Of(ValueKind.Day);

    /// <summary>The days in rising order, each once.</summary>
    internal int[] Finish() => [.. Enumerable.Range(0, _days.Count).Select(i => _days[i]).Distinct().Order()];

    private protected override void BeginRow() => _next = null;

    private protected override CellFault? Read(int column, ReadOnlySpan<char> cell)
    {
        var fault = CellReader.Day(cell, out var day);
        _next = day;
        return fault;
    }

    private protected override void CheckRow()
    {
        if (_next is null)
        {
            MistakeAt(Line, Columns[0], new("P5009"));
        }
    }

    private protected override void KeepRow() => _days.Add(_next ?? 0);
}
