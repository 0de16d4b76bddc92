using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SafeShare Of(ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, double credit)
    {
        Must.BeAsLong(atZero.Length, slope.Length);
        return atZero.Length >= Vector256<double>.Count
            ? Wide(atZero, slope, credit) : Narrow(atZero, slope, credit);
    }

    private static SafeShare Narrow(ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, double credit)
    {
        var (lower, upper) = (0.0, double.PositiveInfinity);
        for (var month = 0; month < atZero.Length; month++)
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

        return Between(lower, upper);
    }

    // The last months are taken together with some before them that have been seen: that changes no minimum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static SafeShare Wide(ReadOnlySpan<double> atZero, ReadOnlySpan<double> slope, double credit)
    {
        ref var cash = ref MemoryMarshal.GetReference(atZero);
        ref var changes = ref MemoryMarshal.GetReference(slope);
        var (low, high) = (Vector256<double>.Zero, Vector256.Create(double.PositiveInfinity));
        var last = atZero.Length - Vector256<double>.Count;
        for (var month = 0; ; month = Math.Min(last, month + Vector256<double>.Count))
        {
            var room = Vector256.LoadUnsafe(ref cash, (nuint)month) + Vector256.Create(credit);
            var change = Vector256.LoadUnsafe(ref changes, (nuint)month);
            var critical = room / -change;
            var falls = Vector256.LessThan(change, Vector256<double>.Zero);
            var rises = Vector256.GreaterThan(change, Vector256<double>.Zero);
            high = Vector256.ConditionalSelect(falls, Vector256.MinNative(high, critical), high);
            low = Vector256.ConditionalSelect(rises, Vector256.MaxNative(low, critical), low);
            var lost = Vector256.AndNot(Vector256.LessThan(room, Vector256<double>.Zero), falls | rises);
            high = Vector256.ConditionalSelect(lost, Vector256.Create(double.NegativeInfinity), high);
            if (month == last)
            {
                break;
            }
        }

        var (lower, upper) = (
            Vector128.MaxNative(low.GetLower(), low.GetUpper()), Vector128.MinNative(high.GetLower(), high.GetUpper()));
        return Between(Math.Max(lower[0], lower[1]), Math.Min(upper[0], upper[1]));
    }

    private static SafeShare Between(double lower, double upper) => lower <= upper ? new(lower, upper) : None;
}
