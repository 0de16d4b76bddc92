namespace Porras.Lab;

/// <summary>How many clients a provider needs for its fixed cost: the normal limit of one period.</summary>
public static class LeastSize
{
    /// <summary>
    /// The size from which on the chance of ruin stays at or below the one allowed, not rounded up; null if no size is
    /// enough, because what all clients have in common does not even out: then only the fee can help (an index, a
    /// floor, a smaller share for outcomes). 0 if every size is.
    /// </summary>
    /// <param name="profit">The mean profit of a client, above 0.</param>
    /// <param name="deviation">The deviation of a client's own luck.</param>
    /// <param name="uncovered">Fixed cost less capital; below 0 if capital is larger.</param>
    /// <param name="ruin">The chance of ruin allowed, above 0 and below one half.</param>
    /// <param name="common">The deviation of what all clients have in common, per client.</param>
    public static double? Clients(double profit, double deviation, double uncovered, double ruin, double common = 0)
    {
        var z = Must.BePositive(-Normal.Inverse(Must.BeInside(ruin)));
        // n·profit - uncovered = z·√(n·deviation² + n²·common²), squared: a n² - b n + c = 0.
        var a = Square(Must.BePositive(profit)) - Square(z * Must.BeAtLeastZero(common));
        if (z * common >= profit)
        {
            return null;
        }

        var b = 2 * profit * uncovered + Square(z * Must.BeAtLeastZero(deviation));
        var inside = b * b - 4 * a * uncovered * uncovered;
        return inside < 0 || b < 0 ? 0 : (b + Math.Sqrt(inside)) / (2 * a);

        static double Square(double value) => value * value;
    }
}
