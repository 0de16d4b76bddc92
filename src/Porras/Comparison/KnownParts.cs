namespace Porras;

/// <summary>Parts into which each participant falls once.</summary>
/// <param name="Names">The parts' names and titles.</param>
/// <param name="Places">The part of each participant; below zero for none.</param>
internal sealed record PartsOfParticipants(IReadOnlyList<(string Name, string Title)> Names, int[] Places);

/// <summary>Cuts a cohort by a value that is known at the first start.</summary>
/// <remarks>
/// Labels, names, yes and no stand as they are. Numbers and days with more than <see cref="EachMost"/> different
/// values fall into at most four ranges of about as many participants each, named by their lowest and highest value.
/// </remarks>
internal static class KnownParts
{
    private const int EachMost = 8;
    private const int Ranges = 4;

    /// <summary>The parts of a known value that at least one model has; the first such model is read.</summary>
    /// <exception cref="InvalidOperationException">No model has it.</exception>
    public static PartsOfParticipants Of(Cohort cohort, string known)
    {
        var data = cohort.Models.Select(m => m.Settled.Data)
            .First(d => d.Starts.Known.Any(c => c.Schema.Name == known));
        var column = data.Starts.Known.First(c => c.Schema.Name == known);
        var rows = cohort.Started.ToDictionary(p => p, p => data.Starts.Offsets[p]);
        var values = InOrder(column, rows.Values.Where(r => !column.IsEmpty(r)));
        var isNumber = column.Schema.Type.Kind is not (ValueKind.Name or ValueKind.OneOf or ValueKind.YesNo);
        var ranges = isNumber && values.Count > EachMost
            ? InRanges(values, Edges(column, rows.Values)) : [.. values.Select(v => (int[])[v])];
        var partOf = ranges.Index().SelectMany(r => r.Item.Select(row => (column.Values[row], r.Index))).ToDictionary();
        var places = new int[data.Starts.Count];
        Array.Fill(places, -1);
        foreach (var (participant, row) in rows)
        {
            places[participant] = partOf.GetValueOrDefault(column.Values[row], -1);
        }

        return new([.. ranges.Select(Named)], places);

        (string, string) Named(int[] range)
        {
            var (low, high) = (Text(range[0]), Text(range[^1]));
            var name = low == high ? low : $"{low}–{high}";
            return (name, name);
        }

        string Text(int row) => CellText.Of(column, row, data.Schema.Money);

        List<int[]> InRanges(List<int> all, long[] edges) =>
            [.. all.GroupBy(r => edges.Count(e => e <= column.Values[r])).OrderBy(g => g.Key).Select(g => g.ToArray())];
    }

    // One row for each value: labels in the order of the list, names in ordinal order, numbers rising.
    private static List<int> InOrder(Column column, IEnumerable<int> rows)
    {
        var distinct = rows.DistinctBy(r => column.Values[r]);
        return column.Schema.Type.Kind == ValueKind.Name
            ? [.. distinct.OrderBy(r => column.Labels[(int)column.Values[r]], StringComparer.Ordinal)]
            : [.. distinct.OrderBy(r => column.Values[r])];
    }

    private static long[] Edges(Column column, IEnumerable<int> rows)
    {
        var rising = rows.Where(r => !column.IsEmpty(r)).Select(r => column.Values[r]).Order().ToArray();
        return [.. Enumerable.Range(1, Ranges - 1).Select(i => rising[(int)((long)rising.Length * i / Ranges)])];
    }
}
