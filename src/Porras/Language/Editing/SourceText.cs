using System.Text;

namespace Porras;

/// <summary>Some characters of a text.</summary>
/// <param name="From">How many characters stand before them.</param>
/// <param name="Length">How many they are.</param>
internal readonly record struct TextSpan(int From, int Length)
{
    /// <summary>How many characters stand before what follows.</summary>
    public int End => From + Length;
}

/// <summary>A model text with its declarations and clauses, and where each stands among its characters.</summary>
internal sealed class SourceText
{
    private readonly List<int> _starts = [0];
    private readonly Dictionary<int, int> _tokensEnd = [];

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isPage">Whether it is a Markdown page.</param>
    public SourceText(string text, bool isPage = false)
    {
        (Text, IsPage) = (text, isPage);
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            _starts.Add(at + 1);
        }

        Break = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        Read = isPage ? ModelReader.ReadPage(text) : ModelReader.Read(text);
        Blocks = ModelReader.Blocks(
            isPage ? ModelPage.BlocksOf(text).SelectMany(b => b.Lines) : SourceLine.Of(text), new(), []);
        foreach (var token in Blocks.SelectMany(Clauses).SelectMany(c => c.Tokens))
        {
            _tokensEnd[token.Place.Line] = SpanOf(token.Place).End;
        }
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whether it is a Markdown page.</summary>
    public bool IsPage { get; }

    /// <summary>How its lines end.</summary>
    public string Break { get; }

    /// <summary>What was read from it.</summary>
    public ModelText Read { get; }

    /// <summary>Its declarations.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>How many lines it has.</summary>
    public int Lines => _starts.Count;

    /// <summary>The first line of a declaration and its clauses.</summary>
    public static IEnumerable<Clause> Clauses(Block block) => block.Clauses.Prepend(block.First);

    /// <summary>The last line of a clause.</summary>
    public static int LastLine(Clause clause) => clause.Tokens[^1].Place.Line;

    /// <summary>The last line of a declaration.</summary>
    public static int LastLine(Block block) => LastLine(Clauses(block).Last());

    /// <summary>Where a place is.</summary>
    public TextSpan SpanOf(Place place) => new(Start(place.Line) + place.Column - 1, place.Length);

    /// <summary>Where some tokens that follow each other are.</summary>
    public TextSpan SpanOf(IReadOnlyList<Token> tokens, int first, int behind)
    {
        var from = SpanOf(tokens[first].Place).From;
        return new(from, SpanOf(tokens[behind - 1].Place).End - from);
    }

    /// <summary>What stands between the quotes of a title; of one without an end, what is there.</summary>
    public TextSpan InQuotes(TextSpan title) =>
        new(title.From + 1, title.Length - (title.Length > 1 && Text[title.End - 1] == '"' ? 2 : 1));

    /// <summary>Some tokens that follow each other, on one line and with one blank between.</summary>
    public string Words(IReadOnlyList<Token> tokens, int first, int behind)
    {
        var words = new StringBuilder();
        for (var i = first; i < behind; i++)
        {
            words.Append(i > first && tokens[i].Kind != TokenKind.Comma ? " " : "")
                .Append(this[SpanOf(tokens[i].Place)]);
        }

        return words.ToString();
    }

    /// <summary>The characters of a span.</summary>
    public string this[TextSpan span] => Text.Substring(span.From, span.Length);

    /// <summary>The first character of a line; the end of the text behind the last line.</summary>
    public int Start(int line) => line <= _starts.Count ? _starts[line - 1] : Text.Length;

    /// <summary>The end of a line, before its break.</summary>
    public int End(int line)
    {
        var end = line < _starts.Count ? _starts[line] - 1 : Text.Length;
        return end > Start(line) && Text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>The characters of a line.</summary>
    public string Line(int line) => Text[Start(line)..End(line)];

    /// <summary>The comment of a line with its sign; null without one.</summary>
    public string? CommentOf(int line)
    {
        var from = _tokensEnd.TryGetValue(line, out var end) ? end : Start(line);
        var at = Text.IndexOf('#', from, End(line) - from);
        return at < 0 ? null : Text[at..End(line)].TrimEnd();
    }

    /// <summary>The line of the first comment right above a line; the line itself without any.</summary>
    public int WithCommentsAbove(int line)
    {
        while (line > 1 && Line(line - 1).TrimStart().StartsWith('#'))
        {
            line--;
        }

        return line;
    }

    /// <summary>The line on which a character stands.</summary>
    public int LineAt(int at)
    {
        var found = _starts.BinarySearch(at);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The clause that begins at a place.</summary>
    public Clause ClauseAt(Place place) => Blocks.SelectMany(Clauses).First(c =>
        c.Place.Line == place.Line && c.Place.Column == place.Column);
}
