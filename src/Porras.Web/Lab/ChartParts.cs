using Porras.Exchange;

namespace Porras.Web;

/// <summary>What charts are put together from, as options of ECharts; colours are names of the theme.</summary>
/// <param name="words">The words of the study.</param>
public sealed class ChartParts(StudyWords words)
{
    private static readonly string[] Letters = ["A", "B"];

    /// <summary>What a model is called on a chart: A, B; nothing where it is alone.</summary>
    public string Letter(int model) => words.Models.Count > 1 ? Letters[model] : "";

    /// <summary>A name with the letter of its model.</summary>
    public string Named(int model, string name) => words.Models.Count > 1 ? $"{Letters[model]}: {name}" : name;

    /// <summary>Where the drawing stands in its box, above as many rows of the legend as there are models.</summary>
    public object Grid =>
        new { left = 8, right = 24, top = 24, bottom = 20 + 28 * words.Models.Count, containLabel = true };

    /// <summary>Where it stands without a legend.</summary>
    public static object GridAlone => new { left = 8, right = 32, top = 24, bottom = 12, containLabel = true };

    /// <summary>How the language of the reader writes numbers.</summary>
    public string Locale => words.Tongue switch
    {
        Tongue.English => "en-GB",
        Tongue.Finnish => "fi-FI",
        Tongue.Swedish => "sv-FI",
        _ => throw new InvalidOperationException($"Unknown language {words.Tongue}."),
    };

    /// <summary>What each line and fill means.</summary>
    public static object Legend(params IEnumerable<string> names) => new
    {
        bottom = 0, itemGap = 16, itemWidth = 28, data = names,
        textStyle = new { color = "var(--text-soft)", fontSize = 14 },
    };

    /// <summary>An axis of shares, in per cent.</summary>
    /// <param name="least">The share up to which it reaches at least, so that a level is seen.</param>
    /// <param name="shares">The shares on it.</param>
    public object Shares(double least, params IEnumerable<double> shares) => new
    {
        type = "value", min = 0, unit = Percent, locale = Locale,
        max = least > 0 && shares.All(s => s < least) ? Math.Round(least * 120, 1) : (double?)null,
    };

    /// <summary>An axis of money.</summary>
    public object Money() => new { type = "value", unit = "\u00a0" + words.Unit, locale = Locale };

    /// <summary>An axis of names, from top to bottom.</summary>
    public static object Down(params IEnumerable<string> names) =>
        new { type = "category", inverse = true, data = names, wrapped = true };

    /// <summary>An axis of names, from left to right.</summary>
    /// <param name="names">The names.</param>
    /// <param name="gap">Whether there is room beside the first and the last.</param>
    public static object Along(IEnumerable<string> names, bool gap) =>
        new { type = "category", boundaryGap = gap, data = names };

    /// <summary>A line; that of the second model is broken.</summary>
    /// <param name="model">Which model.</param>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="party">Whose it is: <c>organiser</c> or <c>provider</c>.</param>
    /// <param name="values">Its values.</param>
    public static object Line(int model, string name, string party, IEnumerable<double> values) => new
    {
        name, type = "line", symbol = "none", data = values, itemStyle = new { color = $"var(--{party})" },
        lineStyle = new { color = $"var(--{party})", width = 2.5, type = model == 0 ? "solid" : "dashed" },
    };

    /// <summary>Bars; those of the second model are hollow.</summary>
    /// <param name="model">Which model.</param>
    /// <param name="name">Their name in the legend.</param>
    /// <param name="colour">Their colour in the theme.</param>
    /// <param name="values">Their values.</param>
    /// <param name="more">Lines across them; null for none.</param>
    public static object Bars(
        int model, string name, string colour, IEnumerable<double> values, object? more = null) => new
    {
        name, type = "bar", barMaxWidth = 16, data = values, markLine = more ?? None,
        itemStyle = new
        {
            color = model == 0 ? $"var(--{colour})" : "var(--surface-paper)", borderColor = $"var(--{colour})",
            borderWidth = 1.5, borderType = model == 0 ? "solid" : "dashed",
        },
    };

    /// <summary>Lines across a chart: each a level, or from one place to another.</summary>
    public static object Across(params IEnumerable<object> lines) =>
        new { symbol = "none", silent = true, animation = false, data = lines };

    /// <summary>The level of a share along an axis, with its words.</summary>
    public static object Level(string axis, double share, string label) => new Dictionary<string, object>
    {
        [axis] = share * 100,
        ["lineStyle"] = new { color = "var(--text)", type = new[] { 2, 4 }, width = 1.5 },
        ["label"] = new
        {
            position = axis == "xAxis" ? "start" : "insideEndTop", color = "var(--text)", fontSize = 14,
            formatter = label, textBorderColor = "var(--surface-paper)", textBorderWidth = 3,
        },
    };

    /// <summary>The error of a value as a stroke through it.</summary>
    public static object Error(string party, object[] from, object[] to) => new object[]
    {
        new { coord = from, lineStyle = new { color = $"var(--{party})", type = "solid", width = 2.5 } },
        new { coord = to },
    };

    private static object None => new { data = Array.Empty<object>() };

    private string Percent => words.Tongue == Tongue.English ? "%" : "\u00a0%";
}
