namespace Porras;

/// <summary>All facts of one kind as columns, sorted by participant, first day, last day.</summary>
/// <remarks>
/// A missing optional array means that nothing is said: known from the fact's own first day, never corrected, from a
/// source that counts, confirmed.
/// </remarks>
public sealed class FactTable
{
    /// <summary>The kind of fact.</summary>
    public required FactSchema Schema { get; init; }

    /// <summary>Rows of participant p are <c>Offsets[p]</c> to <c>Offsets[p + 1] - 1</c>.</summary>
    public required int[] Offsets { get; init; }

    /// <summary>The day, or the first day of the span.</summary>
    public required int[] First { get; init; }

    /// <summary>
    /// The last day; the same array as <see cref="First"/> for facts on a day; <see cref="int.MaxValue"/>: still
    /// runs.
    /// </summary>
    public required int[] Last { get; init; }

    /// <summary>The columns, in the order of the schema.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The day each row became known; null: its own first day.</summary>
    public int[]? Known { get; init; }

    /// <summary>
    /// The day from which a correction replaces the row; <see cref="int.MaxValue"/>: never. Null: none is corrected.
    /// </summary>
    public int[]? ReplacedOn { get; init; }

    /// <summary>Who vouches for each row; null: nothing is said.</summary>
    public Sources[]? Source { get; init; }

    /// <summary>Whether each row is confirmed; null: all are.</summary>
    public FactStatus[]? Status { get; init; }

    /// <summary>
    /// The line of each row in the file it came from (the header is line 1); null if it came from no file.
    /// </summary>
    public int[]? FileLine { get; init; }

    /// <summary>How many rows there are.</summary>
    public int Count => First.Length;

    /// <summary>The day a row became known.</summary>
    public int KnownOn(int row) => Known is null ? First[row] : Known[row];

    /// <summary>The rows of one participant.</summary>
    public (int From, int To) Rows(int participant) => (Offsets[participant], Offsets[participant + 1]);

    /// <summary>
    /// Whether a row counts on a day of knowledge: known by then, not replaced, not rejected, with evidence.
    /// </summary>
    public bool Counts(int row, int knownOn)
    {
        if (Known is not null && Known[row] > knownOn)
        {
            return false;
        }

        if (Known is null && First[row] > knownOn)
        {
            return false;
        }

        return (ReplacedOn is null || ReplacedOn[row] > knownOn || ReplacedOn[row] == int.MaxValue)
            && (Status is null || Status[row] != FactStatus.Rejected)
            && (Source is null || Source[row] == Sources.None || (Allowed(row) & Source[row]) != 0);
    }

    /// <summary>The table with only the rows that count on a day of knowledge; itself if all do.</summary>
    public FactTable Counting(int knownOn)
    {
        var plain = Known is null && ReplacedOn is null && Source is null && Status is null;
        if (plain && knownOn == int.MaxValue)
        {
            return this;
        }

        var rows = new List<int>(Count);
        var offsets = new int[Offsets.Length];
        for (var p = 0; p + 1 < Offsets.Length; p++)
        {
            for (var row = Offsets[p]; row < Offsets[p + 1]; row++)
            {
                if (Counts(row, knownOn))
                {
                    rows.Add(row);
                }
            }

            offsets[p + 1] = rows.Count;
        }

        return rows.Count == Count ? this : Take([.. rows], offsets);
    }

    /// <summary>The table with the rows of one participant only, as participant 0.</summary>
    public FactTable Only(int participant)
    {
        var (from, to) = Rows(participant);
        return Take([.. Enumerable.Range(from, to - from)], [0, to - from]);
    }

    /// <summary>The table with its participants in another order.</summary>
    internal FactTable InOrder(int[] participants)
    {
        var offsets = new int[participants.Length + 1];
        var rows = new List<int>(Count);
        for (var i = 0; i < participants.Length; i++)
        {
            var (from, to) = Rows(participants[i]);
            rows.AddRange(Enumerable.Range(from, to - from));
            offsets[i + 1] = rows.Count;
        }

        return Take([.. rows], offsets);
    }

    /// <summary>A table of one participant in which these rows count, in rising order, and no others.</summary>
    internal FactTable Choose(int[] rows)
    {
        var chosen = Take(rows, [0, rows.Length]);
        return new()
        {
            Schema = Schema,
            Offsets = chosen.Offsets,
            First = chosen.First,
            Last = chosen.Last,
            Columns = chosen.Columns,
            Known = chosen.Known,
            FileLine = chosen.FileLine,
        };
    }

    private Sources Allowed(int row) => Schema.StepEvidence is { } steps
        ? steps.GetValueOrDefault((int)Columns[0].Values[row], Sources.Any)
        : Schema.Evidence;

    private FactTable Take(int[] rows, int[] offsets)
    {
        var first = Array.ConvertAll(rows, r => First[r]);
        return new()
        {
            Schema = Schema,
            Offsets = offsets,
            First = first,
            Last = ReferenceEquals(First, Last) ? first : Array.ConvertAll(rows, r => Last[r]),
            Columns = [.. Columns.Select(c => c.Take(rows))],
            Known = Pick(Known, rows),
            ReplacedOn = Pick(ReplacedOn, rows),
            Source = Pick(Source, rows),
            Status = Pick(Status, rows),
            FileLine = Pick(FileLine, rows),
        };
    }

    private static T[]? Pick<T>(T[]? values, int[] rows) =>
        values is null ? null : Array.ConvertAll(rows, r => values[r]);
}
