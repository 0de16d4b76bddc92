using System.Text;

namespace Porras.Exchange;

/// <summary>A page that stands alone: one file, no network, no script; light or dark, wide or narrow.</summary>
/// <param name="tongue">Its language.</param>
/// <param name="title">Its title.</param>
internal sealed class ReportPage(Tongue tongue, string title)
{
    private const string Icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
        + "%3Crect width='32' height='32' rx='3' fill='%23005799'/%3E"
        + "%3Cpath d='M6 25V20H12.5V14.5H19V9H26V25Z' fill='%23fff'/%3E%3C/svg%3E";

    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    // What is drawn in the page's own colours: the hatching of outputs. Every chart refers to it.
    private const string Patterns = """
        <svg width="0" height="0" aria-hidden="true" focusable="false" style="position:absolute"><defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" style="fill:var(--output-soft)"/>
        <rect width="2.2" height="6" style="fill:var(--output)"/></pattern></defs></svg>

        """;

    private const string Brand = """
        <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="3"
        fill="currentColor"/><path d="M6 25V20H12.5V14.5H19V9H26V25Z" fill="var(--paper)"/></svg>
        """;

    private const string Stair = """
        <svg width="168" height="26" aria-hidden="true" focusable="false"><path d="M0 25H42V17H84V9H126V1H168"
        fill="none" stroke="currentColor" stroke-width="2"/></svg>
        """;

    private readonly List<(string Id, string Title, string Body)> _sections = [];
    private readonly StringBuilder _before = new();

    /// <summary>The sentence under the title.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Short facts under the lead.</summary>
    public IReadOnlyList<string> Meta { get; init; } = [];

    /// <summary>The last line of the page.</summary>
    public string Foot { get; init; } = "";

    /// <summary>Adds markup before the first section.</summary>
    public void Add(string markup) => _before.Append(markup).Append('\n');

    /// <summary>Adds a section; its title is text, its body markup.</summary>
    public void Section(string id, string heading, string body) => _sections.Add((id, heading, body));

    /// <summary>Key figures: label, value and notes, all of them text.</summary>
    public static string Metrics(IEnumerable<(string Label, string Value, IReadOnlyList<string> Notes)> figures) =>
        """<dl class="metrics">""" + string.Concat(figures.Select(f =>
            $"""<div><dt>{Html.Text(f.Label)}</dt><dd class="value">{Html.Number(f.Value)}</dd>"""
            + string.Concat(f.Notes.Select(n => $"<dd>{n}</dd>")) + "</div>")) + "</dl>";

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter to)
    {
        to.Write($"""
            <!doctype html>
            <html lang="{tongue.Code()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <title>{Html.Text(title)} – Porras</title>
            <link rel="icon" href="{Icon}">
            <style>
            {Style()}</style>
            </head>
            <body>
            <a class="skip" href="#main">{Html.Text(Texts.Get(tongue, "report.skip"))}</a>
            {Patterns}<header class="topbar"><span class="brand">{Brand}Porras</span><p>{Html.Text(title)}</p></header>
            <main class="page" id="main">
            <div class="page-header"><h1>{Html.Text(title)}</h1><p>{Html.Text(Lead)}</p>
            <div class="meta">{string.Concat(Meta.Select(m => $"<span>{Html.Text(m)}</span>"))}</div>{Stair}</div>
            <nav class="contents" aria-label="{Html.Text(Texts.Get(tongue, "report.contents"))}"><ul>

            """.ReplaceLineEndings("\n"));
        foreach (var (id, heading, _) in _sections)
        {
            to.Write($"""<li><a href="#{id}">{Html.Text(heading)}</a></li>""");
        }

        to.Write($"</ul></nav>\n{_before}");
        foreach (var (id, heading, body) in _sections)
        {
            to.Write($"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{Html.Text(heading)}</h2>\n");
            to.Write($"{body}</section>\n");
        }

        to.Write($"</main>\n<footer>{Html.Text(Foot)}</footer>\n</body>\n</html>\n");
    }

    private static string Style()
    {
        using var from = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!);
        return from.ReadToEnd();
    }
}
