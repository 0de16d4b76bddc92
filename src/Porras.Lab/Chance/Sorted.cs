namespace Porras.Lab;

/// <summary>Quantiles of values sorted from the least to the greatest.</summary>
public static class Sorted
{
    /// <summary>A sorted copy. A value that is no number is refused.</summary>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted.Length > 0 && double.IsNaN(sorted[0])
            ? throw new ArgumentException("A value that is no number has no rank.", nameof(values))
            : sorted;
    }

    /// <summary>
    /// The quantile at a share, straight between neighbours: type 7 of Hyndman and Fan (American Statistician, 1996).
    /// </summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="share">From 0 (the least) to 1 (the greatest).</param>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        Must.BeAtLeast(1, sorted.Length);
        var place = (sorted.Length - 1) * Must.BeShare(share);
        var below = (int)Math.Floor(place);
        var part = place - below;
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>
    /// The ranks (from 1) of the values between which a quantile lies with 95 % confidence, whatever the
    /// distribution: the normal limit of the binomial count below it. Never beyond the least and the greatest.
    /// </summary>
    /// <param name="count">How many values, at least one.</param>
    /// <param name="share">The quantile's share.</param>
    public static (int Lower, int Upper) Ranks(int count, double share)
    {
        Must.BeAtLeast(1, count);
        var (middle, half) = (count * Must.BeShare(share), Normal.Middle95 * Math.Sqrt(count * share * (1 - share)));
        return (Rank(middle - half), Rank(middle + half));

        int Rank(double place) => Math.Clamp((int)Math.Floor(place) + 1, 1, count);
    }

    /// <summary>A quantile with its interval of 95 % confidence from <see cref="Ranks"/>.</summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="share">The quantile's share.</param>
    public static Interval QuantileInterval(ReadOnlySpan<double> sorted, double share)
    {
        var (lower, upper) = Ranks(sorted.Length, share);
        var value = Quantile(sorted, share);
        return new(Math.Min(sorted[lower - 1], value), value, Math.Max(sorted[upper - 1], value));
    }

    /// <summary>The standard error of a quantile, read from the distance between its ranks.</summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="share">The quantile's share.</param>
    public static double QuantileError(ReadOnlySpan<double> sorted, double share) =>
        QuantileInterval(sorted, share).HalfWidth / Normal.Middle95;

    /// <summary>The standard error of a quantile of normal values with deviation 1.</summary>
    /// <param name="count">How many values.</param>
    /// <param name="share">The quantile's share, strictly between 0 and 1.</param>
    public static double NormalQuantileError(int count, double share) =>
        Math.Sqrt(Must.BeInside(share) * (1 - share) / Must.BeAtLeast(1, count))
        / Normal.Density(Normal.Inverse(share));
}
