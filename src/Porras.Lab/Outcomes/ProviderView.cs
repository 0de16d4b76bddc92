namespace Porras.Lab;

/// <summary>What a model means for a provider. Money in minor units.</summary>
/// <param name="Profit">All that is paid less all that is spent, without interest.</param>
/// <param name="Interest">Interest on credit in use.</param>
/// <param name="Loss">The chance of a loss.</param>
/// <param name="Ruin">The chance that cash falls below the credit line.</param>
/// <param name="Distress">The chance that cash falls below 0.</param>
/// <param name="Overdue">
/// The chance that cash falls below the credit line even with all that is earned and not yet paid.
/// </param>
/// <param name="Peak">The most own money and credit that is ever needed beyond what there was at the beginning.</param>
/// <param name="TroughMonth">The month in which cash is lowest, the median of all replications.</param>
/// <param name="Months">Cash at the end of each month.</param>
/// <param name="MonthlyTurnover">What is paid in a month on average: the lowest point is told in months of it.</param>
public sealed record ProviderView(
    Fan Profit,
    Fan Interest,
    Interval Loss,
    Interval Ruin,
    Interval Distress,
    Interval Overdue,
    Fan Peak,
    int TroughMonth,
    IReadOnlyList<Fan> Months,
    double MonthlyTurnover)
{
    /// <summary>The view of a provider's cash.</summary>
    public static ProviderView Of(Cash cash)
    {
        ArgumentNullException.ThrowIfNull(cash);
        var n = cash.Run.Replications;
        var month = new double[n];
        var fans = new List<Fan>();
        for (var m = 0; m < cash.Months; m++)
        {
            for (var r = 0; r < n; r++)
            {
                month[r] = cash.Path[r * cash.Months + m];
            }

            fans.Add(Fan.Of(month));
        }

        int[] troughs = [.. cash.LowestMonth.Order()];
        return new(
            Fan.Of(cash.Profit),
            Fan.Of(cash.Interest),
            Binomial.Observed(cash.Profit.Count(p => p < 0), n),
            Binomial.Observed(cash.RuinedIn.Count(m => m >= 0), n),
            Binomial.Observed(cash.IsDistressed.Count(d => d), n),
            Binomial.Observed(cash.IsOverdue.Count(d => d), n),
            Fan.Of(n, r => -Math.Min(0, cash.Lowest[r] - cash.Capital)),
            troughs[n / 2],
            fans,
            cash.Run.PayPerStart() * cash.Run.Started.Sum(s => (long)s) / n / cash.Run.World.Months);
    }
}
