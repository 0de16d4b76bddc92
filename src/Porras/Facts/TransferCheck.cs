namespace Porras;

/// <summary>Finds changes of provider that contradict each other or the starts.</summary>
internal sealed class TransferCheck(
    TransferRows transfers, StartRows starts, NameTable people, ProviderCheck providers, bool skip)
{
    private readonly bool[] _leftOut = new bool[transfers.Participants.Count];

    /// <summary>The changes in order; those with a mistake are left out.</summary>
    public RowOrder Check(CheckedStarts participants)
    {
        var group = new int[_leftOut.Length];
        for (var row = 0; row < group.Length; row++)
        {
            group[row] = participants.Rank[transfers.Participants[row]];
            if (group[row] < 0)
            {
                Unknown(row);
            }

            _leftOut[row] = !providers.Allows(transfers.Providers[row], transfers.Lines[row], transfers);
        }

        var order = RowOrder.Of(group, participants.Participants.Length, transfers.Compare, transfers.Lines);
        for (var p = 0; p < participants.Participants.Length; p++)
        {
            var rows = order.Rows.AsSpan(order.Offsets[p]..order.Offsets[p + 1]);
            for (var i = 0; i < rows.Length; i++)
            {
                CheckOne(rows, i, starts.DayOf(participants.Order.Rows[participants.Order.Offsets[p]]));
            }
        }

        return order.Without(_leftOut);
    }

    private void Unknown(int row)
    {
        var name = transfers.Participants[row];
        var leftOut = starts.LeftOut.Contains(name);
        if (leftOut ? skip : !starts.IsRefused)
        {
            transfers.MistakeIn(row, "participant", leftOut ? "P5033" : "P5026", people[name]);
        }
    }

    private void CheckOne(ReadOnlySpan<int> rows, int i, int firstStart)
    {
        var (row, day) = (rows[i], transfers.DayOf(rows[i]));
        if (day < firstStart)
        {
            Mistake(row, "P5035", Day.Write(day), Day.Write(firstStart));
        }

        if (i > 0 && transfers.DayOf(rows[i - 1]) == day)
        {
            var other = rows[i - 1];
            Mistake(row, "P5034", Day.Write(day), Line(other));
            if (skip)
            {
                Mistake(other, "P5034", Day.Write(day), Line(row));
            }
        }
    }

    private void Mistake(int row, string code, params string[] arguments)
    {
        transfers.MistakeIn(row, "day", code, arguments);
        _leftOut[row] = true;
    }

    private string Line(int row) => transfers.Lines[row].ToString(System.Globalization.CultureInfo.InvariantCulture);
}
