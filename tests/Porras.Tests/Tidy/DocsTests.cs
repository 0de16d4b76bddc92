using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Porras.Tests;

public sealed class DocsTests
{
    private const int DecisionMost = 40;

    private static readonly string[] PartsOfADecision = ["**Context.**", "**Choice.**", "**Price.**", "**Date.**"];

    private static IEnumerable<string> Pages =>
        House.Ending(".md").Where(f => f.StartsWith("docs/", StringComparison.Ordinal) || !f.Contains('/'));

    private static IEnumerable<string> Decisions =>
        House.Ending(".md").Where(f => f.StartsWith("docs/decisions/", StringComparison.Ordinal));

    [Fact]
    public void Every_page_of_the_documentation_stands_in_its_index()
    {
        var index = House.Read("docs/README.md");
        House.MustBeTidy(House.Ending(".md")
            .Where(f => f.StartsWith("docs/", StringComparison.Ordinal) && f != "docs/README.md")
            .Except(Decisions)
            .Where(f => !index.Contains($"]({f["docs/".Length..]})", StringComparison.Ordinal))
            .Select(f => $"{f} is missing in docs/README.md."));
    }

    [Fact]
    public void A_decision_has_its_context_choice_price_and_date_on_at_most_forty_lines() =>
        House.MustBeTidy([
            .. Decisions.Where(f => House.Lines(f).Length > DecisionMost)
                .Select(f => $"{f} has more than {DecisionMost} lines."),
            .. from file in Decisions
               from part in PartsOfADecision
               where !House.Read(file).Contains(part, StringComparison.Ordinal)
               select $"{file} has no {part}",
        ]);

    [Fact]
    public void Two_decisions_never_have_the_same_number() =>
        House.MustBeTidy(Decisions
            .GroupBy(f => Path.GetFileName(f)[..4])
            .Where(number => number.Count() > 1)
            .Select(number => string.Join(" and ", number) + " have the same number."));

    [Fact]
    public void Every_example_in_csharp_compiles() =>
        House.MustBeTidy(
            from block in Blocks("csharp")
            from finding in Example(block.Text).GetDiagnostics()
            where finding.Severity == DiagnosticSeverity.Error
            select $"{block.Where}: {finding}");

    [Fact]
    public void Every_model_in_the_documentation_is_without_mistakes() =>
        House.MustBeTidy(
            from block in Blocks("porras")
            let findings = ModelReader.Read(block.Text).Findings
            where findings.Any(f => f.Severity == Severity.Mistake)
            select $"{block.Where}: {DiagnosticText.Write(findings, block.Text)}");

    private static IEnumerable<(string Where, string Text)> Blocks(string kind) =>
        from page in Pages
        from block in MarkdownPage.Read(Path.Combine(Repository.Root, page)).Blocks()
        where block.Kind == kind
        select ($"{page}, line {block.FirstLine + 1}", block.Text);

    private static CSharpCompilation Example(string text)
    {
        var run = $"static void Run(string page, DataSet data) {{ {text} }}";
        return SourceTree.Compile([SourceTree.Parse($"using Porras; static class Example {{ {run} }}", "example")])
            .AddReferences(MetadataReference.CreateFromFile(typeof(Plan).Assembly.Location));
    }
}
