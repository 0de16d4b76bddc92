namespace Porras.Exchange;

/// <summary>A comparison as one HTML page: sentences, charts and their tables.</summary>
public static class ComparisonPage
{
    private const int FiguresMost = 4;

    /// <summary>Writes the page.</summary>
    /// <remarks>
    /// One file without scripts and without anything from elsewhere. Every text of models and data is escaped. Charts
    /// are drawn twice, for a page and for a phone; the page shows the one that fits.
    /// </remarks>
    /// <param name="to">Where to.</param>
    /// <param name="words">The words of the comparison.</param>
    public static void Write(TextWriter to, ComparisonWords words)
    {
        var all = words.Comparison;
        var figures = new ComparisonFigures(words);
        var known = all.Models[0].Settled.KnownOn;
        var page = new ReportPage(words.Tongue, words["title", words.Number(all.Models.Count)])
        {
            Lead = words.Answer().First() + " " + words["same-facts"],
            Meta = [
                words["page.until", words.Day(all.Until)],
                .. known == int.MaxValue ? (string[])[] : [words["known", words.Day(known)]],
                words["page.currency", words.Unit],
            ],
            Foot = Texts.Get(words.Tongue, "report.foot"),
        };
        page.Add(ReportPage.Metrics(Enumerable.Range(0, Math.Min(FiguresMost, all.Models.Count)).Select(m =>
            Figure(words, m))));
        page.Add("""<div class="notice">""" + string.Concat(Enumerable.Range(1, all.Models.Count - 1).Select(m =>
            ReportParts.Paragraph(words.Against(m)))) + "</div>");
        page.Section("pays", words["page.pays"], ReportParts.Card("", figures.Totals()));
        page.Section("who", words["heading.gains"], string.Concat(Enumerable.Range(1, all.Models.Count - 1)
            .Select(figures.Gains).Append(ReportParts.Card("", figures.AllGains()))));
        foreach (var by in all.By.Where(b => b.By != Breakdown.Month))
        {
            var title = words["page.by", words.By(by.By)];
            page.Section("by-" + by.By, title, ReportParts.Card("", figures.By(by)));
        }

        page.Section("months", words["page.months"], ReportParts.Card("", figures.Months(all.Find(Breakdown.Month)!)));
        page.Section("models", words["page.models"], ReportParts.Card("", Models(words)));
        page.Write(to);
    }

    private static (string, string, IReadOnlyList<string>) Figure(ComparisonWords words, int m)
    {
        var (all, total) = (words.Comparison, words.Comparison.Totals[m]);
        var against = m == 0 ? Html.Text(words["baseline"])
            : Html.Number($"{words.Signed(all.Difference(m))} ({words.Change(m)})");
        return (
            all.Models[m].Label,
            words.Money(total.Amount),
            [against, Html.Text(words["page.outcomes", words.Percent(total.OutcomeShare)])]);
    }

    private static string Models(ComparisonWords words) =>
        """<dl class="defs">""" + string.Concat(words.Comparison.Models.Index().Select(m =>
        {
            var model = m.Item.Settled.Plan.Model;
            var role = m.Index == 0 ? $" ({words["baseline"]})" : "";
            var version = words["page.version", Spoken.Integer(model.Header.Version)];
            return $"<dt>{Html.Text(m.Item.Label + role)}</dt>"
                + $"<dd>{Html.Text(model.Header.TitleIn(words.Tongue))}, {Html.Text(version)}<br>"
                + $"<code>{ModelHash.Of(model)}</code></dd>";
        })) + "</dl>\n";
}
