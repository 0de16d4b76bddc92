namespace Porras.Lab;

/// <summary>How many steps of a ladder are paid for on average, by the rule that counts them.</summary>
/// <param name="EveryRise">Every move upwards counts, again after a fall.</param>
/// <param name="HighWater">Each step counts once: the highest reached, less where the client began.</param>
/// <param name="Net">Only where the client stands at the end counts, less where he began.</param>
public readonly record struct LadderFees(double EveryRise, double HighWater, double Net)
{
    /// <summary>Exact means after some months, for a client who begins in one state.</summary>
    /// <param name="chain">How clients move.</param>
    /// <param name="levels">The step of each state, from 0; states may share one.</param>
    /// <param name="start">The state at month 0.</param>
    /// <param name="months">How many months.</param>
    public static LadderFees After(Chain chain, ReadOnlySpan<int> levels, int start, int months)
    {
        ArgumentNullException.ThrowIfNull(chain);
        Must.BeAsLong(chain.States, levels.Length);
        var step = levels.ToArray();
        // Rows are the highest step so far, columns are states.
        var now = new double[step.Max() + 1, chain.States];
        now[step[start], start] = 1;
        var rises = 0.0;
        for (var month = 1; month <= months; month++)
        {
            (now, var more) = Next(chain, now, step);
            rises += more;
        }

        var (high, net) = (0.0, 0.0);
        for (var highest = 0; highest < now.GetLength(0); highest++)
        {
            for (var state = 0; state < chain.States; state++)
            {
                high += now[highest, state] * (highest - step[start]);
                net += now[highest, state] * (step[state] - step[start]);
            }
        }

        return new(rises, high, net);
    }

    private static (double[,] Next, double Rises) Next(Chain chain, double[,] now, int[] step)
    {
        var (next, rises) = (new double[now.GetLength(0), chain.States], 0.0);
        for (var highest = 0; highest < now.GetLength(0); highest++)
        {
            for (var from = 0; from < chain.States; from++)
            {
                for (var to = 0; to < chain.States; to++)
                {
                    var moved = now[highest, from] * chain[from, to];
                    next[Math.Max(highest, step[to]), to] += moved;
                    rises += moved * Math.Max(0, step[to] - step[from]);
                }
            }
        }

        return (next, rises);
    }
}
