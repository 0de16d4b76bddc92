namespace Porras;

/// <summary>A threshold or blocks of any measure, asked on every day on which its value can change.</summary>
public sealed class ValueMoment(
    Said<Moment> source, BoundsPlan bounds, MeasurePlan measure, AskedPlan asked, bool exceeds, bool blocks)
    : MomentPlan(source, bounds)
{
    /// <summary>The measure.</summary>
    public MeasurePlan Measure => measure;

    /// <summary>How much is asked.</summary>
    public AskedPlan Asked => asked;

    /// <inheritdoc/>
    public override void Occur(ServiceCase c, int most, List<Occurrence> found)
    {
        var frame = Bounds.Frame(c);
        if (frame.IsEmpty)
        {
            return;
        }

        if (measure is ColumnMeasure { Adds: true } adding && Bounds.WithinAny is null && asked.Value.IsFixed)
        {
            AddUp(c, adding, frame, most, found);
            return;
        }

        var days = new List<int> { frame.First };
        measure.Changes(c, frame, days);
        var (previous, reached) = (int.MinValue, 0);
        foreach (var day in days.Order())
        {
            if (day == previous || found.Count >= most || (!blocks && reached > 0))
            {
                continue;
            }

            previous = day;
            var counted = Bounds.WithinAny is { } rolling ? rolling.Before(day + 1).And(frame) : new(frame.First, day);
            reached = On(c, day, counted, reached, frame, found);
        }
    }

    /// <inheritdoc/>
    public override void Supports(ServiceCase c, Occurrence occurrence, List<Support> supports) =>
        measure.Supports(c, occurrence.Counted, supports);

    /// <summary>The value over some days and what is asked of it; null if either has no value.</summary>
    public (Exact Value, Exact Asked)? Read(ServiceCase c, int day, DaySpan counted)
    {
        var priced = asked.Priced?.Find(c) ?? day;
        var spot = new Spot(day, priced, counted);
        return measure.TryValue(c, counted, spot, out var value) && asked.Value.TryRead(c, spot, out var x)
            ? (value, x) : null;
    }

    private int On(ServiceCase c, int day, DaySpan counted, int reached, DaySpan frame, List<Occurrence> found)
    {
        if (Read(c, day, counted) is not var (value, x))
        {
            return reached;
        }

        var now = Times(value, x);
        for (var k = reached; k < now && (blocks || k == 0); k++)
        {
            if (frame.Contains(day))
            {
                found.Add(new(day) { Counted = counted });
            }
        }

        return Math.Max(reached, now);
    }

    private int Times(Exact value, Exact x)
    {
        if (!blocks)
        {
            return (exceeds ? value > x : value >= x) ? 1 : 0;
        }

        return x.Sign <= 0 || value.Sign <= 0 ? 0 : (int)Int128.Min((value / x).Floor(), int.MaxValue);
    }

    // Facts that only add are gone through once.
    private void AddUp(ServiceCase c, ColumnMeasure adding, DaySpan frame, int most, List<Occurrence> found)
    {
        var over = adding.Over(c, frame);
        if (!asked.Value.TryRead(c, new Spot(c.Start, c.Start, frame), out var x))
        {
            return;
        }

        var (total, reached) = (Exact.Zero, 0);
        foreach (var (day, row) in adding.Entries(c))
        {
            if (!over.Contains(day))
            {
                continue;
            }

            total += adding.Adding(c, row);
            var now = Times(total, x);
            for (var k = reached; k < now && (blocks || k == 0) && found.Count < most; k++)
            {
                if (frame.Contains(day))
                {
                    found.Add(new(day) { Counted = new(over.First, day) });
                }
            }

            reached = Math.Max(reached, now);
            if (found.Count >= most || (!blocks && reached > 0))
            {
                return;
            }
        }
    }
}
