namespace Porras.Lab;

/// <summary>The size of an enterprise against that at its start, told apart in steps of three per cent.</summary>
internal static class Sizing
{
    private const double Step = 0.03;
    private const int Middle = 112, Most = 255 - (int)Happening.Size;

    /// <summary>The number of a size.</summary>
    /// <param name="log">The log of the size against that at the start.</param>
    public static Happening Of(double log) =>
        Happening.Size + (byte)Math.Clamp((int)Math.Round(log / Step) + Middle, 0, Most);

    /// <summary>The size against that at the start.</summary>
    public static double Times(Happening size) => Math.Exp((size - Happening.Size - Middle) * Step);

    /// <summary>
    /// A value of Student's t with 4 degrees of freedom and deviation 1, of a uniform number: its quantile in closed
    /// form (Shaw, 2006).
    /// </summary>
    public static double Luck(double uniform)
    {
        var root = Math.Sqrt(4 * uniform * (1 - uniform));
        var cosine = Math.Cos(Math.Acos(root) / 3) / root;
        return Math.Sign(uniform - 0.5) * 2 * Math.Sqrt(Math.Max(0, cosine - 1)) / Math.Sqrt(2);
    }
}
