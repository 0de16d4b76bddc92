using System.Globalization;
using Porras.Lab;

namespace Porras.Exchange;

/// <summary>The figures of a calibration, as programs read them.</summary>
public static class CalibrationFigure
{
    /// <summary>All figures: of groups, effort, further outcomes, limits, years, prices and the check.</summary>
    public static IReadOnlyList<StudyFigure> All(Calibration all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var unit = (double)all.Study.Run.Plan.Currency.Scale;
        return
        [
            .. all.Groups.SelectMany((g, i) => Group(g, unit, all.Written[i], all.Check.Margins[i],
                all.Check.PerHour[i], all.Check.Hours[i])),
            .. all.Groups is [{ Name: "" }] ? [] : Group(
                all.All with { Name = "all" }, unit, all.IsTogether ? all.All.Written : null, all.Check.Margin,
                null, null),
            New("check", "", "budget", "money", all.Check.Budget, unit),
            New("check", "", "insolvency", "share", all.Check.Ruin, 1),
            .. all.Effort.SelectMany(c => Effort(c, unit)),
            .. all.Further.SelectMany(f => (StudyFigure[])
            [
                New("further", Named(f.Group), "average", "money", f.Average / unit),
                New("further", Named(f.Group), "one-more", "money", f.Further, unit),
                New("further", Named(f.Group), "without-limits", "money", f.Free / unit),
            ]),
            .. all.Limits.SelectMany(Limit),
            .. all.Years.SelectMany(Year),
            .. all.Prices.SelectMany(p => Price(p, unit)),
        ];
    }

    private static StudyFigure[] Group(
        GroupPrice g, double unit, double? written, Interval? margin, double? perHour, double? hours)
    {
        var name = Named(g.Name);
        return
        [
            New("calibration", name, "started", "count", g.Started),
            New("calibration", name, "outputs-each", "money", g.Outputs / unit),
            New("calibration", name, "outcomes-each", "money", g.Outcomes / unit),
            New("calibration", name, "jobs", "share", g.Jobs),
            New("calibration", name, "jobs-without", "share", g.JobsWithout),
            New("calibration", name, "hours", "hours", g.Hours),
            New("calibration", name, "cost-each", "money", g.Cost / unit),
            New("calibration", name, "margin", "share", g.Margin, 1),
            New("calibration", name, "margin-per-hour", "money", g.MarginPerHour / unit),
            New("calibration", name, "cost-per-extra-job", "money", g.CostPerExtraJob / unit),
            New("calibration", name, "pay-per-job", "money", g.PerJob / unit),
            New("calibration", name, "pay-per-hour", "money", g.PerHour / unit),
            New("calibration", name, "incentive", "share", g.Incentive),
            New("calibration", name, "factor", "share", g.Factor, 1),
            New("calibration", name, "factor-written", "share", written),
            New("check", name, "margin", "share", margin, 1),
            New("check", name, "margin-per-hour", "money", perHour / unit),
            New("check", name, "hours", "hours", hours),
        ];
    }

    private static StudyFigure[] Effort(EffortCase c, double unit)
    {
        var name = $"{Named(c.Group)}:{c.Level.ToString().ToLowerInvariant()}";
        return
        [
            New("effort", name, "gain", "share", c.Response.Gain),
            New("effort", name, "rate", "share", c.Response.Rate),
            New("effort", name, "least-fee", "money", c.LeastFee / unit),
            New("effort", name, "planned-fee", "money", c.PlannedFee / unit),
            New("effort", name, "fee", "money", c.Fee / unit),
            New("effort", name, "best-hours", "hours", c.Hours),
            New("effort", name, "fee-calibrated", "money", c.CalibratedFee / unit),
            New("effort", name, "best-hours-calibrated", "hours", c.CalibratedHours),
        ];
    }

    private static StudyFigure[] Limit(LimitBite b)
    {
        var line = b.Limit.Mark.Place.Line.ToString(CultureInfo.InvariantCulture);
        return
        [
            New("limit", line, "binds", "share", b.Binds, 1),
            New("limit", line, "takes", "share", b.Lost),
            New("limit", line, "times-as-high", "share", b.Times),
        ];
    }

    private static StudyFigure[] Year(DemandYear y)
    {
        var name = "p" + ((int)Math.Round(y.Share * 100)).ToString(CultureInfo.InvariantCulture);
        return
        [
            New("year", name, "jobs", "count", y.Jobs),
            New("year", name, "jobs-without", "count", y.Without),
            New("year", name, "index", "share", y.Index),
        ];
    }

    private static StudyFigure[] Price(SuggestedPrice p, double unit)
    {
        // A row that is named after its group needs no second name.
        var label = p.Label == p.Group ? "" : p.Label;
        var name = string.Join("/", ((string?[])[p.Fee.Name.Text, p.Name, label, p.Group]).Where(
            t => !string.IsNullOrEmpty(t)));
        return
        [
            New("price", name, "now", "money", p.Now / unit),
            New("price", name, "factor", "share", p.Factor),
            New("price", name, "then", "money", p.Then / unit),
        ];
    }

    private static string Named(string group) => group.Length == 0 ? "all" : group;

    private static StudyFigure New(string part, string of, string name, string unit, double? value) =>
        new(part, of, name, unit, value, null, null, []);

    private static StudyFigure New(string part, string of, string name, string unit, Interval? value, double scale) =>
        new(part, of, name, unit, value?.Value / scale, value?.Lower / scale, value?.Upper / scale, []);
}
