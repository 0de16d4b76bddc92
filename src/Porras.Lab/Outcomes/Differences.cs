namespace Porras.Lab;

/// <summary>
/// How two runs on the same random numbers differ, replication by replication: the second less the first. Money in
/// minor units.
/// </summary>
/// <param name="Budget">All payments.</param>
/// <param name="Profit">The provider's profit, without interest.</param>
/// <param name="Interest">Interest on credit in use.</param>
/// <param name="Ruin">The chance of insolvency.</param>
/// <param name="Lowest">The lowest cash.</param>
/// <param name="Jobs">How many participants get a job.</param>
public sealed record Differences(
    Paired Budget, Paired Profit, Paired Interest, Paired Ruin, Paired Lowest, Paired Jobs)
{
    /// <summary>The differences of two runs with the same seed and the same number of replications.</summary>
    public static Differences Of(Cash first, Cash second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(
            Of((c, r) => c.Run.TotalOf(r)),
            Of((c, r) => c.Profit[r]),
            Of((c, r) => c.Interest[r]),
            Of((c, r) => c.RuinedIn[r] >= 0 ? 1 : 0),
            Of((c, r) => c.Lowest[r]),
            Of(InWork));

        Paired Of(Func<Cash, int, double> of) => Paired.Of(Column(first, of), Column(second, of));

        static double[] Column(Cash cash, Func<Cash, int, double> of) =>
            [.. Enumerable.Range(0, cash.Run.Replications).Select(r => of(cash, r))];
    }

    private static double InWork(Cash cash, int replication)
    {
        var groups = cash.Run.World.Groups.Count;
        return cash.Run.Entered.AsSpan(replication * groups, groups).ToArray().Sum(e => (long)e);
    }
}
