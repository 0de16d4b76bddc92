namespace Porras.Tests;

/// <summary>The pages of what <c>check</c> says about a model: mistakes (P2, P3, P4) and advice (P9).</summary>
public sealed class CheckDiagnosticPages
{
    public static TheoryData<string> Pages() =>
    [
        .. Repository.Pages("cases/diagnostics").Select(p => Path.GetFileNameWithoutExtension(p))
            .Where(c => "2349".Contains(c[1])),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_exactly_what_is_said_about_its_model(string code)
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, "cases", "diagnostics", code + ".md"));
        var blocks = page.Blocks().ToList();
        var text = blocks.Single(b => b.Kind == "porras").Text;
        var expected = blocks.Single(b => b.Kind == "diagnostics");
        var read = ModelReader.Read(text);
        Assert.Equal("", DiagnosticText.Write(read.Findings, text));
        var mistakes = ModelCheck.Check(read.Model!);
        var findings = mistakes.Count > 0 || code[1] != '9' ? mistakes : Review.Advise(read.Model!);
        var said = DiagnosticText.Write(findings, text);
        Assert.True(findings.Any() && findings.All(f => f.Code == code), $"{code} gives:\n{said}");
        page.MustShow(expected, said);
    }

    [Fact]
    public void Every_code_about_a_model_has_a_page() =>
        Assert.Equal(Catalogue.Codes.Where(c => "2349".Contains(c[1])), Pages().Select(p => p.Data));
}
