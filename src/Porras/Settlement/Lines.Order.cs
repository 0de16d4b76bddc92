namespace Porras;

/// <content>The order of lines.</content>
public sealed partial class Lines
{
    /// <summary>The lines in the order of a settlement: earned day, participant, fee, occurrence, episode.</summary>
    public IEnumerable<FeeLine> InOrder() => Order().Select(i => this[i]);

    /// <summary>The places of the lines in the order of a settlement.</summary>
    internal int[] Order()
    {
        var order = new int[Count];
        var keys = new long[Count];
        for (var i = 0; i < Count; i++)
        {
            order[i] = i;
            keys[i] = ((long)_earned[i] << 32) | (uint)_participant[i];
        }

        Array.Sort(keys, order, Comparer<long>.Default);
        for (var from = 0; from < Count;)
        {
            var to = from + 1;
            while (to < Count && keys[to] == keys[from])
            {
                to++;
            }

            Array.Sort(order, from, to - from, Comparer<int>.Create(OneDay));
            from = to;
        }

        return order;
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

    private int OneDay(int a, int b)
    {
        var fee = _fee[a].CompareTo(_fee[b]);
        var time = fee != 0 ? fee : _time[a].CompareTo(_time[b]);
        var episode = time != 0 ? time : EpisodeOf(a).CompareTo(EpisodeOf(b));
        var kind = episode != 0 ? episode : KindOf(a).CompareTo(KindOf(b));
        return kind != 0 || _parties is null ? kind : _parties[a].CompareTo(_parties[b]);
    }
}
