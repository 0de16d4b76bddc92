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
        foreach (var group in lines.Where(Concerns).GroupBy(l => PeriodOf(l.Line.Earned).First))
        {
            var all = group.ToList();
            var bound = Bound(c, all[0].Line.Earned);
            notes?.AddRange(Passed(c.Data.Starts.Participants[c.Participant], [.. all.Select(l => l.Line)], bound));
            long[] after = [.. all.Select(l => l.Line.Amount.Minor)];
            Cut(after, bound);
            for (var i = 0; i < all.Count; i++)
            {
                Change(all[i], new(after[i]));
            }
        }
    }

    /// <summary>Cuts the amounts of one scope and period, in minor units and in their order, to what is left.</summary>
    public void Cut(Span<long> amounts, Money bound)
    {
        switch (source.Rule)
        {
            case LimitRule.Cut or LimitRule.Stop:
                InOrder(amounts, bound.Minor);
                break;
            case LimitRule.ProRata:
                ProRata(amounts, bound);
                break;
            case LimitRule.Report:
                break;
            default:
                throw new InvalidOperationException("The model has not been checked.");
        }
    }

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

    /// <summary>The period of its own in which a day lies; every day without periods.</summary>
    public DaySpan PeriodOf(int day) => period is { } p ? periods.Of(p, day) : DaySpan.All;

    /// <summary>Whether it is about the lines of a fee, where they are above zero.</summary>
    public bool Concerns(int fee) => fees.Count == 0 || fees.Contains(fee);

    private bool Concerns(DraftLine draft) => draft.Line.Amount > Money.Zero && Concerns(draft.Line.Fee);

    private void InOrder(Span<long> amounts, long left)
    {
        var stopped = false;
        foreach (ref var amount in amounts)
        {
            var fits = !stopped && amount <= left;
            stopped |= !fits && source.Rule == LimitRule.Stop;
            amount = fits ? amount : stopped ? 0 : left;
            left -= amount;
        }
    }

    private void ProRata(Span<long> amounts, Money bound)
    {
        var sum = 0L;
        foreach (var amount in amounts)
        {
            sum += amount;
        }

        if (sum > bound.Minor)
        {
            Split.ByLargestRemainder(bound, amounts, rounding.Unit, amounts);
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
