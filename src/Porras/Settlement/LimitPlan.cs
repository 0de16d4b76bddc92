namespace Porras;

/// <summary>What a limit did to a line.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Before">The line's amount before.</param>
/// <param name="After">And after.</param>
public sealed record LimitEffect(Declaration.Limit Limit, Money Before, Money After);

/// <summary>A line while limits are applied, with what they did to it.</summary>
public sealed class DraftLine
{
    /// <summary>The line as it stands.</summary>
    public FeeLine Line { get; set; }

    /// <summary>The occurrence behind it, as a place among the fee's occurrences.</summary>
    public int Occurrence { get; init; }

    /// <summary>What limits did to it, in order.</summary>
    public List<LimitEffect> Limits { get; } = [];

    /// <summary>Applies what limits did to it.</summary>
    internal void Apply(IReadOnlyList<LimitEffect> effects)
    {
        if (effects.Count > 0)
        {
            Limits.AddRange(effects);
            Line = Line with { Amount = effects[^1].After };
        }
    }
}

/// <summary>A limit, resolved.</summary>
public sealed class LimitPlan(
    Declaration.Limit source,
    AmountPlan amount,
    IReadOnlySet<int> fees,
    ScopePlan? scope,
    Period? period,
    Periods periods,
    Rounding rounding,
    Currency currency)
{
    /// <summary>The declaration, for reasons.</summary>
    public Declaration.Limit Source => source;

    /// <summary>For whom it is; null for each participant in each episode.</summary>
    public ScopePlan? Scope => scope;

    /// <summary>
    /// Applies it to the lines of one participant in one episode, in order of earned day, fee and time.
    /// </summary>
    /// <param name="c">The case.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="notes">Takes what a limit that only reports has to say; null where nobody asks.</param>
    public void Apply(ServiceCase c, List<DraftLine> lines, List<Diagnostic>? notes = null)
    {
        foreach (var group in lines.Where(l => Concerns(l.Line)).GroupBy(l => PeriodOf(l.Line)))
        {
            var all = group.ToList();
            var bound = Bound(c, all[0].Line.Earned);
            notes?.AddRange(Passed(c.Data.Starts.Participants[c.Participant], [.. all.Select(l => l.Line)], bound));
            var after = After([.. all.Select(l => l.Line.Amount)], bound);
            for (var i = 0; i < all.Count; i++)
            {
                Change(all[i], after[i]);
            }
        }
    }

    /// <summary>What is left of the amounts of one scope and period, in their order.</summary>
    public Money[] After(IReadOnlyList<Money> amounts, Money bound) => source.Rule switch
    {
        LimitRule.Cut or LimitRule.Stop => InOrder(amounts, bound),
        LimitRule.ProRata => ProRata(amounts, bound),
        LimitRule.Report => [.. amounts],
        _ => throw new InvalidOperationException("The model has not been checked."),
    };

    /// <summary>
    /// What a limit that only reports says of the lines of one scope and period, in their order: nothing if they do
    /// not pass it, else one note with the day of the line that does.
    /// </summary>
    public IEnumerable<Diagnostic> Passed(string owner, IReadOnlyList<FeeLine> lines, Money bound)
    {
        if (source.Rule != LimitRule.Report)
        {
            yield break;
        }

        var (sum, passed) = (Money.Zero, -1);
        foreach (var line in lines)
        {
            sum += line.Amount;
            passed = passed < 0 && sum > bound ? line.Earned : passed;
        }

        if (passed >= 0)
        {
            string[] words =
            [
                owner, sum.ToString(currency), bound.ToString(currency), (sum - bound).ToString(currency),
                Day.Write(passed), period is { } p ? periods.Name(p, passed) : "",
            ];
            yield return Diagnostic.At(source.Mark.Place, "P6012", words) with
            {
                Variant = period is null ? null : "period",
            };
        }
    }

    /// <summary>The amount of the limit on a day.</summary>
    public Money Bound(ServiceCase c, int day) =>
        rounding.Round(new(amount.Of(c, new Spot(day, day, new(c.Start, day)))));

    /// <summary>The first day of the period in which it holds for a line; 0 without periods.</summary>
    public int PeriodOf(in FeeLine line) => period is { } p ? periods.Of(p, line.Earned).First : 0;

    /// <summary>Whether it is about a line: of one of its fees, and above zero.</summary>
    public bool Concerns(in FeeLine line) => (fees.Count == 0 || fees.Contains(line.Fee)) && line.Amount > Money.Zero;

    private Money[] InOrder(IReadOnlyList<Money> amounts, Money bound)
    {
        var after = new Money[amounts.Count];
        var left = bound;
        var stopped = false;
        for (var i = 0; i < after.Length; i++)
        {
            var fits = !stopped && amounts[i] <= left;
            stopped |= !fits && source.Rule == LimitRule.Stop;
            after[i] = fits ? amounts[i] : stopped ? Money.Zero : left;
            left -= after[i];
        }

        return after;
    }

    private Money[] ProRata(IReadOnlyList<Money> amounts, Money bound)
    {
        var sum = amounts.Aggregate(Money.Zero, (total, a) => total + a);
        return sum <= bound ? [.. amounts]
            : Split.ByLargestRemainder(bound, [.. amounts.Select(a => (Exact)a.Minor)], rounding.Unit);
    }

    private void Change(DraftLine line, Money after)
    {
        if (after != line.Line.Amount)
        {
            line.Limits.Add(new(source, line.Line.Amount, after));
            line.Line = line.Line with { Amount = after };
        }
    }
}
