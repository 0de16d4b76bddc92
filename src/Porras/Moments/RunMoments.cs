using System.Runtime.InteropServices;

namespace Porras;

/// <summary>How much a threshold or a block asks for.</summary>
/// <param name="Value">The amount, in the measure's unit.</param>
/// <param name="InMonths">Whether a run of days is asked for months by the calendar.</param>
/// <param name="Priced">The day whose row is read; null: each day asked.</param>
/// <param name="Needed">How many whole days or units that is, where it is the same for all episodes alike.</param>
public sealed record AskedPlan(ValuePlan Value, bool InMonths, DayPlan? Priced, Remembered Needed);

/// <summary>A threshold or blocks of a measure that counts days, weeks or months in runs.</summary>
/// <remarks>
/// One pass over the stretches. <c>unbroken</c> counts one run at a time; what is left over in a block is lost at a
/// break, and occurrences are numbered through all runs.
/// </remarks>
public sealed class RunMoment(
    Said<Moment> source,
    BoundsPlan bounds,
    RunMeasure measure,
    AskedPlan asked,
    bool unbroken,
    bool exceeds,
    bool blocks)
    : MomentPlan(source, bounds)
{
    /// <summary>The measure.</summary>
    public RunMeasure Measure => measure;

    /// <summary>How much is asked.</summary>
    public AskedPlan Asked => asked;

    /// <summary>Whether one run at a time counts.</summary>
    public bool ByRun => unbroken || measure.Alone;

    /// <inheritdoc/>
    public override void Occur(ServiceCase c, int most, List<Occurrence> found)
    {
        var frame = Bounds.Frame(c);
        if (frame.IsEmpty || Needed(c) is not { } needed)
        {
            return;
        }

        frame = measure.Over(c, frame);
        if (Bounds.WithinAny is { } rolling)
        {
            Roll(c, frame, rolling, needed, found);
        }
        else if (asked.InMonths)
        {
            ByMonths(c, frame, needed, most, found);
        }
        else
        {
            var begin = found.Count;
            ByDays(c, frame, needed, most, new Occurrences(found));
            Earliest(found, begin);
        }

        if (measure.Window is not null)
        {
            // The measure counts in its own window; the moment still has to lie in the fee's bounds.
            var bound = Bounds.Frame(c);
            found.RemoveAll(o => !bound.Contains(o.Day));
        }
    }

    /// <inheritdoc/>
    public override bool GivesDays =>
        Bounds.WithinAny is null && !asked.InMonths && !measure.Alone && measure.Window is null;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Days(ServiceCase c, int most)
    {
        var frame = Bounds.Frame(c);
        if (frame.IsEmpty || most <= 0 || Needed(c) is not { } needed)
        {
            return [];
        }

        c.Days.Clear();
        ByDays(c, measure.Over(c, frame), needed, most, new OnlyDays(c.Days));
        return CollectionsMarshal.AsSpan(c.Days);
    }

    /// <inheritdoc/>
    public override void Supports(ServiceCase c, Occurrence occurrence, List<Support> supports) =>
        measure.Supports(c, occurrence.Counted, supports);

    /// <summary>How many counted days, units or months are asked for; null if the amount has no value.</summary>
    public int? Needed(ServiceCase c)
    {
        if (asked.Needed.TryGet(c, out var known, out var at))
        {
            return (int)known;
        }

        var day = asked.Priced?.Find(c) ?? c.Start;
        return asked.Value.TryRead(c, new Spot(day, day, new(c.Start, day)), out var value)
            ? (int)asked.Needed.Keep(c, at, WholeDays(value)) : null;
    }

    private int WholeDays(Exact value)
    {
        if (value.IsWhole && measure.Worth == 1)
        {
            return Math.Max(1, checked((int)value.Numerator + (exceeds && !asked.InMonths ? 1 : 0)));
        }

        var units = asked.InMonths ? value : value / measure.Worth;
        return Math.Max(1, (int)(exceeds && !asked.InMonths ? units.Floor() + 1 : units.Ceiling()));
    }

    private void ByDays<TFound>(ServiceCase c, DaySpan frame, int needed, int most, TFound found)
        where TFound : struct, IFound
    {
        var runs = measure.Runs(c);
        var begin = found.Count;
        var (counted, blockFirst, run) = (0, 0, -1);
        for (var i = 0; i < runs.Count; i++)
        {
            var first = Math.Max(runs.First(i), frame.First);
            var last = Math.Min(runs.Last(i), frame.Last);
            if (first > last || (Bounds.Begun.Length > 0 && !Bounds.HasBegun(c, runs.TrueFirst(i))))
            {
                continue;
            }

            counted = ByRun && runs.Run(i) != run ? 0 : counted;
            run = runs.Run(i);
            while (first <= last)
            {
                blockFirst = counted == 0 ? first : blockFirst;
                var day = first + (needed - counted) - 1;
                if (day > last)
                {
                    counted += last - first + 1;
                    break;
                }

                found.Add(blockFirst, day);
                if (found.Count - begin == most || (!blocks && !measure.Alone))
                {
                    return;
                }

                (counted, first) = (0, blocks ? day + 1 : last + 1);
            }
        }
    }

    private void ByMonths(ServiceCase c, DaySpan frame, int months, int most, List<Occurrence> found)
    {
        var runs = measure.Runs(c);
        var begin = found.Count;
        for (var i = 0; i < runs.Count; i++)
        {
            var first = Math.Max(runs.First(i), frame.First);
            var last = Math.Min(runs.Last(i), frame.Last);
            if (first > last || !Bounds.HasBegun(c, runs.TrueFirst(i)))
            {
                continue;
            }

            // One run is one stretch here: gaps that do not count are refused with months.
            var duration = new Duration(months, DurationUnit.Months);
            for (var k = 1; k == 1 || blocks; k++)
            {
                var day = duration.LastDayFrom(first, k) + (exceeds ? 1 : 0);
                if (day > last || found.Count - begin >= most)
                {
                    break;
                }

                found.Add(new(day) { Counted = new(k == 1 ? first : duration.LastDayFrom(first, k - 1) + 1, day) });
            }

            if (!blocks && found.Count > begin && !measure.Alone)
            {
                return;
            }
        }

        Earliest(found, begin);
    }

    // Spans that stand alone may overlap: the one that gets there first counts.
    private void Earliest(List<Occurrence> found, int begin)
    {
        if (measure.Alone && found.Count - begin > 1)
        {
            var best = found.Skip(begin).MinBy(o => o.Day);
            found.RemoveRange(begin, found.Count - begin);
            found.Add(best);
        }
    }

    private void Roll(ServiceCase c, DaySpan frame, Duration rolling, int needed, List<Occurrence> found)
    {
        var runs = measure.Runs(c);
        for (var i = 0; i < runs.Count; i++)
        {
            var last = Math.Min(runs.Last(i), frame.Last);
            for (var day = Math.Max(runs.First(i), frame.First); day <= last; day++)
            {
                var window = rolling.Before(day + 1).And(frame);
                if (runs.DaysIn(window) >= needed)
                {
                    found.Add(new(day) { Counted = window });
                    return;
                }
            }
        }
    }

    // The same pass writes down occurrences or, where nobody asks more, days.
    private interface IFound
    {
        int Count { get; }

        void Add(int blockFirst, int day);
    }

    private readonly struct Occurrences(List<Occurrence> found) : IFound
    {
        public int Count => found.Count;

        public void Add(int blockFirst, int day) => found.Add(new(day) { Counted = new(blockFirst, day) });
    }

    private readonly struct OnlyDays(List<int> found) : IFound
    {
        public int Count => found.Count;

        public void Add(int blockFirst, int day) => found.Add(day);
    }
}
