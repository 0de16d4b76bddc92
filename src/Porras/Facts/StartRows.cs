namespace Porras;

/// <summary>The starts of the participants while their rows come in.</summary>
/// <remarks>Columns: <c>participant</c>, <c>start</c>, <c>provider</c> and the model's known values.</remarks>
public sealed partial class StartRows : TableRows
{
    private const int NotRead = -1, Faulty = -2;

    private static readonly string[] Own = ["participant", "start", "provider"];

    private readonly NameTable _people, _providers;
    private readonly ColumnRows[] _known;
    private readonly bool _needsProvider;
    private readonly Growing<int> _participant = new(), _day = new(), _provider = new(), _line = new();
    private int _nextParticipant, _nextDay, _nextProvider;

    internal StartRows(DataSchema schema, NameTable people, NameTable providers, CellReader cells, bool listAll)
        : base("participants", [.. Own, .. schema.Known.Select(c => c.Name)], cells, listAll)
    {
        (_people, _providers, _needsProvider) = (people, providers, schema.Provider.Count > 0);
        _known = [.. schema.Known.Select(c => new ColumnRows(c))];
    }

    /// <summary>Names that stand in a row that was left out.</summary>
    internal HashSet<int> LeftOut { get; } = [];

    /// <summary>The participant of each row, as a place among the names.</summary>
    internal Growing<int> Participants => _participant;

    /// <summary>The provider of each row, as a place among the providers' names; -1 if none is named.</summary>
    internal Growing<int> Providers => _provider;

    /// <summary>The line of each row.</summary>
    internal Growing<int> Lines => _line;

    /// <inheritdoc/>
    public override bool IsRequired(int column) => column != 2 || _needsProvider;

    /// <inheritdoc/>
    public override ColumnType TypeAt(int column) =>
        column > 2 ? _known[column - 3].Schema.Type : ColumnType.Of(column == 1 ? ValueKind.Day : ValueKind.Name);

    /// <summary>The day of a start.</summary>
    internal int DayOf(int row) => _day[row];

    /// <summary>The order of two starts of one participant; 0 if they are equal in every column.</summary>
    internal int Compare(int a, int b)
    {
        var order = _day[a].CompareTo(_day[b]);
        order = order != 0 ? order : string.CompareOrdinal(ProviderIn(a), ProviderIn(b));
        for (var c = 0; order == 0 && c < _known.Length; c++)
        {
            order = _known[c].Compare(a, b);
        }

        return order;
    }

    /// <summary>The first column but the day in which two starts differ; null if there is none.</summary>
    internal string? Differs(int a, int b) => _provider[a] != _provider[b]
        ? Columns[2] : _known.FirstOrDefault(c => c.Compare(a, b) != 0)?.Schema.Name;

    /// <summary>A finding about a row that has been kept.</summary>
    internal void MistakeIn(int row, string? column, string code, params string[] arguments) =>
        MistakeAt(_line[row], column, new(code, arguments));

    /// <summary>The finished table.</summary>
    /// <param name="participants">The participants in ordinal order.</param>
    /// <param name="order">The rows in order, by participant.</param>
    /// <param name="providerRank">The place of each provider in the finished data set.</param>
    internal StartTable Finish(string[] participants, RowOrder order, int[] providerRank)
    {
        var rows = order.Rows;
        var line = _line.Take(rows);
        return new()
        {
            Participants = participants,
            Offsets = order.Offsets,
            Day = _day.Take(rows),
            Provider = Array.ConvertAll(rows, r => _provider[r] is var p and >= 0 ? providerRank[p] : -1),
            Known = [.. _known.Select(c => c.Take(rows))],
            FileLine = line.AsSpan().ContainsAnyExcept(0) ? line : null,
        };
    }

    private protected override void BeginRow()
    {
        (_nextParticipant, _nextDay, _nextProvider) = (NotRead, NotRead, NotRead);
        foreach (var column in _known)
        {
            column.Begin();
        }
    }

    private protected override CellFault? Read(int column, ReadOnlySpan<char> cell)
    {
        CellFault? fault;
        switch (column)
        {
            case 0:
                fault = CellReader.Unreadable(cell);
                _nextParticipant = fault is null ? _people.Place(cell) : Faulty;
                return fault;
            case 1:
                fault = CellReader.Day(cell, out _nextDay);
                _nextDay = fault is null ? _nextDay : Faulty;
                return fault;
            case 2:
                fault = CellReader.Unreadable(cell);
                _nextProvider = fault is null ? _providers.Place(cell) : Faulty;
                return fault;
            default:
                return _known[column - 3].Read(Cells, cell, Line);
        }
    }

    private protected override bool ReadDay(int column, int day)
    {
        if (column == 1)
        {
            _nextDay = day;
        }

        return column == 1;
    }

    private protected override void CheckRow()
    {
        var missing = _nextParticipant == NotRead ? 0 : _nextDay == NotRead ? 1
            : _needsProvider && _nextProvider == NotRead ? 2 : -1;
        if (missing >= 0)
        {
            MistakeAt(Line, Columns[missing], new("P5009"));
        }

        if (!IsGood && _nextParticipant >= 0)
        {
            LeftOut.Add(_nextParticipant);
        }
    }

    private protected override void KeepRow()
    {
        _participant.Add(_nextParticipant);
        _day.Add(_nextDay);
        _provider.Add(_nextProvider);
        _line.Add(Line);
        foreach (var column in _known)
        {
            column.Keep();
        }
    }

    private string? ProviderIn(int row) => _provider[row] is var p and >= 0 ? _providers[p] : null;
}
