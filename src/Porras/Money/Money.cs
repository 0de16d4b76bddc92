using System.Globalization;

namespace Porras;

/// <summary>An amount of money in whole minor units (cents) of the model's one currency.</summary>
/// <remarks>
/// Sums are checked: one that does not fit throws <see cref="OverflowException"/>. <c>default</c> is 0.
/// </remarks>
/// <param name="Minor">Minor units; below zero is money owed back.</param>
public readonly record struct Money(long Minor) : IComparable<Money>
{
    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>The sum.</summary>
    public static Money operator +(Money a, Money b) => new(checked(a.Minor + b.Minor));

    /// <summary>The difference.</summary>
    public static Money operator -(Money a, Money b) => new(checked(a.Minor - b.Minor));

    /// <summary>The negative.</summary>
    public static Money operator -(Money a) => new(checked(-a.Minor));

    /// <summary>A product is not money until it is rounded.</summary>
    public static Unrounded operator *(Money a, Exact b) => new((Exact)a.Minor * b);

    /// <summary>Less than.</summary>
    public static bool operator <(Money a, Money b) => a.Minor < b.Minor;

    /// <summary>More than.</summary>
    public static bool operator >(Money a, Money b) => a.Minor > b.Minor;

    /// <summary>At most.</summary>
    public static bool operator <=(Money a, Money b) => a.Minor <= b.Minor;

    /// <summary>At least.</summary>
    public static bool operator >=(Money a, Money b) => a.Minor >= b.Minor;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Minor.CompareTo(other.Minor);

    /// <summary>With the currency's decimals and a point: <c>-1250.00</c>; culture-free.</summary>
    public string ToString(Currency currency)
    {
        var digits = Minor.ToString(CultureInfo.InvariantCulture).TrimStart('-').PadLeft(currency.Decimals + 1, '0');
        var sign = Minor < 0 ? "-" : "";
        return currency.Decimals == 0 ? sign + digits
            : $"{sign}{digits[..^currency.Decimals]}.{digits[^currency.Decimals..]}";
    }
}

/// <summary>A product or sum of money that has not been rounded: exact, in minor units.</summary>
/// <param name="Minor">Minor units, with whatever fraction.</param>
public readonly record struct Unrounded(Exact Minor)
{
    /// <summary>Nothing.</summary>
    public static Unrounded Zero => default;

    /// <summary>The sum.</summary>
    public static Unrounded operator +(Unrounded a, Unrounded b) => new(a.Minor + b.Minor);

    /// <summary>The difference.</summary>
    public static Unrounded operator -(Unrounded a, Unrounded b) => new(a.Minor - b.Minor);

    /// <summary>The product.</summary>
    public static Unrounded operator *(Unrounded a, Exact b) => new(a.Minor * b);

    /// <summary>Money that needs no rounding, as a start of a sum.</summary>
    public static implicit operator Unrounded(Money money) => new(money.Minor);

    /// <summary>Money that needs no rounding, for languages without operators.</summary>
    public static Unrounded FromMoney(Money money) => money;

    /// <summary>Rounded once, as the model says.</summary>
    public Money Round(Rounding rounding) => rounding.Round(this);
}
