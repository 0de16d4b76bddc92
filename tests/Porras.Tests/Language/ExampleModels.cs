namespace Porras.Tests;

/// <summary>The models that the language was designed on.</summary>
internal static class ExampleModels
{
    /// <summary>Every model by its heading.</summary>
    public static IReadOnlyList<(string Title, string Text)> All { get; } = Load();

    private static List<(string, string)> Load()
    {
        var page = TestFiles.Read("tests", "Porras.Tests", "Language", "examples.md");
        return [.. page.Split("\n## ").Skip(1).Select(s => (s.Split('\n')[0], ModelPage.TextOf(s)))];
    }
}
