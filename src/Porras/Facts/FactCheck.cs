namespace Porras;

/// <summary>Puts the facts of one kind in order and finds those that contradict each other.</summary>
internal sealed class FactCheck(FactRows facts, StartRows starts, NameTable people, bool skip)
{
    private readonly HashSet<int> _reported = [];
    private bool[]? _leftOut;
    private int[]? _replacedOn;

    /// <summary>The rows in order, and the day from which each row as it came is replaced.</summary>
    public (RowOrder Order, int[]? ReplacedOn) Check(int[] rank, int participants)
    {
        var group = new int[facts.Count];
        var names = facts.Participants;
        for (var row = 0; row < group.Length; row++)
        {
            group[row] = rank[names[row]];
            if (group[row] < 0)
            {
                Unknown(row, names[row]);
            }
        }

        var order = RowOrder.Of(group, participants, facts.Compare, facts.Lines, facts.FirstDays);
        if (facts.Ids > 0)
        {
            Corrections(order);
        }

        if (facts.Schema.IsLadder)
        {
            Steps(order);
        }

        if (skip && facts.Ids > 0)
        {
            LeaveOutVersions(order, group);
        }

        return (_leftOut is null ? order : order.Without(_leftOut), _replacedOn);
    }

    private void Unknown(int row, int name)
    {
        if (starts.LeftOut.Contains(name))
        {
            // Its own row has been reported already; this one is said only where every skipped row is listed.
            if (skip)
            {
                facts.MistakeIn(row, "participant", "P5033", people[name]);
            }
        }
        else if (!starts.IsRefused)
        {
            facts.MistakeIn(row, "participant", "P5026", people[name]);
        }
    }

    private void Corrections(RowOrder order)
    {
        var count = new int[facts.Ids];
        foreach (var row in order.Rows)
        {
            count[Math.Max(0, facts.Id(row))] += facts.Id(row) >= 0 ? 1 : 0;
        }

        var again = order.Rows.Where(r => facts.Id(r) >= 0 && count[facts.Id(r)] > 1);
        foreach (var same in again.GroupBy(facts.Id))
        {
            Correct([.. same.OrderBy(facts.KnownOn).ThenBy(facts.SaysKnown).ThenBy(r => facts.Lines[r])]);
        }

        if (_replacedOn is { } replacedOn)
        {
            ForgetIds(order, replacedOn);
        }
    }

    // Rows that differ in nothing but their ids stand in the order in which they are replaced: what an id is called
    // leaves no trace.
    private void ForgetIds(RowOrder order, int[] replacedOn)
    {
        for (var p = 0; p + 1 < order.Offsets.Length; p++)
        {
            var rows = order.Rows.AsSpan(order.Offsets[p]..order.Offsets[p + 1]);
            for (var i = 1; i < rows.Length; i++)
            {
                for (var j = i; j > 0 && replacedOn[rows[j]] < replacedOn[rows[j - 1]]
                    && facts.CompareSaid(rows[j - 1], rows[j]) == 0; j--)
                {
                    (rows[j - 1], rows[j]) = (rows[j], rows[j - 1]);
                }
            }
        }
    }

    // Versions of one fact in the order in which they became known: each replaces the one before.
    private void Correct(int[] versions)
    {
        var (isGood, id) = (true, facts.IdText(facts.Id(versions[0])));
        for (var i = 1; i < versions.Length; i++)
        {
            var (earlier, later) = (versions[i - 1], versions[i]);
            if (facts.KnownOn(earlier) == facts.KnownOn(later))
            {
                isGood = Conflict(earlier, later, "id", "P5028", id, Day.Write(facts.KnownOn(later)));
            }
            else if (!facts.SaysKnown(later))
            {
                isGood = Conflict(earlier, later, "id", "P5029", id);
            }
        }

        if (!isGood)
        {
            LeaveOut(versions);
            return;
        }

        if (_replacedOn is null)
        {
            _replacedOn = new int[facts.Count];
            Array.Fill(_replacedOn, int.MaxValue);
        }

        for (var i = 1; i < versions.Length; i++)
        {
            _replacedOn[versions[i - 1]] = facts.KnownOn(versions[i]);
        }
    }

    private void Steps(RowOrder order)
    {
        for (var p = 0; p + 1 < order.Offsets.Length; p++)
        {
            var rows = order.Rows.AsSpan(order.Offsets[p]..order.Offsets[p + 1]);
            for (int from = 0, to; from < rows.Length; from = to)
            {
                for (to = from + 1; to < rows.Length && facts.First(rows[to]) == facts.First(rows[from]); to++)
                {
                }

                if (to > from + 1)
                {
                    StepsOfADay(rows[from..to].ToArray());
                }
            }
        }
    }

    private void StepsOfADay(int[] day)
    {
        int[] rows = [.. day
            .Where(r => facts.CanCount(r) && (_replacedOn is null || _replacedOn[r] == int.MaxValue))
            .OrderBy(r => facts.Lines[r])];
        var isGood = true;
        foreach (var row in rows.Where(r => facts.Step(r) != facts.Step(rows[0])))
        {
            isGood = Conflict(rows[0], row, "step", "P5027", Day.Write(facts.First(row)));
        }

        if (!isGood)
        {
            LeaveOut(rows);
        }
    }

    // Reported where the later of the two stands; where every skipped row is listed, at both. Always false.
    private bool Conflict(int a, int b, string column, string code, params string[] arguments)
    {
        var (early, late) = facts.Lines[a] <= facts.Lines[b] ? (a, b) : (b, a);
        Report(late, early);
        if (skip)
        {
            Report(early, late);
        }

        return false;

        void Report(int row, int other)
        {
            var line = facts.Lines[other].ToString(System.Globalization.CultureInfo.InvariantCulture);
            facts.MistakeIn(row, column, code, [.. arguments, line]);
            _reported.Add(row);
        }
    }

    // If one version of a fact is left out, none is taken: the one before it is known to be wrong.
    private void LeaveOutVersions(RowOrder order, int[] group)
    {
        for (var row = 0; row < group.Length; row++)
        {
            if (facts.Id(row) >= 0 && (group[row] < 0 || (_leftOut?[row] ?? false)))
            {
                facts.LeftOutIds.Add(facts.Id(row));
            }
        }

        if (facts.LeftOutIds.Count > 0)
        {
            LeaveOut([.. order.Rows.Where(r => facts.LeftOutIds.Contains(facts.Id(r)))]);
        }
    }

    // Of facts that contradict each other none is taken; those that have not been reported yet are.
    private void LeaveOut(int[] rows)
    {
        _leftOut ??= new bool[facts.Count];
        foreach (var row in rows)
        {
            _leftOut[row] = true;
            if (skip && _reported.Add(row))
            {
                facts.MistakeIn(row, null, "P5036");
            }
        }
    }
}
