using System.Globalization;
using W = Porras.Keywords;

namespace Porras;

/// <summary>Literals, days, amounts and names as the canonical text writes them.</summary>
internal static class ValueText
{
    /// <summary>A number with its unit, in the singular for one.</summary>
    public static string Of(Literal literal)
    {
        var number = Number(literal);
        return literal.Unit switch
        {
            UnitWord.None => number,
            UnitWord.Percent => $"{number} {W.PercentSign}",
            UnitWord.AWeek => $"{number} {W.AWeek}",
            _ => $"{number} {Unit(literal.Unit, literal.Number == Exact.One)}",
        };
    }

    /// <summary>A literal after <c>each</c>: the unit alone for one of it.</summary>
    public static string AfterEach(Literal literal) =>
        literal is { Decimals: 0, Unit: not (UnitWord.None or UnitWord.Percent or UnitWord.AWeek) }
            && literal.Number == Exact.One ? Unit(literal.Unit, true) : Of(literal);

    /// <summary>A duration.</summary>
    public static string Of(Lasting lasting) => Of(AsLiteral(lasting));

    /// <summary>A duration after <c>each</c>.</summary>
    public static string AfterEach(Lasting lasting) => AfterEach(AsLiteral(lasting));

    /// <summary>A share.</summary>
    public static string Of(Share share) => share switch
    {
        Share.Written(var literal) => Of(literal),
        Share.Named(var name) => name.Text,
        _ => throw new InvalidOperationException($"Unknown share {share}."),
    };

    /// <summary>A literal or a name.</summary>
    public static string Of(Basis basis) => basis switch
    {
        Basis.Written(var literal) => Of(literal),
        Basis.Named(var name) => name.Text,
        _ => throw new InvalidOperationException($"Unknown basis {basis}."),
    };

    /// <summary>An amount.</summary>
    public static string Of(Amount amount)
    {
        var part = amount.Share is { } share ? $"{Of(share)} {W.Of} "
            : amount.Times is { } times ? $"{Of(times)} {W.Times} "
            : "";
        var quantity = amount.ForEach is { } name ? $" {W.ForEach} {name}" : "";
        return part + Of(amount.Base) + quantity;
    }

    /// <summary>A day.</summary>
    public static string Of(DayName day) => day switch
    {
        DayName.Start => W.Start.Phrase,
        DayName.Transfer => W.Transfer.Phrase,
        DayName.EndOf(var window) => $"{W.EndOf} {window}",
        DayName.CloseOf(var cohort) => $"{W.CloseOf} {cohort}",
        DayName.Fixed(var date, _) => Day.Write(date),
        DayName.Named(var name) => name.Text,
        _ => throw new InvalidOperationException($"Unknown day {day}."),
    };

    /// <summary><c>from</c>, <c>after</c> or <c>before</c>.</summary>
    public static Keyword Of(Side side) => side switch
    {
        Side.From => W.From,
        Side.After => W.After,
        Side.Before => W.Before,
        _ => throw new InvalidOperationException($"Unknown side {side}."),
    };

    /// <summary>A window.</summary>
    public static string Of(Frame frame) => frame switch
    {
        Frame.Window(var name) => name.Text,
        Frame.Around(var duration, var side, var day) => $"{Of(duration)} {Of(side)} {Of(day)}",
        _ => throw new InvalidOperationException($"Unknown window {frame}."),
    };

    /// <summary>A calendar period or contract year.</summary>
    public static Keyword Of(Period period) => period switch
    {
        Period.CalendarMonth => W.CalendarMonth,
        Period.CalendarQuarter => W.CalendarQuarter,
        Period.CalendarYear => W.CalendarYear,
        Period.ContractYear => W.ContractYear,
        _ => throw new InvalidOperationException($"Unknown period {period}."),
    };

    /// <summary>An owner after <c>for</c> or <c>over</c>.</summary>
    public static string Of(Owner owner) => owner switch
    {
        Owner.Participant => W.EachParticipant.Phrase,
        Owner.Cohort(var name) => $"{W.Each} {name}",
        Owner.Provider => W.EachProvider.Phrase,
        Owner.Contract => W.TheContract.Phrase,
        _ => throw new InvalidOperationException($"Unknown owner {owner}."),
    };

    /// <summary>A comparison.</summary>
    public static Keyword Of(Compare compare) => compare switch
    {
        Compare.AtLeast => W.AtLeast,
        Compare.AtMost => W.AtMost,
        Compare.Above => W.Above,
        Compare.Below => W.Below,
        _ => throw new InvalidOperationException($"Unknown comparison {compare}."),
    };

    /// <summary>What a table is read by.</summary>
    public static string Of(TableKey key) => key switch
    {
        TableKey.Group => W.Group.Phrase,
        TableKey.ContractYear => W.ContractYear.Phrase,
        TableKey.CalendarYear => W.CalendarYear.Phrase,
        TableKey.Dated => W.Date.Phrase,
        TableKey.OfStep => W.Step.Phrase,
        TableKey.Time => W.Time.Phrase,
        TableKey.PlaceIn(Owner.Cohort(var cohort)) => $"{W.PlaceIn} {cohort}",
        TableKey.PlaceIn(Owner.Provider) => $"{W.PlaceIn} {W.Provider}",
        TableKey.PlaceIn => $"{W.PlaceIn} {W.Contract}",
        TableKey.Named(var name) => name.Text,
        _ => throw new InvalidOperationException($"Unknown key {key}."),
    };

    /// <summary>The label of a row.</summary>
    public static string Of(Label label)
    {
        var share = label.Share is { } part ? $"{Of(part)} {W.Of} " : "";
        var value = share + (label.Value is { } literal ? Of(literal)
            : label.Date is { } date ? Day.Write(date)
            : label.Word?.Text);
        return label.Kind switch
        {
            LabelKind.Is => value,
            LabelKind.From => $"{W.From} {value}",
            LabelKind.Above => $"{W.Above} {value}",
            LabelKind.Below => $"{W.Below} {value}",
            LabelKind.UpTo => $"{W.UpTo} {value}",
            LabelKind.Otherwise => W.Otherwise.Phrase,
            _ => throw new InvalidOperationException($"Unknown label {label.Kind}."),
        };
    }

    /// <summary>A title in its quotes.</summary>
    public static string Of(Title title) => $"\"{title.Text}\"";

    /// <summary>Names with commas between.</summary>
    public static string Of(IEnumerable<Name> names) => string.Join(", ", names.Select(n => n.Text));

    /// <summary>A whole number.</summary>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(Literal literal)
    {
        if (!literal.IsFraction)
        {
            return literal.Number.ToString(literal.Decimals);
        }

        var below = (Int128)(-literal.Decimals);
        var (above, least) = (literal.Number.Numerator, literal.Number.Denominator);
        (above, below) = below % least == 0 ? (above * (below / least), below) : (above, least);
        return string.Create(CultureInfo.InvariantCulture, $"{above}/{below}");
    }

    private static string Unit(UnitWord unit, bool one) =>
        W.Units.First(u => u.Value == unit && u.Key.EndsWith('s') != one).Key;

    private static Literal AsLiteral(Lasting lasting) => new(
        lasting.Value.Count,
        lasting.Value.Unit switch
        {
            DurationUnit.Days => UnitWord.Days,
            DurationUnit.Weeks => UnitWord.Weeks,
            DurationUnit.Months => UnitWord.Months,
            DurationUnit.Years => UnitWord.Years,
            _ => throw new InvalidOperationException($"Unknown unit {lasting.Value.Unit}."),
        },
        0,
        lasting.Place);
}
