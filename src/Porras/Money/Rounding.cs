namespace Porras;

/// <summary>What happens to what does not fit the rounding unit.</summary>
public enum RoundingMode
{
    /// <summary>To the nearest; the half away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest; the half to the even neighbour.</summary>
    HalfEven,

    /// <summary>Towards zero.</summary>
    Down,
}

/// <summary>How a model rounds: to multiples of a unit, once, last.</summary>
/// <param name="Unit">The unit in minor units, at least 1: 1 is the cent, 100 the whole euro.</param>
/// <param name="Mode">What happens to the rest.</param>
public readonly record struct Rounding(long Unit, RoundingMode Mode)
{
    /// <summary>The rounded amount, a multiple of <see cref="Unit"/>.</summary>
    /// <exception cref="OverflowException">The amount does not fit 64 bits of minor units.</exception>
    public Money Round(Unrounded amount)
    {
        var (n, d) = (amount.Minor.Numerator, amount.Minor.Denominator);
        if (Unit == 1 && d == 1)
        {
            return new(checked((long)n));
        }

        var step = checked(d * Unit);
        var (quotient, rest) = Int128.DivRem(n, step);
        var twice = Int128.Abs(rest) * 2;
        var up = Mode switch
        {
            RoundingMode.HalfUp => twice >= step,
            RoundingMode.HalfEven => twice > step || (twice == step && Int128.IsOddInteger(quotient)),
            RoundingMode.Down => false,
            _ => throw new InvalidOperationException($"Unknown rounding mode {Mode}."),
        };
        return new(checked((long)((quotient + (up ? Int128.Sign(n) : 0)) * Unit)));
    }
}
