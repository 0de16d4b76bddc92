namespace Porras.Lab;

/// <summary>
/// People who were chosen because a first value was low: the second is higher by itself, without any change. All in
/// deviations of the whole group.
/// </summary>
/// <param name="Below">How far below the mean the first value must be, finite.</param>
/// <param name="Correlation">How the first and the second value go together, from 0 to below 1.</param>
public readonly record struct ChosenLow(double Below, double Correlation)
{
    /// <summary>The mean of the first value among the chosen; below 0.</summary>
    public double MeanBefore => -Normal.Density(Below) / Normal.Cumulative(-Below);

    /// <summary>How much higher the second value is on average without any true change.</summary>
    public double GainByItself => -(1 - Must.BeShare(Correlation)) * MeanBefore;

    /// <summary>The share of the chosen who seem to have gained anything without any true change.</summary>
    public double SeemToGain => SeemToGainMoreThan(0);

    /// <summary>The share who seem to have gained reliably without any true change: 1.96 errors and more.</summary>
    public double SeemReliable => SeemToGainMoreThan(new Score(1, Correlation).ReliableFrom);

    /// <summary>The share who seem to have gained more than so much without any true change.</summary>
    /// <param name="gain">The gain, in deviations.</param>
    public double SeemToGainMoreThan(double gain)
    {
        // The first value and the fall to it from the second are normal with this correlation.
        var spread = Math.Sqrt(2 * (1 - Must.BeShare(Correlation)));
        return Normal.Both(-Below, -gain / spread, spread / 2) / Normal.Cumulative(-Below);
    }

    /// <summary>
    /// The change beyond what was to be expected from the first value: this may be paid for, the raw change may not.
    /// The mean, the deviation and the correlation come from the organiser's own records, not from the provider.
    /// </summary>
    /// <param name="before">The first value.</param>
    /// <param name="after">The second.</param>
    /// <param name="mean">The mean of the whole group.</param>
    /// <param name="deviation">Its deviation, above 0.</param>
    /// <param name="correlation">How two values of a person go together, from 0 to 1.</param>
    /// <returns>The change with its interval of 95 % confidence.</returns>
    public static Interval ChangeBeyondExpected(
        double before, double after, double mean, double deviation, double correlation)
    {
        var error = Must.BePositive(deviation) * Math.Sqrt(1 - Must.BeShare(correlation) * correlation);
        return Interval.Around(after - (mean + correlation * (before - mean)), Normal.Middle95 * error);
    }
}
