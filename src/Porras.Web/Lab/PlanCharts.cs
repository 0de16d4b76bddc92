using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>What the charts of a plan draw.</summary>
/// <param name="words">The words of the plan.</param>
/// <param name="study">The words of the model as rewritten.</param>
public sealed class PlanCharts(PlanWords words, StudyWords study)
{
    private readonly ChartParts _parts = new(study);
    private readonly SharePlan _plan = words.Plan;

    private string Allowed => words["page.allowed", words.Share(_plan.Options.Ruin)];

    /// <summary>The share for outcomes, contract year by contract year: as planned, and as written today.</summary>
    public object Path()
    {
        string[] years = [.. _plan.Years.Select(y => words["page.year", words.Numbers.Number(y.Year)])];
        var (planned, written) = (Said("planned"), Said("as-written"));
        return new
        {
            grid = _parts.Grid,
            legend = ChartParts.Legend(planned, written),
            tips = _plan.Years.Select((y, i) => (string[])
            [
                years[i], $"{planned}: {words.Share(y.Share)}", $"{written}: {words.Share(_plan.AsWritten[i])}",
                $"{words["column.budget"]}: {words.Numbers.Money(y.Budget)}",
            ]),
            xAxis = ChartParts.Along(_plan.Years.Select(Short), gap: true),
            yAxis = _parts.Shares(0, _plan.Years.Select(y => y.Share)),
            series = (object[])
            [
                Steps(planned, "outcome", "solid", [.. _plan.Years.Select(y => y.Share)], show: true),
                Steps(written, "text-soft", "dashed", _plan.AsWritten, show: false),
            ],
        };
    }

    /// <summary>Insolvency up to the end of each contract year, on other random numbers.</summary>
    public object Insolvency() => Points(
        _plan.Check.RuinBy, _plan.Years.Select(Short),
        (_plan.Options.Ruin, Allowed));

    /// <summary>The share that providers of other sizes could bear.</summary>
    public object Sizes() => Points(
        [.. _plan.Sizes.Select(s => s.Largest)],
        _plan.Sizes.Select(s => words.Numbers.Number(s.Clients)), null);

    /// <summary>What would allow a larger share; null where all is allowed.</summary>
    public object? Remedies()
    {
        if (_plan.Remedies.Count == 0)
        {
            return null;
        }

        string[] names = [.. _plan.Remedies.Select(r => words["remedy." + r.Remedy.ToString().ToLowerInvariant()])];
        return new
        {
            grid = ChartParts.GridAlone,
            tips = _plan.Remedies.Select((r, i) => (string[])[names[i], Interval(r.Largest)]),
            xAxis = _parts.Shares(_plan.Single.Value, _plan.Remedies.Select(r => r.Largest.Value)),
            yAxis = ChartParts.Down(names),
            series = (object[])
            [
                ChartParts.Bars(
                    0, words["column.largest"], "outcome", _plan.Remedies.Select(r => Share(r.Largest.Value)),
                    ChartParts.Across(ChartParts.Level(
                        "xAxis", _plan.Single.Value, words["page.now", words.Share(_plan.Single.Value)]))),
            ],
        };
    }

    // A contract year as short as there is room for on a phone.
    private string Short(ShareYear year) =>
        Texts.Format(words.Tongue, "web.form.glide.year", [words.Numbers.Number(year.Year)]);

    private string Said(string key) => Texts.Get(words.Tongue, "web.lab.plan." + key);

    private object Steps(string name, string colour, string type, IReadOnlyList<double> shares, bool show) => new
    {
        name, type = "line", step = "middle", symbol = "rect", symbolSize = 8,
        data = shares.Select(s => new { value = Share(s), label = new { formatter = words.Share(s) } }),
        lineStyle = new { color = $"var(--{colour})", width = 2.5, type },
        itemStyle = new { color = $"var(--{colour})" },
        label = new
        {
            show, position = "top", fontWeight = 600, fontSize = 14, color = "var(--text)",
        },
    };

    private object Points(
        IReadOnlyList<Interval> shares, IEnumerable<string> names, (double At, string Name)? level) => new
    {
        grid = ChartParts.GridAlone,
        tips = names.Select((name, i) => (string[])[name, Interval(shares[i])]),
        xAxis = ChartParts.Along(names, gap: true),
        yAxis = _parts.Shares(level?.At ?? 0, shares.Select(s => s.Upper)),
        series = (object[])
        [
            new
            {
                type = "line", symbol = "rect", symbolSize = 9, data = shares.Select(s => Share(s.Value)),
                lineStyle = new { color = "var(--provider)", width = 1.5 },
                itemStyle = new { color = "var(--provider)" },
                markLine = ChartParts.Across(
                [
                    .. level is { } line ? (object[])[ChartParts.Level("yAxis", line.At, line.Name)] : [],
                    .. shares.Select((s, i) => ChartParts.Error(
                        "provider", [i, Share(s.Lower)], [i, Share(s.Upper)])),
                ]),
            },
        ],
    };

    private string Interval(Interval share) =>
        $"{words.Share(share.Value)} ({words.Share(share.Lower)} – {words.Share(share.Upper)})";

    private static double Share(double share) => Math.Round(share * 100, 1);
}
