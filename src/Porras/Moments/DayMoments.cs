using System.Runtime.InteropServices;

namespace Porras;

/// <summary>A day, once.</summary>
public sealed class OnDay(Said<Moment> source, BoundsPlan bounds, DayPlan day) : MomentPlan(source, bounds)
{
    /// <summary>The day.</summary>
    public DayPlan Day => day;

    /// <inheritdoc/>
    public override void Occur(ServiceCase c, int most, List<Occurrence> found)
    {
        if (day.Find(c) is { } d && Bounds.Frame(c).Contains(d))
        {
            found.Add(new(d) { Counted = new(d, d) });
        }
    }

    /// <inheritdoc/>
    public override bool GivesDays => true;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Days(ServiceCase c, int most)
    {
        c.Days.Clear();
        if (most > 0 && day.Find(c) is { } d && Bounds.Frame(c).Contains(d))
        {
            c.Days.Add(d);
        }

        return CollectionsMarshal.AsSpan(c.Days);
    }
}

/// <summary>The day of every fact of a kind; two on one day are two occurrences.</summary>
public sealed class OnFact(Said<Moment> source, BoundsPlan bounds, int fact) : MomentPlan(source, bounds)
{
    /// <summary>The kind of fact.</summary>
    public int Fact => fact;

    /// <inheritdoc/>
    public override void Occur(ServiceCase c, int most, List<Occurrence> found)
    {
        var frame = Bounds.Frame(c);
        if (frame.IsEmpty)
        {
            return;
        }

        var (from, to) = c.Rows(fact);
        var table = c.Facts(fact);
        var begin = found.Count;
        for (var row = from; row < to && table.First[row] <= frame.Last; row++)
        {
            if (!frame.Contains(table.Last[row]))
            {
                continue;
            }

            var days = new DaySpan(table.First[row], table.Last[row]);
            found.Add(new(days.Last) { Fact = fact, Row = row, Counted = days });
            if (!table.Schema.IsSpan && found.Count - begin == most)
            {
                return;
            }
        }

        if (table.Schema.IsSpan)
        {
            // Spans are sorted by their first day; their own day is the last.
            found.Sort(begin, found.Count - begin, ByDay);
        }
    }

    /// <inheritdoc/>
    public override bool GivesDays => true;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Days(ServiceCase c, int most)
    {
        var frame = Bounds.Frame(c);
        var table = c.Facts(fact);
        var (from, to) = c.Rows(fact);
        if (frame.IsEmpty || most <= 0)
        {
            return [];
        }

        return table.Schema.IsSpan ? LastDays(c, frame, table.First.AsSpan(from..to), table.Last.AsSpan(from..to), most)
            : Within(frame, table.First.AsSpan(from..to), most);
    }

    // Facts on a day stand in order of it, so those in the frame are one stretch of the column.
    private static ReadOnlySpan<int> Within(DaySpan frame, ReadOnlySpan<int> days, int most)
    {
        var first = 0;
        while (first < days.Length && days[first] < frame.First)
        {
            first++;
        }

        var last = days.Length;
        while (last > first && days[last - 1] > frame.Last)
        {
            last--;
        }

        return days.Slice(first, Math.Min(last - first, most));
    }

    private static ReadOnlySpan<int> LastDays(
        ServiceCase c, DaySpan frame, ReadOnlySpan<int> first, ReadOnlySpan<int> last, int most)
    {
        c.Days.Clear();
        for (var row = 0; row < first.Length && first[row] <= frame.Last; row++)
        {
            if (frame.Contains(last[row]))
            {
                c.Days.Add(last[row]);
            }
        }

        var days = CollectionsMarshal.AsSpan(c.Days);
        days.Sort();
        return days[..Math.Min(days.Length, most)];
    }

    private static readonly Comparer<Occurrence> ByDay =
        Comparer<Occurrence>.Create((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.Row.CompareTo(b.Row));
}

/// <summary>The day on which each span of a fact completes a duration.</summary>
public sealed class EachLasting(Said<Moment> source, BoundsPlan bounds, int fact, Duration duration)
    : MomentPlan(source, bounds)
{
    /// <summary>The kind of fact.</summary>
    public int Fact => fact;

    /// <inheritdoc/>
    public override void Occur(ServiceCase c, int most, List<Occurrence> found)
    {
        var frame = Bounds.Frame(c);
        var (from, to) = c.Rows(fact);
        var table = c.Facts(fact);
        var begin = found.Count;
        for (var row = from; row < to && table.First[row] <= frame.Last && !frame.IsEmpty; row++)
        {
            var first = Math.Max(table.First[row], frame.First);
            var day = duration.LastDayFrom(first);
            if (day <= table.Last[row] && frame.Contains(day) && Bounds.HasBegun(c, table.First[row]))
            {
                found.Add(new(day) { Fact = fact, Row = row, Counted = new(first, day) });
            }
        }

        found.Sort(begin, found.Count - begin, Comparer<Occurrence>.Create((a, b) => a.Day.CompareTo(b.Day)));
    }
}

/// <summary>The end or the beginning of each period of a window.</summary>
public sealed class EachPeriod(
    Said<Moment> source, BoundsPlan bounds, bool end, Period? period, Duration? part, WindowPlan? of, Periods periods)
    : MomentPlan(source, bounds)
{
    /// <inheritdoc/>
    public override void Occur(ServiceCase c, int most, List<Occurrence> found)
    {
        var window = Window(c);
        var frame = Bounds.Frame(c);
        var first = window.First;
        for (var k = 1; first <= window.Last && !window.IsEmpty && !frame.IsEmpty && found.Count < most; k++)
        {
            var whole = period is { } p ? periods.Of(p, first) : new(first, part!.Value.LastDayFrom(window.First, k));
            var cut = whole.And(window);
            var day = end ? cut.Last : cut.First;
            if (day > frame.Last)
            {
                return;
            }

            if (frame.Contains(day))
            {
                found.Add(new(day) { Counted = cut, WholeDays = whole.Length });
            }

            first = whole.Last + 1;
        }
    }

    // A period is cut at the window's own edge, at the start and where a new episode begins; the day of settlement cuts
    // nothing.
    private DaySpan Window(ServiceCase c)
    {
        var window = of is not null ? of.Of(c).And(Bounds.Windows(c)) : Bounds.Windows(c);
        if (of is null && Bounds.Within.Length == 0)
        {
            window = periods.InForce;
        }

        return window.And(new(c.Start, c.EpisodeLast));
    }
}

/// <summary>The day on which the highest step so far of a ladder rises.</summary>
public sealed class NewStep(
    Said<Moment> source,
    BoundsPlan bounds,
    int ladder,
    IReadOnlyList<int> steps,
    (int From, int To) range,
    bool skippedPaid)
    : MomentPlan(source, bounds)
{
    /// <summary>The ladder's kind of fact.</summary>
    public int Ladder => ladder;

    /// <inheritdoc/>
    public override void Occur(ServiceCase c, int most, List<Occurrence> found)
    {
        var frame = Bounds.Frame(c);
        var (first, last) = c.Rows(ladder);
        var table = c.Facts(ladder);
        var highest = Baseline(c, table, first, last);
        for (var row = first; row < last && table.First[row] <= Math.Min(c.Until, c.EpisodeLast); row++)
        {
            var step = (int)table.Columns[0].Values[row];
            if (table.First[row] <= c.Start || step <= highest)
            {
                continue;
            }

            if (frame.Contains(table.First[row]))
            {
                Reached(table.First[row], row, highest, step, found);
            }

            highest = step;
        }
    }

    /// <summary>The latest step on or before the start; without one, the lowest.</summary>
    public int Baseline(ServiceCase c, FactTable table, int first, int last)
    {
        var baseline = steps.Min();
        for (var row = first; row < last && table.First[row] <= c.Start; row++)
        {
            baseline = (int)table.Columns[0].Values[row];
        }

        return baseline;
    }

    private void Reached(int day, int row, int highest, int step, List<Occurrence> found)
    {
        foreach (var passed in steps.Order())
        {
            var isNew = passed > highest && passed <= step && passed >= range.From && passed <= range.To;
            if (isNew && (skippedPaid || passed == step))
            {
                found.Add(new(day) { Fact = ladder, Row = row, Step = passed, Counted = new(day, day) });
            }
        }
    }
}
