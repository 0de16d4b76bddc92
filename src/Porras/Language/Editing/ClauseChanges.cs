namespace Porras;

/// <summary>Changes of whole clauses and declarations of a text; every comment and all other lines stay.</summary>
/// <remarks>What plans and calibrations write into a file, and what forms do to a text, is done by these.</remarks>
public sealed class ClauseChanges
{
    private const string Indent = "  ";
    private readonly SourceText _source;

    /// <summary>Reads a text that is to be changed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isPage">Whether it is a Markdown page.</param>
    public ClauseChanges(string text, bool isPage)
        : this(new SourceText(text, isPage))
    {
    }

    internal ClauseChanges(SourceText source) => _source = source;

    /// <summary>
    /// Lines before a declaration and an empty line behind them; comments right above it belong to it.
    /// </summary>
    /// <param name="declaration">Where it begins.</param>
    /// <param name="lines">The lines, without breaks.</param>
    public TextChange Before(Place declaration, IEnumerable<string> lines)
    {
        var at = _source.Start(_source.WithCommentsAbove(declaration.Line));
        return new(at, 0, string.Concat(lines.Append("").Select(l => l + _source.Break)));
    }

    /// <summary>A line behind a clause, which may go on in further lines.</summary>
    /// <param name="clause">Where the clause begins.</param>
    /// <param name="line">The line, without a break.</param>
    public TextChange Behind(Place clause, string line) =>
        new(_source.End(SourceText.LastLine(_source.ClauseAt(clause))), 0, _source.Break + line);

    /// <summary>Other words for a clause; its reference, and a comment behind it, stay.</summary>
    /// <param name="clause">Where the clause begins.</param>
    /// <param name="words">What it says now, without its indentation.</param>
    public IReadOnlyList<TextChange> Instead(Place clause, string words)
    {
        var tokens = _source.ClauseAt(clause).Tokens;
        return Instead(clause.Line, _source.SpanOf(tokens, 0, tokens.Count), words.TrimStart(), false);
    }

    /// <summary>A text without a clause; comments in it and behind it stay on lines of their own.</summary>
    /// <param name="clause">Where the clause begins.</param>
    public TextChange Without(Place clause)
    {
        var last = SourceText.LastLine(_source.ClauseAt(clause));
        var comments = Comments(clause.Line, last).ToList();
        var (from, end) = (_source.Start(clause.Line), _source.End(last));
        if (comments.Count > 0)
        {
            return new(from, end - from, string.Join(_source.Break, comments.Select(c => Indent + c)));
        }

        return last < _source.Lines ? new(from, _source.Start(last + 1) - from, "")
            : new(_source.End(clause.Line - 1), end - _source.End(clause.Line - 1), "");
    }

    /// <summary>A text without a declaration, the comments right above it, and one empty line.</summary>
    internal TextChange Without(Block block)
    {
        var (first, last) = (_source.WithCommentsAbove(block.First.Place.Line), SourceText.LastLine(block));
        if (IsEmpty(last + 1))
        {
            return new(_source.Start(first), _source.Start(last + 2) - _source.Start(first), "");
        }

        if (IsEmpty(first - 1))
        {
            first--;
        }

        return new(_source.Start(first), _source.Start(last + 1) - _source.Start(first), "");
    }

    /// <summary>
    /// Other characters for some of a clause. Comments between them go to lines of their own above it; blanks beside
    /// them give way, so that columns stay.
    /// </summary>
    /// <param name="line">The line on which the clause begins.</param>
    /// <param name="span">What is replaced.</param>
    /// <param name="with">What stands there instead.</param>
    /// <param name="toTheRight">Whether it ends at a column; else what follows begins at one.</param>
    internal IReadOnlyList<TextChange> Instead(int line, TextSpan span, string with, bool toTheRight)
    {
        List<TextChange> changes = [];
        var (first, last) = (LineOf(span.From), LineOf(span.End));
        if (first < last)
        {
            changes.AddRange(Comments(first, last - 1)
                .Select(c => new TextChange(_source.Start(line), 0, Indent + c + _source.Break)));
        }

        changes.Add(Fitted(span, with, toTheRight && first == last));
        return changes;
    }

    private TextChange Fitted(TextSpan span, string with, bool toTheRight)
    {
        const int Gap = 2;
        var grown = with.Length - span.Length;
        var start = _source.Start(LineOf(span.From));
        var before = Blanks(span.From - 1, -1);
        if (toTheRight && before >= Gap && span.From - before > start)
        {
            var less = Math.Min(grown, before - Gap);
            return less >= 0 ? new(span.From - less, span.Length + less, with)
                : new(span.From, span.Length, new string(' ', -less) + with);
        }

        var after = Blanks(span.End, 1);
        if (after < Gap || span.End + after >= _source.End(LineOf(span.End)))
        {
            return new(span.From, span.Length, with);
        }

        var fewer = Math.Min(grown, after - Gap);
        return fewer >= 0 ? new(span.From, span.Length + fewer, with)
            : new(span.From, span.Length, with + new string(' ', -fewer));
    }

    private int Blanks(int at, int step)
    {
        var count = 0;
        while (at >= 0 && at < _source.Text.Length && _source.Text[at] == ' ')
        {
            at += step;
            count++;
        }

        return count;
    }

    private int LineOf(int at) => _source.LineAt(at);

    private bool IsEmpty(int line) =>
        line >= 1 && line <= _source.Lines && string.IsNullOrWhiteSpace(_source.Line(line));

    private IEnumerable<string> Comments(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(_source.CommentOf).OfType<string>();
}
