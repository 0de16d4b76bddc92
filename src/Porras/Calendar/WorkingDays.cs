namespace Porras;

/// <summary>Working days: Monday to Friday without the holidays of the data set.</summary>
public static class WorkingDays
{
    /// <summary>Whether a day is a working day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="holidays">Holidays in rising order.</param>
    public static bool Is(int day, ReadOnlySpan<int> holidays) =>
        Day.Date(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && holidays.BinarySearch(day) < 0;

    /// <summary>The <paramref name="count"/>-th working day after a day; the day itself for 0.</summary>
    public static int Later(int day, int count, ReadOnlySpan<int> holidays)
    {
        while (count > 0)
        {
            day++;
            count -= Is(day, holidays) ? 1 : 0;
        }

        return day;
    }
}
