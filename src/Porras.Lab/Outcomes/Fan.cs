namespace Porras.Lab;

/// <summary>
/// How a figure varies over replications: what it is in nine of ten cases, and how well that is known.
/// </summary>
/// <param name="Mean">The mean with its error of simulation, 95 %.</param>
/// <param name="Low">The 5 % quantile: one of twenty replications lies below; with its error.</param>
/// <param name="Quarter">The 25 % quantile.</param>
/// <param name="Middle">The median, with its error.</param>
/// <param name="ThreeQuarters">The 75 % quantile.</param>
/// <param name="High">The 95 % quantile, with its error.</param>
/// <param name="Deviation">The deviation.</param>
public sealed record Fan(
    Interval Mean, Interval Low, double Quarter, Interval Middle, double ThreeQuarters, Interval High, double Deviation)
{
    /// <summary>The fan of one value for each replication, at least one.</summary>
    public static Fan Of(ReadOnlySpan<double> values)
    {
        var sorted = Sorted.Of(values);
        var mean = Means.Of(values);
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        var deviation = values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1)) : 0;
        return new(
            Interval.Around(mean, Normal.Middle95 * deviation / Math.Sqrt(values.Length)),
            Sorted.QuantileInterval(sorted, 0.05),
            Sorted.Quantile(sorted, 0.25),
            Sorted.QuantileInterval(sorted, 0.5),
            Sorted.Quantile(sorted, 0.75),
            Sorted.QuantileInterval(sorted, 0.95),
            deviation);
    }

    /// <summary>The fan of what a function gives for each replication.</summary>
    public static Fan Of(int replications, Func<int, double> of)
    {
        var values = new double[replications];
        for (var r = 0; r < replications; r++)
        {
            values[r] = of(r);
        }

        return Of(values);
    }

    /// <summary>How many of the months are worth showing: those after the last change are all the same.</summary>
    public static int MonthsThatDiffer(IReadOnlyList<Fan> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        var last = months.Count - 1;
        while (last > 1 && months[last - 1].High.Value.Equals(months[last].High.Value)
            && months[last - 1].Low.Value.Equals(months[last].Low.Value))
        {
            last--;
        }

        return Math.Min(months.Count, last + 2);
    }
}
