namespace Porras;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>The end of the clause.</summary>
    End,

    /// <summary>Letters, digits and hyphens, beginning with a letter: a keyword, a name, a currency.</summary>
    Word,

    /// <summary>Digits, with a point and a sign: <c>18</c>, <c>0.5</c>, <c>-5</c>.</summary>
    Number,

    /// <summary>Two numbers with a slash: <c>5/6</c>.</summary>
    Fraction,

    /// <summary>Something like <c>2027-01-31</c>, whether or not there is such a day.</summary>
    Date,

    /// <summary>Two whole numbers with a hyphen, a label: <c>18-24</c>.</summary>
    Range,

    /// <summary>A title, without its quotes.</summary>
    Title,

    /// <summary><c>,</c>.</summary>
    Comma,

    /// <summary><c>%</c>.</summary>
    Percent,

    /// <summary><c>-</c> by itself: an empty cell.</summary>
    Dash,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>One token of a clause.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters; a title's without quotes.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct Token(TokenKind Kind, string Text, Place Place)
{
    /// <summary>Whether it is this word of a keyword; "counts as 0" has a number in it.</summary>
    public bool Is(string word) => Kind is TokenKind.Word or TokenKind.Number && Text == word;

    /// <summary>Whether the other token follows without a blank between.</summary>
    public bool Touches(Token next) =>
        Place.Line == next.Place.Line && Place.Column + Place.Length == next.Place.Column;
}
