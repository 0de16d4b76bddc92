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
}

/// <summary>A limit for each participant, resolved.</summary>
public sealed class LimitPlan(
    Declaration.Limit source,
    AmountPlan amount,
    IReadOnlySet<int> fees,
    Period? period,
    Periods periods,
    Rounding rounding)
{
    /// <summary>The declaration, for reasons.</summary>
    public Declaration.Limit Source => source;

    /// <summary>
    /// Applies it to the lines of one participant in one episode, in order of earned day, fee and time.
    /// </summary>
    public void Apply(ServiceCase c, List<DraftLine> lines)
    {
        foreach (var scope in lines.Where(l => Concerns(l.Line)).GroupBy(l => PeriodOf(l.Line)))
        {
            var all = scope.ToList();
            var bound = Bound(c, all[0].Line.Earned);
            if (source.Rule == LimitRule.ProRata)
            {
                ProRata(all, bound);
            }
            else
            {
                InOrder(all, bound);
            }
        }
    }

    /// <summary>The amount of the limit on a day.</summary>
    public Money Bound(ServiceCase c, int day) =>
        rounding.Round(new(amount.Of(c, new Spot(day, day, new(c.Start, day)))));

    private int PeriodOf(in FeeLine line) => period is { } p ? periods.Of(p, line.Earned).First : 0;

    private bool Concerns(in FeeLine line) => (fees.Count == 0 || fees.Contains(line.Fee)) && line.Amount > Money.Zero;

    private void InOrder(List<DraftLine> lines, Money bound)
    {
        var left = bound;
        var stopped = false;
        foreach (var line in lines)
        {
            var fits = !stopped && line.Line.Amount <= left;
            stopped |= !fits && source.Rule == LimitRule.Stop;
            var after = fits ? line.Line.Amount : stopped ? Money.Zero : left;
            left -= after;
            Change(line, after);
        }
    }

    private void ProRata(List<DraftLine> lines, Money bound)
    {
        var sum = lines.Aggregate(Money.Zero, (total, l) => total + l.Line.Amount);
        if (sum <= bound)
        {
            return;
        }

        var parts = Split.ByLargestRemainder(bound, [.. lines.Select(l => (Exact)l.Line.Amount.Minor)], rounding.Unit);
        for (var i = 0; i < lines.Count; i++)
        {
            Change(lines[i], parts[i]);
        }
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
