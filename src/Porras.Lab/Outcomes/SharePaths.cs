namespace Porras.Lab;

/// <summary>
/// What reaches the provider's account by contract year and kind of fee, at the prices of a model without a
/// transition: cash at any transition is a sum of these. Money in minor units.
/// </summary>
/// <remarks>
/// Interest on credit in use is left out: with it cash would not be affine in the prices. The simulated check of a plan
/// has it.
/// </remarks>
public sealed class SharePaths
{
    private readonly int _months;
    private readonly Multipliers[] _at;
    private readonly double[] _without;
    private readonly double[][] _outputs;
    private readonly double[][] _outcomes;

    private SharePaths(Run run, CostPlan costs, IReadOnlyList<Multipliers>? at)
    {
        _at = [.. at ?? Enumerable.Repeat(new Multipliers(1, 1), run.Years)];
        var (n, delay) = (run.Replications, (int)run.World.Provider.Delay);
        _months = run.PayMonths + delay + 1;
        _without = new double[n * _months];
        _outputs = [.. Enumerable.Range(0, run.Years).Select(_ => new double[n * _months])];
        _outcomes = [.. Enumerable.Range(0, run.Years).Select(_ => new double[n * _months])];
        var unit = run.World.Provider.Clients * (double)run.Plan.Currency.Scale;
        (Capital, Credit) = (run.World.Provider.Capital * unit, run.World.Provider.Credit * unit);
        var spent = new double[_months];
        for (var r = 0; r < n; r++)
        {
            costs.Fill(run, r, spent);
            Fill(run, r, delay, spent);
        }

        Outputs = [.. _outputs.Select(Ends)];
        Outcomes = [.. _outcomes.Select(Ends)];
    }

    /// <summary>Own money at the beginning.</summary>
    public double Capital { get; }

    /// <summary>The credit line.</summary>
    public double Credit { get; }

    /// <summary>How many contract years there are.</summary>
    public int Years => _outputs.Length;

    /// <summary>The expected pay for outputs priced in each contract year: the mean of the replications.</summary>
    public IReadOnlyList<double> Outputs { get; }

    /// <summary>The expected pay for outcomes priced in each contract year.</summary>
    public IReadOnlyList<double> Outcomes { get; }

    /// <summary>The paths of a run.</summary>
    /// <param name="run">A run with <see cref="RunOptions.ByYear"/>.</param>
    /// <param name="costs">What is spent.</param>
    /// <param name="at">
    /// The multipliers of the model that was run, each above 0; its pay is divided by them. Null: it has no transition.
    /// </param>
    public static SharePaths Of(Run run, CostPlan costs, IReadOnlyList<Multipliers>? at = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(costs);
        return run.Options.ByYear ? new(run, costs, at)
            : throw new ArgumentException("The run has not kept what each year paid.", nameof(run));
    }

    /// <summary>The share of paths on which cash falls below the credit line at multipliers of the prices.</summary>
    /// <param name="multipliers">For each contract year, of outputs and of outcomes.</param>
    public double Ruin(IReadOnlyList<Multipliers> multipliers)
    {
        var (cash, ruined) = (Cash(multipliers), 0);
        for (var from = 0; from < cash.Length; from += _months)
        {
            ruined += Lowest(cash.AsSpan(from, _months)) < -Credit ? 1 : 0;
        }

        return (double)ruined * _months / Math.Max(1, cash.Length);
    }

    /// <summary>Cash at the end of each month at multipliers, path after path.</summary>
    /// <param name="multipliers">For each contract year, of outputs and of outcomes.</param>
    public double[] Cash(IReadOnlyList<Multipliers> multipliers)
    {
        ArgumentNullException.ThrowIfNull(multipliers);
        Must.BeAsLong(Years, multipliers.Count);
        double[] cash = [.. _without];
        for (var year = 0; year < Years; year++)
        {
            Add(cash, _outputs[year], multipliers[year].Outputs);
            Add(cash, _outcomes[year], multipliers[year].Outcomes);
        }

        return cash;
    }

    /// <summary>The paths as they depend on the shares of some contract years.</summary>
    /// <param name="multipliers">For a year, its multipliers at a share for outcomes.</param>
    /// <param name="free">The years whose share is asked for; others have theirs whatever it is.</param>
    public YearPaths Holding(Func<int, double, Multipliers> multipliers, IReadOnlyList<int> free)
    {
        ArgumentNullException.ThrowIfNull(free);
        double[] atZero = Cash([.. Enumerable.Range(0, Years).Select(year => multipliers(year, 0))]);
        return new(_months, atZero, [.. free.Select(Slope)]);

        double[] Slope(int year)
        {
            var (none, all, slope) = (multipliers(year, 0), multipliers(year, 1), new double[atZero.Length]);
            Add(slope, _outputs[year], all.Outputs - none.Outputs);
            Add(slope, _outcomes[year], all.Outcomes - none.Outcomes);
            return slope;
        }
    }

    // Sums up to the end of each month.
    private void Fill(Run run, int replication, int delay, ReadOnlySpan<double> spent)
    {
        var (from, late) = (replication * _months, run.Surroundings[replication].Late);
        for (var month = 0; month < run.PayMonths; month++)
        {
            var at = from + month + delay + (late[month] ? 1 : 0);
            var paid = run.PaidByYear.AsSpan((replication * run.PayMonths + month) * 2 * run.Years, 2 * run.Years);
            for (var year = 0; year < run.Years; year++)
            {
                _outputs[year][at] += paid[year] / _at[year].Outputs;
                _outcomes[year][at] += paid[run.Years + year] / _at[year].Outcomes;
            }
        }

        _without[from] = Capital - spent[0];
        for (var month = 1; month < _months; month++)
        {
            _without[from + month] = _without[from + month - 1] - spent[month];
            for (var year = 0; year < run.Years; year++)
            {
                _outputs[year][from + month] += _outputs[year][from + month - 1];
                _outcomes[year][from + month] += _outcomes[year][from + month - 1];
            }
        }
    }

    private double Ends(double[] sums)
    {
        var sum = 0.0;
        for (var end = _months - 1; end < sums.Length; end += _months)
        {
            sum += sums[end];
        }

        return sums.Length == 0 ? 0 : sum * _months / sums.Length;
    }

    private static double Lowest(ReadOnlySpan<double> cash)
    {
        var lowest = double.PositiveInfinity;
        foreach (var value in cash)
        {
            lowest = Math.Min(lowest, value);
        }

        return lowest;
    }

    private static void Add(double[] sum, double[] values, double times)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += times * values[i];
        }
    }
}
