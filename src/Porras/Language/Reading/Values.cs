using System.Globalization;
using System.Text;

namespace Porras;

/// <summary>Reads names, labels, numbers, shares, days, durations and amounts.</summary>
internal static class Values
{
    private const int WholeDigitsMost = 15;
    private const int DecimalsMost = 9;
    private const int LongestMeant = 40;

    /// <summary>A name that is used here.</summary>
    public static Name Name(this Cursor c) =>
        Named(c, word => Keywords.IsReserved(word) && word is not ("step" or "group"), "used");

    /// <summary>A name that is declared here.</summary>
    public static Name NewName(this Cursor c) => Named(c, Keywords.IsReserved, null);

    /// <summary>A name that is never used elsewhere, so that keywords may be one.</summary>
    public static Name FreeName(this Cursor c) => Named(c, _ => false, null);

    /// <summary>Names with commas between.</summary>
    public static IReadOnlyList<Name> Names(this Cursor c)
    {
        List<Name> names = [c.Name()];
        while (c.Try(TokenKind.Comma))
        {
            names.Add(c.Name());
        }

        return names;
    }

    /// <summary>A label: a name, a whole number or a range; keywords may be labels.</summary>
    public static Name Label(this Cursor c)
    {
        var token = c.Current;
        switch (token.Kind)
        {
            case TokenKind.Word when !Keywords.NoLabels.Contains(token.Text):
                return c.FreeName();
            case TokenKind.Number when token.Text.All(char.IsAsciiDigit):
                c.Take();
                return new(WithoutZeros(token.Text), token.Place);
            case TokenKind.Range:
                c.Take();
                return new(string.Join('-', token.Text.Split('-').Select(WithoutZeros)), token.Place);
            default:
                c.Fail("P1043", string.Join(", ", Keywords.NoLabels));
                return new("", token.Place);
        }
    }

    /// <summary>A title that has to stand here.</summary>
    public static Title Title(this Cursor c)
    {
        if (c.Current.Kind != TokenKind.Title)
        {
            c.Fail("P1034");
        }

        var token = c.Take();
        return new(token.Text, token.Place);
    }

    /// <summary>A title if one stands here.</summary>
    public static Title? TitleIfAny(this Cursor c) => c.Current.Kind == TokenKind.Title ? c.Title() : null;

    /// <summary>Whether a number, share or fraction stands here.</summary>
    public static bool SeesNumber(this Cursor c) => c.Current.Kind is TokenKind.Number or TokenKind.Fraction;

    /// <summary>A number with its unit.</summary>
    public static Literal Literal(this Cursor c)
    {
        var token = c.Current;
        if (!c.SeesNumber())
        {
            c.Fail("P1035");
            return new(Exact.Zero, UnitWord.None, 0, token.Place);
        }

        c.Take();
        var literal = token.Kind == TokenKind.Fraction ? Fraction(c, token) : Decimal(c, token);
        if (literal.Number.Sign < 0 && literal.Unit != UnitWord.Percent)
        {
            c.FailAt(token.Place, "P1039", token.Text);
        }

        return literal;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static int Whole(this Cursor c, int least, int most)
    {
        var token = c.Current;
        if (token.Kind != TokenKind.Number)
        {
            c.Fail("P1035");
            return least;
        }

        if (!int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < least || number > most)
        {
            c.Fail("P1036", Text(least), Text(most));
            return least;
        }

        c.Take();
        return number;
    }

    /// <summary>A percentage or a fraction.</summary>
    public static Literal WrittenShare(this Cursor c)
    {
        var place = c.Place;
        var found = Cursor.Found(c.Current);
        var literal = c.Literal();
        if (!literal.IsShare)
        {
            c.FailAt(place, "P1040", found);
        }

        return literal;
    }

    /// <summary>A share: a percentage, a fraction or a name.</summary>
    public static Share Share(this Cursor c) => c.Current.Kind == TokenKind.Word
        ? new Share.Named(c.Name()) : new Share.Written(c.WrittenShare());

    /// <summary>A literal or a name.</summary>
    public static Basis Basis(this Cursor c) => c.Current.Kind == TokenKind.Word
        ? new Basis.Named(c.Name()) : new Basis.Written(c.Literal());

    /// <summary>A number as text.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Literal Decimal(Cursor c, Token token)
    {
        var point = token.Text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : token.Text.Length - point - 1;
        var whole = token.Text.TrimStart('-').Length - (point < 0 ? 0 : decimals + 1);
        if (whole > WholeDigitsMost || decimals > DecimalsMost)
        {
            c.FailAt(token.Place, "P1037", Cursor.Found(token));
            return new(Exact.Zero, UnitWord.None, 0, token.Place);
        }

        return new(Exact.Parse(token.Text)!.Value, Unit(c), decimals, token.Place);
    }

    private static Literal Fraction(Cursor c, Token token)
    {
        var parts = token.Text.Split('/');
        var known = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var above);
        known &= int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var below);
        if (!known || below == 0)
        {
            c.FailAt(token.Place, known ? "P1038" : "P1037", Cursor.Found(token));
            return new(Exact.Zero, UnitWord.None, -1, token.Place);
        }

        return new(Exact.Of(above, below), UnitWord.None, -below, token.Place);
    }

    private static UnitWord Unit(Cursor c)
    {
        if (c.Try(TokenKind.Percent))
        {
            return UnitWord.Percent;
        }

        if (c.Sees(Keywords.AWeek))
        {
            c.Expect(Keywords.AWeek);
            return UnitWord.AWeek;
        }

        if (c.Current.Kind == TokenKind.Word && Keywords.Units.TryGetValue(c.Current.Text, out var unit))
        {
            c.Take();
            return unit;
        }

        foreach (var word in Keywords.Units.Keys)
        {
            c.Could(word, false);
        }

        return UnitWord.None;
    }

    private static Name Named(Cursor c, Func<string, bool> refused, string? variant)
    {
        var token = c.Current;
        if (token.Kind != TokenKind.Word)
        {
            Refuse(c, token);
            return new("", token.Place);
        }

        if (refused(token.Text))
        {
            c.FailAs("P1044", variant);
        }
        else if (!IsName(token.Text))
        {
            Refuse(c, token);
        }

        c.Take();
        return new(token.Text, token.Place);
    }

    private static void Refuse(Cursor c, Token token)
    {
        if (token.Kind is not (TokenKind.Word or TokenKind.Other))
        {
            c.Fail("P1041");
            return;
        }

        var meant = token.Text.Length < LongestMeant ? token.Text.ToLowerInvariant().Replace('_', '-').Trim('-') : "";
        c.FailMeaning("P1042", meant.Length > 0 && meant.All(l => char.IsLetterOrDigit(l) || l == '-') && IsName(meant)
            ? meant : null);
    }

    private static bool IsName(string word)
    {
        var first = true;
        foreach (var rune in word.EnumerateRunes())
        {
            if ((first && !Rune.IsLetter(rune)) || Rune.IsUpper(rune)
                || Rune.GetUnicodeCategory(rune) == UnicodeCategory.TitlecaseLetter)
            {
                return false;
            }

            first = false;
        }

        return word[^1] != '-' && !word.Contains("--", StringComparison.Ordinal);
    }

    private static string WithoutZeros(string digits) => digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";
}
