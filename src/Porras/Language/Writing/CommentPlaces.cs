namespace Porras;

/// <summary>To which canonical line each comment belongs.</summary>
/// <remarks>
/// A comment on a line of its own belongs to the clause that follows; an indented one at the end of a declaration stays
/// there. A comment behind a clause stays behind it; of several behind one clause the last does, the others go before
/// it.
/// </remarks>
internal sealed class CommentPlaces
{
    private readonly Dictionary<CanonicalLine, List<Comment>> _before = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CanonicalLine, Comment> _behind = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CanonicalBlock, List<Comment>> _under = new(ReferenceEqualityComparer.Instance);
    private readonly List<Comment> _atEnd = [];

    /// <summary>Finds the places of the comments.</summary>
    public CommentPlaces(IReadOnlyList<CanonicalBlock> blocks, IReadOnlyList<Comment> comments)
    {
        if (comments.Count == 0)
        {
            return;
        }

        var lines = blocks.SelectMany(b => b.Lines.Select(l => (Line: l, Block: b)))
            .OrderBy(l => l.Line.Mark.Place.Line).ToList();
        var at = 0;
        foreach (var comment in comments.OrderBy(c => c.Line))
        {
            while (at < lines.Count && lines[at].Line.Mark.Place.Line <= comment.Line)
            {
                at++;
            }

            var (last, next) = (at > 0 ? lines[at - 1] : default, at < lines.Count ? lines[at].Line : null);
            if (comment.Alone || last.Line is null)
            {
                PlaceAlone(comment, last.Block, next);
                continue;
            }

            if (_behind.TryGetValue(last.Line, out var earlier))
            {
                Add(_before, last.Line, earlier with { EmptyLineAfter = false });
            }

            _behind[last.Line] = comment;
        }
    }

    /// <summary>Comments at the end, at the margin.</summary>
    public IReadOnlyList<Comment> AtEnd => _atEnd;

    /// <summary>Comments on lines of their own before a line.</summary>
    public IReadOnlyList<Comment> Before(CanonicalLine line) => _before.GetValueOrDefault(line) ?? [];

    /// <summary>The comment behind a line; null without one.</summary>
    public Comment? Behind(CanonicalLine line) => _behind.GetValueOrDefault(line);

    /// <summary>Indented comments after the last clause of a declaration.</summary>
    public IReadOnlyList<Comment> Under(CanonicalBlock block) => _under.GetValueOrDefault(block) ?? [];

    private void PlaceAlone(Comment comment, CanonicalBlock? last, CanonicalLine? next)
    {
        if (next is not null && (next.Text.StartsWith(' ') || !comment.Indented || last is null))
        {
            Add(_before, next, comment);
        }
        else if (comment.Indented && last is not null)
        {
            Add(_under, last, comment);
        }
        else
        {
            _atEnd.Add(comment);
        }
    }

    private static void Add<T>(Dictionary<T, List<Comment>> all, T key, Comment comment)
        where T : class
    {
        if (!all.TryGetValue(key, out var list))
        {
            all[key] = list = [];
        }

        list.Add(comment);
    }
}
