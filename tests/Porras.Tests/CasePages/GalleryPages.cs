namespace Porras.Tests;

/// <summary>
/// Every page of the gallery: its model passes <c>check</c>, and a text it shows as refused is refused so.
/// </summary>
public sealed class GalleryPages
{
    public static TheoryData<string> Pages() =>
        [.. Repository.Pages("models").Select(p => Path.GetRelativePath(Repository.Root, p))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_model_of_the_gallery_passes_check(string path)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, path));
        var read = ModelReader.ReadPage(text);
        Assert.Equal("", DiagnosticText.Write(read.Findings, text));
        Assert.Equal("", DiagnosticText.Write(ModelCheck.Check(read.Model!), text));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_text_that_a_page_shows_as_refused_is_refused_in_these_words(string path)
    {
        var page = MarkdownPage.Read(Path.Combine(Repository.Root, path));
        var blocks = page.Blocks().ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind != "porras refused")
            {
                continue;
            }

            var said = Said(blocks[i].Text);
            Assert.NotEqual("", said);
            Assert.Equal("diagnostics", blocks[i + 1].Kind);
            if (Repository.Accept)
            {
                page.Replace(blocks[i + 1], said);
                blocks = [.. page.Blocks()];
            }
            else
            {
                Assert.Equal(blocks[i + 1].Text, said);
            }
        }
    }

    private static string Said(string text)
    {
        var read = ModelReader.Read(text);
        return DiagnosticText.Write(read.Whole is { } model ? ModelCheck.Check(model) : read.Findings, text);
    }
}
