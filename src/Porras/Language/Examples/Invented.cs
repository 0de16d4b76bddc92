namespace Porras;

/// <summary>Values that fit a type or a test, for invented participants.</summary>
internal static class Invented
{
    /// <summary>A value of a type, as it stands in a data set.</summary>
    /// <param name="type">The type.</param>
    /// <param name="day">What a day is.</param>
    /// <param name="money">The model's currency.</param>
    public static string Value(ColumnType type, int day, Currency money) => type.Kind switch
    {
        ValueKind.Number => "20",
        ValueKind.Money => new Money(500 * money.Scale).ToString(money),
        ValueKind.Percent => "90",
        ValueKind.Points => "70",
        ValueKind.Hours => "2",
        ValueKind.Days => "10",
        ValueKind.Weeks => "2",
        ValueKind.Months => "3",
        ValueKind.AWeek => "30",
        ValueKind.Day => Day.Write(day),
        ValueKind.Name => "first",
        ValueKind.YesNo => "no",
        ValueKind.OneOf => type.Labels.Count > 0 ? type.Labels[0] : "",
        _ => throw Speech.Unknown(type.Kind),
    };

    /// <summary>A value in a fact: more than what is known on the start, so that something has grown.</summary>
    /// <param name="type">The type.</param>
    /// <param name="day">What a day is.</param>
    /// <param name="money">The model's currency.</param>
    public static string Happening(ColumnType type, int day, Currency money) => type.Kind switch
    {
        ValueKind.Number => "50",
        ValueKind.Money => new Money(800 * money.Scale).ToString(money),
        _ => Value(type, day, money),
    };

    /// <summary>A number that passes a comparison, or the nearest one that does not.</summary>
    /// <param name="compare">The comparison.</param>
    /// <param name="edge">What it compares with, in the engine's measure.</param>
    /// <param name="kind">What is compared.</param>
    /// <param name="money">The model's currency.</param>
    /// <param name="passes">Whether it is to pass.</param>
    public static string Number(Compare compare, Exact edge, ValueKind? kind, Currency money, bool passes = true)
    {
        var above = compare is Compare.AtLeast or Compare.Above == passes;
        var written = kind switch
        {
            ValueKind.Percent => edge * 100,
            ValueKind.Money => edge / money.Scale,
            ValueKind.Weeks => edge / 7,
            _ => edge,
        };
        var value = written * (above ? Exact.Of(6, 5) : Exact.Of(4, 5));
        value = kind == ValueKind.Money ? value : Exact.Of(above ? value.Ceiling() : value.Floor(), 1);
        if (kind == ValueKind.Percent)
        {
            // More than the whole is rare; a share that has to be above an edge stays at the whole where it can.
            value = above && written <= 100 && value > 100 ? 100 : value;
            value = value == written && compare is Compare.Above or Compare.Below ? value + (above ? 1 : -1) : value;
        }

        return value.ToString(kind == ValueKind.Money ? money.Decimals : 0);
    }
}
