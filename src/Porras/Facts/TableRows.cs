namespace Porras;

/// <summary>One table of a data set while its rows come in, cell by cell as text.</summary>
/// <remarks>
/// For each row: <see cref="Begin"/>, <see cref="Cell"/> for the cells there are, <see cref="End"/>. A row with a
/// mistake is left out and reported. Where the text comes from (CSV, a worksheet, a page) does not matter here. Files
/// that hold days as days give them with <see cref="DayCell"/>; see also <see cref="FactRows.Add(FactBatch)"/>.
/// </remarks>
public abstract class TableRows
{
    /// <summary>From this many mistakes on a table only says that there are more, unless all are listed.</summary>
    public const int MostMistakes = 1000;

    private readonly List<Diagnostic> _findings = [];
    private readonly bool _listAll;
    private int _mistakes;

    private protected TableRows(string name, IReadOnlyList<string> columns, CellReader cells, bool listAll)
    {
        (Name, File, Columns, Cells, _listAll) = (name, name, columns, cells, listAll);
    }

    /// <summary>The table's name, by the model.</summary>
    public string Name { get; }

    /// <summary>What findings call the table: its name, or the file it comes from.</summary>
    public string File { get; set; }

    /// <summary>The columns it may have. A name that stands twice means the first.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Whether a row has been begun, or the table was said to be there.</summary>
    public bool IsGiven { get; set; }

    /// <summary>Whether the table as a whole could not be read.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>What has been found so far.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>Whether the row being read has no mistake so far.</summary>
    private protected bool IsGood { get; private set; }

    /// <summary>The line of the row being read.</summary>
    private protected int Line { get; private set; }

    private protected CellReader Cells { get; }

    /// <summary>Whether the table must have a column.</summary>
    public abstract bool IsRequired(int column);

    /// <summary>What a column holds.</summary>
    public abstract ColumnType TypeAt(int column);

    /// <summary>Begins a row.</summary>
    /// <param name="line">Its line in the file, or its row where a file has no lines; 0 if there is none.</param>
    public void Begin(int line)
    {
        (IsGiven, IsGood, Line) = (true, true, line);
        BeginRow();
    }

    /// <summary>Reads a cell of the row; blanks around it mean nothing, and nothing is an empty cell.</summary>
    /// <param name="column">Its place in <see cref="Columns"/>.</param>
    /// <param name="text">What stands in it.</param>
    public void Cell(int column, ReadOnlySpan<char> text)
    {
        var cell = text.Trim();
        if (!cell.IsEmpty && Read(column, cell) is { } fault)
        {
            MistakeAt(Line, Columns[column], fault);
        }
    }

    /// <summary>Reads a cell of the row that is a day already.</summary>
    /// <param name="column">Its place in <see cref="Columns"/>.</param>
    /// <param name="day">The day, as <see cref="DateOnly.DayNumber"/>.</param>
    public void DayCell(int column, int day)
    {
        if (day < CellReader.FirstDay || day > CellReader.LastDay || !ReadDay(column, day))
        {
            Cell(column, Day.Write(day));
        }
    }

    /// <summary>Ends the row and keeps it if nothing is wrong with it.</summary>
    public void End()
    {
        CheckRow();
        if (IsGood)
        {
            KeepRow();
        }
    }

    /// <summary>A mistake of the row being read as a whole: it is left out.</summary>
    public void Mistake(string code, params string[] arguments) => MistakeAt(Line, null, new(code, arguments));

    /// <summary>A mistake in a cell of the row being read: the row is left out.</summary>
    /// <param name="column">The column, as a place in <see cref="Columns"/>.</param>
    /// <param name="code">The code.</param>
    /// <param name="arguments">Its arguments.</param>
    public void Mistake(int column, string code, params string[] arguments)
    {
        // No column takes this: the cell is wrong from now on, and not empty.
        Read(column, "\uFFFD");
        MistakeAt(Line, Columns[column], new(code, arguments));
    }

    /// <summary>A finding about the table as a whole; after a mistake there is no data set.</summary>
    public void Add(Diagnostic finding)
    {
        IsRefused |= finding.Severity == Severity.Mistake;
        _findings.Add(finding with { File = File });
    }

    private protected abstract void BeginRow();

    private protected abstract CellFault? Read(int column, ReadOnlySpan<char> cell);

    /// <summary>Takes a day between 1900 and 2199; false if the column wants it as text.</summary>
    private protected virtual bool ReadDay(int column, int day) => false;

    private protected abstract void CheckRow();

    private protected abstract void KeepRow();

    /// <summary>A mistake in a cell; the row at that line is left out.</summary>
    internal void MistakeAt(int line, string? column, CellFault fault)
    {
        IsGood &= line != Line;
        if (++_mistakes > MostMistakes && !_listAll)
        {
            if (_mistakes == MostMistakes + 1)
            {
                _findings.Add(new("P5099", default, [MostMistakes.ToString(Invariant)]) { File = File });
            }

            return;
        }

        var near = Nearest.To(fault.Arguments.Length == 0 ? "" : fault.Arguments[0], fault.Valid);
        _findings.Add(new(fault.Code, new(line, 1, 1), near is null ? fault.Arguments : [.. fault.Arguments, near])
        {
            File = File, Column = column, Variant = near is null ? null : "near",
        });
    }

    private protected static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
