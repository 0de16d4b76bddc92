using System.Globalization;

namespace Porras;

/// <summary>Parts of a model as its text writes them, for messages.</summary>
internal static class Written
{
    /// <summary>A literal: <c>300.00</c>, <c>80 %</c>, <c>13 weeks</c>.</summary>
    public static string Of(Literal literal)
    {
        var number = literal.IsFraction ? Fraction(literal) : literal.Number.ToString(literal.Decimals);
        var one = literal.Number == Exact.One;
        return literal.Unit switch
        {
            UnitWord.None => number,
            UnitWord.Percent => number + " %",
            UnitWord.AWeek => number + " a week",
            UnitWord.Points => number + (one ? " point" : " points"),
            UnitWord.Hours => number + (one ? " hour" : " hours"),
            UnitWord.Days => number + (one ? " day" : " days"),
            UnitWord.Weeks => number + (one ? " week" : " weeks"),
            UnitWord.Months => number + (one ? " month" : " months"),
            UnitWord.Years => number + (one ? " year" : " years"),
            _ => throw new InvalidOperationException($"Unknown unit {literal.Unit}."),
        };
    }

    // As it was written, not in lowest terms: the decimals of a fraction are its denominator, below zero.
    private static string Fraction(Literal literal) =>
        string.Create(CultureInfo.InvariantCulture, $"{literal.Number * -literal.Decimals}/{-literal.Decimals}");

    /// <summary>A whole number.</summary>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A duration: <c>6 months</c>.</summary>
    public static string Of(Duration duration)
    {
        var unit = duration.Unit.ToString().ToLowerInvariant();
        return $"{Of(duration.Count)} {(duration.Count == 1 ? unit[..^1] : unit)}";
    }

    /// <summary>An owner, as it follows <c>for</c>.</summary>
    public static string Of(Owner owner) => owner switch
    {
        Owner.Participant => "each participant",
        Owner.Cohort(var name) => "each " + name.Text,
        Owner.Provider => "each provider",
        Owner.Contract => "the contract",
        _ => throw new InvalidOperationException("Unknown owner."),
    };

    /// <summary>A row's or a list's label.</summary>
    public static string Of(Label label)
    {
        var value = (label.Share is { } share ? Of(share) + " of " : "")
            + (Labels.TextOf(label) ?? (label.Date is { } day ? Day.Write(day) : ""));
        return label.Kind switch
        {
            LabelKind.Is => value,
            LabelKind.From => "from " + value,
            LabelKind.Above => "above " + value,
            LabelKind.Below => "below " + value,
            LabelKind.UpTo => "up to " + value,
            LabelKind.Otherwise => "otherwise",
            _ => throw new InvalidOperationException($"Unknown label {label.Kind}."),
        };
    }
}
