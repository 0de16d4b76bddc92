using System.Globalization;
using System.Text;

namespace Porras;

/// <summary>The tokens of one line, its clause reference and its comment.</summary>
internal sealed class LineTokens
{
    private readonly SourceLine _line;
    private readonly string _text;
    private readonly Findings _findings;
    private int _at;

    private LineTokens(SourceLine line, Findings findings)
    {
        (_line, _text, _findings) = (line, line.Text, findings);
        Indented = _text.Length > 0 && char.IsWhiteSpace(_text[0]);
        ReportCharacters();
        while (_at < _text.Length)
        {
            Next();
        }
    }

    /// <summary>The tokens.</summary>
    public List<Token> Tokens { get; } = [];

    /// <summary>Whether the line begins with a blank.</summary>
    public bool Indented { get; }

    /// <summary>The clause reference after <c>§</c>; null without one.</summary>
    public string? Reference { get; private set; }

    /// <summary>Where the reference stands.</summary>
    public Place ReferenceAt { get; private set; }

    /// <summary>The comment after <c>#</c>; null without one.</summary>
    public string? Comment { get; private set; }

    /// <summary>Whether the line holds nothing at all.</summary>
    public bool IsEmpty => Tokens.Count == 0 && Reference is null && Comment is null;

    /// <summary>Takes a line apart. Characters that no text may have are reported once per line.</summary>
    public static LineTokens Of(SourceLine line, Findings findings) => new(line, findings);

    private void ReportCharacters()
    {
        var tab = _text.IndexOf('\t', StringComparison.Ordinal);
        if (tab >= 0)
        {
            _findings.Add(_line.At(tab, 1), "P1001");
        }

        for (var i = 0; i < _text.Length; i++)
        {
            if (char.IsHighSurrogate(_text[i]) && i + 1 < _text.Length && char.IsLowSurrogate(_text[i + 1]))
            {
                i++;
            }
            else if (Unwritable(_text[i]))
            {
                _findings.Add(_line.At(i, 1), "P1002", ((int)_text[i]).ToString("X4", CultureInfo.InvariantCulture));
                return;
            }
        }
    }

    private static bool Unwritable(char c) =>
        c != '\t' && (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF');

    private void Next()
    {
        var c = _text[_at];
        if (char.IsWhiteSpace(c))
        {
            _at++;
            return;
        }

        var from = _at;
        switch (c)
        {
            case '#':
                Comment = Clean(_text[(_at + 1)..]);
                _at = _text.Length;
                break;
            case '§':
                ReadReference();
                break;
            case '"':
                ReadTitle();
                break;
            case ',' or '%':
                _at++;
                Add(c == ',' ? TokenKind.Comma : TokenKind.Percent, from);
                break;
            case '-' when !DigitAt(_at + 1):
                _at++;
                Add(AtBreak() ? TokenKind.Dash : OtherUpToBreak(), from);
                break;
            default:
                Add(char.IsAsciiDigit(c) || c == '-' ? ReadNumber() : LetterAt(_at) > 0 ? ReadWord() : OtherUpToBreak(),
                    from);
                break;
        }
    }

    private void Add(TokenKind kind, int from) => Tokens.Add(new(kind, _text[from.._at], _line.At(from, _at - from)));

    private void ReadReference()
    {
        var from = _at;
        var end = _text.IndexOf('#', _at);
        _at = end < 0 ? _text.Length : end;
        Reference = Clean(_text[(from + 1).._at]);
        ReferenceAt = _line.At(from, _text[from.._at].TrimEnd().Length);
        if (Reference.Length == 0)
        {
            _findings.Add(ReferenceAt, "P1004");
            Reference = null;
        }
    }

    private void ReadTitle()
    {
        var from = _at;
        var end = _text.IndexOf('"', _at + 1);
        if (end < 0)
        {
            _findings.Add(_line.At(from, _text.TrimEnd().Length - from), "P1003");
            end = _text.Length;
        }

        _at = Math.Min(_text.Length, end + 1);
        Tokens.Add(new(TokenKind.Title, Clean(_text[(from + 1)..end]), _line.At(from, _at - from)));
    }

    private TokenKind ReadNumber()
    {
        var negative = _text[_at] == '-';
        _at += negative ? 1 : 0;
        var digits = Digits();
        var kind = TokenKind.Number;
        if (CharAt(_at) == '.' && DigitAt(_at + 1))
        {
            _at++;
            Digits();
        }
        else if (CharAt(_at) == '/' && DigitAt(_at + 1) && !negative)
        {
            _at++;
            Digits();
            kind = TokenKind.Fraction;
        }
        else if (CharAt(_at) == '-' && DigitAt(_at + 1) && !negative)
        {
            _at++;
            Digits();
            kind = TokenKind.Range;
            if (digits == 4 && CharAt(_at) == '-' && DigitAt(_at + 1))
            {
                _at++;
                Digits();
                kind = TokenKind.Date;
            }
        }

        return AtBreak() ? kind : OtherUpToBreak();
    }

    private int Digits()
    {
        var from = _at;
        while (DigitAt(_at))
        {
            _at++;
        }

        return _at - from;
    }

    private TokenKind ReadWord()
    {
        while (LetterAt(_at) is > 0 and var length)
        {
            _at += length;
        }

        return AtBreak() ? TokenKind.Word : OtherUpToBreak();
    }

    private TokenKind OtherUpToBreak()
    {
        while (!AtBreak())
        {
            _at++;
        }

        return TokenKind.Other;
    }

    // How many characters a letter, digit, mark or hyphen at this place takes; 0 if there is none.
    private int LetterAt(int at)
    {
        if (at >= _text.Length)
        {
            return 0;
        }

        if (Rune.TryGetRuneAt(_text, at, out var rune))
        {
            var isPart = Rune.IsLetterOrDigit(rune) || rune.Value == '-' || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            return isPart ? rune.Utf16SequenceLength : 0;
        }

        return 0;
    }

    private bool AtBreak() =>
        _at >= _text.Length || char.IsWhiteSpace(_text[_at]) || _text[_at] is ',' or '"' or '%' or '#' or '§';

    private char CharAt(int at) => at < _text.Length ? _text[at] : '\0';

    private bool DigitAt(int at) => char.IsAsciiDigit(CharAt(at));

    // What is kept as words can always be written again: unwritable characters have been reported and fall away.
    private static string Clean(string words)
    {
        if (!words.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return words.Trim();
        }

        var clean = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (char.IsHighSurrogate(words[i]) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
            {
                clean.Append(words[i++]).Append(words[i]);
            }
            else if (!Unwritable(words[i]))
            {
                clean.Append(words[i] == '\t' ? ' ' : words[i]);
            }
        }

        return clean.ToString().Trim();
    }
}
