using Porras.Lab;

namespace Porras.Exchange;

/// <summary>The numbers behind each picture of a study as a table; each model that is compared has columns.</summary>
/// <param name="words">The words of the study.</param>
/// <param name="name">What a model is called in a heading.</param>
public sealed class StudySeries(StudyWords words, Func<int, string> name)
{
    /// <summary>What the organiser has paid up to each month.</summary>
    public ComparisonTable Budget() => Months(s => s.Budget.Months);

    /// <summary>The provider's cash at the end of each month.</summary>
    public ComparisonTable Cash() => Months(s => s.Provider.Months);

    /// <summary>How often providers of several sizes run out of money; no rows where it was not asked for.</summary>
    public ComparisonTable Sizes() => new(
        [words["clients"], .. Headings("ruin", "from", "to", "profit", "peak.each")],
        [.. (words.First.Sizes?.All ?? []).Select((first, i) => (IReadOnlyList<string>)
        [
            words.Number(first.Clients),
            .. words.Models.SelectMany(m => m.Study.Sizes is { } sizes && i < sizes.All.Count ?
                (string[])[.. Shares(sizes.All[i].Ruin), words.Amount(sizes.All[i].Profit),
                    words.Amount(sizes.All[i].Peak)] : ["–", "–", "–", "–", "–"]),
        ])]);

    /// <summary>Who bears which euro in a bad case; no rows where it was not asked for.</summary>
    public ComparisonTable Risks() => new(
        [words["source"], .. Headings("organiser", "provider")],
        [.. (words.First.Risks?.Parts ?? []).Select((part, i) => (IReadOnlyList<string>)
        [
            words.Source(part.Source),
            .. words.Models.SelectMany(m => m.Study.Risks is { } risks ? (string[])
                [words.Amount(risks.Parts[i].Organiser), words.Amount(risks.Parts[i].Provider)] : ["–", "–"]),
        ])]);

    /// <summary>What the fees reward in each group.</summary>
    public ComparisonTable Incentives() => new(
        [words["group"], .. Headings("per-job", "per-hour", "hour-cost", "incentive", "best-hours")],
        [.. words.First.Groups.Select((group, i) => (IReadOnlyList<string>)
        [
            words.Group(group.Name),
            .. words.Models.Select(m => m.Study.Groups[i]).SelectMany(g => (string[])
            [
                words.Amount(g.PerJob), words.Cents(g.PerHour), words.Cents(g.HourCost),
                words.Percent(g.Incentive, 0), words.Number(g.BestHours, 1),
            ]),
        ])]);

    /// <summary>How often the provider runs out of money when something goes wrong, and what it keeps.</summary>
    /// <param name="stress">The scenarios under each model, in the order of the models.</param>
    public ComparisonTable Stressed(IReadOnlyList<Stress> stress)
    {
        ArgumentNullException.ThrowIfNull(stress);
        return new(
            [
                words["scenario"],
                .. stress.SelectMany((_, m) => Headed(m, "ruin", "from", "to", "pays", "profit", "peak.short")),
            ],
            [
                Row("base", s => (s.Base.Budget, s.Base.Provider)),
                .. stress[0].All.Select((scenario, i) => Row(
                    scenario.Scenario.Name, s => (s.All[i].Budget, s.All[i].Provider))),
            ]);

        IReadOnlyList<string> Row(string scenario, Func<Stress, (Budget, ProviderView)> of) =>
        [
            words["scenario." + scenario],
            .. stress.Select(of).SelectMany(((Budget Budget, ProviderView Provider) s) => (string[])
            [
                .. Shares(s.Provider.Ruin), words.Amount(s.Budget.Total.Mean.Value),
                words.Amount(s.Provider.Profit.Mean.Value), words.Amount(s.Provider.Peak.Middle.Value),
            ]),
        ];
    }

    /// <summary>How many months of a fan are worth showing, under whichever model the last change comes.</summary>
    /// <param name="months">The months of a study.</param>
    public int Until(Func<Study, IReadOnlyList<Fan>> months) =>
        words.Models.Max(m => Fan.MonthsThatDiffer(months(m.Study)));

    private ComparisonTable Months(Func<Study, IReadOnlyList<Fan>> months) => new(
        [words["month"], .. words.Models.SelectMany((_, m) =>
            ((string[])["P5", "P25", "P50", "P75", "P95"]).Select(q => Headed(m, q)))],
        [.. Enumerable.Range(0, Until(months)).Select(t => (IReadOnlyList<string>)
        [
            words.Month(t),
            .. words.Models.Select(m => months(m.Study)).Select(f => f[Math.Min(t, f.Count - 1)]).SelectMany(f =>
                (string[])
                [
                    words.Amount(f.Low.Value), words.Amount(f.Quarter), words.Amount(f.Middle.Value),
                    words.Amount(f.ThreeQuarters), words.Amount(f.High.Value),
                ]),
        ])]);

    private IEnumerable<string> Headings(params string[] keys) =>
        words.Models.SelectMany((_, m) => Headed(m, keys));

    private IEnumerable<string> Headed(int model, params string[] keys) =>
        keys.Select(k => Headed(model, words[k]));

    private string Headed(int model, string heading) =>
        words.Models.Count == 1 ? heading : $"{name(model)}: {heading}";

    private IReadOnlyList<string> Shares(Interval share) =>
        [words.Percent(share.Value), words.Percent(share.Lower), words.Percent(share.Upper)];
}
