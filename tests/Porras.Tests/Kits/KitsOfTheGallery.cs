using Porras.Exchange;

namespace Porras.Tests;

/// <summary>Every settlement of the gallery and of the case pages as a pseudonymous kit.</summary>
public sealed class KitsOfTheGallery
{
    public static TheoryData<string> Pages() =>
    [
        .. Repository.Pages("models").Concat(Repository.Pages("cases"))
            .Select(p => Path.GetRelativePath(Repository.Root, p)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_case_is_recomputed_from_its_kit(string name)
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, name));
        foreach (var heading in ModelCases.Headings(page))
        {
            foreach (var block in ModelCases.Expected(page, heading).Where(b => b.Kind.StartsWith("lines")))
            {
                Check(page, heading, block);
            }
        }
    }

    private static void Check(MarkdownPage page, string heading, Block block)
    {
        var model = ModelCases.ModelOf(page);
        var (plan, words) = (Plan.Compile(model), block.Kind.Split(' '));
        var until = ModelCases.DayAfter(words, "until") ?? Day.Of(2099, 12, 31);
        var known = ModelCases.DayAfter(words, "known");
        if (CsvText.Read(ModelCases.Files(page, heading), plan.Schema).DataSet is not { } data
            || Settle.All(plan, data, until, known ?? int.MaxValue) is not { IsRefused: false } settled)
        {
            return;
        }

        string[] pseudonyms = [.. data.Starts.Participants.Select((_, i) => $"p{data.Starts.Count - i}")];
        var kit = KitMaking.Make(new("model.json", ModelJson.Write(model), plan, data, until, known)
        {
            Pseudonyms = pseudonyms,
        });
        var verdict = KitBench.Verdict(KitBench.Bytes(kit));
        Assert.Equal("", DiagnosticText.Write(verdict.Findings, null));
        Assert.True(verdict.IsIdentical);
        Assert.Equal((settled.Count, settled.Total), (verdict.Count, verdict.Total));
    }
}
