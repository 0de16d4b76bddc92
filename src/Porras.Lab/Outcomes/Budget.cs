namespace Porras.Lab;

/// <summary>What one fee pays on average.</summary>
/// <param name="Fee">The fee, as a place in the model.</param>
/// <param name="Mean">What it pays on average over all replications, in minor units.</param>
public readonly record struct FeeShare(int Fee, double Mean);

/// <summary>The organiser's budget: what it pays, when, for what. Money in minor units.</summary>
/// <param name="Total">All payments.</param>
/// <param name="Years">All payments of each calendar year, by the month in which the money leaves.</param>
/// <param name="Months">All payments up to the end of each month: the fan of the budget.</param>
/// <param name="Outputs">All payments for outputs.</param>
/// <param name="Outcomes">All payments for outcomes.</param>
/// <param name="Fees">Each fee's mean.</param>
/// <param name="AtRiskAsAgreed">Share of the expected pay that hangs on outcomes.</param>
/// <param name="AtRiskAsRealised">
/// How far the pay of a bad case (5 %) lies below the expected pay, as a share of it.
/// </param>
/// <param name="Variation">Deviation of all payments as a share of their mean.</param>
public sealed record Budget(
    Fan Total,
    IReadOnlyList<(int Year, Fan Paid)> Years,
    IReadOnlyList<Fan> Months,
    Fan Outputs,
    Fan Outcomes,
    IReadOnlyList<FeeShare> Fees,
    double AtRiskAsAgreed,
    double AtRiskAsRealised,
    double Variation)
{
    /// <summary>The budget of a run; payments leave when they reach the provider.</summary>
    public static Budget Of(Cash cash)
    {
        ArgumentNullException.ThrowIfNull(cash);
        var run = cash.Run;
        var (n, months) = (run.Replications, cash.Months);
        var sofar = new double[n * months];
        var income = new double[months];
        var firstYear = Day.Date(run.World.FirstDay).Year;
        var years = Day.Date(Day.PlusMonths(run.World.FirstDay, months - 1)).Year - firstYear + 1;
        var byYear = new double[years * n];
        for (var r = 0; r < n; r++)
        {
            cash.Income(r, income);
            var sum = 0.0;
            for (var m = 0; m < months; m++)
            {
                sum += income[m];
                sofar[m * n + r] = sum;
                byYear[(Day.Date(run.World.DayOf(m)).Year - firstYear) * n + r] += income[m];
            }
        }

        var total = Fan.Of(n, r => run.TotalOf(r));
        var outcomes = Fan.Of(n, r => KindOf(run, r, 1));
        return new(
            total,
            [.. Enumerable.Range(0, years).Select(y => (firstYear + y, Fan.Of(byYear.AsSpan(y * n, n))))],
            [.. Enumerable.Range(0, months).Select(m => Fan.Of(sofar.AsSpan(m * n, n)))],
            Fan.Of(n, r => KindOf(run, r, 0)),
            outcomes,
            [.. run.ByFee.Select((sum, f) => new FeeShare(f, (double)sum / n))],
            total.Mean.Value == 0 ? 0 : outcomes.Mean.Value / total.Mean.Value,
            total.Mean.Value == 0 ? 0 : 1 - total.Low.Value / total.Mean.Value,
            total.Mean.Value == 0 ? 0 : total.Deviation / total.Mean.Value);
    }

    /// <summary>The share of replications in which the payments pass an appropriation, in minor units.</summary>
    public static Interval Over(Run run, double appropriation)
    {
        ArgumentNullException.ThrowIfNull(run);
        var over = Enumerable.Range(0, run.Replications).Count(r => run.TotalOf(r) > appropriation);
        return Binomial.Observed(over, run.Replications);
    }

    private static double KindOf(Run run, int replication, int kind)
    {
        var sum = 0L;
        for (var m = 0; m < run.PayMonths; m++)
        {
            sum += run.Paid[(replication * run.PayMonths + m) * 2 + kind];
        }

        return sum;
    }
}
