namespace Porras;

/// <summary>A day of a case; none if it has not happened.</summary>
public abstract class DayPlan
{
    private DayPlan()
    {
    }

    /// <summary>The day; null if it has not happened.</summary>
    public abstract int? Find(ServiceCase c);

    /// <summary>The day of start.</summary>
    public sealed class Start : DayPlan
    {
        /// <inheritdoc/>
        public override int? Find(ServiceCase c) => c.Start;
    }

    /// <summary>A date.</summary>
    public sealed class Fixed(int day) : DayPlan
    {
        /// <inheritdoc/>
        public override int? Find(ServiceCase c) => day;
    }

    /// <summary>A known day.</summary>
    public sealed class Known(int column) : DayPlan
    {
        /// <inheritdoc/>
        public override int? Find(ServiceCase c)
        {
            var value = c.Data.Starts.Known[column].Values[c.StartRow];
            return value == Column.Empty ? null : (int)value;
        }
    }

    /// <summary>The last day of a window.</summary>
    public sealed class EndOf(WindowPlan window) : DayPlan
    {
        /// <inheritdoc/>
        public override int? Find(ServiceCase c) => window.Of(c) is { IsEmpty: false } span ? span.Last : null;
    }

    /// <summary>The last day with the earlier provider.</summary>
    public sealed class Transfer : DayPlan
    {
        /// <inheritdoc/>
        public override int? Find(ServiceCase c) =>
            c.Data.Transfers.FirstOf(c.Participant, c.Start, Math.Min(c.Until, c.EpisodeLast));
    }

    /// <summary>The first fact of a kind on or after the start.</summary>
    public sealed class FirstFact(int fact) : DayPlan
    {
        /// <inheritdoc/>
        public override int? Find(ServiceCase c)
        {
            var (from, to) = c.Rows(fact);
            var last = c.Data.Facts[fact].Last;
            var best = int.MaxValue;
            for (var row = from; row < to; row++)
            {
                best = last[row] >= c.Start ? Math.Min(best, last[row]) : best;
            }

            return best <= Math.Min(c.Until, c.EpisodeLast) && best != int.MaxValue ? best : null;
        }
    }

    /// <summary>The first occurrence of a fee.</summary>
    public sealed class FirstFee(int fee) : DayPlan
    {
        /// <inheritdoc/>
        public override int? Find(ServiceCase c) => c.FirstDay(fee);
    }

    /// <summary>The day on which the participant's cohort closes.</summary>
    public sealed class CloseOf(Period? period, Periods periods, Duration closes) : DayPlan
    {
        /// <inheritdoc/>
        public override int? Find(ServiceCase c)
        {
            var cohort = period is { } p ? periods.Of(p, c.Start) : periods.InForce;
            return closes.After(cohort.Last).Last;
        }
    }
}

/// <summary>A window of a case, or a duration around a day.</summary>
public sealed class WindowPlan
{
    private readonly Func<ServiceCase, DaySpan> _rule;
    private readonly int _index;

    private WindowPlan(int index, string name, Func<ServiceCase, DaySpan> rule) =>
        (_index, Name, _rule) = (index, name, rule);

    /// <summary>The window's name; empty for a duration around a day.</summary>
    public string Name { get; }

    /// <summary>A duration from, after or before a day.</summary>
    /// <param name="index">Its place among the windows.</param>
    /// <param name="name">Its name.</param>
    /// <param name="duration">The duration.</param>
    /// <param name="side">On which side of the day.</param>
    /// <param name="day">The day.</param>
    /// <param name="slot">Where a case remembers the windows of days it has met.</param>
    public static WindowPlan Around(
        int index, string name, Duration duration, Side side, DayPlan day, int slot)
    {
        return duration.InMonths ? new(index, name, c => day.Find(c) is { } d ? Kept(c, d) : DaySpan.Empty)
            : new(index, name, c => day.Find(c) is { } d ? On(d) : DaySpan.Empty);

        // Months have to be looked up in the calendar, and many episodes begin on the same day.
        DaySpan Kept(ServiceCase c, int d)
        {
            if (d < 0 || !c.Remembers)
            {
                return On(d);
            }

            var memo = c.Memo(slot);
            if (memo.TryGet(d, out var known))
            {
                return new((int)(known >> 32), (int)(known & int.MaxValue));
            }

            var span = On(d);
            if (span.First >= 0)
            {
                memo.Keep(d, ((long)span.First << 32) | (uint)span.Last);
            }

            return span;
        }

        DaySpan On(int d) => side switch
        {
            Side.From => duration.From(d),
            Side.After => duration.After(d),
            _ => duration.Before(d),
        };
    }

    /// <summary>Between two days, both in it.</summary>
    public static WindowPlan Between(int index, string name, DayPlan first, DayPlan last) =>
        new(index, name, c => first.Find(c) is { } a && last.Find(c) is { } b ? new(a, b) : DaySpan.Empty);

    /// <summary>Its days; contains nothing while a day it hangs on has not happened.</summary>
    public DaySpan Of(ServiceCase c) => c.TryWindow(_index, out var span) ? span : c.Keep(_index, _rule(c));
}
