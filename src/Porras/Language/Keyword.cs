namespace Porras;

/// <summary>The part of a model in which a keyword is at home.</summary>
public enum KeywordArea
{
    /// <summary>First words of declarations.</summary>
    Declarations,

    /// <summary>The <c>model</c> declaration.</summary>
    Model,

    /// <summary>Providers, participants and cohorts.</summary>
    People,

    /// <summary>Facts, groups and ladders.</summary>
    Facts,

    /// <summary>Types and units.</summary>
    Types,

    /// <summary>Measures.</summary>
    Measures,

    /// <summary>Moments and their bounds.</summary>
    Moments,

    /// <summary>Fees.</summary>
    Fees,

    /// <summary>Tests.</summary>
    Tests,

    /// <summary>Tables and the transition.</summary>
    Tables,

    /// <summary>Limits and taking back.</summary>
    Limits,
}

/// <summary>
/// A keyword: one word or a phrase of the language, so that another vocabulary may order its words differently.
/// </summary>
/// <param name="Area">Where it is at home.</param>
/// <param name="Phrase">Its words with one space between them.</param>
public sealed record Keyword(KeywordArea Area, string Phrase)
{
    /// <summary>The words one by one.</summary>
    public IReadOnlyList<string> Words { get; } = Phrase.Split(' ');

    /// <summary>The phrase.</summary>
    public override string ToString() => Phrase;
}
