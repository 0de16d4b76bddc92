using Porras.Exchange;

namespace Porras.Tests;

/// <summary>
/// The pages of the codes about settlement (<c>P6xxx</c>): a model that <c>check</c> accepts, a data set where one is
/// needed, and exactly what settling it says.
/// </summary>
public sealed class SettlementDiagnosticPages
{
    private static readonly int Until = Day.Of(2028, 12, 31);

    public static TheoryData<string> Pages() =>
    [
        .. Repository.Pages("cases/diagnostics").Select(p => Path.GetFileNameWithoutExtension(p))
            .Where(c => c.StartsWith("P6", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_exactly_what_settling_says(string code)
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, "cases", "diagnostics", code + ".md"));
        var blocks = page.Blocks().ToList();
        var text = blocks.Single(b => b.Kind == "porras").Text;
        var findings = Findings(text, blocks);
        Assert.Contains(findings, f => f.Code == code);
        var said = DiagnosticText.Write(findings, blocks.Find(b => b.Kind == "porras amended")?.Text ?? text);
        var expected = blocks.Single(b => b.Kind == "diagnostics");
        page.MustShow(expected, said);
    }

    [Fact]
    public void Every_code_about_settlement_has_a_page() => Assert.Equal(
        Catalogue.Codes.Where(c => c.StartsWith("P6", StringComparison.Ordinal)),
        Pages().Select(p => p.Data));

    private static IReadOnlyList<Diagnostic> Findings(string text, List<Block> blocks)
    {
        var read = ModelReader.Read(text);
        Assert.Empty(read.Findings);
        Assert.Empty(ModelCheck.Check(read.Model!));
        if (blocks.Find(b => b.Kind == "porras amended") is { } amended)
        {
            return Amended(read.Model!, ModelReader.Read(amended.Text).Model!, blocks);
        }

        var files = blocks.Where(b => b.Kind.StartsWith("csv ", StringComparison.Ordinal))
            .ToDictionary(b => b.Kind["csv ".Length..], b => b.Text);
        var reading = CsvText.Read(files, ModelSchema.Of(read.Model!));
        Assert.NotNull(reading.DataSet);
        return Settle.All(Plan.Compile(read.Model!), reading.DataSet, Until).Findings;
    }

    // A page about amendments has the later version in a block of its own, which the messages point into.
    private static IReadOnlyList<Diagnostic> Amended(FeeModel first, FeeModel second, List<Block> blocks)
    {
        var found = VersionDays.Check([first, second]).ToList();
        var files = blocks.Where(b => b.Kind.StartsWith("csv ", StringComparison.Ordinal))
            .ToDictionary(b => b.Kind["csv ".Length..], b => b.Text);
        if (found.Count > 0)
        {
            return found;
        }

        var versions = new[] { first, second }.Select(m => (m, CsvText.Read(files, ModelSchema.Of(m)).DataSet!));
        return SettledVersions.All([.. versions], Until).Findings;
    }
}
