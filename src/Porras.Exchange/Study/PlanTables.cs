using Porras.Lab;

namespace Porras.Exchange;

/// <summary>The tables of a plan; the same on a terminal and on a page.</summary>
/// <param name="words">The words.</param>
public sealed class PlanTables(PlanWords words)
{
    private readonly SharePlan _plan = words.Plan;

    /// <summary>The plan, contract year by contract year.</summary>
    public ComparisonTable Years() => new(
        Headings("year", "share", "outputs", "outcomes", "budget", "expected", "ruin"),
        [.. _plan.Years.Select(y => (IReadOnlyList<string>)
        [
            words.Numbers.Number(y.Year), words.Share(y.Share), words.Share(y.Written.Outputs),
            words.Share(y.Written.Outcomes), words.Numbers.Amount(y.Budget), words.Numbers.Amount(y.Expected),
            words.Share(y.Ruin),
        ])]);

    /// <summary>What came of the plan on other random numbers, by the end of each contract year.</summary>
    public ComparisonTable Check() => new(
        Headings("year", "ruined", "from", "to", "budget", "paid"),
        [.. _plan.Years.Zip(_plan.Check.RuinBy, _plan.Check.Budget).Select(y => (IReadOnlyList<string>)
        [
            words.Numbers.Number(y.First.Year), .. Shares(y.Second), words.Numbers.Amount(y.First.Budget),
            $"{words.Numbers.Amount(y.Third.Value)}±{words.Numbers.Amount(y.Third.HalfWidth)}",
        ])]);

    /// <summary>What providers of other sizes could bear; no rows where it was not asked for.</summary>
    public ComparisonTable Sizes() => new(
        Headings("clients", "largest", "from", "to"),
        [.. _plan.Sizes.Select(s => (IReadOnlyList<string>)[words.Numbers.Number(s.Clients), .. Shares(s.Largest)])]);

    /// <summary>What would allow a larger share.</summary>
    public ComparisonTable Remedies() => new(
        Headings("remedy", "largest", "from", "to"),
        [.. _plan.Remedies.Select(r => (IReadOnlyList<string>)
            [words["remedy." + r.Remedy.ToString().ToLowerInvariant()], .. Shares(r.Largest)])]);

    private IReadOnlyList<string> Headings(params string[] columns) => [.. columns.Select(c => words["column." + c])];

    private IReadOnlyList<string> Shares(Interval share) =>
        [words.Share(share.Value), words.Share(share.Lower), words.Share(share.Upper)];
}
