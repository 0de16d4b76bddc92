namespace Porras.Lab;

/// <summary>Chances of moving between states, as estimated from counts of observed moves.</summary>
/// <param name="Chain">The estimated chances: half an observation is added to each (Jeffreys' prior).</param>
/// <param name="Errors">Their standard errors; no number for a state nobody was ever seen in.</param>
public sealed record ChainEstimate(Chain Chain, double[,] Errors)
{
    private const double Added = 0.5;

    /// <summary>Estimates from counts.</summary>
    /// <param name="moves">How often each state (row) was followed by each (column); square, none below 0.</param>
    public static ChainEstimate Of(int[,] moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        var states = Must.BeAtLeast(1, moves.GetLength(0));
        Must.BeAsLong(states, moves.GetLength(1));
        var (chances, errors) = (new double[states, states], new double[states, states]);
        for (var from = 0; from < states; from++)
        {
            var seen = Enumerable.Range(0, states).Sum(to => Must.BeAtLeast(0, moves[from, to]));
            for (var to = 0; to < states; to++)
            {
                var chance = (moves[from, to] + Added) / (seen + Added * states);
                chances[from, to] = chance;
                errors[from, to] = seen > 0 ? Math.Sqrt(chance * (1 - chance) / seen) : double.NaN;
            }
        }

        return new(new(chances), errors);
    }
}
