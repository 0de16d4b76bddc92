namespace Porras;

/// <summary>The bounds of a moment, resolved.</summary>
/// <param name="Within">Windows in which counting and the moment lie.</param>
/// <param name="Begun">Windows in which the true first day of a run lies.</param>
/// <param name="WithinAny">The rolling duration; null for none.</param>
/// <param name="After">Days after which counting begins.</param>
/// <param name="Before">Days before which the moment lies.</param>
public sealed record BoundsPlan(
    WindowPlan[] Within,
    WindowPlan[] Begun,
    Duration? WithinAny,
    DayPlan[] After,
    DayPlan[] Before)
{
    /// <summary>
    /// The days in which is counted and in which the moment lies: within all windows, after and before the days, from
    /// the start unless a window lies before it, up to the day of settlement. Contains nothing if a window does, or
    /// if a
    /// day never happens after which counting begins.
    /// </summary>
    public DaySpan Frame(ServiceCase c)
    {
        var span = Windows(c);
        foreach (var day in After)
        {
            span = day.Find(c) is { } d ? span.And(new(d + 1, int.MaxValue)) : DaySpan.Empty;
        }

        foreach (var day in Before)
        {
            span = day.Find(c) is { } d ? span.And(new(int.MinValue, d - 1)) : span;
        }

        return span.IsEmpty ? DaySpan.Empty : c.Clip(span);
    }

    /// <summary>The days that lie in all windows; every day without one.</summary>
    public DaySpan Windows(ServiceCase c)
    {
        var span = DaySpan.All;
        foreach (var window in Within)
        {
            span = span.And(window.Of(c));
        }

        return span;
    }

    /// <summary>Whether a run that truly began on a day counts.</summary>
    public bool HasBegun(ServiceCase c, int trueFirst)
    {
        foreach (var window in Begun)
        {
            if (!window.Of(c).Contains(trueFirst))
            {
                return false;
            }
        }

        return true;
    }
}
