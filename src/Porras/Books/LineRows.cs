namespace Porras;

/// <summary>Settled lines while their rows come in.</summary>
/// <remarks>
/// Columns of lines as <c>settle --out</c> writes them; those that only a book has may be missing: then the run is
/// called like the file, and the rows are numbered from 1.
/// </remarks>
public sealed class LineRows : TableRows
{
    private static readonly string[] Names = [.. Enum.GetNames<Cell>().Select(n => n.ToLowerInvariant())];

    private const int Required = 8;
    private static readonly ColumnType AnAmount = ColumnType.Of(ValueKind.Money);
    private readonly Currency _money;
    private readonly string _run;
    private readonly List<BookedLine> _lines = [];
    private readonly Dictionary<RunTerms, RunTerms> _terms = [];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly string[] _cell = new string[Names.Length];
    private readonly int?[] _number = new int?[Names.Length];
    private long _amount;
    private LineKind _kind;

    // What every file of lines must have stands first.
    private new enum Cell
    {
        Participant,
        Fee,
        Occurrence,
        Episode,
        Earned,
        Kind,
        Amount,
        Currency,
        Run,
        Line,
        Booked,
        Payable,
        Clause,
        Reverses,
        Because,
        Reason,
        Model,
        Until,
        Known,
        Payer,
        Payee,
    }

    /// <summary>Rows to be read.</summary>
    /// <param name="run">What the run is called if the rows do not say.</param>
    /// <param name="money">The model's currency.</param>
    public LineRows(string run, Currency money)
        : base(run, Names, new CellReader(money), listAll: false)
    {
        (_run, _money) = (run, money);
    }

    /// <summary>The lines that were read, in the order of the rows.</summary>
    public IReadOnlyList<BookedLine> Lines => _lines;

    /// <inheritdoc/>
    public override bool IsRequired(int column) => column < Required;

    /// <inheritdoc/>
    public override ColumnType TypeAt(int column) => (Cell)column switch
    {
        Cell.Amount => AnAmount,
        Cell.Occurrence or Cell.Episode or Cell.Line => ColumnType.Of(ValueKind.Number),
        Cell.Earned or Cell.Booked or Cell.Payable or Cell.Until or Cell.Known => ColumnType.Of(ValueKind.Day),
        Cell.Participant or Cell.Fee or Cell.Kind or Cell.Currency or Cell.Run or Cell.Clause or Cell.Reverses
            or Cell.Because or Cell.Reason or Cell.Model or Cell.Payer or Cell.Payee => ColumnType.Of(ValueKind.Name),
        _ => throw new InvalidOperationException($"Unknown column {column}."),
    };

    private protected override void BeginRow()
    {
        Array.Fill(_cell, "");
        Array.Fill(_number, null);
    }

    private protected override CellFault? Read(int column, ReadOnlySpan<char> cell)
    {
        if (CellReader.Unreadable(cell) is { } unreadable)
        {
            return unreadable;
        }

        _cell[column] = (Cell)column is Cell.Because or Cell.Reason ? "" : Shared(cell);
        return (Cell)column switch
        {
            Cell.Occurrence or Cell.Episode or Cell.Line => Whole(column, cell),
            Cell.Earned or Cell.Booked or Cell.Payable or Cell.Until or Cell.Known => DayIn(column, cell),
            Cell.Kind => KindOf(cell),
            Cell.Amount => Amount(cell),
            Cell.Currency => cell.Equals(_money.Code, StringComparison.Ordinal) ? null
                : new("P7206", cell.ToString(), _money.Code),
            Cell.Model => ModelTag.Parse(_cell[column]) is null ? new("P7214", cell.ToString()) : null,
            Cell.Participant or Cell.Fee or Cell.Run or Cell.Clause or Cell.Reverses or Cell.Because or Cell.Reason
                or Cell.Payer or Cell.Payee => null,
            _ => throw new InvalidOperationException($"Unknown column {column}."),
        };
    }

    private protected override void CheckRow()
    {
        for (var column = 0; column < Required && IsGood; column++)
        {
            if (_cell[column].Length == 0)
            {
                MistakeAt(Line, Columns[column], new("P5009"));
            }
        }
    }

    private protected override void KeepRow()
    {
        var run = Text(Cell.Run) is { Length: > 0 } said ? said : _run;
        var terms = new RunTerms(run, ModelTag.Parse(Text(Cell.Model)), Of(Cell.Until), Of(Cell.Known));
        _terms.TryAdd(terms, terms);
        var key = new LineKey(
            Text(Cell.Participant), Text(Cell.Fee), Of(Cell.Occurrence) ?? 0, Of(Cell.Episode) ?? 0, _kind,
            Text(Cell.Payer), Text(Cell.Payee));
        var earned = Of(Cell.Earned) ?? 0;
        _lines.Add(new(_terms[terms], Of(Cell.Line) ?? _lines.Count + 1, key, earned, new(_amount))
        {
            Booked = Of(Cell.Booked) ?? earned,
            Payable = Of(Cell.Payable) ?? earned,
            Clause = Text(Cell.Clause),
            Reverses = Text(Cell.Reverses),
            File = File,
            FileLine = Line,
        });
    }

    private string Text(Cell cell) => _cell[(int)cell];

    private int? Of(Cell cell) => _number[(int)cell];

    // Names come again and again.
    private string Shared(ReadOnlySpan<char> cell)
    {
        var all = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!all.TryGetValue(cell, out var text))
        {
            text = cell.ToString();
            _texts[text] = text;
        }

        return text;
    }

    private CellFault? Whole(int column, ReadOnlySpan<char> cell)
    {
        var style = System.Globalization.NumberStyles.None;
        var isNumber = int.TryParse(cell, style, Invariant, out var number) && number > 0;
        _number[column] = isNumber ? number : null;
        return isNumber ? null : new("P7215", cell.ToString());
    }

    private CellFault? DayIn(int column, ReadOnlySpan<char> cell)
    {
        var fault = CellReader.Day(cell, out var day);
        _number[column] = fault is null ? day : null;
        return fault;
    }

    private CellFault? KindOf(ReadOnlySpan<char> cell)
    {
        _kind = cell is "take-back" ? LineKind.TakeBack : LineKind.Fee;
        return cell is "fee" or "take-back" ? null
            : new("P5008", cell.ToString(), "fee, take-back") { Valid = ["fee", "take-back"] };
    }

    private CellFault? Amount(ReadOnlySpan<char> cell)
    {
        var fault = Cells.Value(AnAmount, cell, Line, out var value);
        _amount = value.Digits;
        return fault;
    }
}
