namespace Porras.Lab;

/// <summary>
/// A bonus for outcomes above those of a comparison group. What is paid only when it is above 0 pays for luck too.
/// </summary>
/// <param name="Clients">How many clients, at least 1.</param>
/// <param name="Compared">How many people in the comparison group, at least 1.</param>
/// <param name="Success">The chance of an outcome in the comparison group.</param>
/// <param name="Effect">How much higher the chance of the clients truly is; 0 for no effect.</param>
public readonly record struct NetBonus(int Clients, int Compared, double Success, double Effect = 0)
{
    /// <summary>The deviation of the difference in outcomes: luck on both sides.</summary>
    public double Deviation
    {
        get
        {
            var (own, other) = (Must.BeShare(Success + Effect), Must.BeShare(Success));
            var scale = (double)Must.BeAtLeast(1, Clients);
            return Math.Sqrt(
                scale * own * (1 - own) + scale * scale * other * (1 - other) / Must.BeAtLeast(1, Compared));
        }
    }

    /// <summary>The outcomes paid on average if only a positive difference is paid; by the normal limit.</summary>
    public double Expected
    {
        get
        {
            var (gain, deviation) = (Clients * Effect, Deviation);
            return deviation == 0
                ? Math.Max(0, gain)
                : gain * Normal.Cumulative(gain / deviation) + deviation * Normal.Density(gain / deviation);
        }
    }

    /// <summary>What of it is luck: the mean of what is paid less the true effect. Above 0 even without one.</summary>
    public double Luck => Expected - Clients * Effect;

    /// <summary>
    /// How much of an observed difference is believed: the part of its variance that lies between providers. A bonus
    /// multiplied by it, paid and taken back alike, does not pay for luck.
    /// </summary>
    /// <param name="between">The variance between providers, at least 0.</param>
    /// <param name="sampling">The variance of the same quantity by luck, at least 0; not both 0.</param>
    public static double Believed(double between, double sampling) =>
        Must.BeAtLeastZero(between) / Must.BePositive(between + Must.BeAtLeastZero(sampling));
}
