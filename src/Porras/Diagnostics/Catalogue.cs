namespace Porras;

/// <summary>The catalogue of diagnostics: every code there is, in order, with how heavy it is.</summary>
public static class Catalogue
{
    /// <summary>All codes in order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. Texts.Keys(Tongue.English)
            .Where(k => k.EndsWith(".message", StringComparison.Ordinal) && k[0] == 'P' && char.IsAsciiDigit(k[1]))
            .Select(k => k[..^".message".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>How heavy a code is: <c>P9xxx</c> is advice, a code with the text <c>CODE.note</c> is a note.</summary>
    public static Severity SeverityOf(string code) =>
        code.StartsWith("P9", StringComparison.Ordinal) ? Severity.Advice
        : Texts.Has(code + ".note") ? Severity.Note
        : Severity.Mistake;
}
