namespace Porras.Lab;

/// <summary>
/// How a client's chance of an outcome grows with the provider's hours: without + gain · (1 - exp(-rate · hours)). The
/// gain and the rate are seldom known well, so show what follows from them over a range.
/// </summary>
/// <param name="Without">The chance without any service, from 0 to 1.</param>
/// <param name="Gain">The most that service can add, above 0.</param>
/// <param name="Rate">How fast it adds it, per hour, above 0.</param>
public readonly record struct EffortResponse(double Without, double Gain, double Rate)
{
    /// <summary>The chance of an outcome.</summary>
    /// <param name="hours">Hours for the client, at least 0.</param>
    public double Chance(double hours) => Without + Added(hours);

    /// <summary>What the hours add to the chance: outcomes that would not have come anyway.</summary>
    /// <param name="hours">Hours for the client, at least 0.</param>
    public double Added(double hours) => Gain * -double.ExpM1(-Rate * Must.BeAtLeastZero(hours));

    /// <summary>What one more hour adds to the chance.</summary>
    /// <param name="hours">Hours for the client so far.</param>
    public double PerHour(double hours) => Gain * Rate * Math.Exp(-Rate * Must.BeAtLeastZero(hours));

    /// <summary>The fee below which not even the first hour pays.</summary>
    /// <param name="costHour">What an hour costs the provider, above 0.</param>
    public double LeastFee(double costHour) =>
        Must.BePositive(costHour) / (Must.BePositive(Gain) * Must.BePositive(Rate));

    /// <summary>The hours at which one more hour would cost what it brings; 0 if the fee buys none.</summary>
    /// <param name="fee">What an outcome brings the provider in all, with what follows from it.</param>
    /// <param name="costHour">What an hour costs, above 0.</param>
    public double Best(double fee, double costHour) =>
        fee > LeastFee(costHour) ? Math.Log(fee / LeastFee(costHour)) / Rate : 0;

    /// <summary>
    /// What one more hour brings the provider over what it costs: from 1 on the fee buys that hour, below it only
    /// shifts risk.
    /// </summary>
    /// <param name="fee">What an outcome brings the provider in all.</param>
    /// <param name="costHour">What an hour costs, above 0.</param>
    /// <param name="hours">Hours for the client so far.</param>
    public double Incentive(double fee, double costHour, double hours) =>
        fee * PerHour(hours) / Must.BePositive(costHour);
}
