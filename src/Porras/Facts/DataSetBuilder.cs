namespace Porras;

/// <summary>Makes a <see cref="DataSet"/> of rows that come in any order.</summary>
/// <remarks>
/// The result does not depend on the order of the rows, nor on rows that come twice: participants are in ordinal order,
/// facts in order of participant, first day, last day, values. What contradicts itself is a finding with file, line and
/// column; a data set with a mistake is no data set, unless bad rows are to be skipped, and then each is listed. Of
/// rows that contradict each other none is taken.
/// </remarks>
public sealed class DataSetBuilder
{
    private readonly DataSchema _schema;
    private readonly bool _skip;
    private readonly NameTable _people = new(), _providers = new();

    /// <summary>An empty data set to be filled.</summary>
    /// <param name="schema">What it has to hold.</param>
    /// <param name="skipBadRows">Whether rows with mistakes are left out and listed, instead of refusing all.</param>
    public DataSetBuilder(DataSchema schema, bool skipBadRows = false)
    {
        (_schema, _skip) = (schema, skipBadRows);
        Starts = new(schema, _people, _providers, Reader(), skipBadRows);
        Facts = [.. schema.Facts.Select(f => new FactRows(f, _people, Reader(), skipBadRows))];
        Providers = new("providers", "provider", schema.Provider, _providers, Reader(), skipBadRows);
        Cohorts = [.. schema.Cohorts.Select(Cohort)];
        Transfers = new(_people, _providers, Reader(), skipBadRows);
        Holidays = new(Reader(), skipBadRows);

        CellReader Reader() => new(schema.Money);
        (ValueRows Rows, NameTable Names) Cohort((string Name, IReadOnlyList<ColumnSchema> Known) cohort)
        {
            var names = new NameTable();
            return (new(cohort.Name, cohort.Name, cohort.Known, names, Reader(), skipBadRows), names);
        }
    }

    /// <summary>All tables a data set of this schema may have, participants first.</summary>
    public IEnumerable<TableRows> Tables =>
        [Starts, Providers, .. Cohorts.Select(c => c.Rows), .. Facts, Transfers, Holidays];

    /// <summary>Adds a row that comes from no file.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cells">Cells by column, as in a file; a column that the table does not have is left out.</param>
    public void Add(string table, IEnumerable<(string Column, string Value)> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var rows = Tables.First(t => t.Name == table);
        rows.Begin(0);
        foreach (var (column, value) in cells)
        {
            if (rows.Columns.ToList().IndexOf(column) is var at and >= 0)
            {
                rows.Cell(at, value);
            }
        }

        rows.End();
    }

    internal StartRows Starts { get; }

    internal IReadOnlyList<FactRows> Facts { get; }

    internal ValueRows Providers { get; }

    internal IReadOnlyList<(ValueRows Rows, NameTable Names)> Cohorts { get; }

    internal TransferRows Transfers { get; }

    internal HolidayRows Holidays { get; }

    /// <summary>The data set of the rows that came in, with everything that was found. To be called once.</summary>
    public DataSetReading Build()
    {
        Providers.CheckTwice(_skip);
        var providerCheck = new ProviderCheck(_schema, Providers, _providers, _skip);
        var starts = new StartCheck(_schema, Starts, _people, providerCheck, _skip).Check();
        var facts = new (RowOrder Order, int[]? ReplacedOn)[Facts.Count];
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = new FactCheck(Facts[i], Starts, _people, _skip).Check(starts.Rank, starts.Participants.Length);
        }

        var transfers = new TransferCheck(Transfers, Starts, _people, providerCheck, _skip).Check(starts);
        foreach (var (rows, _) in Cohorts)
        {
            rows.CheckTwice(_skip);
        }

        Diagnostic[] findings = [.. Tables.SelectMany(t => t.Findings.OrderBy(f => f.Place.Line))];
        var mistakes = findings.Where(f => f.Severity == Severity.Mistake).ToList();
        if (Tables.Any(t => t.IsRefused) || (mistakes.Count > 0 && !_skip))
        {
            return new(null, findings, []);
        }

        var skipped = mistakes.Select(m => new SkippedRow(m.File ?? "", m.Place.Line)).Distinct().ToList();
        return new(Finish(starts, facts, transfers, providerCheck), findings, skipped);
    }

    private DataSet Finish(
        CheckedStarts starts, (RowOrder Order, int[]? ReplacedOn)[] facts, RowOrder transfers, ProviderCheck providers)
    {
        var (names, rank) = providers.Rank(starts.Order, Starts, transfers, Transfers);
        var rows = Enumerable.Range(0, Transfers.Participants.Count);
        int[] transferOf = [.. rows.Select(r => starts.Rank[Transfers.Participants[r]])];
        return new()
        {
            Schema = _schema,
            Starts = Starts.Finish(starts.Participants, starts.Order, rank),
            Facts = [.. Facts.Select((f, i) => f.Finish(facts[i].Order, facts[i].ReplacedOn))],
            Providers = Providers.IsGiven ? Providers.Finish(names, rank) : new(names, []),
            Cohorts = [.. Cohorts.Select(Cohort)],
            Transfers = Transfers.Finish(transfers, transferOf, rank),
            Holidays = Holidays.Finish(),
        };
    }

    private static ValueTable Cohort((ValueRows Rows, NameTable Names) cohort)
    {
        var used = new bool[cohort.Names.Count];
        foreach (var name in cohort.Rows.Named)
        {
            used[name] = true;
        }

        var (sorted, rank) = cohort.Names.Rank(used);
        return cohort.Rows.Finish(sorted, rank);
    }
}
