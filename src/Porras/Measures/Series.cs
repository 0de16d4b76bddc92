namespace Porras;

/// <summary>What happened for one owner, day by day: how often, and what it adds up to.</summary>
public sealed class Series
{
    private readonly int[] _days;
    private readonly int[] _counts;
    private readonly Exact[] _sums;
    private readonly Exact[] _lowest;
    private readonly double[] _squares;

    /// <summary>A series of what has been put together.</summary>
    public Series(SeriesRows rows)
    {
        var all = rows.InOrder();
        (_days, _lowest) = (new int[all.Length], new Exact[all.Length]);
        _counts = new int[all.Length + 1];
        _sums = new Exact[all.Length + 1];
        _squares = new double[all.Length + 1];
        for (var i = 0; i < all.Length; i++)
        {
            (_days[i], _lowest[i]) = (all[i].Day, all[i].Lowest);
            _counts[i + 1] = _counts[i] + all[i].Count;
            _sums[i + 1] = _sums[i] + all[i].Sum;
            _squares[i + 1] = _squares[i] + all[i].Squares;
        }
    }

    /// <summary>A series in which nothing happened.</summary>
    public static Series Empty { get; } = new(new SeriesRows(null));

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
