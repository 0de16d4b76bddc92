namespace Porras.Lab;

/// <summary>
/// What participants of one group bring and cost, replication by replication. Money in minor units; what is paid to
/// nobody in particular is shared by all participants alike.
/// </summary>
/// <param name="Started">How many start.</param>
/// <param name="Outputs">What is paid for outputs.</param>
/// <param name="Outcomes">What is paid for outcomes.</param>
/// <param name="Cost">What they cost.</param>
internal sealed record GroupPay(double[] Started, double[] Outputs, double[] Outcomes, double[] Cost)
{
    /// <summary>Each group of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="each">What a participant of each group costs.</param>
    public static IReadOnlyList<GroupPay> Of(Run run, IReadOnlyList<double> each)
    {
        var (n, groups) = (run.Replications, run.World.Groups.Count);
        List<GroupPay> all = [.. Enumerable.Range(0, groups).Select(_ =>
            new GroupPay(new double[n], new double[n], new double[n], new double[n]))];
        for (var r = 0; r < n; r++)
        {
            var started = run.Started.AsSpan(r * groups, groups);
            var (outputs, outcomes) = Shared(run, r);
            var people = Math.Max(1, Sum(started));
            for (var g = 0; g < groups; g++)
            {
                var (paid, outcome) = (run.PaidByGroup[r * groups + g], run.OutcomesByGroup[r * groups + g]);
                all[g].Started[r] = started[g];
                all[g].Outputs[r] = paid - outcome + outputs * started[g] / people;
                all[g].Outcomes[r] = outcome + outcomes * started[g] / people;
                all[g].Cost[r] = started[g] * each[g];
            }
        }

        return all;
    }

    /// <summary>All groups together.</summary>
    public static GroupPay Together(IReadOnlyList<GroupPay> groups)
    {
        return new(Sums(g => g.Started), Sums(g => g.Outputs), Sums(g => g.Outcomes), Sums(g => g.Cost));

        double[] Sums(Func<GroupPay, double[]> of) =>
            [.. Enumerable.Range(0, of(groups[0]).Length).Select(r => groups.Sum(g => of(g)[r]))];
    }

    /// <summary>All that is paid in a replication.</summary>
    public double Paid(int replication) => Outputs[replication] + Outcomes[replication];

    /// <summary>The margin on cost with its error of simulation; null without any cost.</summary>
    public Interval? Margin()
    {
        var cost = Means.Of(Cost);
        if (cost <= 0)
        {
            return null;
        }

        var margin = (Means.Of(Outputs) + Means.Of(Outcomes)) / cost - 1;
        return Interval.Around(margin, Half(r => Paid(r) - (1 + margin) * Cost[r]) / cost);
    }

    /// <summary>Half of the interval of the mean of what a function gives for each replication, 95 %.</summary>
    public double Half(Func<int, double> of) => Fan.Of(Started.Length, of).Mean.HalfWidth;

    // What belongs to no group.
    private static (double Outputs, double Outcomes) Shared(Run run, int replication)
    {
        var groups = run.World.Groups.Count;
        var (outputs, outcomes) = (0L, 0L);
        for (var m = 0; m < run.PayMonths; m++)
        {
            outputs += run.Paid[(replication * run.PayMonths + m) * 2];
            outcomes += run.Paid[(replication * run.PayMonths + m) * 2 + 1];
        }

        for (var g = 0; g < groups; g++)
        {
            var outcome = run.OutcomesByGroup[replication * groups + g];
            outputs -= run.PaidByGroup[replication * groups + g] - outcome;
            outcomes -= outcome;
        }

        return (outputs, outcomes);
    }

    private static int Sum(ReadOnlySpan<int> counts)
    {
        var sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
