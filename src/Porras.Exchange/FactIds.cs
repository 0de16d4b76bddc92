namespace Porras.Exchange;

/// <summary>Ids that say what a table holds: which row corrects which, and that equal rows are two facts.</summary>
internal static class FactIds
{
    /// <summary>An id for each row, 0 for none; null if no row needs one.</summary>
    /// <remarks>
    /// A row that is replaced on a day shares its id with a row that became known on that day. Which of several is the
    /// same to the data set, as ids themselves are not kept.
    /// </remarks>
    public static int[]? Of(FactTable facts)
    {
        var ids = new int[facts.Count];
        var any = Corrections(facts, ids);
        for (var row = 1; row < facts.Count; row++)
        {
            if (AreTwins(facts, row - 1, row))
            {
                any = true;
                ids[row - 1] = ids[row - 1] == 0 ? row : ids[row - 1];
                ids[row] = ids[row] == 0 ? row + 1 : ids[row];
            }
        }

        return any ? ids : null;
    }

    private static bool Corrections(FactTable facts, int[] ids)
    {
        if (facts.ReplacedOn is not { } replacedOn)
        {
            return false;
        }

        var byKnown = Enumerable.Range(0, facts.Count).GroupBy(facts.KnownOn)
            .ToDictionary(g => g.Key, g => new Queue<int>(g));
        var replaced = Enumerable.Range(0, facts.Count).Where(r => replacedOn[r] != int.MaxValue);
        foreach (var row in replaced.OrderBy(facts.KnownOn))
        {
            ids[row] = ids[row] == 0 ? row + 1 : ids[row];
            if (byKnown.TryGetValue(replacedOn[row], out var later) && later.TryDequeue(out var by))
            {
                ids[by] = ids[row];
            }
        }

        return true;
    }

    private static bool AreTwins(FactTable facts, int a, int b) =>
        facts.First[a] == facts.First[b]
        && facts.Last[a] == facts.Last[b]
        && facts.KnownOn(a) == facts.KnownOn(b)
        && facts.Columns.All(c => c.Values[a] == c.Values[b])
        && (facts.Source is null || facts.Source[a] == facts.Source[b])
        && (facts.Status is null || facts.Status[a] == facts.Status[b])
        && Array.BinarySearch(facts.Offsets, b) < 0;
}
