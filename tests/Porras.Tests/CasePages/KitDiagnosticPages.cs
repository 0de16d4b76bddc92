using Porras.Exchange;

namespace Porras.Tests;

/// <summary>
/// The pages of the codes about recalculation kits (<c>P73xx</c>): a model, a data set, what is done to its kit, and
/// exactly what is said when the kit is recomputed.
/// </summary>
/// <remarks>
/// <c>kit until DAY</c> makes the kit. Its lines: <c>change PART: OLD → NEW</c>; <c>remake PART: OLD → NEW</c>, with
/// the list made to fit; <c>take out PART</c>; <c>add PART</c>; <c>cut</c> takes the second half of the file away.
/// <c>diagnostics</c> may go on with <c>fingerprint TEXT</c>.
/// </remarks>
public sealed class KitDiagnosticPages
{
    public static TheoryData<string> Pages() =>
    [
        .. Repository.Pages("cases/diagnostics").Select(p => Path.GetFileNameWithoutExtension(p))
            .Where(c => c.StartsWith("P73", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_exactly_what_is_said_about_a_kit(string code)
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, "cases", "diagnostics", code + ".md"));
        var blocks = page.Blocks().ToList();
        var expected = blocks.Single(b => b.Kind.StartsWith("diagnostics", StringComparison.Ordinal));
        var findings = KitBench.Verdict(File(blocks), After(expected.Kind.Split(' '), "fingerprint")).Findings;
        Assert.Contains(findings, f => f.Code == code);
        var said = DiagnosticText.Write(findings, null);
        page.MustShow(expected, said);
    }

    [Fact]
    public void Every_code_about_kits_has_a_page() => Assert.Equal(
        Catalogue.Codes.Where(c => c.StartsWith("P73", StringComparison.Ordinal)),
        Pages().Select(p => p.Data));

    private static byte[] File(List<Block> blocks)
    {
        var model = blocks.Single(b => b.Kind == "porras").Text;
        var plan = new Ledger(model).Plan;
        var files = blocks.Where(b => b.Kind.StartsWith("csv ", StringComparison.Ordinal))
            .ToDictionary(b => b.Kind["csv ".Length..], b => b.Text);
        var made = blocks.Single(b => b.Kind.StartsWith("kit ", StringComparison.Ordinal));
        var words = made.Kind.Split(' ');
        var until = Day.Parse(After(words, "until")!)!.Value;
        var data = CsvText.Read(files, plan.Schema).DataSet!;
        var kit = KitMaking.Make(new("model.porras", model, plan, data, until, null));
        var lines = made.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var remade = lines.Where(l => l.StartsWith("remake ", StringComparison.Ordinal)).Aggregate(kit, (k, l) =>
            Changing(l["remake ".Length..]) is var (part, old, now)
                ? KitBench.Remade(k, part, t => t.Replace(old, now, StringComparison.Ordinal)) : k);
        return lines.Aggregate(KitBench.Bytes(remade), Done);
    }

    private static byte[] Done(byte[] file, string line) => line.Split(' ') switch
    {
        ["remake", ..] => file,
        ["change", ..] => Changing(line["change ".Length..]) is var (part, old, now)
            ? KitBench.Changed(file, part, old, now) : file,
        ["take", "out", var part] => KitBench.Changed(file, part, _ => null),
        ["add", var part] => KitBench.Changed(file, part, _ => [1]),
        ["cut"] => file[..(file.Length / 2)],
        _ => throw new InvalidOperationException(line),
    };

    private static (string Part, string Old, string Now) Changing(string line)
    {
        var cut = line.IndexOf(": ", StringComparison.Ordinal);
        var arrow = line.IndexOf(" → ", StringComparison.Ordinal);
        return (line[..cut], line[(cut + 2)..arrow], line[(arrow + 3)..]);
    }

    private static string? After(string[] words, string word) =>
        Array.IndexOf(words, word) is var i and >= 0 ? words[i + 1] : null;
}
