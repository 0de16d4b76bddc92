namespace Porras;

/// <summary>A place in one clause that moves from token to token; says once per clause what is wrong.</summary>
/// <remarks>
/// After the first mistake of a clause everything reads as absent and nothing more is reported: what the functions
/// return then is never used, since <see cref="End"/> says no.
/// </remarks>
internal sealed class Cursor
{
    private const int LongestFound = 40;
    private const int MostListed = 8;
    private readonly Clause _clause;
    private readonly Findings _findings;
    private readonly Tried _tried = new();
    private readonly Token _end;
    private int _at;

    /// <summary>A cursor at the beginning of a clause.</summary>
    public Cursor(Clause clause, Findings findings)
    {
        (_clause, _findings) = (clause, findings);
        var last = clause.Tokens[^1].Place;
        _end = new(TokenKind.End, "", new(last.Line, last.Column + last.Length, 1));
    }

    /// <summary>Whether a mistake has been found in this clause.</summary>
    public bool Failed { get; private set; }

    /// <summary>How many tokens have been taken.</summary>
    public int Taken => Math.Min(_at, _clause.Tokens.Count);

    /// <summary>The clause's place and reference.</summary>
    public Mark Mark => _clause.Mark;

    /// <summary>The token at the cursor; the end after a mistake.</summary>
    public Token Current => Ahead(0);

    /// <summary>The place of the token at the cursor.</summary>
    public Place Place => Current.Place;

    /// <summary>A token further on.</summary>
    public Token Ahead(int count) =>
        !Failed && _at + count < _clause.Tokens.Count ? _clause.Tokens[_at + count] : _end;

    /// <summary>Takes the token at the cursor.</summary>
    public Token Take()
    {
        var token = Current;
        _at++;
        return token;
    }

    /// <summary>Whether the words of a keyword stand here, or some tokens further on.</summary>
    public bool Sees(Keyword keyword, int ahead = 0)
    {
        for (var i = 0; i < keyword.Words.Count; i++)
        {
            if (!Ahead(ahead + i).Is(keyword.Words[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes a keyword if it stands here; else remembers that it could have stood here.</summary>
    public bool Try(Keyword keyword)
    {
        if (Sees(keyword))
        {
            _at += keyword.Words.Count;
            return true;
        }

        Could(keyword.Phrase);
        return false;
    }

    /// <summary>Takes a token of a kind if it stands here.</summary>
    public bool Try(TokenKind kind)
    {
        var found = Current.Kind == kind;
        _at += found ? 1 : 0;
        return found;
    }

    /// <summary>Remembers a word that could stand here, for the hint.</summary>
    public void Could(string word, bool listed = true) => _tried.Add(_at, word, listed);

    /// <summary>Takes a keyword that has to stand here.</summary>
    public void Expect(Keyword keyword)
    {
        if (!Try(keyword))
        {
            FailKeyword();
        }
    }

    /// <summary>Takes the first of some keywords, one of which has to stand here; its index, or -1.</summary>
    public int ExpectOne(params ReadOnlySpan<Keyword> keywords)
    {
        for (var i = 0; i < keywords.Length; i++)
        {
            if (Try(keywords[i]))
            {
                return i;
            }
        }

        FailKeyword();
        return -1;
    }

    /// <summary>Takes a comma that has to stand here.</summary>
    public void ExpectComma()
    {
        if (!Try(TokenKind.Comma))
        {
            Could(",");
            FailKeyword();
        }
    }

    /// <summary>A mistake: one of the keywords tried here is missing.</summary>
    public void FailKeyword() => Fail("P1030", Listed());

    /// <summary>Whether the clause was read without a mistake up to its end; what is left over is a mistake.</summary>
    public bool End()
    {
        if (!Failed && Current.Kind != TokenKind.End)
        {
            var (before, after) = (_at > 0 ? _clause.Tokens[_at - 1] : _end, Ahead(1));
            if (Current.Kind == TokenKind.Comma && before.Touches(Current) && Current.Touches(after)
                && before.Kind == TokenKind.Number && after.Kind == TokenKind.Number)
            {
                FailAt(before.Place with { Length = before.Place.Length + 1 + after.Place.Length }, "P1031",
                    $"{before.Text},{after.Text}", $"{before.Text}.{after.Text}");
            }
            else
            {
                Fail(Current.Kind == TokenKind.Title ? "P1033" : "P1032", Listed());
            }
        }

        return !Failed;
    }

    /// <summary>
    /// A mistake at the cursor: what stands here is the first argument, the nearest word tried the last but one.
    /// </summary>
    public void Fail(string code, params string[] more)
    {
        if (Failed || _findings.All.Count > ModelReader.MistakesMost)
        {
            Failed = true;
            return;
        }

        var at = _at;
        var (variant, near) = Current.Kind == TokenKind.End ? ("end", null)
            : _tried.Nearest(at, Words) is { } here ? ("near", here)
            : at > 0 && _tried.Nearest(at - 1, _ => _clause.Tokens[at - 1].Text) is { } before ? ("before", before)
            : _tried.Listed(at).Count > 0 ? ("may", null)
            : ((string?)null, (string?)null);
        var last = at > 0 ? Found(_clause.Tokens[Math.Min(at, _clause.Tokens.Count) - 1]) : "";
        Report(Diagnostic.At(Place, code, [Found(Current), .. more, near ?? "", last]) with { Variant = variant });
    }

    /// <summary>A mistake at the cursor with the word that was probably meant, if there is one.</summary>
    public void FailMeaning(string code, string? meant) =>
        Report(Diagnostic.At(Place, code, Found(Current), meant ?? "") with
        {
            Variant = meant is null ? null : "near",
        });

    /// <summary>A mistake at the cursor with a certain hint.</summary>
    public void FailAs(string code, string? variant) =>
        Report(Diagnostic.At(Place, code, Found(Current)) with { Variant = variant });

    /// <summary>A mistake at a place of the clause.</summary>
    public void FailAt(Place place, string code, params string[] arguments) =>
        Report(Diagnostic.At(place, code, arguments));

    /// <summary>A finding that leaves the clause as it is.</summary>
    public void Note(Place place, string code, params string[] arguments) => _findings.Add(place, code, arguments);

    /// <summary>What a message shows of a token.</summary>
    public static string Found(Token token) =>
        token.Text.Length <= LongestFound ? token.Text : string.Concat(token.Text.AsSpan(0, LongestFound), "…");

    private void Report(Diagnostic finding)
    {
        if (!Failed)
        {
            _findings.Add(finding);
            Failed = true;
        }
    }

    private string Listed()
    {
        var all = _tried.Listed(_at);
        var shown = all.Take(MostListed).Select(t => $"\"{t}\"");
        return string.Join(" / ", all.Count > MostListed ? [.. shown, "…"] : shown);
    }

    // A phrase is compared with as many words as it has: "part period pay" is near "part periods pay".
    private string Words(int count) =>
        string.Join(' ',
            Enumerable.Range(0, count).Select(Ahead).TakeWhile(t => t.Kind == TokenKind.Word).Select(t => t.Text));
}
