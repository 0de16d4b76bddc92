namespace Porras.Lab;

/// <summary>Sums in a fixed order, so that no result depends on threads.</summary>
internal static class Means
{
    /// <summary>The mean; 0 of nothing.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return values.Length == 0 ? 0 : sum / values.Length;
    }
}
