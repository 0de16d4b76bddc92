namespace Porras.Lab;

/// <summary>What one assumption moves. Money in minor units.</summary>
/// <param name="Number">The number.</param>
/// <param name="Low">A fifth less of it, within its bounds.</param>
/// <param name="High">A fifth more of it, likewise.</param>
/// <param name="Budget">The expected budget with the low and with the high number.</param>
/// <param name="Lowest">The provider's median lowest cash, likewise.</param>
public sealed record Sensitive(
    WorldNumber Number, double Low, double High, (double Low, double High) Budget, (double Low, double High) Lowest)
{
    /// <summary>How far the lowest cash moves between the two.</summary>
    public double Reach => Math.Abs(Lowest.High - Lowest.Low);

    /// <summary>How far the expected budget moves between the two.</summary>
    public double BudgetReach => Math.Abs(Budget.High - Budget.Low);
}

/// <summary>Which assumptions matter most: each is moved by itself, on the same random numbers.</summary>
/// <remarks>
/// What moves little need not be known well; what moves much is worth a call to whoever has a register. Moving one
/// number at a time says nothing of two that move together, and a number that is 0 has no fifth to be moved by. Money
/// in minor units.
/// </remarks>
/// <param name="Budget">The expected budget in the world as assumed.</param>
/// <param name="Lowest">The provider's median lowest cash in it.</param>
/// <param name="All">The assumptions, from the one that moves the lowest cash most.</param>
/// <param name="Replications">How often each world was played through.</param>
public sealed record Sensitivity(double Budget, double Lowest, IReadOnlyList<Sensitive> All, int Replications)
{
    /// <summary>By which part of itself each number is moved, down and up.</summary>
    public const double Part = 0.2;

    // Lengths, sizes and seasons are decisions or shapes, not assumptions about the world.
    private static readonly string[] Left =
        ["intake", "follow", "provider.clients", "provider.service months", "economy.closure", "economy.season"];

    /// <summary>The assumptions that move the budget, from the one that moves it most.</summary>
    public IEnumerable<Sensitive> ForBudget => All.Where(s => s.BudgetReach > 0)
        .OrderByDescending(s => s.BudgetReach).ThenBy(s => s.Number.Path, StringComparer.Ordinal);

    /// <summary>Moves the assumptions of a world.</summary>
    /// <param name="plan">The model.</param>
    /// <param name="world">The world, with hours as planned.</param>
    /// <param name="options">How.</param>
    /// <param name="prices">Prices of histories from earlier runs; null: begin anew.</param>
    public static Sensitivity Of(Plan plan, World world, RunOptions options, PriceBook? prices = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(options);
        prices ??= PriceBook.Of(plan, world);
        var run = Simulation.Run(plan, world, options, prices);
        var (budget, lowest) = In(run, world);
        var all = new List<Sensitive>();
        foreach (var number in WorldNumber.All(world).Where(n => !Left.Contains(n.Key)))
        {
            var value = number.Get(world).Value;
            var (low, high) = (
                Within(number, value - Math.Abs(value) * Part), Within(number, value + Math.Abs(value) * Part));
            if (value != 0 && !double.IsNaN(value) && low != high)
            {
                var (less, more) = (Try(number, low), Try(number, high));
                all.Add(new(number, low, high, (less.Budget, more.Budget), (less.Lowest, more.Lowest)));
            }
        }

        return new(
            budget, lowest,
            [.. all.OrderByDescending(s => s.Reach).ThenBy(s => s.Number.Path, StringComparer.Ordinal)],
            options.Replications);

        (double Budget, double Lowest) Try(WorldNumber number, double value)
        {
            var moved = Balanced(number, number.Set(world, number.Get(world) with { Value = value }));
            return In(Simulation.Run(plan, moved, options, prices), moved);
        }
    }

    private static (double Budget, double Lowest) In(Run run, World world)
    {
        var cash = Cash.Of(run, CostPlan.Of(world, run.Plan.Currency));
        return (Means.Of([.. Enumerable.Range(0, run.Replications).Select(r => (double)run.TotalOf(r))]),
            Sorted.Quantile(Sorted.Of(cash.Lowest), 0.5));
    }

    private static double Within(WorldNumber number, double value)
    {
        var whole = number.Kind is NumberKind.Months or NumberKind.Count ? Math.Round(value) : value;
        return Math.Clamp(whole, number.Least, number.Most);
    }

    // A larger share of one group is a smaller one of the others.
    private static World Balanced(WorldNumber number, World world)
    {
        var sum = world.Groups.Sum(g => g.Share);
        return number.Key != "groups.*.share" || sum <= 0 ? world : world with
        {
            Groups = [.. world.Groups.Select(g => g with { Share = g.Share with { Value = g.Share / sum } })],
        };
    }
}
