namespace Porras;

/// <summary>Reads days, durations, windows and calendar periods.</summary>
internal static class Days
{
    private const int YearsMost = 200;
    private static readonly int Earliest = Day.Of(1900, 1, 1);
    private static readonly int Latest = Day.Of(2199, 12, 31);

    /// <summary>A date such as <c>2027-01-31</c>, from 1900 to 2199.</summary>
    public static int Date(this Cursor c)
    {
        var token = c.Current;
        if (token.Kind != TokenKind.Date)
        {
            c.Fail("P1045");
            return Earliest;
        }

        if (Day.Parse(token.Text) is not { } day || day < Earliest || day > Latest)
        {
            c.Fail("P1046");
            return Earliest;
        }

        c.Take();
        return day;
    }

    /// <summary>Whether a date stands here.</summary>
    public static bool SeesDate(this Cursor c) => c.Current.Kind == TokenKind.Date;

    /// <summary>A day as the model names it.</summary>
    public static DayName DayName(this Cursor c)
    {
        var place = c.Place;
        if (c.SeesDate())
        {
            return new DayName.Fixed(c.Date(), place);
        }

        if (c.Try(Keywords.Start))
        {
            return new DayName.Start(place);
        }

        if (c.Try(Keywords.Transfer))
        {
            return new DayName.Transfer(place);
        }

        if (c.Try(Keywords.EndOf))
        {
            return new DayName.EndOf(c.Name());
        }

        if (c.Try(Keywords.CloseOf))
        {
            return new DayName.CloseOf(c.Name());
        }

        if (c.Current.Kind != TokenKind.Word)
        {
            c.Fail("P1045");
        }

        return new DayName.Named(c.Name());
    }

    /// <summary>A duration such as <c>14 days</c>.</summary>
    public static Lasting Lasting(this Cursor c)
    {
        var place = c.Place;
        if (c.Current.Kind != TokenKind.Number)
        {
            c.Fail("P1047");
            return One(DurationUnit.Days, place);
        }

        var literal = c.Literal();
        if (c.Failed)
        {
            return One(DurationUnit.Days, place);
        }

        if (UnitOf(literal.Unit) is not { } unit)
        {
            c.Fail("P1048", literal.Number.ToString());
            return One(DurationUnit.Days, place);
        }

        var most = YearsMost * unit switch
        {
            DurationUnit.Days => 365,
            DurationUnit.Weeks => 52,
            DurationUnit.Months => 12,
            DurationUnit.Years => 1,
            _ => throw new InvalidOperationException($"Unknown unit {unit}."),
        };
        if (!literal.Number.IsWhole || literal.Number < 1 || literal.Number > most || literal.Decimals > 0)
        {
            c.FailAt(place, "P1036", literal.Number.ToString(), "1", Values.Text(most));
            return One(unit, place);
        }

        return new(new((int)literal.Number.Numerator, unit), place);
    }

    /// <summary>A duration after <c>each</c>, where a unit alone means one of it.</summary>
    public static Lasting LastingAfterEach(this Cursor c)
    {
        if (c.Current.Kind == TokenKind.Word && Keywords.Units.TryGetValue(c.Current.Text, out var word)
            && UnitOf(word) is { } unit)
        {
            return One(unit, c.Take().Place);
        }

        return c.Lasting();
    }

    /// <summary>A window by its name, or a duration from, after or before a day.</summary>
    public static Frame Frame(this Cursor c)
    {
        if (c.Current.Kind == TokenKind.Word)
        {
            return new Frame.Window(c.Name());
        }

        if (c.Current.Kind != TokenKind.Number)
        {
            c.Fail("P1049");
        }

        var duration = c.Lasting();
        return new Frame.Around(duration, c.Side(), c.DayName());
    }

    /// <summary><c>from</c>, <c>after</c> or <c>before</c>.</summary>
    public static Side Side(this Cursor c) =>
        (Side)Math.Max(0, c.ExpectOne(Keywords.From, Keywords.After, Keywords.Before));

    /// <summary>A calendar period or contract year if one stands here.</summary>
    public static Period? PeriodIfAny(this Cursor c) =>
        c.Try(Keywords.CalendarMonth) ? Porras.Period.CalendarMonth
        : c.Try(Keywords.CalendarQuarter) ? Porras.Period.CalendarQuarter
        : c.Try(Keywords.CalendarYear) ? Porras.Period.CalendarYear
        : c.Try(Keywords.ContractYear) ? Porras.Period.ContractYear
        : null;

    /// <summary>A calendar period or contract year that has to stand here.</summary>
    public static Period Period(this Cursor c)
    {
        if (c.PeriodIfAny() is { } period)
        {
            return period;
        }

        c.FailKeyword();
        return default;
    }

    private static DurationUnit? UnitOf(UnitWord word) => word switch
    {
        UnitWord.Days => DurationUnit.Days,
        UnitWord.Weeks => DurationUnit.Weeks,
        UnitWord.Months => DurationUnit.Months,
        UnitWord.Years => DurationUnit.Years,
        _ => null,
    };

    private static Lasting One(DurationUnit unit, Place place) => new(new(1, unit), place);
}
