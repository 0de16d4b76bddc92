namespace Porras;

/// <summary>One participant in one episode, as the pipe sees it, with everything worked out so far.</summary>
/// <remarks>
/// A case is scratch space: one for each thread, filled again for every episode. Facts later than the day of
/// settlement are not there; a span that runs past it ends on it.
/// </remarks>
public sealed class ServiceCase
{
    private readonly long[] _windowStamp;
    private readonly DaySpan[] _windows;
    private readonly long[] _measureStamp;
    private readonly object?[] _measures;
    private readonly long[] _rowStamp;
    private readonly int[] _rows;
    private long _stamp;

    private readonly IReadOnlyList<FeeRule> _fees;
    private readonly List<Occurrence>[] _occurrences;
    private readonly List<Money>[] _paid;
    private readonly long[] _occurStamp;
    private readonly long[] _paidStamp;
    private readonly long[] _firstStamp;
    private readonly int[] _firstDays;
    private readonly FactTable[] _facts;
    private readonly Column[] _known;
    private Memo?[] _memos = [];

    /// <summary>Scratch space for the fees of a plan on a data set, settled up to a day.</summary>
    public ServiceCase(DataSet data, int until, int windows, int measures, int tables, IReadOnlyList<FeeRule> fees)
    {
        (Data, Until, _fees) = (data, until, fees);
        (_occurStamp, _paidStamp) = (new long[fees.Count], new long[fees.Count]);
        (_firstStamp, _firstDays) = (new long[fees.Count], new int[fees.Count]);
        (_facts, _known) = ([.. data.Facts], [.. data.Starts.Known]);
        (_windowStamp, _windows) = (new long[windows], new DaySpan[windows]);
        (_measureStamp, _measures) = (new long[measures], new object?[measures]);
        (_rowStamp, _rows) = (new long[tables], new int[tables]);
        _occurrences = [.. fees.Select(_ => new List<Occurrence>())];
        _paid = [.. fees.Select(_ => new List<Money>())];
    }

    /// <summary>The data set: only facts that count.</summary>
    public DataSet Data { get; }

    /// <summary>The day of settlement.</summary>
    public int Until { get; }

    /// <summary>The participant.</summary>
    public int Participant { get; private set; }

    /// <summary>The episode, from 1.</summary>
    public int Episode { get; private set; }

    /// <summary>The row of the start in <see cref="DataSet.Starts"/>.</summary>
    public int StartRow { get; private set; }

    /// <summary>The day of start.</summary>
    public int Start { get; private set; }

    /// <summary>The last day of the episode; <see cref="int.MaxValue"/> for the last one.</summary>
    public int EpisodeLast { get; private set; }

    /// <summary>The participant's group; -1 before groups are known or without groups.</summary>
    public int Group { get; set; }

    /// <summary>Who is paid on the earned day, rather than the provider at the start.</summary>
    public bool ProviderOfTheDay { get; set; }

    /// <summary>Whether numbers that are the same for many episodes are worked out only once.</summary>
    public bool Remembers { get; init; } = true;

    /// <summary>Everybody, for what is counted across participants; null if the model counts nothing so.</summary>
    public Everybody? All { get; init; }

    /// <summary>The owner whose case it is; null for a participant.</summary>
    public ScopeOwner? Owner { get; private set; }

    /// <summary>Writes down how amounts came about; null when nobody asks.</summary>
    public Trace? Trace { get; set; }

    /// <summary>Whether steps are gone through once more only to write them down.</summary>
    public bool Retells { get; set; }

    /// <summary>What settlement must refuse rather than guess.</summary>
    public List<Refusal> Refusals { get; } = [];

    /// <summary>How often a share of nothing was taken for 0, by measure; reported with the settlement.</summary>
    public Dictionary<string, int> SharesOfNothing { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins a new episode and forgets everything about the one before.</summary>
    public void Begin(int participant, int episode, int startRow, int episodeLast)
    {
        (Participant, Episode, StartRow, EpisodeLast) = (participant, episode, startRow, episodeLast);
        (Start, Owner) = (Data.Starts.Day[startRow], null);
        Group = -1;
        _stamp++;
    }

    /// <summary>
    /// Begins the case of an owner: of a cohort, a provider or the contract. It has no facts of its own.
    /// </summary>
    public void Begin(ScopePlan scope, long key)
    {
        (Participant, Episode, StartRow, EpisodeLast) = (-1, 1, -1, int.MaxValue);
        (Start, Owner) = (scope.FirstDay(key), new(scope, key));
        Group = -1;
        _stamp++;
    }

    /// <summary>
    /// The occurrences of a fee, worked out when first asked for: fees refer to each other in an order without circles.
    /// </summary>
    public List<Occurrence> Occurrences(int fee)
    {
        var all = _occurrences[fee];
        if (_occurStamp[fee] != _stamp)
        {
            _occurStamp[fee] = _stamp;
            all.Clear();
            _fees[fee].Occur(this, all);
        }

        return all;
    }

    /// <summary>
    /// What each occurrence of a fee pays before limits, worked out when first asked for; while that goes on, what its
    /// earlier occurrences pay.
    /// </summary>
    public List<Money> Paid(int fee)
    {
        var all = _paid[fee];
        if (_paidStamp[fee] != _stamp)
        {
            _paidStamp[fee] = _stamp;
            all.Clear();
            var trace = Trace;
            Trace = null;
            _fees[fee].Price(this, all);
            Trace = trace;
        }

        return all;
    }

    /// <summary>The day of the first occurrence of a fee; null if there is none.</summary>
    public int? FirstDay(int fee)
    {
        if (_firstStamp[fee] == _stamp)
        {
            return _firstDays[fee] == int.MaxValue ? null : _firstDays[fee];
        }

        return Occurrences(fee) is { Count: > 0 } all ? all[0].Day : null;
    }

    /// <summary>Remembers the days of a fee of which nothing else has been worked out.</summary>
    public void KeepFirst(int fee, ReadOnlySpan<int> days) =>
        (_firstStamp[fee], _firstDays[fee]) = (_stamp, days.IsEmpty ? int.MaxValue : days[0]);

    /// <summary>Whether the occurrences of a fee have been worked out.</summary>
    public bool HasOccurrences(int fee) => _occurStamp[fee] == _stamp;

    /// <summary>Days that are being collected.</summary>
    public List<int> Days { get; } = [];

    /// <summary>The rows of one kind of fact of the participant.</summary>
    public (int From, int To) Rows(int fact) => Participant < 0 ? (0, 0) : _facts[fact].Rows(Participant);

    /// <summary>One kind of fact.</summary>
    public FactTable Facts(int fact) => _facts[fact];

    /// <summary>One known value of all participants.</summary>
    public Column Known(int column) => _known[column];

    /// <summary>What is remembered under a number that a plan has given out.</summary>
    public Memo Memo(int slot)
    {
        if (slot >= _memos.Length)
        {
            Array.Resize(ref _memos, slot + 8);
        }

        return _memos[slot] ??= new();
    }

    /// <summary>
    /// The part of a span in which facts count: up to the day of settlement and the end of the episode, and from the
    /// start unless the span lies before it.
    /// </summary>
    public DaySpan Clip(DaySpan span) => new(
        span.Last < Start ? span.First : Math.Max(span.First, Start),
        Math.Min(span.Last, Math.Min(Until, EpisodeLast)));

    /// <summary>The provider on a day; -1 if none is named.</summary>
    public int ProviderOn(int day)
    {
        if (Owner is { } owner)
        {
            return owner.Scope is ScopePlan.Provider ? (int)owner.Key : -1;
        }

        var provider = Data.Starts.Provider[StartRow];
        return ProviderOfTheDay ? Data.Transfers.ProviderOn(Participant, Start, day, provider) : provider;
    }

    /// <summary>A window once worked out.</summary>
    public bool TryWindow(int window, out DaySpan span)
    {
        span = _windows[window];
        return _windowStamp[window] == _stamp;
    }

    /// <summary>Remembers a window.</summary>
    public DaySpan Keep(int window, DaySpan span)
    {
        (_windowStamp[window], _windows[window]) = (_stamp, span);
        return span;
    }

    /// <summary>The row of a table once looked up by what is known at the start.</summary>
    public bool TryRow(int table, out int row)
    {
        row = _rows[table];
        return _rowStamp[table] == _stamp;
    }

    /// <summary>Remembers the row of a table.</summary>
    public int KeepRow(int table, int row)
    {
        (_rowStamp[table], _rows[table]) = (_stamp, row);
        return row;
    }

    /// <summary>
    /// What a measure has worked out for this episode, to be filled again if <paramref name="fresh"/> is true. The
    /// object itself is kept from episode to episode.
    /// </summary>
    public T Scratch<T>(int measure, out bool fresh)
        where T : class, new()
    {
        fresh = _measureStamp[measure] != _stamp;
        _measureStamp[measure] = _stamp;
        return (T)(_measures[measure] ??= new T());
    }
}

/// <summary>One owner of a scope.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Key">The owner's key in it.</param>
public sealed record ScopeOwner(ScopePlan Scope, long Key);

/// <summary>A fee as cases ask for it: when it occurs and what it pays.</summary>
public abstract class FeeRule
{
    /// <summary>Adds the fee's occurrences of the case, in order.</summary>
    public abstract void Occur(ServiceCase c, List<Occurrence> found);

    /// <summary>Adds what each occurrence pays before limits.</summary>
    public abstract void Price(ServiceCase c, List<Money> paid);
}

/// <summary>Why settlement refuses a case.</summary>
public enum RefusalKind
{
    /// <summary>No row of a table fits.</summary>
    NoRow,

    /// <summary>A cell that is read is empty.</summary>
    EmptyCell,

    /// <summary>Facts of one latest day have different values.</summary>
    TwoLatest,
}

/// <summary>Something that settlement refuses rather than guesses.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Name">The column of a table, or the measure.</param>
/// <param name="Day">The day on which it was asked for.</param>
public readonly record struct Refusal(RefusalKind Kind, string Name, int Day);
