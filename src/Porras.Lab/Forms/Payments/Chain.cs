using MathNet.Numerics.LinearAlgebra;

namespace Porras.Lab;

/// <summary>
/// States that a client moves between from month to month, by chances that depend only on the state. Everything here is
/// exact: no random numbers.
/// </summary>
public sealed class Chain
{
    private const double Rounded = 1e-9;

    private readonly double[,] chances;

    /// <summary>A chain from the chances of going from each state (row) to each (column).</summary>
    /// <param name="chances">A square table; every row adds up to 1.</param>
    public Chain(double[,] chances)
    {
        ArgumentNullException.ThrowIfNull(chances);
        States = Must.BeAtLeast(1, chances.GetLength(0));
        Must.BeAsLong(States, chances.GetLength(1));
        for (var from = 0; from < States; from++)
        {
            var sum = Enumerable.Range(0, States).Sum(to => Must.BeShare(chances[from, to]));
            if (Math.Abs(sum - 1) > Rounded)
            {
                throw new ArgumentOutOfRangeException(nameof(chances), sum, $"Row {from} must add up to 1.");
            }
        }

        this.chances = (double[,])chances.Clone();
    }

    /// <summary>How many states there are; they are numbered from 0.</summary>
    public int States { get; }

    /// <summary>The chance of going from one state to another in a month.</summary>
    public double this[int from, int to] => chances[from, to];

    /// <summary>How a group is spread over the states after some months, from how it was spread at first.</summary>
    /// <param name="start">A share (or a number of people) for each state.</param>
    /// <param name="months">How many months; 0 gives the start.</param>
    public double[] After(ReadOnlySpan<double> start, int months) => Path(start, months)[^1];

    /// <summary>How a group is spread at the start (place 0) and after each month.</summary>
    /// <param name="start">A share (or a number of people) for each state.</param>
    /// <param name="months">How many months.</param>
    public double[][] Path(ReadOnlySpan<double> start, int months)
    {
        Must.BeAsLong(States, start.Length);
        var path = new double[Must.BeAtLeast(0, months) + 1][];
        path[0] = start.ToArray();
        for (var month = 1; month <= months; month++)
        {
            path[month] = new double[States];
            Step(path[month - 1], path[month]);
        }

        return path;
    }

    /// <summary>One month: adds nothing to the heap.</summary>
    /// <param name="before">How the group was spread.</param>
    /// <param name="after">Where it is written how it is spread then.</param>
    public void Step(ReadOnlySpan<double> before, Span<double> after)
    {
        for (var to = 0; to < States; to++)
        {
            var sum = 0.0;
            for (var from = 0; from < States; from++)
            {
                sum += before[from] * chances[from, to];
            }

            after[to] = sum;
        }
    }

    /// <summary>How many months each state is held on average in months 1 up to the last.</summary>
    /// <param name="start">A share for each state at month 0, which does not count.</param>
    /// <param name="months">The last month.</param>
    public double[] MonthsHeld(ReadOnlySpan<double> start, int months)
    {
        var path = Path(start, months);
        return [.. Enumerable.Range(0, States).Select(state => path.Skip(1).Sum(spread => spread[state]))];
    }

    /// <summary>From each state, the chance of having been in one of some states within a number of months.</summary>
    /// <param name="months">How many months.</param>
    /// <param name="targets">The states to be reached; from these the chance is 1.</param>
    public double[] Reached(int months, params ReadOnlySpan<int> targets)
    {
        var now = new double[States];
        foreach (var target in targets)
        {
            now[target] = 1;
        }

        var held = now.ToArray();
        for (var month = 1; month <= Must.BeAtLeast(0, months); month++)
        {
            var before = now;
            now = [.. Enumerable.Range(0, States).Select(from => held[from] == 1
                ? 1
                : Enumerable.Range(0, States).Sum(to => chances[from, to] * before[to]))];
        }

        return now;
    }

    /// <summary>
    /// How many months each state but the final ones is held before a final state is entered, from each state but
    /// those: the fundamental matrix (Kemeny and Snell, Finite Markov Chains, 1960). Month 0 counts.
    /// </summary>
    /// <param name="final">The states that are left out, at least one, reached from everywhere.</param>
    public double[,] BeforeEnd(params ReadOnlySpan<int> final)
    {
        var left = Enumerable.Range(0, States).Except(final.ToArray()).ToArray();
        return Matrix<double>.Build
            .Dense(left.Length, left.Length, (i, j) => (i == j ? 1 : 0) - chances[left[i], left[j]])
            .Inverse().ToArray();
    }

    /// <summary>The shares that stay as they are; for a chain where every state leads to every other.</summary>
    public double[] Lasting() => Balanced(States, (from, to) => chances[from, to] - (from == to ? 1 : 0));

    /// <summary>Shares that add up to 1 and that flows between states leave as they are.</summary>
    internal static double[] Balanced(int states, Func<int, int, double> flow)
    {
        // One equation follows from the others, so the last is replaced: shares add up to 1.
        var left = Matrix<double>.Build.Dense(states, states, (to, from) => to == states - 1 ? 1 : flow(from, to));
        return left.Solve(Vector<double>.Build.Dense(states, to => to == states - 1 ? 1 : 0)).ToArray();
    }
}
