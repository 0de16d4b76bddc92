namespace Porras.Tests;

/// <summary>A fenced block of a Markdown page.</summary>
/// <param name="Kind">The words after the backticks.</param>
/// <param name="Text">What stands in it, each line with its end.</param>
/// <param name="FirstLine">The line of the opening fence, from 0.</param>
/// <param name="LastLine">The line of the closing fence.</param>
/// <param name="Heading">The nearest heading above, with its hashes.</param>
internal sealed record Block(string Kind, string Text, int FirstLine, int LastLine, string Heading);

/// <summary>A Markdown page of the repository: headings and fenced blocks.</summary>
internal sealed class MarkdownPage
{
    private MarkdownPage(string path, string[] lines) => (Path, Lines) = (path, lines);

    public string Path { get; }

    public string[] Lines { get; private set; }

    public string Text => string.Join('\n', Lines);

    public static MarkdownPage Read(string path) =>
        new(path, File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'));

    public IEnumerable<Block> Blocks()
    {
        var heading = "";
        for (var i = 0; i < Lines.Length; i++)
        {
            if (Lines[i].StartsWith('#'))
            {
                heading = Lines[i];
            }
            else if (Lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(Lines, "```", i + 1);
                end = end < 0 ? Lines.Length : end;
                var text = string.Concat(Lines[(i + 1)..end].Select(l => l + "\n"));
                yield return new(Lines[i][3..].Trim(), text, i, end, heading);
                i = end;
            }
        }
    }

    /// <summary>Puts another text into a block and writes the page.</summary>
    /// <summary>A block has exactly this text; with <c>ACCEPT=1</c> it gets it.</summary>
    public void MustShow(Block block, string text)
    {
        if (Repository.Accept)
        {
            Replace(block, text);
        }
        else
        {
            Assert.Equal(block.Text, text);
        }
    }

    public void Replace(Block block, string text)
    {
        Lines = [.. Lines[..(block.FirstLine + 1)], .. text.TrimEnd('\n').Split('\n'), .. Lines[block.LastLine..]];
        File.WriteAllText(Path, Text);
    }
}

/// <summary>The repository's folders.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Whether expected blocks are rewritten instead of compared.</summary>
    public static bool Accept { get; } = Environment.GetEnvironmentVariable("ACCEPT") == "1";

    public static IEnumerable<string> Pages(string folder, SearchOption depth = SearchOption.TopDirectoryOnly) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", depth).Order(StringComparer.Ordinal);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Porras.slnx"))
        ? folder : Find(Directory.GetParent(folder)!.FullName);
}
