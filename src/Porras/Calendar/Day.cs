using System.Globalization;

namespace Porras;

/// <summary>Days as integers: the border between <see cref="DateOnly"/> and the engine.</summary>
public static class Day
{
    /// <summary>The day number of a date.</summary>
    public static int Of(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;

    /// <summary>The date of a day number.</summary>
    public static DateOnly Date(int day) => DateOnly.FromDayNumber(day);

    /// <summary>
    /// The day number of an ISO day such as <c>2027-01-31</c>; null if the text is not a day that exists.
    /// </summary>
    public static int? Parse(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.DayNumber : null;

    /// <summary>ISO text of a day; "…" for a day without end or beginning.</summary>
    public static string Write(int day) => day is < 0 or > 3652058
        ? "…" : Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The day with the same number some months away, or that month's last day if it has no such number. Months may
    /// be below zero.
    /// </summary>
    public static int PlusMonths(int day, int months) => Date(day).AddMonths(months).DayNumber;
}
