using System.Globalization;

namespace Porras;

/// <summary>Numbers and days as somebody reads and types them in their language, and as the text writes them.</summary>
public static class FieldText
{
    private const char Unbroken = '\u00a0';

    /// <summary>A value as its number and its unit: <c>18</c> and <c>a week</c>; empty without a unit.</summary>
    public static (string Number, string Unit) Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (text, "") : (text[..blank], text[(blank + 1)..]);
    }

    /// <summary>A number as a language writes it: <c>1 200,00</c>; what is none stays as it is.</summary>
    public static string Shown(string number, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(number);
        var decimals = number.Length - 1 - number.IndexOf('.', StringComparison.Ordinal);
        return number.Contains('/', StringComparison.Ordinal) || Exact.Parse(number) is not { } exact ? number
            : new Spoken(tongue, null).Number(exact, decimals == number.Length ? 0 : decimals);
    }

    /// <summary>
    /// A number as somebody types it, with or without marks between thousands, as the text writes it. An amount gets
    /// all the decimals of its currency. What is no number stays as it is, for the language to refuse.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="tongue">The language in which it was.</param>
    /// <param name="decimals">How many decimals it has at least.</param>
    public static string Written(string typed, Tongue tongue, int decimals = 0)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var plain = new string([.. typed.Where(c => !char.IsWhiteSpace(c) && c != Unbroken && c != '\u202f')])
            .Replace('\u2212', '-');
        plain = tongue == Tongue.English ? WithoutThousands(plain) : plain.Replace(',', '.');
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var own = point < 0 ? 0 : plain.Length - point - 1;
        return own >= decimals || plain.Contains('/', StringComparison.Ordinal) || Exact.Parse(plain) is not { } exact
            ? plain : exact.ToString(decimals);
    }

    /// <summary>A day as a language writes it; what is none stays as it is.</summary>
    public static string ShownDay(string day, Tongue tongue) =>
        Day.Parse(day) is { } known ? new Spoken(tongue, null).Day(known) : day;

    /// <summary>
    /// A day as somebody types it, as the text writes it: <c>31.12.2027</c>, <c>31/12/2027</c>, <c>31 December
    /// 2027</c> or <c>2027-12-31</c>. What is no day stays as it is, for the language to refuse.
    /// </summary>
    public static string WrittenDay(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var parts = typed.Split(['.', '/', ' ', Unbroken], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return typed.Trim();
        }

        var named = Keywords.MonthNames.ToList()
            .FindIndex(m => m.Equals(parts[1], StringComparison.OrdinalIgnoreCase)) + 1;
        return named > 0 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out named)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{named:00}-{day:00}") : typed.Trim();
    }

    // "1,200.00" has a mark between thousands; "12,5" has none, and is refused rather than read as 125.
    private static string WithoutThousands(string typed)
    {
        var groups = typed.Split('.')[0].Split(',');
        return groups.Length > 1 && groups.Skip(1).All(g => g.Length == 3) && groups[0].Length is > 0 and < 4
            ? typed.Replace(",", "", StringComparison.Ordinal) : typed;
    }
}
