using System.Runtime.InteropServices;

namespace Porras;

/// <summary>Why each line of a settlement is what it is, kept with the lines.</summary>
/// <remarks>
/// Kept are, in columns beside the lines, the way in which each came about, the days counted, the fact, and the
/// arithmetic, of which equal ones are kept once. Telling a reason works out no fee again; it only reads the facts and
/// the measure over the days counted.
/// </remarks>
public sealed class KeptReasons
{
    private readonly Plan _plan;
    private readonly DataSet _counting;
    private readonly int _until;
    private readonly IReadOnlyList<Lines> _lines;
    private readonly PartReasons[] _parts;

    internal KeptReasons(Plan plan, DataSet counting, int until, IReadOnlyList<Lines> lines, PartReasons[] parts) =>
        (_plan, _counting, _until, _lines, _parts) = (plan, counting, until, lines, parts);

    /// <summary>The reason of one line.</summary>
    /// <param name="part">Which of <see cref="Settled.Parts"/>.</param>
    /// <param name="line">Which line of it.</param>
    public Reason Of(int part, int line)
    {
        var told = _lines[part][line];
        var c = _plan.NewCase(_counting, _until);
        Settle.Begin(_plan, c, told.Participant, told.Episode, []);
        return _parts[part].Told(_plan, c, told, line);
    }
}

/// <summary>The reasons of one part of the lines.</summary>
internal sealed class PartReasons(KeptArithmetic arithmetic, int room)
{
    private readonly Dictionary<Manner, int> _placeOf = [];
    private readonly List<Manner> _manners = [];
    private readonly Dictionary<int, IReadOnlyList<LimitEffect>> _limits = [];
    private readonly List<int> _places = [];
    private Kept[] _kept = GC.AllocateUninitializedArray<Kept>(room);
    private int _count, _latest = -1;

    /// <summary>Keeps the reasons of the lines of one fee: of each occurrence that pays something.</summary>
    public void Add(ServiceCase c, FeePlan fee)
    {
        var occurrences = CollectionsMarshal.AsSpan(c.Occurrences(fee.Index));
        var paid = CollectionsMarshal.AsSpan(c.Paid(fee.Index));
        fee.KeepArithmetic(c, arithmetic, _places);
        for (var i = 0; i < paid.Length; i++)
        {
            if (paid[i] != Money.Zero)
            {
                Add(occurrences[i], _places[i]);
            }
        }
    }

    /// <summary>Keeps the reason of one line of a draft.</summary>
    public void Add(Plan plan, ServiceCase c, DraftLine draft)
    {
        plan.Fees[draft.Line.Fee].KeepArithmetic(c, arithmetic, _places);
        if (draft.Limits.Count > 0)
        {
            _limits[_count] = [.. draft.Limits];
        }

        Add(c.Occurrences(draft.Line.Fee)[draft.Occurrence], _places[draft.Occurrence]);
    }

    /// <summary>The reason of one line.</summary>
    public Reason Told(Plan plan, ServiceCase c, in FeeLine line, int at)
    {
        var (kept, manner) = (_kept[at], _manners[_kept[at].Manner]);
        var occurrence = new Occurrence(kept.Day)
        {
            Counted = new(kept.First, kept.Last),
            Fact = manner.Fact,
            Row = kept.Row,
            Step = manner.Step,
            WholeDays = manner.WholeDays,
            Way = manner.Way,
        };
        var limits = _limits.GetValueOrDefault(at) ?? [];
        return Why.Told(plan, c, line, occurrence, arithmetic[kept.Arithmetic], limits);
    }

    private void Add(in Occurrence o, int steps)
    {
        if (_count == _kept.Length)
        {
            Array.Resize(ref _kept, Math.Max(64, 2 * _count));
        }

        var manner = new Manner(o.Way, o.Fact, o.Step, o.WholeDays);
        _kept[_count++] = new(o.Day, o.Counted.First, o.Counted.Last, o.Row, steps, PlaceOf(manner));
    }

    private int PlaceOf(Manner manner)
    {
        if (_latest >= 0 && _manners[_latest] == manner)
        {
            return _latest;
        }

        if (!_placeOf.TryGetValue(manner, out _latest))
        {
            _placeOf[manner] = _latest = _manners.Count;
            _manners.Add(manner);
        }

        return _latest;
    }

    private readonly record struct Kept(int Day, int First, int Last, int Row, int Arithmetic, int Manner);

    private readonly record struct Manner(int Way, int Fact, int Step, int WholeDays);
}

/// <summary>Arithmetic of lines; equal steps are kept once.</summary>
internal sealed class KeptArithmetic
{
    private readonly Dictionary<IReadOnlyList<TraceStep>, int> _placeOf = new(new SameSteps());
    private readonly List<IReadOnlyList<TraceStep>> _all = [];

    /// <summary>What is kept at a place.</summary>
    public IReadOnlyList<TraceStep> this[int place] => _all[place];

    /// <summary>Keeps steps: their place.</summary>
    public int Keep(IReadOnlyList<TraceStep> steps)
    {
        if (!_placeOf.TryGetValue(steps, out var place))
        {
            _placeOf[steps] = place = _all.Count;
            _all.Add(steps);
        }

        return place;
    }

    private sealed class SameSteps : IEqualityComparer<IReadOnlyList<TraceStep>>
    {
        public bool Equals(IReadOnlyList<TraceStep>? a, IReadOnlyList<TraceStep>? b) => a!.SequenceEqual(b!);

        public int GetHashCode(IReadOnlyList<TraceStep> steps) =>
            steps.Aggregate(0, (hash, step) => HashCode.Combine(hash, step));
    }
}
