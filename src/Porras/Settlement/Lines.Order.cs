namespace Porras;

/// <content>The order of lines, and which of them stay.</content>
public sealed partial class Lines
{
    /// <summary>The lines in the order of a settlement: earned day, participant, fee, occurrence, episode.</summary>
    public IEnumerable<FeeLine> InOrder() => Order().Select(i => this[i]);

    /// <summary>The places of the lines in the order of a settlement.</summary>
    internal int[] Order()
    {
        if (Count == 0)
        {
            return [];
        }

        // Lines stand by participant, so putting them into their days leaves most days in order already.
        var earned = Earned;
        var first = int.MaxValue;
        var last = int.MinValue;
        foreach (var day in earned)
        {
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
        }

        var ends = new int[last - first + 2];
        foreach (var day in earned)
        {
            ends[day - first + 1]++;
        }

        for (var day = 1; day < ends.Length; day++)
        {
            ends[day] += ends[day - 1];
        }

        var order = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            order[ends[earned[i] - first]++] = i;
        }

        var byLine = Comparer<int>.Create(OneDay);
        for (var (day, from) = (0, 0); day < ends.Length - 1; from = ends[day++])
        {
            InOrder(order.AsSpan(from, ends[day] - from), byLine);
        }

        return order;
    }

    private void InOrder(Span<int> day, Comparer<int> byLine)
    {
        for (var i = 1; i < day.Length; i++)
        {
            if (_participant[day[i - 1]] >= _participant[day[i]] && OneDay(day[i - 1], day[i]) > 0)
            {
                day.Sort(byLine);
                return;
            }
        }
    }

    /// <summary>
    /// The place of the first line of a participant, or where it would stand, in lines in the order of participants.
    /// </summary>
    internal int FirstOf(int participant)
    {
        var (from, to) = (0, Count);
        while (from < to)
        {
            var middle = from + (to - from) / 2;
            (from, to) = _participant[middle] < participant ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    /// <summary>Forgets the lines whose amount is 0; the others stay in order.</summary>
    internal void DropZeros()
    {
        var kept = Count - Amounts.Count(0);
        if (kept == Count)
        {
            return;
        }

        Close(_participant);
        Close(_earned);
        Close(_time);
        Close(_fee);
        Close(_episode);
        Close(_kind);
        Close(_amount);
        Count = kept;
    }

    private void Close<T>(T[]? cells)
    {
        var at = 0;
        for (var i = 0; cells is not null && i < Count; i++)
        {
            if (_amount[i] != 0)
            {
                cells[at++] = cells[i];
            }
        }
    }

    private int OneDay(int a, int b)
    {
        var participant = _participant[a].CompareTo(_participant[b]);
        var fee = participant != 0 ? participant : _fee[a].CompareTo(_fee[b]);
        var time = fee != 0 ? fee : _time[a].CompareTo(_time[b]);
        var episode = time != 0 ? time : EpisodeOf(a).CompareTo(EpisodeOf(b));
        var kind = episode != 0 ? episode : KindOf(a).CompareTo(KindOf(b));
        return kind != 0 || _parties is null ? kind : _parties[a].CompareTo(_parties[b]);
    }
}
