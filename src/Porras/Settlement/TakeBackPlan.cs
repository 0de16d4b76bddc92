namespace Porras;

/// <summary>Taking back a fee, resolved.</summary>
/// <param name="Source">The declaration, for reasons.</param>
/// <param name="Fee">The fee.</param>
/// <param name="When">On whose days it is taken back.</param>
/// <param name="Within">Only lines earned at most this long before; null for all earlier ones.</param>
/// <param name="OnlyIf">Tests on that day.</param>
/// <param name="Share">Which share; null for all, or for the unused part.</param>
/// <param name="Unused">Whether only the part is taken of a period that lies after the day.</param>
/// <param name="Rounding">The model's rounding.</param>
public sealed record TakeBackPlan(
    Declaration.TakeBack Source,
    int Fee,
    MomentPlan When,
    Duration? Within,
    IReadOnlyList<TestLinePlan> OnlyIf,
    ValuePlan? Share,
    bool Unused,
    Rounding Rounding)
{
    /// <summary>
    /// Adds the reversing lines to the lines of a participant in one episode; each line is reversed once.
    /// </summary>
    public void Apply(ServiceCase c, List<DraftLine> lines)
    {
        var moments = new List<Occurrence>();
        When.Occur(c, int.MaxValue, moments);
        var reversed = lines.Where(l => l.Line.Kind == LineKind.TakeBack)
            .Select(l => (l.Line.Fee, l.Line.Time)).ToHashSet();
        foreach (var moment in moments)
        {
            var counted = new DaySpan(c.Start, moment.Day);
            var spot = new Spot(moment.Day, moment.Day, counted) { Fact = moment.Fact, Row = moment.Row };
            if (!TestPlan.All(OnlyIf, c, spot))
            {
                continue;
            }

            foreach (var line in lines.Where(l => Concerns(l.Line, moment.Day)).ToList())
            {
                var back = Taken(c, line, spot);
                if (back > Money.Zero && reversed.Add((Fee, line.Line.Time)))
                {
                    lines.Add(new()
                    {
                        Line = line.Line with { Earned = moment.Day, Kind = LineKind.TakeBack, Amount = -back },
                        Occurrence = line.Occurrence,
                    });
                }
            }
        }
    }

    private bool Concerns(in FeeLine line, int day) =>
        line.Fee == Fee && line.Kind == LineKind.Fee && line.Earned <= day
        && (Within is not { } within || day <= within.After(line.Earned).Last);

    private Money Taken(ServiceCase c, DraftLine line, in Spot spot)
    {
        var amount = line.Line.Amount;
        if (Unused)
        {
            var paidFor = c.Occurrences(Fee)[line.Occurrence].Counted;
            var unused = paidFor.And(new(spot.Day + 1, int.MaxValue)).Length;
            return paidFor.Length == 0 ? Money.Zero : Rounding.Round(amount * Exact.Of(unused, paidFor.Length));
        }

        if (Share is null)
        {
            return amount;
        }

        return Share.TryRead(c, spot, out var share) ? Rounding.Round(amount * share) : Money.Zero;
    }
}
