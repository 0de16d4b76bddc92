namespace Porras;

/// <summary>A model of a comparison with what it pays the cohort.</summary>
/// <param name="Label">What it is called beside the others; no two models have the same.</param>
/// <param name="Settled">The cohort, settled by it; not refused.</param>
public sealed record ComparedModel(string Label, Settled Settled);

/// <summary>What one model pays in all.</summary>
/// <param name="Amount">The sum of all lines.</param>
/// <param name="Outcomes">What of it is paid for outcomes; the rest is paid for outputs.</param>
/// <param name="Lines">How many lines there are.</param>
/// <param name="Paid">How many participants have a line.</param>
/// <param name="Mean">Minor units for each participant with a line; null if there is none.</param>
/// <param name="Median">The middle one of these, or the mean of the middle two; null if there is none.</param>
/// <param name="First">The first earned day; null without lines.</param>
/// <param name="Last">The last earned day; null without lines.</param>
public sealed record ModelTotal(
    Money Amount, Money Outcomes, long Lines, int Paid, Exact? Mean, Exact? Median, int? First, int? Last)
{
    /// <summary>What is paid for outputs.</summary>
    public Money Outputs => Amount - Outcomes;

    /// <summary>The share that is paid for outcomes; null if nothing is paid.</summary>
    public Exact? OutcomeShare => Amount.Minor == 0 ? null : Exact.Of(Outcomes.Minor, Amount.Minor);
}

/// <summary>
/// One cohort under several models: the same participants and facts, priced by each. The first is the baseline.
/// </summary>
/// <remarks>
/// Nothing is calculated here but sums of lines: every part sums to the whole, to the cent. A participant is counted
/// once the first start has come; its group, provider and known values are those of the first start.
/// </remarks>
/// <param name="Models">The models; at least one, all in one currency.</param>
/// <param name="Until">The day of settlement.</param>
/// <param name="Participants">How many participants have started by then.</param>
/// <param name="Totals">What each model pays.</param>
/// <param name="By">
/// The same sums cut into parts: by group, fee, month, provider and a known value, where there is such a thing.
/// </param>
/// <param name="Gains">For each model but the first: who gets more or less than under the baseline.</param>
public sealed record Comparison(
    IReadOnlyList<ComparedModel> Models,
    int Until,
    int Participants,
    IReadOnlyList<ModelTotal> Totals,
    IReadOnlyList<Breakdown> By,
    IReadOnlyList<CohortGains> Gains)
{
    /// <summary>The currency of all.</summary>
    public Currency Currency => Models[0].Settled.Plan.Currency;

    /// <summary>What a model pays more than the baseline; below zero if less.</summary>
    public Money Difference(int model) => Totals[model].Amount - Totals[0].Amount;

    /// <summary>A breakdown by its name; null if there is none.</summary>
    public Breakdown? Find(string by) => By.FirstOrDefault(b => b.By == by);

    /// <summary>By what a cohort can be cut under these models, in order; known values last.</summary>
    public static IReadOnlyList<string> Possible(IReadOnlyList<Plan> plans, bool providers) =>
    [
        .. plans[0].Groups.Count > 0 ? (string[])[Breakdown.Group] : [],
        Breakdown.Fee,
        Breakdown.Month,
        .. providers ? (string[])[Breakdown.Provider] : [],
        .. plans.SelectMany(p => p.Schema.Known).Select(k => k.Name).Distinct(),
    ];

    /// <summary>Compares settlements of one cohort.</summary>
    /// <param name="models">The models; the same participants, days and currency in each.</param>
    /// <param name="known">A known value to cut by as well; null for none.</param>
    /// <exception cref="ArgumentException">They are not of one cohort, day and currency, or one is refused.</exception>
    public static Comparison Of(IReadOnlyList<ComparedModel> models, string? known = null)
    {
        var cohort = Cohort.Of(models);
        var differences = models.Skip(1).Select((_, m) => cohort.Differences(m + 1)).ToList();
        return new(
            models,
            cohort.Until,
            cohort.Started.Length,
            [.. models.Select((_, m) => cohort.Total(m))],
            [.. Cuts.Of(cohort, known).Select(cut => Tally.Of(cohort, cut, differences))],
            [.. differences.Select((d, m) => CohortGains.Of(cohort, m + 1, d))]);
    }
}
