namespace Porras.Lab;

/// <summary>Prices that give a provider a margin, or a reason for one more hour, or both.</summary>
public static class TargetPrice
{
    /// <summary>The fee of an outcome that covers the cost and a margin on average.</summary>
    /// <param name="cost">What a client costs, at least 0.</param>
    /// <param name="margin">The margin on cost; 0.08 is eight per cent.</param>
    /// <param name="start">What is paid for the start.</param>
    /// <param name="chance">The chance of an outcome, above 0.</param>
    public static double ForMargin(double cost, double margin, double start, double chance) =>
        (Must.BeAtLeastZero(cost) * (1 + margin) - start) / Must.BePositive(Must.BeShare(chance));

    /// <summary>The fee of an outcome at which just so many hours are worth it.</summary>
    /// <param name="response">What hours do.</param>
    /// <param name="costHour">What an hour costs, above 0.</param>
    /// <param name="hours">The hours wanted for a client.</param>
    public static double ForHours(EffortResponse response, double costHour, double hours) =>
        Must.BePositive(costHour) / Must.BePositive(response.PerHour(hours));

    /// <summary>
    /// What is paid for the start, so that the margin is right with a given fee of outcomes; below 0 the provider would
    /// have to pay for being allowed to serve.
    /// </summary>
    /// <param name="cost">What a client costs, at least 0.</param>
    /// <param name="margin">The margin on cost.</param>
    /// <param name="fee">The fee of an outcome.</param>
    /// <param name="paid">How many outcomes are paid per client: the chance, or what lies above a baseline.</param>
    public static double Start(double cost, double margin, double fee, double paid) =>
        Must.BeAtLeastZero(cost) * (1 + margin) - fee * paid;

    /// <summary>The margin of an hour: a group with a larger one is picked first; all should have the same.</summary>
    /// <param name="start">What is paid for the start.</param>
    /// <param name="fee">The fee of an outcome.</param>
    /// <param name="chance">The chance of an outcome.</param>
    /// <param name="costHour">What an hour costs.</param>
    /// <param name="hours">Hours for a client, above 0.</param>
    public static double MarginPerHour(double start, double fee, double chance, double costHour, double hours) =>
        (start + fee * chance - costHour * hours) / Must.BePositive(hours);

    /// <summary>
    /// The factor on a price that follows demand: (reference / observed)^strength. With a strength of 1 the common part
    /// of the risk falls away to a first order.
    /// </summary>
    /// <param name="reference">The rate of the region when the price was set, above 0.</param>
    /// <param name="observed">The rate observed since among people outside the service, above 0.</param>
    /// <param name="strength">How much of the change the price follows; 0 is none.</param>
    public static double DemandIndex(double reference, double observed, double strength = 1) =>
        Math.Pow(Must.BePositive(reference) / Must.BePositive(observed), strength);
}
