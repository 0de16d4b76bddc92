using Porras.Lab;

namespace Porras.Exchange;

/// <summary>The tables of a calibration; the same on a terminal and on a page.</summary>
/// <param name="words">The words of the study.</param>
/// <param name="all">The calibration.</param>
public sealed class CalibrationTables(StudyWords words, Calibration all)
{
    private const double Least = 0.001;

    /// <summary>What each group brings and costs at prices as written.</summary>
    public ComparisonTable Groups() => new(
        [
            words["group"], words["started"], words["calibrate.with" + Whom], words["calibrate.without"],
            words["hours"], words["outputs"], words["outcomes"], words["cost.each"], words["calibrate.margin"],
            words["calibrate.per-hour"],
        ],
        [.. Rows().Select(g => (IReadOnlyList<string>)
        [
            Name(g), words.Number(g.Started, 1), words.Percent(g.Jobs), words.Percent(g.JobsWithout),
            words.Number(g.Hours, 1), words.Amount(g.Outputs), words.Amount(g.Outcomes), words.Amount(g.Cost),
            words.Percent(g.Margin?.Value), words.Cents(g.MarginPerHour),
        ])],
        HasTotal: all.Groups.Count > 1);

    /// <summary>What one more outcome and one more hour bring.</summary>
    public ComparisonTable Incentives() => new(
        [
            words["group"], words["calibrate.extra-cost" + Whom], words["calibrate.average" + Whom],
            words["calibrate.further" + Whom],
            .. all.Limits.Count > 0 ? (string[])[words["calibrate.free"]] : [], words["per-hour"], words["hour-cost"],
            words["incentive"],
        ],
        [.. all.Groups.Zip(all.Further, (g, f) => (IReadOnlyList<string>)
        [
            Name(g), words.Amount(g.CostPerExtraJob), words.Amount(f.Average),
            words.Amount(f.Further?.Value)
                + (f.Further is { HalfWidth: > 0 and var half } ? $"±{words.Amount(half)}" : ""),
            .. all.Limits.Count > 0 ? (string[])[words.Amount(f.Free)] : [], words.Cents(g.PerHour),
            words.Cents(all.Study.Groups[0].HourCost), words.Percent(g.Incentive, 0),
        ])]);

    /// <summary>The factors on outcome prices, and what they really give.</summary>
    public ComparisonTable Factors()
    {
        var several = all.Groups.Count > 1;
        return new(
            [
                words["group"], words["calibrate.factor"], words["from"], words["to"], words["calibrate.written"],
                words["calibrate.checked"], words["from"], words["to"], words["calibrate.per-hour"],
            ],
            [
                .. all.Groups.Select((g, i) => Row(
                    g, all.IsTogether && several ? null : g.Factor, all.Written[i], all.Check.Margins[i],
                    words.Cents(all.Check.PerHour[i]))),
                .. several ? (IReadOnlyList<string>[])[Row(
                    all.All, all.All.Factor, all.IsTogether ? all.All.Written : null, all.Check.Margin, "")] : [],
            ],
            HasTotal: several);

        IReadOnlyList<string> Row(
            GroupPrice group, Interval? factor, double? written, Interval? margin, string perHour) =>
        [
            Name(group), words.Number(factor?.Value, 3), words.Number(factor?.Lower, 3),
            words.Number(factor?.Upper, 3), written is { } w ? Factor(w) : "", words.Percent(margin?.Value),
            words.Percent(margin?.Lower), words.Percent(margin?.Upper), perHour,
        ];
    }

    /// <summary>Whether fees buy hours, if service works half as well, as assumed, twice as well.</summary>
    public ComparisonTable Effort() => new(
        [
            words["group"], words["calibrate.works"], words["calibrate.gain"], words["calibrate.rate"],
            words["calibrate.least"], words["calibrate.planned"], words["calibrate.fee"], words["calibrate.buys"],
            words["calibrate.fee.then"], words["calibrate.buys.then"],
        ],
        [.. all.Effort.Select(c => (IReadOnlyList<string>)
        [
            words.Group(c.Group), words["calibrate.works." + c.Level.ToString().ToLowerInvariant()] + " [A]",
            words.Percent(c.Response.Gain), words.Percent(c.Response.Rate), words.Amount(c.LeastFee),
            words.Amount(c.PlannedFee), words.Amount(c.Fee), words.Number(c.Hours, 1), words.Amount(c.CalibratedFee),
            words.Number(c.CalibratedHours, 1),
        ])]);

    /// <summary>How often limits bind; no rows where none binds.</summary>
    public ComparisonTable Limits() => new(
        [
            words["calibrate.limit"], words["calibrate.of"], words["calibrate.binds"], words["from"], words["to"],
            words["calibrate.takes"], words["calibrate.higher"],
        ],
        [.. all.Limits.Where(b => b.Lost > 0).Select(b => (IReadOnlyList<string>)
        [
            words["calibrate.line", Spoken.Integer(b.Limit.Mark.Place.Line)],
            words[b.IsOfClient ? "calibrate.of.client" : "calibrate.of.run"], words.Percent(b.Binds?.Value),
            words.Percent(b.Binds?.Lower), words.Percent(b.Binds?.Upper), Taken(b.Lost),
            b.Times is { } times ? "× " + words.Short(times, 2) : "–",
        ])]);

    /// <summary>Bad, middling and good years; no rows where the economy moves nothing.</summary>
    public ComparisonTable Years()
    {
        var middle = all.Years.FirstOrDefault(y => y.Share == 0.5);
        return new(
            [
                words["calibrate.year"], words["calibrate.year.jobs"], words["calibrate.year.without"],
                words["calibrate.year.index"], words["calibrate.year.pay"], words["calibrate.year.indexed"],
            ],
            [.. all.Years.Select(y => (IReadOnlyList<string>)
            [
                words["calibrate.year." + Spoken.Integer((int)Math.Round(y.Share * 100))], words.Number(y.Jobs, 1),
                words.Number(y.Without, 1), words.Number(y.Index, 3), words.Percent(y.Jobs / middle.Jobs),
                words.Percent(y.Jobs * y.Index / middle.Jobs),
            ])]);
    }

    /// <summary>Prices as they might be written instead of factors.</summary>
    public ComparisonTable Prices() => new(
        [
            words["fee"], words["calibrate.price"], words["group"], words["calibrate.now"], words["calibrate.factor"],
            words["calibrate.then"],
        ],
        [.. all.Prices.Select(p => (IReadOnlyList<string>)
        [
            p.Fee.Title?.Text ?? p.Fee.Name.Text, PriceName(p),
            p.Group is { } group ? words.Group(group) : words["calibrate.everybody"], words.Cents(p.Now),
            Factor(p.Factor), words.Cents(p.Then),
        ])]);

    // Enterprises grow instead of finding a job.
    private string Whom => all.Study.World.Growth is null ? "" : ".firms";

    /// <summary>What a limit takes.</summary>
    internal string Taken(double lost) =>
        lost is > 0 and < Least / 2 ? "< " + words.Percent(Least) : words.Percent(lost);

    // A row that is named after its group needs no second name.
    private static string PriceName(SuggestedPrice price) => string.Join(
        " ", ((string[])[price.Name, price.Label == price.Group ? "" : price.Label]).Where(t => t.Length > 0));

    /// <summary>A factor as it is written: a percentage.</summary>
    internal string Factor(double factor) =>
        words.Number(factor * 100, factor < 0.1 ? 3 : 1) + (words.Tongue == Tongue.English ? "%" : "\u00a0%");

    private IEnumerable<GroupPrice> Rows() => all.Groups.Count > 1 ? [.. all.Groups, all.All] : all.Groups;

    private string Name(GroupPrice group) =>
        group.Name.Length > 0 ? words.Group(group.Name) : words["group.all"];
}
