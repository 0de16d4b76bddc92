namespace Porras.Lab;

/// <summary>A fee that is due once a state has been held for so many months in a row.</summary>
public static class InARow
{
    /// <summary>
    /// How far clients have come after some months: by the length of the run they are in, 0 being none; the last
    /// entry is the chance of having reached the whole run at least once.
    /// </summary>
    /// <param name="chain">How clients move.</param>
    /// <param name="start">A share for each state at month 0; a run cannot begin before month 1.</param>
    /// <param name="months">How many months.</param>
    /// <param name="run">How many months in a row are asked for, at least 1.</param>
    /// <param name="held">The states that count.</param>
    public static double[] Chances(
        Chain chain, ReadOnlySpan<double> start, int months, int run, params ReadOnlySpan<int> held)
    {
        ArgumentNullException.ThrowIfNull(chain);
        Must.BeAsLong(chain.States, start.Length);
        var counts = new bool[chain.States];
        foreach (var state in held)
        {
            counts[state] = true;
        }

        // Rows are lengths of the run, columns are states; the last row is never left.
        var now = new double[Must.BeAtLeast(1, run) + 1, chain.States];
        for (var state = 0; state < chain.States; state++)
        {
            now[0, state] = start[state];
        }

        for (var month = 1; month <= months; month++)
        {
            now = Next(chain, now, run, counts);
        }

        return [.. Enumerable.Range(0, run + 1).Select(r => Enumerable.Range(0, chain.States).Sum(s => now[r, s]))];
    }

    private static double[,] Next(Chain chain, double[,] now, int run, bool[] counts)
    {
        var next = new double[run + 1, chain.States];
        for (var length = 0; length <= run; length++)
        {
            for (var from = 0; from < chain.States; from++)
            {
                for (var to = 0; to < chain.States; to++)
                {
                    var longer = length == run ? run : counts[to] ? length + 1 : 0;
                    next[longer, to] += now[length, from] * chain[from, to];
                }
            }
        }

        return next;
    }
}
