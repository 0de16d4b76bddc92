using System.Globalization;
using System.Numerics;

namespace Porras;

/// <summary>An exact rational number: shares, rates, quantities and products before they are rounded.</summary>
/// <remarks>
/// Always in lowest terms with a positive denominator, so equal numbers are equal values; <c>default</c> is 0. Both
/// parts are 128-bit and checked: a result that does not fit throws <see cref="OverflowException"/>, never wraps.
/// </remarks>
public readonly struct Exact : IEquatable<Exact>, IComparable<Exact>
{
    private readonly Int128 _denominatorLessOne;

    private Exact(Int128 numerator, Int128 denominator)
    {
        Numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    /// <summary>The number above the line; carries the sign.</summary>
    public Int128 Numerator { get; }

    /// <summary>The number below the line, at least 1.</summary>
    public Int128 Denominator => _denominatorLessOne + 1;

    /// <summary>Zero.</summary>
    public static Exact Zero => default;

    /// <summary>One.</summary>
    public static Exact One => new(1, 1);

    /// <summary>Whether this is a whole number.</summary>
    public bool IsWhole => _denominatorLessOne == 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Int128.Sign(Numerator);

    /// <summary><paramref name="numerator"/> ÷ <paramref name="denominator"/> in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Exact Of(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0)
        {
            throw new DivideByZeroException("An exact number has no denominator 0.");
        }

        if (denominator < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var divisor = Divisor(Int128.Abs(numerator), denominator);
        return divisor == 1 ? new(numerator, denominator) : new(numerator / divisor, denominator / divisor);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator Exact(long whole) => new(whole, 1);

    /// <summary>A whole number, for languages without operators.</summary>
    public static Exact FromInt64(long whole) => whole;

    /// <summary>
    /// A decimal number such as <c>-12.50</c>; null if the text is not digits with at most one point.
    /// </summary>
    public static Exact? Parse(ReadOnlySpan<char> text)
    {
        var negative = text.Length > 0 && text[0] == '-';
        var rest = negative ? text[1..] : text;
        Int128 numerator = 0, denominator = 1;
        var digits = 0;
        var point = false;
        foreach (var c in rest)
        {
            if (c == '.' && !point && digits > 0)
            {
                point = true;
            }
            else if (char.IsAsciiDigit(c) && ++digits <= 30)
            {
                numerator = numerator * 10 + (c - '0');
                denominator = point ? denominator * 10 : denominator;
            }
            else
            {
                return null;
            }
        }

        return digits == 0 || rest[^1] == '.' ? null : Of(negative ? -numerator : numerator, denominator);
    }

    /// <summary>The sum.</summary>
    public static Exact operator +(Exact a, Exact b) => a.IsWhole && b.IsWhole
        ? new(checked(a.Numerator + b.Numerator), 1)
        : Of(
            checked(a.Numerator * b.Denominator + b.Numerator * a.Denominator),
            checked(a.Denominator * b.Denominator));

    /// <summary>The difference.</summary>
    public static Exact operator -(Exact a, Exact b) => a + -b;

    /// <summary>The negative.</summary>
    public static Exact operator -(Exact a) => new(-a.Numerator, a.Denominator);

    /// <summary>The product.</summary>
    public static Exact operator *(Exact a, Exact b)
    {
        if (a.IsWhole && b.IsWhole)
        {
            return new(checked(a.Numerator * b.Numerator), 1);
        }

        // Cross-cancelling first keeps the intermediate products small.
        var x = Divisor(Int128.Abs(a.Numerator), b.Denominator);
        var y = Divisor(Int128.Abs(b.Numerator), a.Denominator);
        return Of(checked(a.Numerator / x * (b.Numerator / y)), checked(a.Denominator / y * (b.Denominator / x)));
    }

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    public static Exact operator /(Exact a, Exact b) => b == One ? a : a * Of(b.Denominator, b.Numerator);

    /// <summary>Less than.</summary>
    public static bool operator <(Exact a, Exact b) => a.CompareTo(b) < 0;

    /// <summary>More than.</summary>
    public static bool operator >(Exact a, Exact b) => a.CompareTo(b) > 0;

    /// <summary>At most.</summary>
    public static bool operator <=(Exact a, Exact b) => a.CompareTo(b) <= 0;

    /// <summary>At least.</summary>
    public static bool operator >=(Exact a, Exact b) => a.CompareTo(b) >= 0;

    /// <summary>Equal.</summary>
    public static bool operator ==(Exact a, Exact b) => a.Equals(b);

    /// <summary>Not equal.</summary>
    public static bool operator !=(Exact a, Exact b) => !a.Equals(b);

    /// <summary>The smaller of two.</summary>
    public static Exact Min(Exact a, Exact b) => b < a ? b : a;

    /// <summary>The larger of two.</summary>
    public static Exact Max(Exact a, Exact b) => b > a ? b : a;

    /// <summary>The largest whole number that is not more (towards minus infinity).</summary>
    public Int128 Floor()
    {
        if (IsWhole)
        {
            return Numerator;
        }

        var (quotient, rest) = Int128.DivRem(Numerator, Denominator);
        return rest < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The smallest whole number that is not less.</summary>
    public Int128 Ceiling() => -(-this).Floor();

    /// <summary>The nearest number of double precision: for statistics and pictures, never for money.</summary>
    public double ToDouble() => (double)Numerator / (double)Denominator;

    /// <inheritdoc/>
    public int CompareTo(Exact other) => IsWhole && other.IsWhole
        ? Numerator.CompareTo(other.Numerator)
        : ((BigInteger)Numerator * (BigInteger)other.Denominator)
            .CompareTo((BigInteger)other.Numerator * (BigInteger)Denominator);

    /// <inheritdoc/>
    public bool Equals(Exact other) =>
        Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Exact other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <summary>A decimal where it ends (<c>12.5</c>), else a fraction (<c>5/6</c>); culture-free.</summary>
    public override string ToString()
    {
        if (IsWhole)
        {
            return Numerator.ToString(CultureInfo.InvariantCulture);
        }

        var scaled = Numerator;
        for (var decimals = 1; decimals <= 12; decimals++)
        {
            scaled *= 10;
            if (scaled % Denominator == 0)
            {
                return Decimal(Of(scaled, Denominator).Numerator, decimals);
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
    }

    /// <summary>Rounded half away from zero to a number of decimals, with just that many: <c>8.39</c>.</summary>
    public string ToString(int decimals)
    {
        var scaled = Numerator * Power(decimals) * 2 / Denominator;
        return Decimal((scaled + Int128.Sign(scaled)) / 2, decimals);
    }

    private static Int128 Power(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }

    private static string Decimal(Int128 scaled, int decimals)
    {
        var digits = Int128.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = scaled < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    private static Int128 Divisor(Int128 a, Int128 b)
    {
        if (a <= long.MaxValue && b <= long.MaxValue)
        {
            var (x, y) = ((long)a, (long)b);
            while (y != 0)
            {
                (x, y) = (y, x % y);
            }

            return x == 0 ? 1 : x;
        }

        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 1 : a;
    }
}
