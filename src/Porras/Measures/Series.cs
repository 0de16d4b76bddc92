namespace Porras;

/// <summary>What happened for one owner, day by day: how often, and what it adds up to.</summary>
public sealed class Series
{
    private readonly int[] _days;
    private readonly int[] _counts;
    private readonly Exact[] _sums;
    private readonly Exact[] _lowest;
    private readonly double[] _squares;

    /// <summary>A series of entries in any order.</summary>
    public Series(List<(int Day, Exact Value)> entries)
    {
        entries.Sort((a, b) => a.Day.CompareTo(b.Day));
        var days = entries.Count == 0 ? 0 : 1;
        for (var i = 1; i < entries.Count; i++)
        {
            days += entries[i].Day != entries[i - 1].Day ? 1 : 0;
        }

        (_days, _lowest) = (new int[days], new Exact[days]);
        (_counts, _sums, _squares) = (new int[days + 1], new Exact[days + 1], new double[days + 1]);
        var at = -1;
        foreach (var (day, value) in entries)
        {
            if (at < 0 || _days[at] != day)
            {
                at++;
                (_days[at], _lowest[at]) = (day, value);
                (_counts[at + 1], _sums[at + 1], _squares[at + 1]) = (_counts[at], _sums[at], _squares[at]);
            }

            _lowest[at] = Exact.Min(_lowest[at], value);
            _counts[at + 1]++;
            _sums[at + 1] += value;
            _squares[at + 1] += value.ToDouble() * value.ToDouble();
        }
    }

    /// <summary>A series in which nothing happened.</summary>
    public static Series Empty { get; } = new([]);

    /// <summary>The days on which something happened, in rising order.</summary>
    public ReadOnlySpan<int> Days => _days;

    /// <summary>How often within some days.</summary>
    public int Count(DaySpan over)
    {
        var (from, to) = Range(over);
        return _counts[to] - _counts[from];
    }

    /// <summary>What the entries of some days add up to.</summary>
    public Exact Sum(DaySpan over)
    {
        var (from, to) = Range(over);
        return _sums[to] - _sums[from];
    }

    /// <summary>On how much the mean of some days rests.</summary>
    public Sample SampleOf(DaySpan over)
    {
        var (from, to) = Range(over);
        return Sample.OfMean(Count(over), Sum(over).ToDouble(), _squares[to] - _squares[from]);
    }

    /// <summary>The least value within some days; null if nothing happened.</summary>
    public Exact? Lowest(DaySpan over)
    {
        var (from, to) = Range(over);
        return from == to ? null : _lowest[from..to].Aggregate(Exact.Min);
    }

    private (int From, int To) Range(DaySpan over)
    {
        var (from, to) = (First(over.First), First(over.Last == int.MaxValue ? over.Last : over.Last + 1));
        return (from, Math.Max(from, to));
    }

    // The place of the first day that is not earlier.
    private int First(int day) => Array.BinarySearch(_days, day) is var i && i < 0 ? ~i : i;
}
