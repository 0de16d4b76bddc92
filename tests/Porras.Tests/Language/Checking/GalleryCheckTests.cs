namespace Porras.Tests;

public sealed class GalleryCheckTests
{
    public static TheoryData<string> Pages => GalleryReadTests.Pages;

    public static TheoryData<string> Examples => ModelReaderTests.Examples;

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_with_a_model_passes_check(string path)
    {
        var page = TestFiles.Read(path);
        Assert.Equal("", DiagnosticText.Write(ModelCheck.Check(ModelReader.ReadPage(page).Model!), page));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_the_language_passes_check(string title)
    {
        var text = ExampleModels.All.Single(e => e.Title == title).Text;
        Assert.Equal("", DiagnosticText.Write(ModelCheck.Check(ModelReader.Read(text).Model!), text));
    }
}
