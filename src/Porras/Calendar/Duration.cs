namespace Porras;

/// <summary>What a duration is counted in.</summary>
public enum DurationUnit
{
    /// <summary>Days.</summary>
    Days,

    /// <summary>Weeks of 7 days.</summary>
    Weeks,

    /// <summary>Months by the corresponding day.</summary>
    Months,

    /// <summary>Years of 12 months.</summary>
    Years,
}

/// <summary>A duration such as 14 days, 13 weeks, 6 months or 3 years.</summary>
/// <remarks>
/// Months end on the day before the corresponding day, or on the month's last day if it has no such day: six months
/// from 1 March end on 31 August, six months from 31 August end on 28 February.
/// </remarks>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct Duration(int Count, DurationUnit Unit)
{
    /// <summary>Whether it is counted in months or years.</summary>
    public bool InMonths => Unit is DurationUnit.Months or DurationUnit.Years;

    /// <summary>The number of months, for months and years only.</summary>
    public int Months => Unit == DurationUnit.Years ? checked(12 * Count) : Count;

    /// <summary>The number of days, for days and weeks only.</summary>
    public int Days => Unit == DurationUnit.Weeks ? checked(7 * Count) : Count;

    /// <summary>The last day of <paramref name="times"/> such durations that begin on a day.</summary>
    public int LastDayFrom(int first, int times = 1)
    {
        if (!InMonths)
        {
            return checked(first + Days * times - 1);
        }

        // Where the month has no such day the duration ends on its last day, not on the day before it.
        var date = Day.Date(first);
        var same = date.AddMonths(checked(Months * times));
        return same.Day < date.Day ? same.DayNumber : same.DayNumber - 1;
    }

    /// <summary>The span of this duration that begins on a day.</summary>
    public DaySpan From(int day) => new(day, LastDayFrom(day));

    /// <summary>The span that begins on the day after a day.</summary>
    public DaySpan After(int day) => From(day + 1);

    /// <summary>The span that ends on the day before a day.</summary>
    public DaySpan Before(int day) => new(InMonths ? Day.PlusMonths(day, -Months) : day - Days, day - 1);

    /// <summary>
    /// The day this much later: N days on, or the day with the same number N months on (or its month's last).
    /// </summary>
    public int Later(int day) => InMonths ? Day.PlusMonths(day, Months) : checked(day + Days);
}
