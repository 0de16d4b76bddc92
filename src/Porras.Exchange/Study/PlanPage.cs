using Porras.Lab;

namespace Porras.Exchange;

/// <summary>A plan from outputs to outcomes as one HTML page.</summary>
public static class PlanPage
{
    /// <summary>Writes the page; like <see cref="StudyPage"/> one file, without scripts.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="words">The words of the plan.</param>
    /// <param name="rewritten">A study of the model as rewritten, in the world of the plan.</param>
    public static void Write(TextWriter to, PlanWords words, Study rewritten)
    {
        ArgumentNullException.ThrowIfNull(words);
        var study = new StudyWords([new(words.Title, rewritten)], words.Tongue);
        var (sentences, figures, tables) = (new StudySentences(study), new PlanFigures(words), new PlanTables(words));
        var header = words.Plan.Base.Header;
        var page = new ReportPage(words.Tongue, words["page.title", words.Title])
        {
            Lead = sentences.World(),
            Meta = [
                study["page.version", header.Name.Text, Spoken.Integer(header.Version)],
                study["page.replications", study.Number(words.Plan.Options.Run.Replications),
                    words.Plan.Options.Run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)],
                study["page.currency", study.Unit],
            ],
            Foot = study["page.foot"],
        };
        page.Add(ReportPage.Metrics(Metrics(words)));
        page.Add(Answer(words));
        page.Section("path", words["page.path.short"], ReportParts.Card("", StudyPage.Figure(study, figures.Path())));
        page.Section("clause", words["heading.clause"], ReportParts.Card(
            "", ReportParts.Paragraph(words["page.clause.about"]), ReportParts.Laid(words.Clause)));
        page.Section("check", words["page.checked"], ReportParts.Card(
            "", StudyPage.Figure(study, figures.Insolvency()),
            StudyPage.Figure(study, new StudyFigures(study).Cash())));
        if (figures.Sizes().Any())
        {
            page.Section("sizes", words["page.sizes.short"], StudyPage.Cards(study, figures.Sizes()));
        }

        if (figures.Remedies().Any())
        {
            page.Section("remedies", words["page.helps"], StudyPage.Cards(study, figures.Remedies()));
        }

        page.Section("assumptions", study["page.assumptions"], StudyPage.Assumptions(
            study, ReportParts.Paragraph(words.Foot()), ReportParts.Paragraph(words["page.limits"])));
        page.Write(to);
    }

    private static string Answer(PlanWords words) =>
        $"""<div class="notice answer {(words.Plan.Keeps ? "within" : "over")}">"""
        + string.Concat(((string[])[words.Answer(), words.Single(), words.Check(), .. words.Help()])
            .Select(ReportParts.Paragraph)) + "</div>";

    private static IEnumerable<(string, string, IReadOnlyList<string>)> Metrics(PlanWords words)
    {
        var plan = words.Plan;
        yield return (words["page.metric.first"], words.Share(plan.Years[0].Share), [Html.Text(words["page.of-pay"])]);
        yield return (words["page.metric.last", words.Numbers.Number(plan.Years.Count)],
            words.Share(plan.Years[^1].Share), [Html.Text(words["page.of-pay"])]);
        yield return (words["page.metric.single"], words.Share(plan.Single.Value),
            [Html.Text(words["page.between", words.Share(plan.Single.Lower), words.Share(plan.Single.Upper)])]);
        yield return (words["page.metric.ruin", words.Numbers.Number(plan.World.Provider.Clients)],
            words.Share(plan.Check.Ruin.Value),
            [Html.Text(words["page.allowed", words.Share(plan.Options.Ruin)])]);
    }
}
