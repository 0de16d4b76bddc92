using System.Globalization;
using Porras.Lab;

namespace Porras.Exchange;

/// <summary>One figure of a study, as programs read it.</summary>
/// <param name="Part">The part of the study: <c>budget</c>, <c>provider</c>, <c>size</c>, <c>group</c>, <c>sign</c>,
/// <c>risk</c>, <c>sensitivity</c>, <c>difference</c>.</param>
/// <param name="Of">Which year, fee, size, group or source; else empty.</param>
/// <param name="Name">What it is.</param>
/// <param name="Unit"><c>money</c> (whole units of the currency), <c>share</c>, <c>months</c>, <c>hours</c>,
/// <c>count</c> or <c>plain</c>.</param>
/// <param name="Value">The value or the mean; null if it is not known.</param>
/// <param name="Lower">The lower end of its interval of 95 %; null without one.</param>
/// <param name="Upper">The upper end; null without one.</param>
/// <param name="Quantiles">P5, P25, P50, P75, P95; empty without them.</param>
public sealed record StudyFigure(
    string Part,
    string Of,
    string Name,
    string Unit,
    double? Value,
    double? Lower,
    double? Upper,
    IReadOnlyList<double> Quantiles)
{
    /// <summary>All figures of a model, and its differences from the first where it is another.</summary>
    /// <param name="models">The models.</param>
    /// <param name="model">Which.</param>
    public static IReadOnlyList<StudyFigure> All(IReadOnlyList<StudiedModel> models, int model)
    {
        ArgumentNullException.ThrowIfNull(models);
        var study = models[model].Study;
        var unit = (double)study.Run.Plan.Currency.Scale;
        return
        [
            .. Budget(study, unit),
            .. Provider(study, unit),
            .. Groups(study, unit),
            .. Signs(study, unit),
            .. Moved(study, unit),
            .. model == 0 ? [] : Against(Differences.Of(models[0].Study.Cash, study.Cash), unit),
        ];
    }

    /// <summary>The differences of two runs as figures.</summary>
    public static IReadOnlyList<StudyFigure> Against(Differences differ, double unit)
    {
        ArgumentNullException.ThrowIfNull(differ);
        return
        [
            New("difference", "", "total", "money", differ.Budget.Mean, unit),
            New("difference", "", "profit", "money", differ.Profit.Mean, unit),
            New("difference", "", "interest", "money", differ.Interest.Mean, unit),
            New("difference", "", "insolvency", "share", differ.Ruin.Mean, 1),
            New("difference", "", "lowest-cash", "money", differ.Lowest.Mean, unit),
            New("difference", "", "jobs", "count", differ.Jobs.Mean, 1),
        ];
    }

    /// <summary>The organiser's and the provider's side alone.</summary>
    public static IReadOnlyList<StudyFigure> Sides(Budget budget, ProviderView provider, double unit)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(provider);
        return
        [
            New("budget", "", "total", "money", budget.Total, unit),
            New("budget", "", "outputs", "money", budget.Outputs, unit),
            New("budget", "", "outcomes", "money", budget.Outcomes, unit),
            New("provider", "", "profit", "money", provider.Profit, unit),
            New("provider", "", "interest", "money", provider.Interest, unit),
            New("provider", "", "money-needed", "money", provider.Peak, unit),
            New("provider", "", "insolvency", "share", provider.Ruin, 1),
            New("provider", "", "below-zero", "share", provider.Distress, 1),
            New("provider", "", "insolvency-with-receivables", "share", provider.Overdue, 1),
            New("provider", "", "loss", "share", provider.Loss, 1),
            New("provider", "", "lowest-month", "months", provider.TroughMonth),
        ];
    }

    /// <summary>A number as programs read it: at most six decimals, a point; empty for none.</summary>
    public static string Write(double? number) =>
        number is not { } known || !double.IsFinite(known) ? ""
        : known.ToString("0.######", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    private static IEnumerable<StudyFigure> Budget(Study study, double unit) =>
    [
        .. Sides(study.Budget, study.Provider, unit),
        .. study.Budget.Years.Select(y =>
            New("budget", y.Year.ToString(CultureInfo.InvariantCulture), "paid", "money", y.Paid, unit)),
        .. study.Budget.Fees.Select(f => New(
            "budget", study.Run.Plan.Fees[f.Fee].Source.Name.Text, "fee", "money", f.Mean / unit)),
        New("budget", "", "at-risk-agreed", "share", study.Budget.AtRiskAsAgreed),
        New("budget", "", "at-risk-realised", "share", study.Budget.AtRiskAsRealised),
        New("budget", "", "variation", "share", study.Budget.Variation),
    ];

    private static IEnumerable<StudyFigure> Provider(Study study, double unit) => study.Sizes is not { } sizes ? [] :
    [
        .. sizes.All.SelectMany(s =>
        {
            var of = s.Clients.ToString(CultureInfo.InvariantCulture);
            return (StudyFigure[])
            [
                New("size", of, "insolvency", "share", s.Ruin, 1),
                New("size", of, "profit", "money", s.Profit / unit),
                New("size", of, "money-needed-each", "money", s.Peak / unit),
            ];
        }),
        New("size", "", "smallest", "count", sizes.Smallest),
    ];

    private static IEnumerable<StudyFigure> Groups(Study study, double unit) =>
        study.Groups.SelectMany(g => (StudyFigure[])
        [
            New("group", g.Name, "started", "count", g.Started),
            New("group", g.Name, "jobs", "share", g.JobShare),
            New("group", g.Name, "job-months", "months", g.JobMonths),
            New("group", g.Name, "pay-each", "money", g.Pay / unit),
            New("group", g.Name, "hours", "hours", g.Hours),
            New("group", g.Name, "cost-each", "money", g.Cost / unit),
            New("group", g.Name, "pay-per-job", "money", g.PerJob / unit),
            New("group", g.Name, "pay-per-hour", "money", g.PerHour / unit),
            New("group", g.Name, "incentive", "share", g.Incentive),
            New("group", g.Name, "best-hours", "hours", g.BestHours),
        ]);

    private static IEnumerable<StudyFigure> Signs(Study study, double unit) =>
    [
        New("sign", "", "creaming", "share", study.Signs.Creaming),
        New("sign", "", "parking", "share", study.Signs.Parking),
        New("sign", "", "depth", "share", study.Signs.Depth),
        New("sign", "", "deadweight", "share", study.Signs.Deadweight),
        New("sign", "", "additional-jobs", "count", study.Signs.AdditionalJobs, 1),
        New("sign", "", "pay-per-additional-job", "money", study.Signs.PerAdditionalJob / unit),
        New("sign", "", "gini-of-hours", "share", study.Signs.Inequality),
        .. (study.Risks?.Parts ?? []).SelectMany(p => (StudyFigure[])
        [
            New("risk", p.Source.ToString().ToLowerInvariant(), "organiser", "money", p.Organiser / unit),
            New("risk", p.Source.ToString().ToLowerInvariant(), "provider", "money", p.Provider / unit),
        ]),
    ];

    private static IEnumerable<StudyFigure> Moved(Study study, double unit) =>
        (study.Sensitivity?.All ?? []).SelectMany(s => (StudyFigure[])
        [
            New("sensitivity", s.Number.Path, "from", s.Number.Kind.ToString().ToLowerInvariant(), s.Low),
            New("sensitivity", s.Number.Path, "to", s.Number.Kind.ToString().ToLowerInvariant(), s.High),
            New("sensitivity", s.Number.Path, "lowest-cash-from", "money", s.Lowest.Low / unit),
            New("sensitivity", s.Number.Path, "lowest-cash-to", "money", s.Lowest.High / unit),
            New("sensitivity", s.Number.Path, "total-from", "money", s.Budget.Low / unit),
            New("sensitivity", s.Number.Path, "total-to", "money", s.Budget.High / unit),
        ]);

    private static StudyFigure New(string part, string of, string name, string unit, double? value) =>
        new(part, of, name, unit, value, null, null, []);

    private static StudyFigure New(string part, string of, string name, string unit, Interval value, double scale) =>
        new(part, of, name, unit, value.Value / scale, value.Lower / scale, value.Upper / scale, []);

    private static StudyFigure New(string part, string of, string name, string unit, Fan fan, double scale) => new(
        part, of, name, unit, fan.Mean.Value / scale, fan.Mean.Lower / scale, fan.Mean.Upper / scale,
        [.. new[] { fan.Low.Value, fan.Quarter, fan.Middle.Value, fan.ThreeQuarters, fan.High.Value }
            .Select(q => q / scale)]);
}
