namespace Porras;

/// <summary>The participants of a comparison, and what each of them brings under each model.</summary>
internal sealed class Cohort
{
    private Cohort(IReadOnlyList<ComparedModel> models)
    {
        Models = models;
        var starts = models[0].Settled.Data.Starts;
        Started = [.. Enumerable.Range(0, starts.Count).Where(p => starts.Day[starts.Offsets[p]] <= Until)];
        Amounts = [.. models.Select(m => AmountsOf(m.Settled))];
    }

    /// <summary>The models.</summary>
    public IReadOnlyList<ComparedModel> Models { get; }

    /// <summary>The day of settlement.</summary>
    public int Until => Models[0].Settled.Until;

    /// <summary>The day on which the facts were known.</summary>
    public int KnownOn => Models[0].Settled.KnownOn;

    /// <summary>The participants whose first start has come, as places in the data set.</summary>
    public int[] Started { get; }

    /// <summary>For each model, what each participant brings.</summary>
    public Money[][] Amounts { get; }

    /// <summary>Checks that the settlements belong together, and sums them by participant.</summary>
    public static Cohort Of(IReadOnlyList<ComparedModel> models)
    {
        var first = models[0].Settled;
        foreach (var (label, settled) in models)
        {
            var fits = !settled.IsRefused
                && (settled.Until, settled.KnownOn) == (first.Until, first.KnownOn)
                && settled.Plan.Currency == first.Plan.Currency
                && settled.Data.Starts.Participants.AsSpan().SequenceEqual(first.Data.Starts.Participants);
            if (!fits)
            {
                throw new ArgumentException($"\"{label}\" has other participants, days or money, or no lines.");
            }
        }

        return new(models);
    }

    /// <summary>Whether a line is of a participant, and not of a provider, a cohort or the contract.</summary>
    public static bool IsOfParticipant(Settled settled, in FeeLine line) =>
        line.Participant < settled.Data.Starts.Count;

    /// <summary>Calls something for each line of a model.</summary>
    public void EachLine(int model, Action<FeeLine> each)
    {
        foreach (var part in Models[model].Settled.Parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                each(part[i]);
            }
        }
    }

    /// <summary>What each participant that has started brings more than under the baseline.</summary>
    public Money[] Differences(int model) => Array.ConvertAll(Started, p => Amounts[model][p] - Amounts[0][p]);

    /// <summary>What a model pays in all.</summary>
    public ModelTotal Total(int model)
    {
        var settled = Models[model].Settled;
        var (amount, outcomes, lines) = (Money.Zero, Money.Zero, 0L);
        int? first = null, last = null;
        var paid = new SortedSet<int>();
        EachLine(model, line =>
        {
            var fee = settled.Plan.Fees[line.Fee];
            amount += line.Amount;
            outcomes += fee.Source.IsOutcome ? line.Amount : Money.Zero;
            lines++;
            first = Math.Min(first ?? line.Earned, line.Earned);
            last = Math.Max(last ?? line.Earned, line.Earned);
            if (IsOfParticipant(settled, line))
            {
                paid.Add(line.Participant);
            }
        });
        var each = paid.Select(p => Amounts[model][p]).Order().ToArray();
        var sum = each.Aggregate(Money.Zero, (s, m) => s + m);
        return new(
            amount, outcomes, lines, each.Length,
            each.Length == 0 ? null : Exact.Of(sum.Minor, each.Length),
            each.Length == 0 ? null : Spread.Quantile(each, 50),
            first, last);
    }

    private static Money[] AmountsOf(Settled settled)
    {
        var amounts = new Money[settled.Data.Starts.Count];
        foreach (var part in settled.Parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                var line = part[i];
                if (IsOfParticipant(settled, line))
                {
                    amounts[line.Participant] += line.Amount;
                }
            }
        }

        return amounts;
    }
}
