namespace Porras;

/// <summary>What became of a fact between two days of knowledge.</summary>
public enum FactChangeKind
{
    /// <summary>It became known.</summary>
    New,

    /// <summary>Another row replaced it.</summary>
    Corrected,

    /// <summary>It was rejected, or is no longer backed by evidence.</summary>
    Withdrawn,
}

/// <summary>A fact of one participant that counts on one day of knowledge and not on another.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Table">The participant's own facts of this kind.</param>
/// <param name="Before">The row that counted before; -1 for a new fact.</param>
/// <param name="After">
/// The row that counts now, or the one that took the fact away; -1 if there is no such row.
/// </param>
public sealed record FactChange(FactChangeKind Kind, FactTable Table, int Before, int After)
{
    /// <summary>The row that says what the fact is: the one that counts, or counted.</summary>
    public int Row => Kind == FactChangeKind.Withdrawn ? Before : After;

    /// <summary>The day on which the change became known.</summary>
    public int Day => After >= 0 ? Table.KnownOn(After) : Table.ReplacedOn?[Before] ?? Table.KnownOn(Before);

    /// <summary>What changed between two days of knowledge, by kind of fact, then by row.</summary>
    /// <param name="own">The facts of one participant, those that do not count too.</param>
    /// <param name="knownBefore">The earlier day of knowledge.</param>
    /// <param name="knownNow">The later one.</param>
    public static IReadOnlyList<FactChange> Between(DataSet own, int knownBefore, int knownNow)
    {
        ArgumentNullException.ThrowIfNull(own);
        return [.. own.Facts.SelectMany(t => Of(t, knownBefore, knownNow).OrderBy(c => c.Row))];
    }

    private static List<FactChange> Of(FactTable table, int before, int now)
    {
        var rows = Enumerable.Range(0, table.Count);
        var gained = rows.Where(r => !table.Counts(r, before) && table.Counts(r, now)).ToHashSet();
        var changes = new List<FactChange>();
        foreach (var row in rows.Where(r => table.Counts(r, before) && !table.Counts(r, now)))
        {
            var by = Successor(table, row, now);
            var isCorrected = by >= 0 && gained.Remove(by);
            changes.Add(new(isCorrected ? FactChangeKind.Corrected : FactChangeKind.Withdrawn, table, row, by));
        }

        changes.AddRange(gained.Select(r => new FactChange(FactChangeKind.New, table, -1, r)));
        return changes;
    }

    // A row is replaced on a day by the row that became known on it, and that perhaps by another.
    private static int Successor(FactTable table, int row, int now)
    {
        var by = -1;
        for (var day = ReplacedOn(row); day <= now && day != int.MaxValue; day = ReplacedOn(by))
        {
            var next = Enumerable.Range(0, table.Count)
                .Where(r => table.KnownOn(r) == day && r != row && r != by)
                .OrderByDescending(r => table.Counts(r, now))
                .FirstOrDefault(-1);
            if (next < 0)
            {
                break;
            }

            by = next;
        }

        return by;

        int ReplacedOn(int r) => table.ReplacedOn?[r] ?? int.MaxValue;
    }
}
