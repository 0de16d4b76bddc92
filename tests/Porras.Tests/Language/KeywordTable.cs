namespace Porras.Tests;

/// <summary>The table of keywords in the reference is the table in the code. <c>ACCEPT=1</c> writes it anew.</summary>
public sealed class KeywordTable
{
    private const string Begin = "<!-- keywords -->\n";
    private const string End = "<!-- end of keywords -->";

    [Fact]
    public void The_reference_lists_the_keywords_of_the_code()
    {
        var path = Path.Combine(Repository.Root, "docs", "reference", "language.md");
        var text = File.ReadAllText(path);
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        if (Repository.Accept)
        {
            File.WriteAllText(path, text[..from] + Table() + text[to..]);
        }
        else
        {
            Assert.Equal(Table(), text[from..to]);
        }
    }

    private static string Table() => "| Where | Keywords |\n|---|---|\n" + string.Concat(Keywords.All
        .GroupBy(k => k.Area)
        .OrderBy(g => g.Key)
        .Select(g => $"| {g.Key.ToString().ToLowerInvariant()} | {string.Join(" ", g.Select(k => $"`{k}`"))} |\n"));
}
