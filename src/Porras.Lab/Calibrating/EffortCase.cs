namespace Porras.Lab;

/// <summary>How well service is taken to work.</summary>
public enum EffortLevel
{
    /// <summary>Half the gain, at half the rate.</summary>
    Low,

    /// <summary>As the world assumes.</summary>
    Assumed,

    /// <summary>Twice the gain, at twice the rate.</summary>
    High,
}

/// <summary>Whether a fee buys hours of service, if service works so well. Money in minor units.</summary>
/// <remarks>
/// What service adds and how fast is seldom known, so the answer is looked at over a range. Closed forms; only what an
/// outcome pays comes from the run.
/// </remarks>
/// <param name="Group">The group.</param>
/// <param name="Level">How well service is taken to work.</param>
/// <param name="Response">The same as numbers.</param>
/// <param name="LeastFee">The pay of an outcome below which no hour beyond the fewest is worth its cost.</param>
/// <param name="PlannedFee">
/// The pay of an outcome at which the hours planned are worth their cost; null where that is beyond all reason.
/// </param>
/// <param name="Fee">What an outcome pays at prices as written.</param>
/// <param name="Hours">The hours that are worth their cost then.</param>
/// <param name="CalibratedFee">What it pays with the factor; null where that is not known.</param>
/// <param name="CalibratedHours">The hours that are worth their cost then; null likewise.</param>
/// <param name="LeastHours">The fewest hours the contract allows.</param>
public sealed record EffortCase(
    string Group,
    EffortLevel Level,
    EffortResponse Response,
    double LeastFee,
    double? PlannedFee,
    double Fee,
    double Hours,
    double? CalibratedFee,
    double? CalibratedHours,
    double LeastHours)
{
    private const double Reason = 100;

    /// <summary>Whether the fee as written buys an hour beyond the fewest.</summary>
    public bool Buys => Hours > LeastHours;

    /// <summary>Whether the fee with the factor does.</summary>
    public bool? BuysCalibrated => CalibratedHours is { } hours ? hours > LeastHours : null;

    /// <summary>The cases of a group; none where an hour costs, service adds or an outcome pays nothing.</summary>
    /// <param name="world">The world.</param>
    /// <param name="group">The group.</param>
    /// <param name="hourCost">What an hour costs.</param>
    /// <param name="fee">What an outcome pays; null where that is not known.</param>
    /// <param name="calibrated">What it pays with the factor; null likewise.</param>
    public static IReadOnlyList<EffortCase> Of(
        World world, int group, double hourCost, double? fee, double? calibrated)
    {
        ArgumentNullException.ThrowIfNull(world);
        var g = world.Groups[group];
        if (fee is not ({ } paid and > 0) || hourCost <= 0 || g.Effect <= 0 || g.Response <= 0)
        {
            return [];
        }

        return [.. Enum.GetValues<EffortLevel>().Select(level =>
        {
            var scale = level switch
            {
                EffortLevel.Low => 0.5,
                EffortLevel.Assumed => 1.0,
                EffortLevel.High => 2.0,
                _ => throw new InvalidOperationException($"Unknown level {level}."),
            };
            var response = new EffortResponse(0, Math.Min(1, g.Effect * scale), g.Response * scale);
            return new EffortCase(
                g.Name, level, response, TargetPrice.ForHours(response, hourCost, g.LeastHours),
                Planned(response, paid), paid, Bought(response, paid), calibrated,
                calibrated is { } other ? Bought(response, other) : null, g.LeastHours);
        })];

        double? Planned(EffortResponse response, double paid)
        {
            var added = response.PerHour(world.HoursOf(group));
            return added * Reason * paid >= hourCost ? hourCost / added : null;
        }

        double Bought(EffortResponse response, double pay) =>
            Math.Max(g.LeastHours, response.Best(pay, hourCost));
    }
}
