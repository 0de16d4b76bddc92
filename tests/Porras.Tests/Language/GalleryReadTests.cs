namespace Porras.Tests;

public sealed class GalleryReadTests
{
    public static TheoryData<string> Pages =>
        [.. ((string[])["models", "cases"]).Select(f => TestFiles.PathOf(f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.md", SearchOption.AllDirectories))
            .Where(f => !f.Contains("/diagnostics/", StringComparison.Ordinal) && ModelPage.IsPage(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(TestFiles.Root, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_with_a_model_reads_without_a_mistake(string path)
    {
        var page = TestFiles.Read(path);
        Assert.Equal("", DiagnosticText.Write(ModelReader.ReadPage(page).Findings, page));
    }
}
