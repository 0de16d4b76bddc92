using Porras.Lab;

namespace Porras.Exchange;

/// <summary>A calibration as one HTML page.</summary>
public static class CalibrationPage
{
    /// <summary>Writes the page; like <see cref="StudyPage"/> one file, without scripts.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="words">The words of the study.</param>
    /// <param name="all">Its calibration.</param>
    public static void Write(TextWriter to, StudyWords words, Calibration all)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(all);
        var (sentences, tables) = (new CalibrationSentences(words, all), new CalibrationTables(words, all));
        var header = all.Study.Run.Plan.Model.Header;
        var page = new ReportPage(words.Tongue, words["calibrate.page.title", words.Title])
        {
            Lead = new StudySentences(words).World(),
            Meta = [
                words["page.version", header.Name.Text, Spoken.Integer(header.Version)],
                words["page.replications", words.Number(all.Study.Run.Replications),
                    all.Study.Options.Run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)],
                words["page.currency", words.Unit],
            ],
            Foot = words["page.foot"],
        };
        page.Add(ReportPage.Metrics(Metrics(words, all)));
        page.Add($"""<div class="notice answer {(all.IsWhole ? "within" : "over")}">"""
            + string.Concat(sentences.Answer().Concat(all.Findings.Select(f => f.Message(words.Tongue)))
                .Select(ReportParts.Paragraph)) + "</div>");
        foreach (var (id, heading, markup) in Charts(words, all))
        {
            page.Section(id, heading, markup);
        }

        page.Section("limits", words["calibrate.heading.limits"], ReportParts.Card("",
        [
            .. sentences.Limits().Select(ReportParts.Paragraph),
            .. tables.Limits() is { Rows.Count: > 0 } limits
                ? (string[])[ReportParts.Table(words["calibrate.heading.limits"], limits, 2)] : [],
            ReportParts.Table(words["calibrate.heading.incentive", words.Unit], tables.Incentives()),
        ]));
        if (all.Written.Any(w => w != 1))
        {
            page.Section("prices", words["calibrate.heading.clauses"], ReportParts.Card("",
                ReportParts.Laid(PriceFactorsText.Clauses(all.Study.Run.Plan.Model, all.Rewritten)),
                ReportParts.Table(words["calibrate.heading.prices", words.Unit], tables.Prices(), 3),
                ReportParts.Paragraph(words["calibrate.prices.about", words.Unit])));
        }

        page.Section("assumptions", words["page.assumptions"], StudyPage.Assumptions(
            words, ReportParts.Paragraph(new StudySentences(words).Error()),
            ReportParts.Paragraph(words["page.limits"])));
        page.Write(to);
    }

    // The sections with charts, each with its table; a chart that would be an empty axis is left out.
    private static IEnumerable<(string Id, string Heading, string Markup)> Charts(StudyWords words, Calibration all)
    {
        var (tables, sentences) = (new CalibrationTables(words, all), new CalibrationSentences(words, all));
        yield return ("calibration", words["calibrate.page"], StudyPage.Cards(words,
        [
            new(
                "margins", Margins(words, all), string.Join(" ", [.. sentences.Margin(), .. sentences.Cream()]),
                words["calibrate.heading.groups", words.Unit], tables.Groups(),
                [("output", words["outputs"]), ("outcome", words["outcomes"]), ("less", words["cost.each"])]),
            new(
                "factors", Factors(words, all), $"{sentences.Factor()} {sentences.Checked()}",
                words["calibrate.heading.factors", words.Percent(all.Options.Margin)], tables.Factors(),
                [("outcome", words["calibrate.key.factor"])]),
        ]));
        var effort = words["calibrate.heading.effort", words.Unit];
        if (all.Effort.Count > 0)
        {
            string[] about = [.. sentences.Effort(), words["calibrate.effort.about"]];
            yield return ("effort", effort, all.Effort.Any(c => c.Hours > 0 || c.CalibratedHours > 0)
                ? StudyPage.Cards(words,
                [
                    new(
                        "effort", Hours(words, all), string.Join(" ", about), effort, tables.Effort(),
                        [("less", words["calibrate.key.now"]), ("outcome", words["calibrate.key.then"])]),
                ])
                : ReportParts.Card(
                    "", [.. about.Select(ReportParts.Paragraph), ReportParts.Table(effort, tables.Effort())]));
        }

        var years = words["calibrate.heading.years"];
        if (all.Years.Any(y => y.Jobs > 0))
        {
            yield return ("years", years, StudyPage.Cards(words,
            [
                new(
                    "years", Years(words, all), string.Join(" ", sentences.Years()), years, tables.Years(),
                    [("outcome", words["calibrate.year.jobs"])]),
            ]));
        }
    }

    private static IEnumerable<(string, string, IReadOnlyList<string>)> Metrics(StudyWords words, Calibration all)
    {
        var (margin, check, factor) = (all.All.Margin, all.Check, all.All.Factor);
        yield return (words["calibrate.metric.now"], words.Percent(margin?.Value),
            [Html.Text(words["calibrate.metric.asked", words.Percent(all.Options.Margin)])]);
        yield return (words["calibrate.metric.factor"], factor is { } f ? "× " + words.Number(f.Value, 3) : "–",
            factor is { } own ? [Html.Text(words["calibrate.metric.between", words.Number(own.Lower, 3),
                words.Number(own.Upper, 3)])] : []);
        yield return (words["calibrate.checked"], words.Percent(check.Margin?.Value),
            check.Margin is { } seen ? [Html.Text(words["calibrate.metric.between", words.Percent(seen.Lower),
                words.Percent(seen.Upper)])] : []);
        yield return (words["page.metric.ruin", words.Number(all.Study.World.Provider.Clients)],
            words.Percent(check.Ruin.Value), [Html.Text(words["calibrate.metric.check"])]);
    }

    private static BarChart Margins(StudyWords words, Calibration all) => new(
        words["calibrate.chart.margins", words.Unit],
        [.. all.Groups.SelectMany(g => (Bar[])
        [
            new(
                words.Group(g.Name), words["pay.each"],
                [new(g.Outputs / Scale(all), "output", ""), new(g.Outcomes / Scale(all), "outcome", "")],
                words.Amount(g.Outputs + g.Outcomes)),
            new("", words["cost.each"], [new(g.Cost / Scale(all), "less", "")], words.Amount(g.Cost)),
        ])],
        v => words.Number(v));

    private static BarChart Factors(StudyWords words, Calibration all) => new(
        words["calibrate.chart.factors"],
        [.. all.Groups.Select((g, i) => Bar(
            words.Group(g.Name), all.Written[i], new CalibrationTables(words, all).Factor(all.Written[i]), "outcome"))],
        v => words.Percent(v, 0))
    {
        Level = new(1, words["calibrate.chart.as-written"]),
    };

    private static BarChart Hours(StudyWords words, Calibration all) => new(
        words["calibrate.chart.hours"],
        [.. all.Effort.SelectMany(c => (Bar[])
        [
            new(
                c.Level == EffortLevel.Low ? words.Group(c.Group) : "",
                words["calibrate.works." + c.Level.ToString().ToLowerInvariant()], [new(c.Hours, "less", "")],
                words.Number(c.Hours, 1)),
            new("", "", [new(c.CalibratedHours ?? 0, "outcome", "")], words.Number(c.CalibratedHours, 1)),
        ])],
        v => words.Number(v, 0));

    private static BarChart Years(StudyWords words, Calibration all) => new(
        words["calibrate.chart.years"],
        [.. all.Years.Select(y => Bar(
            words["calibrate.year." + Spoken.Integer((int)Math.Round(y.Share * 100))], y.Jobs, words.Number(y.Jobs, 1),
            "outcome"))],
        v => words.Number(v, 0));

    private static Bar Bar(string label, double value, string total, string kind) =>
        new("", label, [new(value, kind, "")], total);

    private static double Scale(Calibration all) => all.Study.Run.Plan.Currency.Scale;
}
