using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>What the charts of a calibration draw.</summary>
/// <param name="words">The words of the study.</param>
/// <param name="found">Its calibration.</param>
public sealed class PriceCharts(StudyWords words, Calibration found)
{
    private readonly ChartParts _parts = new(words);

    private double Scale => words.Currency.Scale;

    /// <summary>What a participant of each group pays and costs at prices as written.</summary>
    public object Margins()
    {
        var (outputs, outcomes, cost) = (words["outputs"], words["outcomes"], words["cost.each"]);
        return new
        {
            grid = _parts.Grid,
            legend = ChartParts.Legend(outputs, outcomes, cost),
            tips = found.Groups.Select(g => (string[])
            [
                words.Group(g.Name), $"{outputs}: {words.Money(g.Outputs)}", $"{outcomes}: {words.Money(g.Outcomes)}",
                $"{cost}: {words.Money(g.Cost)}",
            ]),
            xAxis = _parts.Money(),
            yAxis = ChartParts.Down(found.Groups.Select(g => words.Group(g.Name))),
            series = (object[])
            [
                Stacked(outputs, "output", "var(--surface-paper)", found.Groups.Select(g => g.Outputs)),
                Stacked(outcomes, "outcome", "var(--outcome)", found.Groups.Select(g => g.Outcomes)),
                ChartParts.Bars(1, cost, "provider", found.Groups.Select(g => Rounded(g.Cost))),
            ],
        };
    }

    /// <summary>The factor on outcome prices of each group, as it is written.</summary>
    public object Factors() => new
    {
        grid = ChartParts.GridAlone,
        tips = found.Groups.Select((g, i) => (string[])
        [
            words.Group(g.Name), $"{words["calibrate.key.factor"]}: {words.Percent(found.Written[i])}",
        ]),
        xAxis = _parts.Shares(1, found.Written),
        yAxis = ChartParts.Down(found.Groups.Select(g => words.Group(g.Name))),
        series = (object[])
        [
            ChartParts.Bars(
                0, words["calibrate.key.factor"], "outcome", found.Written.Select(w => Math.Round(w * 100, 1)),
                ChartParts.Across(ChartParts.Level("xAxis", 1, words["calibrate.chart.as-written"]))),
        ],
    };

    /// <summary>First jobs in bad, middling and good years; null where there are none.</summary>
    public object? Years()
    {
        if (found.Years.All(y => y.Jobs <= 0))
        {
            return null;
        }

        string[] names = [.. found.Years.Select(y =>
            words["calibrate.year." + Spoken.Integer((int)Math.Round(y.Share * 100))])];
        return new
        {
            grid = ChartParts.GridAlone,
            tips = found.Years.Select((y, i) => (string[])
                [names[i], $"{words["calibrate.year.jobs"]}: {words.Number(y.Jobs, 1)}"]),
            xAxis = new { type = "value", unit = "", locale = _parts.Locale },
            yAxis = ChartParts.Down(names),
            series = (object[])
            [
                ChartParts.Bars(
                    0, words["calibrate.year.jobs"], "outcome", found.Years.Select(y => Math.Round(y.Jobs, 1))),
            ],
        };
    }

    private object Stacked(string name, string colour, string fill, IEnumerable<double> minor) => new
    {
        name, type = "bar", stack = "pay", barMaxWidth = 16, data = minor.Select(Rounded),
        itemStyle = new { color = fill, borderColor = $"var(--{colour})", borderWidth = 1.5 },
    };

    private double Rounded(double minor) => Math.Round(minor / Scale);
}
