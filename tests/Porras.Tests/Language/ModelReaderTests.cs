namespace Porras.Tests;

public sealed class ModelReaderTests
{
    public static TheoryData<string> Examples => [.. ExampleModels.All.Select(e => e.Title)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_reads_without_a_mistake(string title)
    {
        var text = ExampleModels.All.Single(e => e.Title == title).Text;
        Assert.Equal("", DiagnosticText.Write(ModelReader.Read(text).Findings, text));
    }
}
