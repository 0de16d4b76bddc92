namespace Porras;

/// <summary>How heavy a diagnostic is.</summary>
public enum Severity
{
    /// <summary>A mistake: the model or the data set is refused.</summary>
    Mistake,

    /// <summary>Something a person should know; nothing is refused.</summary>
    Note,

    /// <summary>Review advice: legal, but unwise in this field; nothing is refused.</summary>
    Advice,
}

/// <summary>One finding about a text or a data set: what was found, where, what was expected and what to do.</summary>
/// <remarks>
/// Data first, text second: the words come from the catalogue in Finnish, Swedish or English. Codes: <c>P1xxx</c>
/// form, <c>P2xxx</c> names, <c>P3xxx</c> completeness, <c>P4xxx</c> meaning, <c>P5xxx</c> facts, <c>P6xxx</c>
/// settlement, <c>P7xxx</c> exchange, <c>P8xxx</c> store, of these <c>P85xx</c> the lab, <c>P9xxx</c> review advice.
/// A code is never reused.
/// </remarks>
/// <param name="Code">The code in the catalogue, such as <c>P2001</c>.</param>
/// <param name="Place">Where in the text; <c>default</c> where there is none.</param>
/// <param name="Arguments">What fills <c>{0}</c>, <c>{1}</c> … of the message and of the hint.</param>
public sealed record Diagnostic(string Code, Place Place, IReadOnlyList<string> Arguments)
{
    /// <summary>The file, or null for the only text there is.</summary>
    public string? File { get; init; }

    /// <summary>The column of a data file, by its name; null for a text or where no one column is meant.</summary>
    public string? Column { get; init; }

    /// <summary>
    /// Which message and hint of the code to show: "near" for <c>CODE.hint.near</c>, "end" for
    /// <c>CODE.message.end</c>; null,
    /// and where there is no such text, for <c>CODE.message</c> and <c>CODE.hint</c>.
    /// </summary>
    public string? Variant { get; init; }

    /// <summary>How heavy the code is, by the catalogue.</summary>
    public Severity Severity => Catalogue.SeverityOf(Code);

    /// <summary>A finding at a place.</summary>
    public static Diagnostic At(Place place, string code, params string[] arguments) => new(code, place, arguments);

    /// <summary>One sentence: what was found and what is expected.</summary>
    public string Message(Tongue tongue = Tongue.English) => Texts.Format(tongue, KeyOf("message"), Arguments);

    /// <summary>What to do about it; empty if the code has no hint.</summary>
    public string Hint(Tongue tongue = Tongue.English)
    {
        var key = KeyOf("hint");
        return Texts.Has(key) ? Texts.Format(tongue, key, Arguments) : "";
    }

    private string KeyOf(string kind) =>
        Variant is not null && Texts.Has($"{Code}.{kind}.{Variant}") ? $"{Code}.{kind}.{Variant}" : $"{Code}.{kind}";
}
