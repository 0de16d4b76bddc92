using System.Text.RegularExpressions;

namespace Porras.Tests;

/// <summary>
/// The pages of what is said about the form of a text (<c>P1xxx</c>): a model, and exactly what is found.
/// </summary>
/// <remarks>
/// The first block is a model text (<c>porras</c>), a page without its fences (<c>page</c>) or a model as <c>json</c>.
/// In it <c>[N × TEXT]</c> on a line by itself is that line so many times, and <c>␀</c> is a zero byte. A block
/// <c>diagnostics last</c> shows the last finding only.
/// </remarks>
public sealed partial class ReadingDiagnosticPages
{
    public static TheoryData<string> Pages() =>
    [
        .. Repository.Pages("cases/diagnostics").Select(p => Path.GetFileNameWithoutExtension(p))
            .Where(IsOfForm),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_exactly_what_is_said_about_its_text(string code)
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, "cases", "diagnostics", code + ".md"));
        var blocks = page.Blocks().ToList();
        var expected = blocks.Single(b => b.Kind.StartsWith("diagnostics", StringComparison.Ordinal));
        var text = Repeated().Replace(blocks[0].Text, Repeat).Replace('␀', '\0');
        var findings = Findings(blocks[0].Kind, text);
        findings = expected.Kind.EndsWith("last", StringComparison.Ordinal) ? [findings[^1]] : findings;
        var said = DiagnosticText.Write(findings, blocks[0].Kind == "json" ? null : text);
        Assert.True(findings.Count > 0 && findings.All(f => f.Code == code), $"{code} gives:\n{said}");
        page.MustShow(expected, said);
    }

    [Fact]
    public void Every_code_about_the_form_of_a_text_has_a_page() => Assert.Equal(
        Catalogue.Codes.Where(IsOfForm), Pages().Select(p => p.Data));

    // What is said about changes by a form has pages of its own kind.
    private static bool IsOfForm(string code) =>
        code.StartsWith("P1", StringComparison.Ordinal) && !EditDiagnosticPages.IsOfEdits(code);

    private static IReadOnlyList<Diagnostic> Findings(string kind, string text) => kind switch
    {
        "porras" => ModelCheck.Check(ModelReader.Read(text), text),
        "page" => ModelReader.ReadPage(text).Findings,
        "json" => ModelJson.Read(text).Findings,
        _ => throw new InvalidOperationException($"Unknown block \"{kind}\"."),
    };

    private static string Repeat(Match match) =>
        string.Concat(Enumerable.Repeat(match.Groups[2].Value + "\n", int.Parse(match.Groups[1].Value)));

    [GeneratedRegex(@"^\[(\d+) × (.*)\]\n", RegexOptions.Multiline)]
    private static partial Regex Repeated();
}
