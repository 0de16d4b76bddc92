namespace Porras.Lab;

/// <summary>The cash of a provider over all replications. Money in minor units.</summary>
/// <remarks>
/// Cash of a month is that of the month before, plus what is paid, less what is spent and the interest on credit in
/// use. A fee is paid some months after it may be invoiced. Three ways to fail are told apart: cash below the credit
/// line (insolvency), cash below 0 (distress), and cash below 0 even with all that is earned and not yet paid.
/// </remarks>
public sealed class Cash
{
    private Cash(Run run, CostPlan costs)
    {
        (Run, Costs) = (run, costs);
        Months = run.PayMonths + Delay(run) + 1;
        var n = run.Replications;
        Path = new double[n * Months];
        (Lowest, LowestMonth, Profit, Interest) = (new double[n], new int[n], new double[n], new double[n]);
        (RuinedIn, IsDistressed, IsOverdue) = (new int[n], new bool[n], new bool[n]);
        var (clients, unit) = (run.World.Provider.Clients, (double)run.Plan.Currency.Scale);
        Capital = run.World.Provider.Capital * clients * unit;
        Credit = run.World.Provider.Credit * clients * unit;
    }

    /// <summary>The run whose payments these are.</summary>
    public Run Run { get; }

    /// <summary>What is spent.</summary>
    public CostPlan Costs { get; }

    /// <summary>How many months a path has.</summary>
    public int Months { get; }

    /// <summary>Own money at the beginning.</summary>
    public double Capital { get; }

    /// <summary>The credit line.</summary>
    public double Credit { get; }

    /// <summary>Cash at the end of each month, replication by replication.</summary>
    public double[] Path { get; }

    /// <summary>The lowest cash of each replication.</summary>
    public double[] Lowest { get; }

    /// <summary>Its month.</summary>
    public int[] LowestMonth { get; }

    /// <summary>All that was paid less all that was spent, without interest: the result of each replication.</summary>
    public double[] Profit { get; }

    /// <summary>The interest on credit in use of each replication: what waiting for money costs.</summary>
    public double[] Interest { get; }

    /// <summary>The month in which cash first fell below the credit line; -1: never.</summary>
    public int[] RuinedIn { get; }

    /// <summary>Whether cash was ever below 0.</summary>
    public bool[] IsDistressed { get; }

    /// <summary>
    /// Whether cash together with all that was earned and not yet paid was ever below the credit line.
    /// </summary>
    public bool[] IsOverdue { get; }

    /// <summary>The share of replications with insolvency.</summary>
    public double RuinShare => (double)RuinedIn.Count(m => m >= 0) / RuinedIn.Length;

    /// <summary>The cash of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="costs">What is spent; the same plan for models that are compared.</param>
    public static Cash Of(Run run, CostPlan costs)
    {
        var cash = new Cash(run, costs);
        var (income, spent) = (new double[cash.Months], new double[cash.Months]);
        for (var r = 0; r < run.Replications; r++)
        {
            cash.Income(r, income);
            costs.Fill(run, r, spent);
            cash.Follow(r, income, spent);
        }

        return cash;
    }

    /// <summary>What reaches the account in each month of a replication.</summary>
    public void Income(int replication, Span<double> months)
    {
        months.Clear();
        var paid = Run.Paid.AsSpan(replication * Run.PayMonths * 2, Run.PayMonths * 2);
        var late = Run.Surroundings[replication].Late;
        for (var m = 0; m < Run.PayMonths; m++)
        {
            months[m + Delay(Run) + (late[m] ? 1 : 0)] += paid[2 * m] + paid[2 * m + 1];
        }
    }

    private static int Delay(Run run) => (int)run.World.Provider.Delay;

    private void Follow(int replication, ReadOnlySpan<double> income, ReadOnlySpan<double> spent)
    {
        var paid = Run.Paid.AsSpan(replication * Run.PayMonths * 2, Run.PayMonths * 2);
        var (cash, lowest, month, ruined, earned) = (Capital, Capital, 0, -1, Capital);
        var interest = Run.World.Provider.Interest / 12;
        for (var m = 0; m < Months; m++)
        {
            var due = Math.Max(0, -cash) * interest;
            cash += income[m] - spent[m] - due;
            earned += (m < Run.PayMonths ? paid[2 * m] + paid[2 * m + 1] : 0) - spent[m] - due;
            Path[replication * Months + m] = cash;
            Profit[replication] += income[m] - spent[m];
            Interest[replication] += due;
            IsDistressed[replication] |= cash < 0;
            IsOverdue[replication] |= earned < -Credit;
            ruined = ruined < 0 && cash < -Credit ? m : ruined;
            (lowest, month) = cash < lowest ? (cash, m) : (lowest, month);
        }

        (Lowest[replication], LowestMonth[replication], RuinedIn[replication]) = (lowest, month, ruined);
    }
}
