namespace Porras;

/// <summary>How a cohort is cut into parts.</summary>
/// <param name="By">By what.</param>
/// <param name="Parts">The parts in order; those that are not named may turn out empty.</param>
/// <param name="OfParticipant">The part of each participant; null where participants are not in one part each.</param>
/// <param name="OfLine">The part of a line of a model.</param>
internal sealed record Cut(
    string By,
    IReadOnlyList<(PartKind Kind, string Name, string Title)> Parts,
    int[]? OfParticipant,
    Func<int, FeeLine, int> OfLine);

/// <summary>Sums the lines of each model in each part.</summary>
internal static class Tally
{
    /// <summary>The sums of a cut.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cut">How it is cut.</param>
    /// <param name="differences">For each model but the first, the differences of those who have started.</param>
    public static Breakdown Of(Cohort cohort, Cut cut, IReadOnlyList<Money[]> differences)
    {
        var sums = cohort.Models.Select((_, m) => Sums(cohort, cut, m)).ToList();
        var places = cut.OfParticipant is { } parts ? Array.ConvertAll(cohort.Started, p => parts[p]) : null;
        var gains = differences.Select(d => places is null ? null : GainsOf(places, d)).ToList();
        var counts = places?.CountBy(p => p).ToDictionary(c => c.Key, c => c.Value);
        var compared = cut.Parts.Select((part, i) => new ComparedPart(
            part.Kind,
            part.Name,
            part.Title,
            counts?.GetValueOrDefault(i),
            [.. sums.Select(s => s[i])],
            [.. gains.OfType<ILookup<int, Money>>().Select(g => Gains.Of(g[i]))]));
        return new(cut.By, [.. compared.Where(p => p.Kind == PartKind.Named || IsThere(p))]);
    }

    private static bool IsThere(ComparedPart part) => part.Participants > 0 || part.Sums.Any(s => s.Lines > 0);

    private static ILookup<int, Money> GainsOf(int[] places, Money[] differences) =>
        places.Zip(differences).ToLookup(p => p.First, p => p.Second);

    // The lines of a participant come one after the other, so that the last one seen in a part is enough to count.
    private static PartSum[] Sums(Cohort cohort, Cut cut, int model)
    {
        var settled = cohort.Models[model].Settled;
        var sums = new PartSum[cut.Parts.Count];
        Array.Fill(sums, new(Money.Zero, Money.Zero, 0, 0));
        var last = new int[sums.Length];
        Array.Fill(last, -1);
        cohort.EachLine(model, line =>
        {
            var (place, fee) = (cut.OfLine(model, line), settled.Plan.Fees[line.Fee]);
            var isNew = Cohort.IsOfParticipant(settled, line) && last[place] != line.Participant;
            last[place] = isNew ? line.Participant : last[place];
            var sum = sums[place];
            sums[place] = new(
                sum.Amount + line.Amount,
                sum.Outcomes + (fee.Source.IsOutcome ? line.Amount : Money.Zero),
                sum.Lines + 1,
                sum.Paid + (isNew ? 1 : 0));
        });
        return sums;
    }
}
