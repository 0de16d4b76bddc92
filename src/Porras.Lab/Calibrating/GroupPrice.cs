namespace Porras.Lab;

/// <summary>
/// What a group brings and costs at prices as written, and the factor on outcome prices that gives it a margin.
/// Money in minor units, for one participant.
/// </summary>
/// <param name="Name">The group; empty for all together.</param>
/// <param name="Started">How many start, the mean of all replications.</param>
/// <param name="Outputs">What is paid for outputs.</param>
/// <param name="Outcomes">What is paid for outcomes.</param>
/// <param name="Jobs">The chance of a first job.</param>
/// <param name="JobsWithout">The same without any service.</param>
/// <param name="Hours">Hours of service.</param>
/// <param name="Cost">What they cost, with a share of what falls due anyway.</param>
/// <param name="Margin">The margin on cost, with its error of simulation; null without any cost.</param>
/// <param name="Factor">The factor with its error of simulation; null where there is none.</param>
/// <param name="Written">The factor as it is written; 1 where there is none.</param>
/// <param name="PerJob">What one further first job brings, with all that follows; null where it is not known.</param>
/// <param name="PerHour">What one more hour brings; null likewise.</param>
/// <param name="Incentive">How much of the cost of one more hour that is; null likewise.</param>
public sealed record GroupPrice(
    string Name,
    double Started,
    double Outputs,
    double Outcomes,
    double Jobs,
    double JobsWithout,
    double Hours,
    double Cost,
    Interval? Margin,
    Interval? Factor,
    double Written,
    double? PerJob,
    double? PerHour,
    double? Incentive)
{
    /// <summary>The pay less the cost.</summary>
    public double Left => Outputs + Outcomes - Cost;

    /// <summary>What is left for each hour; null where no hours are.</summary>
    public double? MarginPerHour => Hours > 0 && Started > 0 ? Left / Hours : null;

    /// <summary>What one first job costs that would not have come without service; null where there is none.</summary>
    public double? CostPerExtraJob => Jobs - JobsWithout > 1e-9 ? Cost / (Jobs - JobsWithout) : null;

    internal static GroupPrice Of(
        string name, GroupPay pay, double[] jobs, double[] without, double hours, FoundFactor factor, double? perJob,
        GroupView? view)
    {
        var started = Means.Of(pay.Started);
        var each = started > 0 ? 1 / started : 0;
        var perHour = view is null || !(view.HourCost > 0) ? null : perJob * view.AddedPerHour;
        return new(
            name, started, Means.Of(pay.Outputs) * each, Means.Of(pay.Outcomes) * each, Means.Of(jobs) * each,
            Means.Of(without) * each, hours, Means.Of(pay.Cost) * each, pay.Margin(), factor.Value, factor.Written,
            perJob, perHour, perHour / view?.HourCost);
    }
}
