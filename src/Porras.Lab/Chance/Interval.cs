namespace Porras.Lab;

/// <summary>A value and how far off it may be.</summary>
/// <param name="Lower">The lower end, inclusive.</param>
/// <param name="Value">The value itself; it need not be the middle.</param>
/// <param name="Upper">The upper end, inclusive.</param>
public readonly record struct Interval(double Lower, double Value, double Upper)
{
    /// <summary>Half of the distance between the ends.</summary>
    public double HalfWidth => (Upper - Lower) / 2;

    /// <summary>Whether a value lies between the ends, ends included.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>A value with the same distance to both ends.</summary>
    /// <param name="value">The middle.</param>
    /// <param name="half">The distance to an end, at least 0.</param>
    public static Interval Around(double value, double half) => new(value - half, value, value + half);
}
