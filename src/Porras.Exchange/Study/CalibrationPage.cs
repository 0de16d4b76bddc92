using Porras.Lab;

namespace Porras.Exchange;

/// <summary>The page of a study with its calibration.</summary>
public static class CalibrationPage
{
    /// <summary>Writes the page: the study, then prices, effort, and years, each chart with its table.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="words">The words of the study.</param>
    /// <param name="all">Its calibration.</param>
    public static void Write(TextWriter to, StudyWords words, Calibration all)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(all);
        StudyPage.Write(to, words, [.. Sections(words, all)]);
    }

    /// <summary>The sections.</summary>
    internal static IEnumerable<StudySection> Sections(StudyWords words, Calibration all)
    {
        var (tables, sentences) = (new CalibrationTables(words, all), new CalibrationSentences(words, all));
        List<StudyChart> charts =
        [
            new(
                "margins", Margins(words, all), string.Join(" ", [.. sentences.Margin(), .. sentences.Cream()]),
                words["calibrate.heading.groups", words.Unit], tables.Groups(),
                [("output", words["outputs"]), ("outcome", words["outcomes"]), ("less", words["cost.each"])]),
            new(
                "factors", Factors(words, all), $"{sentences.Factor()} {sentences.Checked()}",
                words["calibrate.heading.factors", words.Percent(all.Options.Margin)], tables.Factors(),
                [("outcome", words["calibrate.key.factor"])]),
        ];
        yield return new("calibration", words["calibrate.page"], charts);
        if (all.Effort.Count > 0)
        {
            yield return new("effort", words["calibrate.heading.effort", words.Unit],
            [
                new(
                    "effort", Hours(words, all), string.Join(" ", sentences.Effort()),
                    words["calibrate.heading.effort", words.Unit], tables.Effort(),
                    [("less", words["calibrate.key.now"]), ("outcome", words["calibrate.key.then"])]),
            ]);
        }

        if (all.Years.Count > 0)
        {
            yield return new("years", words["calibrate.heading.years"],
            [
                new(
                    "years", Years(words, all), string.Join(" ", sentences.Years()), words["calibrate.heading.years"],
                    tables.Years(), [("outcome", words["calibrate.year.jobs"])]),
            ]);
        }
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
