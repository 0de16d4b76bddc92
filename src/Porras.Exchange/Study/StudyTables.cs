using Porras.Lab;

namespace Porras.Exchange;

/// <summary>The tables of a study; the same on a terminal and on a page.</summary>
/// <param name="words">The words.</param>
public sealed class StudyTables(StudyWords words)
{
    /// <summary>How many assumptions are shown of those that matter.</summary>
    internal const int Shown = 12;

    private readonly Study _study = words.First;
    private readonly StudyAssumptions _assumptions = new(words);

    /// <summary>What the organiser pays: in all, by kind, by calendar year.</summary>
    public ComparisonTable Budget()
    {
        var budget = _study.Budget;
        var years = budget.Years.Where(y => y.Paid.High.Value != 0 || y.Paid.Low.Value != 0);
        return Fans([
            (words["pays"], budget.Total),
            (words["outputs"], budget.Outputs),
            (words["outcomes"], budget.Outcomes),
            .. years.Select(y => (words["year", Spoken.Integer(y.Year)], y.Paid)),
        ]);
    }

    /// <summary>What each fee pays on average, and its share of all.</summary>
    public ComparisonTable Fees()
    {
        var all = _study.Budget.Total.Mean.Value;
        return new(
            [words["fee"], words["mean"], words["share"]],
            [
                .. _study.Budget.Fees.Select(f => (IReadOnlyList<string>)
                [
                    _study.Run.Plan.Fees[f.Fee].Source.Title?.Text ?? _study.Run.Plan.Fees[f.Fee].Source.Name.Text,
                    words.Amount(f.Mean),
                    words.Percent(all == 0 ? null : f.Mean / all),
                ]),
                [words["total"], words.Amount(all), words.Percent(all == 0 ? null : 1)],
            ],
            HasTotal: true);
    }

    /// <summary>The provider's profit, and the money it needs beyond that at the start.</summary>
    public ComparisonTable Provider() =>
        Fans([
            (words["profit"], _study.Provider.Profit),
            .. _study.Provider.Interest.Mean.Value > 0
                ? [(words["interest"], _study.Provider.Interest)] : ((string, Fan)[])[],
            (words["peak"], _study.Provider.Peak),
        ]);

    /// <summary>The chances of the provider's troubles with their intervals.</summary>
    public ComparisonTable Chances()
    {
        var provider = _study.Provider;
        return new(
            [words["chance"], words["share"], words["from"], words["to"]],
            [
                Chance("ruin", provider.Ruin), Chance("distress", provider.Distress),
                Chance("overdue", provider.Overdue), Chance("loss", provider.Loss),
            ]);

        IReadOnlyList<string> Chance(string key, Interval share) => [words["chance." + key], .. Shares(share)];
    }

    /// <summary>How providers of several sizes fare.</summary>
    public ComparisonTable Sizes() => new(
        [words["clients"], words["ruin"], words["from"], words["to"], words["profit"], words["peak.each"]],
        [.. (_study.Sizes?.All ?? []).Select(s => (IReadOnlyList<string>)
            [words.Number(s.Clients), .. Shares(s.Ruin), words.Amount(s.Profit), words.Amount(s.Peak)])]);

    /// <summary>What happens to each group.</summary>
    public ComparisonTable Groups() => new(
        [words["group"], words["started"], words["jobs"], words["pay.each"], words["hours"], words["cost.each"]],
        [.. _study.Groups.Select(g => (IReadOnlyList<string>)
        [
            words.Group(g.Name), words.Number(g.Started, 1), words.Percent(g.JobShare), words.Amount(g.Pay),
            words.Number(g.Hours, 1), words.Amount(g.Cost),
        ])]);

    /// <summary>What the fees reward in each group.</summary>
    public ComparisonTable Incentives() => new(
        [
            words["group"], words["per-job"], words["per-hour"], words["hour-cost"], words["incentive"],
            words["best-hours"],
        ],
        [.. _study.Groups.Select(g => (IReadOnlyList<string>)
        [
            words.Group(g.Name), words.Amount(g.PerJob), words.Cents(g.PerHour), words.Cents(g.HourCost),
            words.Percent(g.Incentive, 0), words.Number(g.BestHours, 1),
        ])]);

    /// <summary>Signs of what a model rewards, and how much pay is at risk.</summary>
    public ComparisonTable Signs()
    {
        var (signs, budget) = (_study.Signs, _study.Budget);
        return new(
            [words["figure"], words["value"]],
            [
                [words["agreed"], words.Percent(budget.AtRiskAsAgreed)],
                [words["realised"], words.Percent(budget.AtRiskAsRealised)],
                [words["creaming"], words.Number(signs.Creaming, 2)],
                [words["parking"], words.Percent(signs.Parking)],
                [words["depth"], words.Percent(signs.Depth)],
                [words["deadweight"], words.Percent(signs.Deadweight)],
                [words["additional"], words.Number(signs.AdditionalJobs.Value, 1) + Half(signs.AdditionalJobs, 1)],
                [words["per-additional"], words.Amount(signs.PerAdditionalJob)],
                [words["gini"], words.Number(signs.Inequality, 2)],
            ]);
    }

    /// <summary>Who bears which euro of risk; no rows where it was not asked for.</summary>
    public ComparisonTable Risks() => _study.Risks is not { } risks ? new([words["source"]], []) : new(
        [words["source"], words["organiser"], words["provider"]],
        [
            .. risks.Parts.Select(p => (IReadOnlyList<string>)
                [words.Source(p.Source), words.Amount(p.Organiser), words.Amount(p.Provider)]),
            [words["total"], words.Amount(risks.Organiser), words.Amount(risks.Provider)],
        ],
        HasTotal: true);

    /// <summary>Fans of months, up to a month that is left out.</summary>
    public ComparisonTable Months(IReadOnlyList<Fan> months, int until) => new(
        [words["month"], "P5", "P25", "P50", "P75", "P95"],
        [.. months.Take(until).Select((f, m) => (IReadOnlyList<string>)
        [
            words.Month(m), words.Amount(f.Low.Value), words.Amount(f.Quarter), words.Amount(f.Middle.Value),
            words.Amount(f.ThreeQuarters), words.Amount(f.High.Value),
        ])]);

    /// <summary>Another model against the first, replication by replication.</summary>
    /// <param name="model">Which, from 1.</param>
    /// <param name="name">What a model is called in a heading.</param>
    public ComparisonTable Against(int model, Func<int, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (a, b) = (words.First, words.Models[model].Study);
        var d = Differences.Of(a.Cash, b.Cash);
        return new(
            [words["figure"], name(0), name(model), words["minus", name(model), name(0)], words["from"], words["to"]],
            [
                Row("pays", a.Budget.Total.Mean.Value, b.Budget.Total.Mean.Value, d.Budget, words.Amount, words.Signed),
                Row("profit", a.Provider.Profit.Mean.Value, b.Provider.Profit.Mean.Value, d.Profit, words.Amount,
                    words.Signed),
                Row("ruin", a.Provider.Ruin.Value, b.Provider.Ruin.Value, d.Ruin, s => words.Percent(s), words.Points),
                Row("lowest", Mean(a.Cash.Lowest), Mean(b.Cash.Lowest), d.Lowest, words.Amount, words.Signed),
                Row("jobs.all", Jobs(a), Jobs(b), d.Jobs, n => words.Number(n, 1), words.Counts),
            ]);

        IReadOnlyList<string> Row(string key, double first, double second, Paired differ,
            Func<double?, string> plain, Func<double, string> signed) =>
        [
            words[key], plain(first), plain(second), signed(differ.Mean.Value), signed(differ.Mean.Lower),
            signed(differ.Mean.Upper),
        ];
    }

    /// <summary>The assumptions that matter most, and how far each moves cash and budget.</summary>
    public ComparisonTable Sensitivity() => new(
        [words["assumption"], words["from"], words["to"], words["moves.cash"], words["moves.budget"]],
        [.. (_study.Sensitivity?.All ?? []).Take(Shown).Select(s => (IReadOnlyList<string>)
        [
            _assumptions.Name(s.Number), _assumptions.Moved(s.Number, s.Low), _assumptions.Moved(s.Number, s.High),
            words.Signed(s.Lowest.High - s.Lowest.Low), words.Signed(s.Budget.High - s.Budget.Low),
        ])]);

    /// <summary>Assumptions, and a figure where each is lower and where it is higher.</summary>
    /// <param name="all">The assumptions.</param>
    /// <param name="figure">The figure at the low and at the high number, in minor units.</param>
    internal ComparisonTable Moved(
        IEnumerable<Sensitive> all, Func<Sensitive, (double Low, double High)> figure) => new(
        [words["assumption"], words["from"], words["to"], words["then.from"], words["then.to"]],
        [.. all.Select(s => (IReadOnlyList<string>)
        [
            _assumptions.Name(s.Number), _assumptions.Moved(s.Number, s.Low), _assumptions.Moved(s.Number, s.High),
            words.Amount(figure(s).Low), words.Amount(figure(s).High),
        ])]);

    /// <summary>What goes wrong, and what is left then.</summary>
    public ComparisonTable Stressed(Stress stress)
    {
        ArgumentNullException.ThrowIfNull(stress);
        return new(
            [
                words["scenario"], words["pays"], words["profit"], words["interest"], words["ruin"],
                words["peak.short"],
            ],
            [
                Row(words["scenario.base"], stress.Base.Budget, stress.Base.Provider),
                .. stress.All.Select(s => Row(words["scenario." + s.Scenario.Name], s.Budget, s.Provider)),
            ]);

        IReadOnlyList<string> Row(string name, Budget budget, ProviderView provider) =>
        [
            name, words.Amount(budget.Total.Mean.Value), words.Amount(provider.Profit.Mean.Value),
            words.Amount(provider.Interest.Mean.Value),
            words.Percent(provider.Ruin.Value), words.Amount(provider.Peak.Middle.Value),
        ];
    }

    /// <summary>The differences from the world as assumed, each with its interval.</summary>
    public ComparisonTable StressDifferences(Stress stress)
    {
        ArgumentNullException.ThrowIfNull(stress);
        return new(
            [words["scenario"], words["pays"], words["profit"], words["ruin.points"], words["lowest"]],
            [.. stress.All.Select(s => (IReadOnlyList<string>)
            [
                words["scenario." + s.Scenario.Name],
                words.Signed(s.Against.Budget.Mean.Value) + Half(s.Against.Budget.Mean),
                words.Signed(s.Against.Profit.Mean.Value) + Half(s.Against.Profit.Mean),
                words.Points(s.Against.Ruin.Mean.Value)
                    + $"±{words.Number(s.Against.Ruin.Mean.HalfWidth * 100, 1)}",
                words.Signed(s.Against.Lowest.Mean.Value) + Half(s.Against.Lowest.Mean),
            ])]);
    }

    private static double Mean(double[] values) => values.Length == 0 ? 0 : values.Average();

    private static double Jobs(Study study) => study.Run.Entered.Sum(e => (long)e) / (double)study.Run.Replications;

    private ComparisonTable Fans(IEnumerable<(string Label, Fan Fan)> fans) => new(
        [words["figure"], "P5", "P50", "P95", words["mean"]],
        [.. fans.Select(f => (IReadOnlyList<string>)
        [
            f.Label,
            words.Amount(f.Fan.Low.Value) + Half(f.Fan.Low),
            words.Amount(f.Fan.Middle.Value) + Half(f.Fan.Middle),
            words.Amount(f.Fan.High.Value) + Half(f.Fan.High),
            words.Amount(f.Fan.Mean.Value),
        ])]);

    private string Half(Interval interval) => $"±{words.Amount(interval.HalfWidth)}";

    private string Half(Interval interval, int decimals) =>
        $"±{words.Number(interval.HalfWidth, decimals)}";

    private IReadOnlyList<string> Shares(Interval share) =>
        [words.Percent(share.Value), words.Percent(share.Lower), words.Percent(share.Upper)];
}
