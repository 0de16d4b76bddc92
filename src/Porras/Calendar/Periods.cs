using System.Globalization;

namespace Porras;

/// <summary>Calendar periods and contract years.</summary>
public enum Period
{
    /// <summary>January, February …</summary>
    CalendarMonth,

    /// <summary>January to March, April to June …</summary>
    CalendarQuarter,

    /// <summary>January to December.</summary>
    CalendarYear,

    /// <summary>Years counted from the first day in force.</summary>
    ContractYear,
}

/// <summary>Which period a day lies in, for one model: contract years need its first day in force.</summary>
/// <remarks>
/// Contract year 1 begins on the first day in force; each next one on the day that the model names, or else on the
/// anniversary of that first day.
/// </remarks>
/// <param name="InForce">The first and last day in force.</param>
/// <param name="YearBeginsMonth">Month in which contract years 2, 3 … begin; 0 for the anniversary.</param>
/// <param name="YearBeginsDay">Day of that month.</param>
public readonly record struct Periods(DaySpan InForce, int YearBeginsMonth, int YearBeginsDay)
{
    /// <summary>The number of the contract year of a day; 0 before the first day in force.</summary>
    public int ContractYear(int day)
    {
        if (day < InForce.First)
        {
            return 0;
        }

        var year = 1;
        while (day >= YearStart(year + 1))
        {
            year++;
        }

        return year;
    }

    /// <summary>The whole period that a day lies in.</summary>
    public DaySpan Of(Period period, int day)
    {
        var date = Day.Date(day);
        switch (period)
        {
            case Period.CalendarMonth:
                return Months(new(date.Year, date.Month, 1), 1);
            case Period.CalendarQuarter:
                return Months(new(date.Year, (date.Month - 1) / 3 * 3 + 1, 1), 3);
            case Period.CalendarYear:
                return Months(new(date.Year, 1, 1), 12);
            case Period.ContractYear:
                var year = Math.Max(1, ContractYear(day));
                return new(YearStart(year), YearStart(year + 1) - 1);
            default:
                throw new InvalidOperationException($"Unknown period {period}.");
        }
    }

    /// <summary>
    /// The name of the period a day lies in: <c>2027-03</c>, <c>2027-Q1</c>, <c>2027</c>, <c>year-1</c>.
    /// </summary>
    public string Name(Period period, int day)
    {
        var date = Day.Date(day);
        return period switch
        {
            Period.CalendarMonth => Day.Write(day)[..7],
            Period.CalendarQuarter => $"{Day.Write(day)[..4]}-Q{(date.Month + 2) / 3}",
            Period.CalendarYear => Day.Write(day)[..4],
            Period.ContractYear => "year-" + ContractYear(day).ToString(CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException($"Unknown period {period}."),
        };
    }

    /// <summary>The first day of a contract year.</summary>
    public int YearStart(int year)
    {
        if (year == 1)
        {
            return InForce.First;
        }

        if (YearBeginsMonth == 0)
        {
            return Day.PlusMonths(InForce.First, 12 * (year - 1));
        }

        var first = Day.Date(InForce.First);
        var second = new DateOnly(first.Year, YearBeginsMonth, YearBeginsDay);
        return (second > first ? second : second.AddYears(1)).AddYears(year - 2).DayNumber;
    }

    private static DaySpan Months(DateOnly first, int months) =>
        new(first.DayNumber, first.AddMonths(months).DayNumber - 1);
}
