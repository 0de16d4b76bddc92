using Porras.Lab;

namespace Porras.Exchange;

/// <summary>A study as one HTML page: sentences, charts and their tables, assumptions.</summary>
public static class StudyPage
{
    /// <summary>Writes the page.</summary>
    /// <remarks>
    /// One file without scripts and without anything from elsewhere. Every text of the model is escaped. Charts are
    /// drawn twice, for a page and for a phone; the page shows the one that fits.
    /// </remarks>
    /// <param name="to">Where to.</param>
    /// <param name="words">The words of the study.</param>
    public static void Write(TextWriter to, StudyWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (study, sentences) = (words.First, new StudySentences(words));
        var header = study.Run.Plan.Model.Header;
        var page = new ReportPage(words.Tongue, words["page.title", words.Title])
        {
            Lead = sentences.World(),
            Meta = [
                words["page.version", header.Name.Text, Spoken.Integer(header.Version)],
                words["page.replications", words.Number(study.Run.Replications),
                    study.Options.Run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)],
                words["page.currency", words.Unit],
            ],
            Foot = words["page.foot"],
        };
        page.Add(ReportPage.Metrics(Metrics(words)));
        page.Add(Answer(study, sentences));
        Sections(page, words, sentences);
        page.Section("assumptions", words["page.assumptions"], Assumptions(
            words, ReportParts.Paragraph(sentences.Error()), ReportParts.Paragraph(words["page.limits"])));
        page.Write(to);
    }

    private static void Sections(ReportPage page, StudyWords words, StudySentences sentences)
    {
        var (figures, tables) = (new StudyFigures(words), new StudyTables(words));
        page.Section("budget", words["page.organiser"], ReportParts.Card(
            "",
            Figure(words, figures.Budget()),
            ReportParts.Table(words["heading.budget", words.Unit], tables.Budget()),
            ReportParts.Table(words["heading.fees", words.Unit], tables.Fees())));
        page.Section("provider", words["page.provider"], ReportParts.Card(
            "",
            Figure(words, figures.Cash()),
            ReportParts.Table(words["heading.provider", words.Unit], tables.Provider()),
            ReportParts.Table(words["heading.chances"], tables.Chances()))
            + Cards(words, figures.Survival()));
        if (words.First.Risks is not null)
        {
            page.Section("risks", words["page.who"], Cards(words, figures.Risks(), words["page.who.about"]));
        }

        page.Section("rewards", words["page.rewards"], Cards(words, figures.Incentives()) + ReportParts.Card(
            "",
            ReportParts.Table(words["heading.groups", words.Unit], tables.Groups()),
            ReportParts.Table(words["heading.signs"], tables.Signs()),
            ReportParts.Paragraph(words["page.signs.about"])));
        if (words.First.Sensitivity is { } moved)
        {
            page.Section("sensitivity", words["page.matters"], moved.All.Count > 0
                ? Cards(words, figures.Sensitivity()) + ReportParts.Card(
                    "", ReportParts.Paragraph(words["page.matters.about"]))
                : ReportParts.Card("", ReportParts.Paragraph(sentences.Sensitivity(moved))));
        }

        if (words.Models.Count > 1)
        {
            page.Section("models", words["page.compared"], ReportParts.Card("",
            [
                ReportParts.Paragraph(words["page.paired"]),
                .. Enumerable.Range(1, words.Models.Count - 1).SelectMany(m => (string[])
                [
                    ReportParts.Paragraph(sentences.Against(m)),
                    ReportParts.Table(words["heading.against", words.Models[m].Label, words.Models[0].Label],
                        tables.Against(m, i => words.Models[i].Label)),
                ]),
                .. figures.Models().Select(c => Figure(words, c)),
            ]));
        }
    }

    /// <summary>A chart with its table beside it, folded where it is long.</summary>
    internal static string Figure(StudyWords words, StudyChart chart)
    {
        var table = ReportParts.Table(chart.Caption, chart.Table);
        return ReportParts.Figure(chart.Chart, chart.Chart.Title, chart.About, chart.Key)
            + (chart.IsLong ? ReportParts.Folded(words["page.as-table"], table) : table);
    }

    /// <summary>A card for each chart.</summary>
    internal static string Cards(StudyWords words, IEnumerable<StudyChart> charts, string about = "") =>
        string.Concat(charts.Select(c => ReportParts.Card(
            "", Figure(words, c), about.Length == 0 ? "" : ReportParts.Paragraph(about))));

    private static string Answer(Study study, StudySentences sentences)
    {
        var kind = study.Provider.Ruin.Value > study.Options.Ruin ? "over" : "within";
        return $"""<div class="notice answer {kind}">"""
            + string.Concat(sentences.Answer().Select(ReportParts.Paragraph)) + "</div>";
    }

    /// <summary>All assumptions with what their letters mean, then what else is to be said; markup.</summary>
    internal static string Assumptions(StudyWords words, params IEnumerable<string> more) => ReportParts.Card(
        "",
    [
        ReportParts.Paragraph(words["page.assumptions.about"]),
        """<dl class="defs">""" + string.Concat(((string[])["S", "C", "K", "A", "O"]).Select(t =>
            $"<dt>[{t}]</dt><dd>{Html.Text(words["tag." + t.ToLowerInvariant()])}</dd>")) + "</dl>\n",
        ReportParts.Table(
            $"{words["page.assumptions"]}: {new StudyAssumptions(words).Tags()}", new StudyAssumptions(words).All(), 1),
        .. more,
    ]);

    private static IEnumerable<(string, string, IReadOnlyList<string>)> Metrics(StudyWords words)
    {
        var study = words.First;
        var (total, ruin, peak) = (study.Budget.Total, study.Provider.Ruin, study.Provider.Peak);
        yield return (words["page.metric.budget"], words.Money(total.Middle.Value),
            [Html.Number(words["page.between", words.Money(total.Low.Value), words.Money(total.High.Value)])]);
        yield return (words["page.metric.ruin", words.Number(study.World.Provider.Clients)], words.Percent(ruin.Value),
            [Html.Number(words["page.allowed", words.Percent(study.Options.Ruin)])]);
        yield return (words["page.metric.peak"], words.Money(peak.High.Value),
            [Html.Number(words["page.metric.peak.note", words.Month(study.Provider.TroughMonth)])]);
        if (study.Sizes is { } sizes)
        {
            yield return (words["page.metric.smallest"],
                sizes.Smallest is { } smallest ? words.Number(smallest) : "–",
                [Html.Text(words[sizes.Smallest is null ? "page.metric.smallest.none" : "page.metric.smallest.note"])]);
        }
    }
}
