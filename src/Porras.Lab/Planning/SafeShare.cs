using System.Numerics;

namespace Porras.Lab;

/// <summary>
/// The shares for outcomes at which one path of cash never falls below the credit line. Cash is affine in the share,
/// so they are one interval; it may be empty, and need not hold 0.
/// </summary>
/// <param name="Lower">The least such share, inclusive, at least 0.</param>
/// <param name="Upper">The greatest, inclusive: the critical share; infinity if every larger share is safe too.</param>
public readonly record struct SafeShare(double Lower, double Upper)
{
    /// <summary>No share is safe.</summary>
    public static SafeShare None => new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Whether no share is safe.</summary>
    public bool IsEmpty => !(Lower <= Upper);

    /// <summary>Whether a share is safe.</summary>
    public bool Holds(double share) => Lower <= share && share <= Upper;

    /// <summary>
    /// The safe shares of one path in one pass, without bisection: exact up to the rounding of one division. Cash of
    /// exactly the credit line is safe.
    /// </summary>
    /// <param name="atZero">Cash at the end of each month if nothing depends on outcomes.</param>
    /// <param name="slope">How much that cash changes, in each month, for a share of 1 instead of 0.</param>
    /// <param name="credit">How far below 0 cash may fall, at least 0.</param>
    public static SafeShare Of(ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, double credit)
    {
        Must.BeAsLong(atZero.Length, slope.Length);
        var (lower, upper, month) = (0.0, double.PositiveInfinity, 0);
        if (atZero.Length >= Vector<double>.Count)
        {
            (lower, upper) = Wide(atZero, slope, credit, out month);
        }

        for (; month < atZero.Length; month++)
        {
            var (room, change) = (atZero[month] + credit, slope[month]);
            if (change == 0)
            {
                upper = room < 0 ? double.NegativeInfinity : upper;
                continue;
            }

            var critical = room / -change;
            (lower, upper) = change < 0
                ? (lower, Math.Min(upper, critical))
                : (Math.Max(lower, critical), upper);
        }

        return lower <= upper ? new(lower, upper) : None;
    }

    private static (double Lower, double Upper) Wide(
        ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, double credit, out int month)
    {
        var (low, high) = (Vector<double>.Zero, new Vector<double>(double.PositiveInfinity));
        var (never, line) = (new Vector<double>(double.NegativeInfinity), new Vector<double>(credit));
        for (month = 0; month + Vector<double>.Count <= atZero.Length; month += Vector<double>.Count)
        {
            var (room, change) = (new Vector<double>(atZero[month..]) + line, new Vector<double>(slope[month..]));
            var critical = room / -change;
            var falls = Vector.LessThan(change, Vector<double>.Zero);
            var rises = Vector.GreaterThan(change, Vector<double>.Zero);
            high = Vector.ConditionalSelect(falls, Vector.Min(high, critical), high);
            low = Vector.ConditionalSelect(rises, Vector.Max(low, critical), low);
            var lost = Vector.AndNot(Vector.LessThan(room, Vector<double>.Zero), falls | rises);
            high = Vector.ConditionalSelect(lost, never, high);
        }

        var (lower, upper) = (low[0], high[0]);
        for (var place = 1; place < Vector<double>.Count; place++)
        {
            (lower, upper) = (Math.Max(lower, low[place]), Math.Min(upper, high[place]));
        }

        return (lower, upper);
    }
}
