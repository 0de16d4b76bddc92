namespace Porras;

/// <summary>
/// Counted days as stretches in rising order that do not overlap; stretches of one run share a number.
/// </summary>
public sealed class Runs
{
    private int[] _first = new int[8];
    private int[] _last = new int[8];
    private int[] _run = new int[8];
    private int[] _trueFirst = new int[8];

    /// <summary>How many stretches there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first day of a stretch.</summary>
    public int First(int i) => _first[i];

    /// <summary>The last day of a stretch.</summary>
    public int Last(int i) => _last[i];

    /// <summary>The number of the run a stretch belongs to.</summary>
    public int Run(int i) => _run[i];

    /// <summary>The first day of that run as recorded, even before the start.</summary>
    public int TrueFirst(int i) => _trueFirst[i];

    /// <summary>Forgets all stretches.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a stretch to the end, of the run before it or of a new one.</summary>
    public void Add(int first, int last, bool sameRun) => Add(first, last, sameRun, first);

    /// <summary>The same, where a new run began on another day than its first counted one.</summary>
    public void Add(int first, int last, bool sameRun, int trueFirst)
    {
        if (Count == _first.Length)
        {
            Array.Resize(ref _first, 2 * Count);
            Array.Resize(ref _last, 2 * Count);
            Array.Resize(ref _run, 2 * Count);
            Array.Resize(ref _trueFirst, 2 * Count);
        }

        var same = sameRun && Count > 0;
        _run[Count] = same ? _run[Count - 1] : Count == 0 ? 0 : _run[Count - 1] + 1;
        _trueFirst[Count] = same ? _trueFirst[Count - 1] : trueFirst;
        (_first[Count], _last[Count]) = (first, last);
        Count++;
    }

    /// <summary>Makes the last stretch longer.</summary>
    public void Extend(int last) => _last[Count - 1] = Math.Max(_last[Count - 1], last);

    /// <summary>How many days are counted in a span.</summary>
    public int DaysIn(DaySpan span)
    {
        var days = 0;
        for (var i = 0; i < Count && _first[i] <= span.Last; i++)
        {
            days += Math.Max(0, Math.Min(_last[i], span.Last) - Math.Max(_first[i], span.First) + 1);
        }

        return days;
    }

    /// <summary>The most days counted in a span by a single run.</summary>
    public int LongestIn(DaySpan span)
    {
        var (longest, days) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            days = i > 0 && _run[i] == _run[i - 1] ? days : 0;
            days += Math.Max(0, Math.Min(_last[i], span.Last) - Math.Max(_first[i], span.First) + 1);
            longest = Math.Max(longest, days);
        }

        return longest;
    }
}
