namespace Porras.Exchange;

/// <summary>The parts of a report: tables, figures, cards. Texts go in as they are and come out as markup.</summary>
internal static class ReportParts
{
    private const double Wide = 900, Narrow = 320;

    /// <summary>A table that scrolls by itself where it is too wide; the first column holds labels.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="table">The table.</param>
    /// <param name="numbers">How many columns after the first hold numbers; those after them hold words.</param>
    public static string Table(string caption, ComparisonTable table, int numbers = int.MaxValue)
    {
        var head = table.Headings.Select((h, c) =>
            $"""<th scope="col"{(c > 0 && c <= numbers ? " class=\"num\"" : "")}>{Html.Text(h)}</th>""");
        var rows = table.HasTotal ? table.Rows.SkipLast(1) : table.Rows;
        var foot = table.HasTotal ? $"<tfoot>{Row(table.Rows[^1], numbers)}</tfoot>" : "";
        return $"""
            <div class="table-wrap" tabindex="0" role="region" aria-label="{Html.Text(caption)}"><table>
            <caption><span>{Html.Text(caption)}</span></caption><thead><tr>{string.Concat(head)}</tr></thead>
            <tbody>{string.Concat(rows.Select(r => Row(r, numbers)))}</tbody>{foot}</table></div>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>A chart under its caption, drawn for a wide page and for a phone.</summary>
    /// <param name="chart">The chart; its title is what a screen reader says.</param>
    /// <param name="caption">The caption.</param>
    /// <param name="about">What is seen and how to read it.</param>
    /// <param name="key">What the fills mean: class and word.</param>
    public static string Figure(
        IChart chart, string caption, string about, params IReadOnlyList<(string Kind, string Word)> key) =>
        $"""<figure><figcaption>{Html.Text(caption)}<small>{Html.Text(about)}</small></figcaption>"""
        + $"""<div class="chart">{chart.Draw(Wide, "wide")}{chart.Draw(Narrow, "narrow")}</div>{Key(key)}</figure>"""
        + "\n";

    /// <summary>A card; its heading is text, its parts markup.</summary>
    public static string Card(string heading, params IEnumerable<string> parts) =>
        """<div class="card">""" + (heading.Length == 0 ? "" : $"<h3>{Html.Text(heading)}</h3>\n")
        + string.Concat(parts) + "</div>\n";

    /// <summary>A paragraph.</summary>
    public static string Paragraph(string text) => $"<p>{Html.Text(text)}</p>\n";

    /// <summary>Text that is laid out already, such as a clause.</summary>
    public static string Laid(string text) => """<pre class="laid" tabindex="0"><code>"""
        + string.Join('\n', text.TrimEnd('\n').Split('\n').Select(Html.Text)) + "</code></pre>\n";

    /// <summary>Something that is shown when it is asked for, and always on paper.</summary>
    public static string Folded(string summary, string body) =>
        $"<details><summary>{Html.Text(summary)}</summary>\n{body}</details>\n";

    /// <summary>Parts beside each other where there is room.</summary>
    public static string Beside(IEnumerable<string> parts) =>
        """<div class="cols">""" + string.Concat(parts) + "</div>\n";

    private static string Row(IReadOnlyList<string> cells, int numbers) =>
        $"""<tr><th scope="row">{Html.Text(cells[0])}</th>"""
        + string.Concat(cells.Skip(1).Select((c, i) => i < numbers ? $"""<td class="num">{Html.Number(c)}</td>"""
            : $"""<td class="source">{Html.Text(c)}</td>""")) + "</tr>\n";

    private static string Key(IReadOnlyList<(string Kind, string Word)> key) => key.Count == 0 ? ""
        : """<ul class="key chart">""" + string.Concat(key.Select(k =>
            $"<li>{Sample(k.Kind)}{Html.Text(k.Word)}</li>")) + "</ul>";

    private static string Sample(string kind) => kind.StartsWith("run", StringComparison.Ordinal) || kind == "limit"
        ? Sample(40, $"""<line x1="0" y1="7" x2="40" y2="7" class="{kind}"/>""")
        : Sample(15, $"""<rect x="0.5" y="0.5" width="14" height="14" class="{kind}"/>""");

    private static string Sample(int width, string shape) =>
        $"""<svg width="{width}" height="15" style="inline-size:{width}px" aria-hidden="true">{shape}</svg>""";
}
