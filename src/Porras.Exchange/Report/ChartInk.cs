using System.Text.RegularExpressions;

namespace Porras.Exchange;

/// <summary>The colours of reports in light, for charts that leave their page.</summary>
internal static partial class ChartInk
{
    private static readonly string Css = Read();

    private static readonly Dictionary<string, string> Light = Css.Split("@media")[0].Split('\n')
        .SelectMany(l => Variable().Matches(l)).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    /// <summary>A colour as <c>#rrggbb</c>, by its role: <c>organiser</c>, <c>text</c>.</summary>
    public static string Of(string role) => Light[role];

    /// <summary>The rules for shapes of charts, with colours in place.</summary>
    public static string Rules { get; } = Place().Replace(
        string.Join('\n', Css.Split("@media (max-width")[0].Split('\n')
            .Where(l => l.StartsWith(".chart ", StringComparison.Ordinal)
                && !l.Contains(".narrow", StringComparison.Ordinal)
                && !l.StartsWith(".chart svg", StringComparison.Ordinal))
            .Select(l => l.Replace(".chart ", "", StringComparison.Ordinal))),
        m => Light.GetValueOrDefault(m.Groups[1].Value, "currentColor"));

    private static string Read()
    {
        using var from = new StreamReader(typeof(ChartInk).Assembly.GetManifestResourceStream("report.css")!);
        return from.ReadToEnd();
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Variable();

    [GeneratedRegex(@"var\(--([a-z-]+)\)")]
    private static partial Regex Place();
}
