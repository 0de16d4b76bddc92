namespace Porras;

/// <summary>Puts the facts of one kind in order and finds those that contradict each other.</summary>
internal sealed class FactCheck(FactRows facts, StartRows starts, NameTable people, bool skip)
{
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

        var order = RowOrder.Of(group, participants, facts.Compare, facts.Lines);
        if (facts.Ids > 0)
        {
            Corrections(order);
        }

        if (facts.Schema.IsLadder)
        {
            Steps(order);
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
            int[] rows = [.. same.OrderBy(facts.KnownOn).ThenBy(r => facts.Lines[r])];
            for (var i = 1; i < rows.Length; i++)
            {
                Correct(rows[i - 1], rows[i]);
            }
        }
    }

    private void Correct(int earlier, int later)
    {
        var id = facts.IdText(facts.Id(later));
        if (facts.KnownOn(earlier) == facts.KnownOn(later))
        {
            Conflict(earlier, later, "id", "P5028", id, Day.Write(facts.KnownOn(later)));
        }
        else if (!facts.SaysKnown(later))
        {
            Conflict(earlier, later, "id", "P5029", id);
        }
        else
        {
            if (_replacedOn is null)
            {
                _replacedOn = new int[facts.Count];
                Array.Fill(_replacedOn, int.MaxValue);
            }

            _replacedOn[earlier] = facts.KnownOn(later);
        }
    }

    private void Steps(RowOrder order)
    {
        for (var p = 0; p + 1 < order.Offsets.Length; p++)
        {
            var latest = -1;
            foreach (var row in order.Rows.AsSpan(order.Offsets[p]..order.Offsets[p + 1]))
            {
                if (!facts.CanCount(row) || (_replacedOn is not null && _replacedOn[row] != int.MaxValue))
                {
                    continue;
                }

                if (latest >= 0 && facts.First(latest) == facts.First(row) && facts.Step(latest) != facts.Step(row))
                {
                    Conflict(latest, row, "step", "P5027", Day.Write(facts.First(row)));
                }

                latest = row;
            }
        }
    }

    private void Conflict(int a, int b, string column, string code, params string[] arguments)
    {
        var (early, late) = facts.Lines[a] <= facts.Lines[b] ? (a, b) : (b, a);
        LeaveOut(late, early);
        if (skip)
        {
            LeaveOut(early, late);
        }

        void LeaveOut(int row, int other)
        {
            var line = facts.Lines[other].ToString(System.Globalization.CultureInfo.InvariantCulture);
            facts.MistakeIn(row, column, code, [.. arguments, line]);
            _leftOut ??= new bool[facts.Count];
            _leftOut[row] = true;
        }
    }
}
