namespace Porras;

/// <summary>Finds the model in a Markdown page: its blocks fenced as <c>porras</c>.</summary>
/// <remarks>
/// A fence is three or more backticks or tildes, indented by at most three blanks (CommonMark 4.5). Its info string is
/// exactly <c>porras</c>: a block fenced as <c>porras refused</c> is none. A block without an end goes on to the end.
/// </remarks>
public static class ModelPage
{
    private const int IndentMost = 3;
    private const int FenceLeast = 3;

    /// <summary>Whether a text is a page: some line of it opens a fence for a model.</summary>
    public static bool IsPage(string text) => BlocksOf(text).Count > 0;

    /// <summary>The model text of a page: its blocks joined in their order; empty if there is none.</summary>
    public static string TextOf(string page) =>
        string.Concat(BlocksOf(page).SelectMany(b => b.Lines).Select(l => l.Text + "\n"));

    /// <summary>The blocks with their lines.</summary>
    internal static IReadOnlyList<PageBlock> BlocksOf(string page)
    {
        List<PageBlock> blocks = [];
        PageBlock? open = null;
        var (fence, indent) = ("", 0);
        foreach (var line in SourceLine.Of(page))
        {
            var found = FenceOf(line.Text, out var info, out var blanks);
            if (fence.Length == 0)
            {
                if (found.Length > 0)
                {
                    (fence, indent) = (found, blanks);
                    open = info == "porras" ? new(line.Number, blanks, []) : null;
                }
            }
            else if (found.Length >= fence.Length && found[0] == fence[0] && info.Length == 0)
            {
                Close();
            }
            else
            {
                open?.Lines.Add(WithoutIndent(line, indent));
            }
        }

        Close();
        return blocks;

        void Close()
        {
            fence = "";
            if (open is not null)
            {
                blocks.Add(open);
                open = null;
            }
        }
    }

    private static string FenceOf(string line, out string info, out int indent)
    {
        info = "";
        indent = line.Length - line.TrimStart(' ').Length;
        var rest = line[indent..];
        var mark = rest.Length > 0 ? rest[0] : ' ';
        var length = rest.Length - rest.TrimStart(mark).Length;
        if (indent > IndentMost || mark is not ('`' or '~') || length < FenceLeast)
        {
            return "";
        }

        info = rest[length..].Trim();
        return mark == '`' && info.Contains('`', StringComparison.Ordinal) ? "" : rest[..length];
    }

    private static SourceLine WithoutIndent(SourceLine line, int indent)
    {
        var blanks = Math.Min(indent, line.Text.Length - line.Text.TrimStart(' ').Length);
        return new(line.Text[blanks..], line.Number, blanks);
    }
}

/// <summary>One fenced block of a page.</summary>
/// <param name="FenceLine">The number of the line that opens it.</param>
/// <param name="Indent">By how many blanks the fence is indented.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record PageBlock(int FenceLine, int Indent, List<SourceLine> Lines);
