namespace Porras;

/// <summary>One line of the canonical text before it is laid out.</summary>
/// <param name="Text">The line with its indentation.</param>
/// <param name="Mark">Where the source has it, and its reference.</param>
internal sealed record CanonicalLine(string Text, Mark Mark);

/// <summary>The lines of one declaration.</summary>
/// <param name="Kind">The word it begins with.</param>
/// <param name="Lines">Its first line and its clauses.</param>
internal sealed record CanonicalBlock(string Kind, IReadOnlyList<CanonicalLine> Lines)
{
    /// <summary>Whether no empty line stands between this and another block.</summary>
    public bool FollowsClosely(CanonicalBlock before) =>
        Kind == before.Kind && Kind is "measure" or "limit" or "expect" && Lines.Count == 1 && before.Lines.Count == 1;
}

/// <summary>Collects the lines of one declaration.</summary>
internal sealed class BlockLines
{
    private const int WordWidth = 10;
    private readonly List<CanonicalLine> _lines = [];

    /// <summary>Begins with the declaration's first line.</summary>
    public BlockLines(string text, Title? title, Mark mark) =>
        _lines.Add(new(title is { } t ? $"{text} {ValueText.Of(t)}" : text, mark));

    /// <summary>The block.</summary>
    public CanonicalBlock Block(Keyword kind) => new(kind.Words[0], _lines);

    /// <summary>A clause that is only its words.</summary>
    public void Add(Keyword word, Mark mark) => _lines.Add(new("  " + word, mark));

    /// <summary>A line as it is.</summary>
    public void Line(string text, Mark mark) => _lines.Add(new("  " + text, mark));

    /// <summary>A clause, its words padded to the one column.</summary>
    public void Add(string word, string rest, Mark mark) =>
        _lines.Add(new("  " + (word.Length < WordWidth ? word.PadRight(WordWidth) : word + " ") + rest, mark));

    /// <summary>A clause if it is said.</summary>
    public void Add<T>(Keyword word, Said<T>? said, Func<T, string> rest)
    {
        if (said is not null)
        {
            Add(word.Phrase, rest(said.Value), said.Mark);
        }
    }

    /// <summary>Clauses of one kind in the order written.</summary>
    public void Add<T>(Keyword word, IEnumerable<Said<T>> all, Func<T, string> rest)
    {
        foreach (var said in all)
        {
            Add(word.Phrase, rest(said.Value), said.Mark);
        }
    }

    /// <summary>The width to which the first words of a list's lines are padded.</summary>
    public static int Width(IEnumerable<string> words)
    {
        var longest = words.Select(w => w.Length).DefaultIfEmpty(0).Max();
        return longest < WordWidth ? WordWidth : longest + 2;
    }
}
