using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>What the charts of the lab draw, as options of ECharts; colours are names of the theme.</summary>
/// <param name="words">The words of the study.</param>
public sealed class LabCharts(StudyWords words)
{
    private readonly Study _study = words.First;

    private double Scale => words.Currency.Scale;

    private string Locale => words.Tongue switch
    {
        Tongue.English => "en-GB",
        Tongue.Finnish => "fi-FI",
        Tongue.Swedish => "sv-FI",
        _ => throw new InvalidOperationException($"Unknown language {words.Tongue}."),
    };

    /// <summary>What the organiser has paid up to each month: middle and nine cases of ten.</summary>
    public object Budget() => Band(_study.Budget.Months, "organiser", []);

    /// <summary>The provider's cash, with the credit line and the lowest point of a bad case.</summary>
    public object Cash()
    {
        var months = _study.Provider.Months;
        var lowest = Enumerable.Range(0, Fan.MonthsThatDiffer(months)).MinBy(m => months[m].Low.Value);
        var limit = -_study.Cash.Credit / Scale;
        return Band(months, "provider",
        [
            new
            {
                name = words["page.credit"], type = "line", symbol = "none", silent = true,
                data = Enumerable.Repeat(limit, Fan.MonthsThatDiffer(months)).ToArray(),
                lineStyle = new { color = "var(--error)", width = 1.5, type = "dotted" },
            },
            new
            {
                name = "lowest", type = "scatter", symbol = "rect", symbolSize = 10, z = 5,
                itemStyle = new { color = "var(--surface-paper)", borderColor = "var(--provider)", borderWidth = 2.5 },
                data = new object[] { new object[] { lowest, Rounded(months[lowest].Low.Value) } },
                label = new
                {
                    show = true, position = "top", fontWeight = 600,
                    color = "var(--text)",
                    formatter = $"{words.Money(months[lowest].Low.Value)}, {words.Month(lowest)}",
                },
            },
        ]);
    }

    /// <summary>Insolvency by size, with the error of each and the share allowed.</summary>
    public object Survival(Sizes sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return new
        {
            grid = Grid,
            xAxis = new { type = "category", data = sizes.All.Select(s => words.Number(s.Clients)).ToArray() },
            yAxis = new { type = "value", min = 0, unit = Percent, locale = Locale },
            series = new object[]
            {
                new
                {
                    type = "line", data = sizes.All.Select(s => Math.Round(s.Ruin.Value * 100, 2)).ToArray(),
                    symbol = "rect", symbolSize = 9, lineStyle = new { color = "var(--provider)", width = 1.5 },
                    itemStyle = new { color = "var(--provider)" },
                    markLine = new
                    {
                        symbol = "none", silent = true,
                        lineStyle = new { color = "var(--text)", type = "dotted", width = 1.5 },
                        label = new
                        {
                            position = "insideEndTop", color = "var(--text)",
                            formatter = words["page.allowed", words.Percent(_study.Options.Ruin)],
                        },
                        data = new[] { new { yAxis = _study.Options.Ruin * 100 } },
                    },
                },
            },
        };
    }

    /// <summary>Who bears which euro.</summary>
    public object Risks(RiskMap risks)
    {
        ArgumentNullException.ThrowIfNull(risks);
        var parts = risks.Parts.Reverse().ToList();
        return new
        {
            grid = Grid, legend = new { bottom = 0, textStyle = new { color = "var(--text-soft)" } },
            xAxis = new { type = "value", unit = "", locale = Locale },
            yAxis = new { type = "category", data = parts.Select(p => words.Source(p.Source)).ToArray() },
            series = new object[]
            {
                Bars(words["organiser"], "organiser", parts.Select(p => p.Organiser)),
                Bars(words["provider"], "provider", parts.Select(p => p.Provider)),
            },
        };
    }

    private static object Grid => new { left = 8, right = 24, top = 16, bottom = 36, containLabel = true };

    private string Percent => words.Tongue == Tongue.English ? "%" : "\u00a0%";

    private object Bars(string name, string party, IEnumerable<double> minor) => new
    {
        name, type = "bar", barMaxWidth = 14, itemStyle = new { color = $"var(--{party})" },
        data = minor.Select(Rounded).ToArray(),
    };

    // The band is drawn on top of its lower edge, which is not seen.
    private object Band(IReadOnlyList<Fan> months, string party, object[] more)
    {
        var until = Fan.MonthsThatDiffer(months);
        var shown = months.Take(until).ToList();
        return new
        {
            grid = Grid, legend = new
            {
                bottom = 0, textStyle = new { color = "var(--text-soft)" },
                data = new[] { words["page.middle"], words["page.nine"] },
            },
            xAxis = new
            {
                type = "category", boundaryGap = false,
                data = Enumerable.Range(0, until).Select(words.Month).ToArray(),
            },
            yAxis = new { type = "value", unit = "\u00a0" + words.Unit, locale = Locale },
            series = new object[]
            {
                new
                {
                    name = "floor", type = "line", stack = "band", stackStrategy = "all", symbol = "none",
                    silent = true, lineStyle = new { opacity = 0 },
                    data = shown.Select(f => Rounded(f.Low.Value)).ToArray(),
                },
                new
                {
                    name = words["page.nine"], type = "line", stack = "band", stackStrategy = "all", symbol = "none",
                    silent = true, lineStyle = new { opacity = 0 }, itemStyle = new { color = $"var(--{party}-soft)" },
                    areaStyle = new { color = $"var(--{party})", opacity = 0.22 },
                    data = shown.Select(f => Rounded(f.High.Value) - Rounded(f.Low.Value)).ToArray(),
                },
                new
                {
                    name = words["page.middle"], type = "line", symbol = "none",
                    lineStyle = new { color = $"var(--{party})", width = 2.5 },
                    itemStyle = new { color = $"var(--{party})" },
                    data = shown.Select(f => Rounded(f.Middle.Value)).ToArray(),
                },
            }.Concat(more).ToArray(),
        };
    }

    private double Rounded(double minor) => Math.Round(minor / Scale);
}
