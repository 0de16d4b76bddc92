using Porras.Exchange;

namespace Porras.Tests;

/// <summary>
/// The pages of the codes about settled lines (<c>P72xx</c>): a model, a data set, files of settled lines, and exactly
/// what is said when a run is to pay the difference.
/// </summary>
/// <remarks>
/// <c>settled FILE.csv</c> is a file of settled lines. <c>diagnostics</c> goes on with <c>until DAY</c> and
/// perhaps <c>locked DAY</c> and <c>run NAME</c>.
/// </remarks>
public sealed class BookDiagnosticPages
{
    public static TheoryData<string> Pages() =>
    [
        .. Repository.Pages("cases/diagnostics").Select(p => Path.GetFileNameWithoutExtension(p))
            .Where(c => c.StartsWith("P72", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_exactly_what_is_said_about_settled_lines(string code)
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, "cases", "diagnostics", code + ".md"));
        var blocks = page.Blocks().ToList();
        var expected = blocks.Single(b => b.Kind.StartsWith("diagnostics", StringComparison.Ordinal));
        var findings = Findings(blocks, expected.Kind.Split(' '));
        Assert.Contains(findings, f => f.Code == code);
        var said = DiagnosticText.Write(findings, null);
        page.MustShow(expected, said);
    }

    [Fact]
    public void Every_code_about_settled_lines_has_a_page() => Assert.Equal(
        Catalogue.Codes.Where(c => c.StartsWith("P72", StringComparison.Ordinal)),
        Pages().Select(p => p.Data));

    private static IReadOnlyList<Diagnostic> Findings(List<Block> blocks, string[] words)
    {
        var ledger = new Ledger(blocks.Single(b => b.Kind == "porras").Text);
        var files = Of(blocks, "csv ").ToDictionary(b => b.Name, b => b.Text);
        var reading = CsvText.Read(files, ledger.Plan.Schema);
        Assert.NotNull(reading.DataSet);
        foreach (var (name, text) in Of(blocks, "settled "))
        {
            ledger.Add(name, text);
        }

        var header = ledger.Plan.Model.Header;
        var hash = ModelTag.Shorten(ModelHash.Of(ledger.Plan.Model));
        var until = Day.Parse(After(words, "until")!)!.Value;
        var terms = new RunTerms(
            After(words, "run") ?? Day.Write(until), new(header.Name.Text, header.Version, hash), until, null);
        return ledger.Findings(
            reading.DataSet, terms, After(words, "locked") is { } locked ? Day.Parse(locked) : null);
    }

    private static IEnumerable<(string Name, string Text)> Of(List<Block> blocks, string kind) =>
        blocks.Where(b => b.Kind.StartsWith(kind, StringComparison.Ordinal))
            .Select(b => (b.Kind[kind.Length..], b.Text));

    private static string? After(string[] words, string word) =>
        Array.IndexOf(words, word) is var i and >= 0 ? words[i + 1] : null;
}
