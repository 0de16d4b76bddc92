namespace Porras;

/// <summary>The participants and their starts, in order and without contradictions.</summary>
/// <param name="Participants">The participants in ordinal order.</param>
/// <param name="Rank">The participant of each name; -1 for a name without a start.</param>
/// <param name="Order">The rows of the starts by participant, then day.</param>
internal sealed record CheckedStarts(string[] Participants, int[] Rank, RowOrder Order);

/// <summary>Finds starts that contradict each other.</summary>
internal sealed class StartCheck(
    DataSchema schema, StartRows starts, NameTable people, ProviderCheck providers, bool skip)
{
    private readonly bool[] _leftOut = new bool[starts.Participants.Count];

    /// <summary>The starts in order; those with a mistake are left out.</summary>
    public CheckedStarts Check()
    {
        for (var row = 0; row < _leftOut.Length; row++)
        {
            _leftOut[row] = !providers.Allows(starts.Providers[row], starts.Lines[row], starts);
        }

        var all = Ordered();
        for (var p = 0; p < all.Participants.Length; p++)
        {
            CheckOne(all.Order.Rows.AsSpan(all.Order.Offsets[p]..all.Order.Offsets[p + 1]));
        }

        return _leftOut.Contains(true) ? Without(all.Order.Rows) : all;
    }

    // Who has lost every start is no participant: the ranks are counted anew. Copies of a row stay out.
    private CheckedStarts Without(int[] distinct)
    {
        for (var row = 0; row < _leftOut.Length; row++)
        {
            if (_leftOut[row])
            {
                starts.LeftOut.Add(starts.Participants[row]);
            }
        }

        var kept = new bool[_leftOut.Length];
        foreach (var row in distinct)
        {
            kept[row] = !_leftOut[row];
        }

        for (var row = 0; row < kept.Length; row++)
        {
            _leftOut[row] = !kept[row];
        }

        return Ordered();
    }

    private CheckedStarts Ordered()
    {
        var used = new bool[people.Count];
        for (var row = 0; row < _leftOut.Length; row++)
        {
            used[starts.Participants[row]] |= !_leftOut[row];
        }

        var (participants, rank) = people.Rank(used);
        var group = new int[_leftOut.Length];
        for (var row = 0; row < group.Length; row++)
        {
            group[row] = _leftOut[row] ? -1 : rank[starts.Participants[row]];
        }

        return new(participants, rank, RowOrder.Of(group, participants.Length, starts.Compare, starts.Lines));
    }

    private void CheckOne(ReadOnlySpan<int> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            var (earlier, later) = (rows[i - 1], rows[i]);
            var (first, name) = (rows[0], people[starts.Participants[later]]);
            if (starts.DayOf(earlier) == starts.DayOf(later))
            {
                TwoOnOneDay(earlier, later, name);
            }
            else if (schema.SecondStart == SecondStart.Refused)
            {
                Mistake(later, "start", "P5023", name, Day.Write(starts.DayOf(first)), Text(starts.Lines[first]));
            }
            else if (schema.SecondStart == SecondStart.SameEpisode && starts.Differs(first, later) is { } column)
            {
                Mistake(later, column, "P5025", name, Text(starts.Lines[first]));
            }
        }
    }

    private void TwoOnOneDay(int a, int b, string name)
    {
        var (early, late) = starts.Lines[a] <= starts.Lines[b] ? (a, b) : (b, a);
        Mistake(late, "start", "P5024", name, Text(starts.Lines[early]));
        if (skip)
        {
            Mistake(early, "start", "P5024", name, Text(starts.Lines[late]));
        }
    }

    private void Mistake(int row, string column, string code, params string[] arguments)
    {
        starts.MistakeIn(row, column, code, arguments);
        _leftOut[row] = true;
    }

    private static string Text(int line) => line.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
