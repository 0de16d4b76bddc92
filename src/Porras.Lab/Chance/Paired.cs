namespace Porras.Lab;

/// <summary>How two models differ on the same random numbers: the second less the first.</summary>
/// <param name="Mean">The mean difference, 95 % confidence; its ends are infinite for one replication.</param>
/// <param name="Deviation">The deviation of one difference.</param>
/// <param name="Correlation">How the two go together; 0 where one of them never varies.</param>
/// <param name="Count">How many replications.</param>
public sealed record Paired(Interval Mean, double Deviation, double Correlation, int Count)
{
    /// <summary>
    /// How many times more replications the same interval would need without common random numbers; infinity where the
    /// difference never varies, 1 where neither of the two does.
    /// </summary>
    public double Gain { get; private init; }

    /// <summary>Compares two columns of the same length, at least one long.</summary>
    /// <param name="first">One value for each replication.</param>
    /// <param name="second">The other value, in the same order.</param>
    public static Paired Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        Must.BeAsLong(Must.BeAtLeast(1, first.Length), second.Length);
        var (meanFirst, meanSecond) = (Means.Of(first), Means.Of(second));
        var (squaresFirst, squaresSecond, both, squares) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < first.Length; i++)
        {
            var (a, b) = (first[i] - meanFirst, second[i] - meanSecond);
            (squaresFirst, squaresSecond, both) = (squaresFirst + a * a, squaresSecond + b * b, both + a * b);
            squares += (b - a) * (b - a);
        }

        var sample = Sample.OfMean(first.Length, 0, squares);
        var middle = meanSecond - meanFirst;
        var together = Math.Sqrt(squaresFirst) * Math.Sqrt(squaresSecond);
        return new(
            new(middle + (sample.Low ?? double.NegativeInfinity), middle,
                middle + (sample.High ?? double.PositiveInfinity)),
            first.Length > 1 ? Math.Sqrt(squares / (first.Length - 1)) : 0,
            together > 0 ? Math.Clamp(both / together, -1, 1) : 0,
            first.Length)
        {
            Gain = squaresFirst + squaresSecond > 0 ? (squaresFirst + squaresSecond) / squares : 1,
        };
    }
}
