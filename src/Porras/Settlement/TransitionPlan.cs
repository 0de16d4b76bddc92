namespace Porras;

/// <summary>The transition from outputs to outcomes, resolved.</summary>
/// <param name="Years">The shares by contract year, in rising order; years after the last have its shares.</param>
/// <param name="Periods">The model's contract years.</param>
public sealed record TransitionPlan(IReadOnlyList<(int Year, Exact Outputs, Exact Outcomes)> Years, Periods Periods)
{
    /// <summary>The share of a kind of fee on the day on which it is priced; 1 before the first year.</summary>
    public Exact Share(bool outcome, int day)
    {
        var year = Periods.ContractYear(day);
        var share = Exact.One;
        foreach (var (from, outputs, outcomes) in Years)
        {
            share = from <= year ? (outcome ? outcomes : outputs) : share;
        }

        return share;
    }
}
