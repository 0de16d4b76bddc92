namespace Porras;

/// <summary>A value as somebody writes it into a form, read by the grammar of the language.</summary>
/// <param name="Text">The value in the canonical layout; null if it is none of its kind.</param>
/// <param name="Findings">Why it is none; empty if it is one.</param>
public sealed record FieldValue(string? Text, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>Reads a value of a kind; phrases and several words are left as they are.</summary>
    public static FieldValue Of(FieldKind kind, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return kind switch
        {
            FieldKind.Title => Title(text),
            FieldKind.Choice or FieldKind.Several => new(text, []),
            FieldKind.Whole or FieldKind.Number or FieldKind.Money => Read(text, c => Number(c, kind)),
            FieldKind.Share => Read(text, c => ValueText.Of(c.WrittenShare())),
            FieldKind.Quantity => Read(text, c => ValueText.Of(c.Literal())),
            FieldKind.Duration => Read(text, c => ValueText.Of(c.Lasting())),
            FieldKind.Date => Read(text, c => Day.Write(c.Date())),
            FieldKind.Currency => Read(text, c => HeaderGrammar.CurrencyCode(c).Text),
            _ => throw new InvalidOperationException($"Unknown kind {kind}."),
        };
    }

    private static FieldValue Title(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Any(c => c == '"' || char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF')
            || !text.IsNormalized()
            ? new(null, [Diagnostic.At(default, "P1082", trimmed)]) : new(trimmed, []);
    }

    private static string Number(Cursor c, FieldKind kind)
    {
        var place = c.Place;
        var literal = c.Literal();
        if (literal.Unit != UnitWord.None || literal.IsFraction || (kind == FieldKind.Whole && literal.Decimals > 0))
        {
            c.FailAt(place, "P1081", ValueText.Of(literal));
        }

        return ValueText.Of(literal);
    }

    private static FieldValue Read(string text, Func<Cursor, string> read)
    {
        var findings = new Findings();
        var line = LineTokens.Of(new(text, 1, 0), findings);
        if (line.Tokens.Count == 0 || line.Comment is not null || line.Reference is not null
            || text.Contains('\n', StringComparison.Ordinal) || findings.HasMistakes)
        {
            return Refused(text.Trim());
        }

        var c = new Cursor(new(line.Tokens, null, true), findings);
        var written = read(c);
        return c.End() ? new(written, []) : new(null, [.. findings.All.Select(f => f with { Place = default })]);
    }

    /// <summary>A value that does not fit.</summary>
    internal static FieldValue Refused(string text) => new(null, [Diagnostic.At(default, "P1081", text)]);
}
