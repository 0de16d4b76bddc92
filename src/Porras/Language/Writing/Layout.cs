using System.Text;

namespace Porras;

/// <summary>Lays canonical lines out with their references and with the comments that belong to them.</summary>
internal sealed class Layout
{
    private const int WidthMost = 120;
    private const int ReferenceColumn = 74;
    private const int CommentColumn = 62;
    private const int ContinuationIndent = 12;
    private readonly StringBuilder _text = new();
    private readonly CommentPlaces _comments;

    private Layout(CommentPlaces comments) => _comments = comments;

    /// <summary>The text of some blocks; ends with a line end, and is empty without lines and comments.</summary>
    public static string Write(IEnumerable<CanonicalBlock> blocks, IReadOnlyList<Comment> comments)
    {
        var all = blocks.ToList();
        var layout = new Layout(new(all, comments));
        CanonicalBlock? before = null;
        foreach (var block in all)
        {
            if (before is not null && !block.FollowsClosely(before))
            {
                layout._text.Append('\n');
            }

            layout.Block(block);
            before = block;
        }

        layout.Alone(layout._comments.AtEnd, "", before is not null);
        return layout._text.ToString();
    }

    private void Block(CanonicalBlock block)
    {
        foreach (var line in block.Lines)
        {
            var margin = !line.Text.StartsWith(' ');
            Alone(_comments.Before(line), margin ? "" : "  ", false, margin);
            Line(line);
        }

        Alone(_comments.Under(block), "  ", false);
    }

    private void Alone(IReadOnlyList<Comment> comments, string indent, bool emptyBefore, bool keepEmpty = false)
    {
        if (emptyBefore && comments.Count > 0)
        {
            _text.Append('\n');
        }

        foreach (var comment in comments)
        {
            _text.Append(indent).Append(Written(comment)).Append('\n');
            _text.Append(keepEmpty && comment.EmptyLineAfter ? "\n" : "");
        }
    }

    private void Line(CanonicalLine line)
    {
        var rest = line.Text;
        while (WithReference(rest, line.Mark.Clause).Length > WidthMost && CommaIn(rest) is { } comma)
        {
            _text.Append(rest, 0, comma + 1).Append('\n');
            rest = new string(' ', ContinuationIndent) + rest[(comma + 1)..].TrimStart();
        }

        var text = WithReference(rest, line.Mark.Clause);
        if (_comments.Behind(line) is { } comment)
        {
            var column = line.Mark.Clause is null ? CommentColumn - 1 : 0;
            text = (text + "  ").PadRight(column) + Written(comment);
        }

        _text.Append(text).Append('\n');
    }

    private static string WithReference(string text, string? reference) =>
        reference is null ? text : (text + "  ").PadRight(ReferenceColumn - 1) + "§ " + reference;

    // The last comma outside quotes after which the line is short enough; else the first one there is. The last
    // characters of a line never stand alone.
    private static int? CommaIn(string text)
    {
        int? best = null;
        var quoted = false;
        for (var i = 0; i < text.Length - 1; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] == ',' && !quoted && i > ContinuationIndent)
            {
                if (i >= WidthMost)
                {
                    return best ?? i;
                }

                best = i;
            }
        }

        return best;
    }

    private static string Written(Comment comment) =>
        comment.Text.Length == 0 ? "#" : comment.Text[0] == '#' ? "#" + comment.Text : "# " + comment.Text;
}
