namespace Porras;

/// <summary>
/// What was known of each participant on each start: one row a start, sorted by participant, then day.
/// </summary>
public sealed class StartTable
{
    /// <summary>Case numbers in ordinal order, one a participant.</summary>
    public required string[] Participants { get; init; }

    /// <summary>
    /// Starts of participant p are rows <c>Offsets[p]</c> to <c>Offsets[p + 1] - 1</c>; at least one each.
    /// </summary>
    public required int[] Offsets { get; init; }

    /// <summary>The day of each start.</summary>
    public required int[] Day { get; init; }

    /// <summary>The provider of each start, as a place in <see cref="DataSet.Providers"/>; -1: none is named.</summary>
    public required int[] Provider { get; init; }

    /// <summary>The known values, in the order of the schema.</summary>
    public required IReadOnlyList<Column> Known { get; init; }

    /// <summary>The line of each row in the file it came from; null if it came from no file.</summary>
    public int[]? FileLine { get; init; }

    /// <summary>How many participants there are.</summary>
    public int Count => Participants.Length;
}

/// <summary>Named things with known values: providers, or the members of a cohort.</summary>
/// <param name="Names">Their names in ordinal order.</param>
/// <param name="Known">Their values, one row a name, in the order of the schema.</param>
public sealed record ValueTable(string[] Names, IReadOnlyList<Column> Known)
{
    /// <summary>A table without rows.</summary>
    public static ValueTable Empty { get; } = new([], []);
}

/// <summary>A data set: everything that is known of the participants of one model, as columns.</summary>
/// <remarks>Never changed once made; safe for any number of readers at once.</remarks>
public sealed class DataSet
{
    /// <summary>What it holds, by the model.</summary>
    public required DataSchema Schema { get; init; }

    /// <summary>The participants and their starts.</summary>
    public required StartTable Starts { get; init; }

    /// <summary>One table for each kind of fact, in the order of the schema.</summary>
    public required IReadOnlyList<FactTable> Facts { get; init; }

    /// <summary>The providers with their known values and bids.</summary>
    public ValueTable Providers { get; init; } = ValueTable.Empty;

    /// <summary>For each cohort of the schema, its members with their known values.</summary>
    public IReadOnlyList<ValueTable> Cohorts { get; init; } = [];

    /// <summary>Changes of provider.</summary>
    public Transfers Transfers { get; init; } = Transfers.None;

    /// <summary>Days that are no working days, in rising order.</summary>
    public int[] Holidays { get; init; } = [];

    /// <summary>The last day on which anything starts, happens or ends; 0 if there is nothing.</summary>
    public int LastDay => Facts.SelectMany(f => f.First.Concat(f.Last.Where(d => d != int.MaxValue)))
        .Concat(Starts.Day).DefaultIfEmpty().Max();

    /// <summary>
    /// The data set as known on a day: without facts that became known later, were replaced, were rejected or lack
    /// the evidence the model asks for. <see cref="int.MaxValue"/> is "all that is known".
    /// </summary>
    public DataSet Counting(int knownOn) => With(Starts, [.. Facts.Select(f => f.Counting(knownOn))], Transfers);

    /// <summary>The data set of one participant, as participant 0.</summary>
    public DataSet Only(int participant)
    {
        var (from, to) = (Starts.Offsets[participant], Starts.Offsets[participant + 1]);
        int[] rows = [.. Enumerable.Range(from, to - from)];
        var starts = new StartTable
        {
            Participants = [Starts.Participants[participant]],
            Offsets = [0, rows.Length],
            Day = Starts.Day[from..to],
            Provider = Starts.Provider[from..to],
            Known = [.. Starts.Known.Select(c => c.Take(rows))],
            FileLine = Starts.FileLine?[from..to],
        };
        return With(starts, [.. Facts.Select(f => f.Only(participant))], Transfers.Only(participant));
    }

    /// <summary>The same data set in which the participants are called otherwise.</summary>
    /// <param name="names">A name for each participant, in their order; no two the same.</param>
    /// <remarks>Participants stay in the order of their names, so their places change.</remarks>
    public DataSet Renamed(IReadOnlyList<string> names)
    {
        int[] order = [.. Enumerable.Range(0, Starts.Count).OrderBy(p => names[p], StringComparer.Ordinal)];
        var offsets = new int[order.Length + 1];
        var rows = new List<int>(Starts.Day.Length);
        for (var i = 0; i < order.Length; i++)
        {
            rows.AddRange(Enumerable.Range(Starts.Offsets[order[i]], Starts.Offsets[order[i] + 1]
                - Starts.Offsets[order[i]]));
            offsets[i + 1] = rows.Count;
        }

        int[] taken = [.. rows];
        var starts = new StartTable
        {
            Participants = [.. order.Select(p => names[p])],
            Offsets = offsets,
            Day = Array.ConvertAll(taken, r => Starts.Day[r]),
            Provider = Array.ConvertAll(taken, r => Starts.Provider[r]),
            Known = [.. Starts.Known.Select(c => c.Take(taken))],
            FileLine = Starts.FileLine is { } line ? Array.ConvertAll(taken, r => line[r]) : null,
        };
        return With(starts, [.. Facts.Select(f => f.InOrder(order))], Transfers.InOrder(order));
    }

    /// <summary>The data set with other facts of the same participants.</summary>
    internal DataSet WithFacts(IReadOnlyList<FactTable> facts) => With(Starts, facts, Transfers);

    /// <summary>The participant of a case number; -1 if there is none.</summary>
    public int Find(string participant) =>
        Array.BinarySearch(Starts.Participants, participant, StringComparer.Ordinal) is var i and >= 0 ? i : -1;

    private DataSet With(StartTable starts, IReadOnlyList<FactTable> facts, Transfers transfers) => new()
    {
        Schema = Schema,
        Starts = starts,
        Facts = facts,
        Transfers = transfers,
        Providers = Providers,
        Cohorts = Cohorts,
        Holidays = Holidays,
    };
}
