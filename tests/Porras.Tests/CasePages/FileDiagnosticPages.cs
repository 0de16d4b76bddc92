using System.IO.Compression;
using System.Text.RegularExpressions;
using Porras.Exchange;
using Porras.Tests.Exchange;

namespace Porras.Tests;

/// <summary>
/// The pages of the codes about data (<c>P5xxx</c>, <c>P7xxx</c>): a small model, files, and exactly what is said.
/// </summary>
/// <remarks>
/// Blocks: <c>csv NAME</c> is a file, <c>locked NAME</c> one that cannot be opened, <c>folder NAME</c> a folder of the
/// repository, <c>parquet NAME</c> a Parquet file (see <see cref="ParquetTyped"/>), <c>cut NAME</c> one without its
/// end, <c>torn NAME</c> one with wrong bytes in its midst. <c>diagnostics</c> may go on with <c>skipping bad rows</c>,
/// or with <c>only</c>: then the page's own code is shown alone. In files <c>[N × TEXT]</c> is that text so many times,
/// as rows if it stands alone on a line, and <c>␀</c> is a zero byte. <c>diagnostics by parts</c> is what settling
/// part by part says.
/// <c>diagnostics given</c> is what is said when a stranger gives the files, <c>given at most 1 MB</c> with that limit;
/// <c>zip NAME</c> is then an archive, with a file on each line: its name, a colon, its text.
/// </remarks>
public sealed partial class FileDiagnosticPages
{
    public static TheoryData<string> Pages() =>
    [
        .. Repository.Pages("cases/diagnostics").Select(p => Path.GetFileNameWithoutExtension(p))
            .Where(c => c.StartsWith("P5", StringComparison.Ordinal) || c.StartsWith("P70", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_exactly_what_is_said(string code)
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, "cases", "diagnostics", code + ".md"));
        var blocks = page.Blocks().ToList();
        var expected = blocks.Single(b => b.Kind.StartsWith("diagnostics", StringComparison.Ordinal));
        var model = ModelReader.Read(blocks.Single(b => b.Kind == "porras").Text);
        Assert.Empty(model.Findings);
        var only = expected.Kind.EndsWith("only", StringComparison.Ordinal);
        var options = new CsvOptions(expected.Kind.Contains("skipping", StringComparison.Ordinal));
        var found = expected.Kind.Contains("by parts", StringComparison.Ordinal) ? ByParts(blocks, model.Model!)
            : expected.Kind.Contains("given", StringComparison.Ordinal)
                ? Given(blocks, ModelSchema.Of(model.Model!), expected.Kind).Findings
            : Read(blocks, ModelSchema.Of(model.Model!), options).Findings;
        var findings = found.Where(f => !only || f.Code == code).ToList();
        Assert.Contains(findings, f => f.Code == code);
        var said = DiagnosticText.Write(findings, null).Replace(Repository.Root + "/", "", StringComparison.Ordinal);
        page.MustShow(expected, said);
    }

    [Fact]
    public void Every_code_about_data_has_a_page() => Assert.Equal(
        Catalogue.Codes.Where(c => c[1] == '5' || c.StartsWith("P70", StringComparison.Ordinal)),
        Pages().Select(p => p.Data));

    private static DataSetReading Read(List<Block> blocks, DataSchema schema, CsvOptions options) =>
        blocks.Find(b => b.Kind.StartsWith("folder ", StringComparison.Ordinal)) is { } folder
            ? DataSetFolder.Read(Path.Combine(Repository.Root, folder.Kind["folder ".Length..]), schema, options)
            : TableFiles.Read([.. blocks.Select(File).OfType<TableFile>()], schema, options);

    private static DataSetReading Given(List<Block> blocks, DataSchema schema, string kind)
    {
        var limits = kind.Contains("at most 1 MB", StringComparison.Ordinal)
            ? new GivenLimits(GivenLimits.Megabyte) : new GivenLimits();
        var zips = blocks.Where(b => b.Kind.StartsWith("zip ", StringComparison.Ordinal)).Select(Zip);
        var files = blocks.Select(File).OfType<TableFile>().Select(f => (f.Name, Bytes: BytesOf(f)));
        return GivenFiles.Read(
            [.. files.Concat(zips).Select(f => new GivenFile(f.Name, f.Bytes.Length, () => new MemoryStream(f.Bytes)))],
            schema, null, limits);
    }

    private static byte[] BytesOf(TableFile file)
    {
        using var from = file.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    private static (string Name, byte[] Bytes) Zip(Block block)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var line in Expand(block.Text).TrimEnd('\n').Split('\n'))
            {
                var cut = line.IndexOf(": ", StringComparison.Ordinal);
                using var entry = new StreamWriter(zip.CreateEntry(line[..cut]).Open());
                entry.Write(line[(cut + 2)..]);
            }
        }

        return (block.Kind["zip ".Length..], to.ToArray());
    }

    private static IReadOnlyList<Diagnostic> ByParts(List<Block> blocks, FeeModel model)
    {
        var folder = Directory.CreateTempSubdirectory("porras-page-").FullName;
        foreach (var file in blocks.Select(File).OfType<TableFile>())
        {
            using var to = System.IO.File.Create(Path.Combine(folder, file.Name));
            using var from = file.Open();
            from.CopyTo(to);
        }

        var plan = Plan.Compile(model);
        var done = SettleByParts.Run(plan, folder, Day.Of(2027, 12, 31), int.MaxValue, 1, _ => { });
        Directory.Delete(folder, recursive: true);
        return done.Findings;
    }

    private static TableFile? File(Block block)
    {
        var words = block.Kind.Split(' ');
        var name = words[^1].Contains('.', StringComparison.Ordinal) ? words[^1] : words[^1] + ".csv";
        return words[0] switch
        {
            "csv" => new(name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Expand(block.Text)))),
            "parquet" => Bytes(words[^1], ParquetTyped.Bytes(block.Text)),
            "cut" => Bytes(words[^1], ParquetTyped.Bytes(block.Text)[..^8]),
            "torn" => Bytes(words[^1], Torn(ParquetTyped.Bytes(block.Text))),
            "locked" => new(name, () => throw new IOException("The file is used by another program.")),
            _ => null,
        };
    }

    private static TableFile Bytes(string name, byte[] bytes) => new(name + ".parquet", () => new MemoryStream(bytes));

    private static byte[] Torn(byte[] bytes)
    {
        bytes.AsSpan(4, 40).Fill(255);
        return bytes;
    }

    private static string Expand(string text)
    {
        var rows = Rows().Replace(text, m => Repeated(m, "\n"));
        return Letters().Replace(rows, m => Repeated(m, "")).Replace('␀', '\0');
    }

    private static string Repeated(Match match, string end) =>
        string.Concat(Enumerable.Repeat(match.Groups[2].Value + end, int.Parse(match.Groups[1].Value)));

    [GeneratedRegex(@"^\[(\d+) × (.*)\]\n", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\[(\d+) × (.*?)\]")]
    private static partial Regex Letters();
}
