using Porras.Exchange;

namespace Porras.Tests;

/// <summary>
/// Every case of a gallery page (<c>models</c>) or a case page (<c>cases</c>, <c>cases/language</c>), and every worked
/// example of the concepts, is settled and compared line by line, day by day, cent by cent. With <c>ACCEPT=1</c> the
/// expected blocks are rewritten instead, to be read as a diff.
/// </summary>
public sealed class ModelCases
{
    private static readonly string[] Folders = ["models", "cases", "cases/language", "docs/concepts"];

    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (var page in Folders.SelectMany(f => Repository.Pages(f)))
        {
            foreach (var heading in Headings(MarkdownPage.Read(page)))
            {
                cases.Add(Path.GetRelativePath(Repository.Root, page) + " " + heading);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_case_gives_exactly_its_lines(string name)
    {
        var cut = name.IndexOf(' ', StringComparison.Ordinal);
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, name[..cut]));
        foreach (var index in Enumerable.Range(0, Expected(page, name[(cut + 1)..]).Count))
        {
            var block = Expected(page, name[(cut + 1)..])[index];
            var given = Run(page, name[(cut + 1)..], block);
            if (Repository.Accept)
            {
                page.Replace(block, given);
            }
            else
            {
                Assert.Equal(LinesTable.Cells(block.Text), LinesTable.Cells(given));
            }
        }
    }

    internal static IEnumerable<string> Headings(MarkdownPage page) =>
        page.Blocks().Where(IsExpectation).Select(b => b.Heading)
            .Where(h => h.StartsWith("### ", StringComparison.Ordinal)).Distinct();

    internal static List<Block> Expected(MarkdownPage page, string heading) =>
        [.. page.Blocks().Where(b => b.Heading == heading && IsExpectation(b))];

    private static bool IsExpectation(Block block) =>
        block.Kind.StartsWith("lines", StringComparison.Ordinal) || block.Kind == "diagnostics" || IsNotes(block);

    internal static bool IsNotes(Block block) => block.Kind.StartsWith("notes", StringComparison.Ordinal);

    private static string Run(MarkdownPage page, string heading, Block expected)
    {
        var models = ModelsOf(page);
        var readings = models.ConvertAll(m => CsvText.Read(Files(page, heading), ModelSchema.Of(m)));
        if (readings.Find(r => r.DataSet is null) is { } bad)
        {
            return DiagnosticText.Write(bad.Findings, null, Tongue.English);
        }

        var words = expected.Kind.Split(' ');
        var until = DayAfter(words, "until") ?? Day.Of(2099, 12, 31);
        var knownOn = DayAfter(words, "known") ?? int.MaxValue;
        var settled = SettledVersions.All([.. models.Zip(readings, (m, r) => (m, r.DataSet!))], until, knownOn);
        return settled.IsRefused || IsNotes(expected)
            ? DiagnosticText.Write(settled.AllFindings, null, Tongue.English)
            : LinesTable.Write(settled);
    }

    internal static Dictionary<string, string> Files(MarkdownPage page, string heading)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in page.Blocks().Where(b => b.Kind.StartsWith("csv ", StringComparison.Ordinal)))
        {
            if (block.Heading == heading || block.Heading.StartsWith("## ", StringComparison.Ordinal))
            {
                files[block.Kind[4..]] = block.Text;
            }
        }

        return files;
    }

    internal static FeeModel ModelOf(MarkdownPage page) => ModelsOf(page)[0];

    // The model of the page, or the one it names; behind it the amendments in blocks of their own, in order.
    private static List<FeeModel> ModelsOf(MarkdownPage page)
    {
        var text = page.Text;
        var link = page.Lines.FirstOrDefault(l => l.StartsWith("Model: [", StringComparison.Ordinal));
        if (link is not null)
        {
            var target = link[(link.IndexOf('(', StringComparison.Ordinal) + 1)..^1];
            text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(page.Path)!, target));
        }

        var amended = page.Blocks().Where(b => b.Kind == "porras amended").Select(b => ModelReader.Read(b.Text));
        var models = amended.Prepend(ModelReader.ReadPage(text)).Select(Checked).ToList();
        Assert.Equal("", DiagnosticText.Write(VersionDays.Check(models), null));
        return models;
    }

    private static FeeModel Checked(ModelText read)
    {
        Assert.True(read.Whole is not null, DiagnosticText.Write(read.Findings, null));
        var mistakes = DiagnosticText.Write(ModelCheck.Check(read.Whole), null);
        Assert.True(mistakes.Length == 0, mistakes);
        return read.Whole;
    }

    internal static int? DayAfter(string[] words, string word) =>
        Array.IndexOf(words, word) is var i and >= 0 ? Day.Parse(words[i + 1]) : null;
}
