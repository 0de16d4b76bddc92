namespace Porras;

/// <summary>One clause or first line of a declaration: its tokens through all its lines, and its reference.</summary>
/// <param name="Tokens">The tokens; at least one.</param>
/// <param name="Reference">The clause reference; null without one.</param>
/// <param name="Indented">Whether it is indented, and so a clause.</param>
internal sealed record Clause(IReadOnlyList<Token> Tokens, string? Reference, bool Indented)
{
    /// <summary>Where it begins.</summary>
    public Place Place => Tokens[0].Place;

    /// <summary>Its place and reference.</summary>
    public Mark Mark => new(Place, Reference);
}

/// <summary>A declaration's lines: the first one and its clauses.</summary>
/// <param name="First">The first line.</param>
/// <param name="Clauses">The clauses.</param>
internal sealed record Block(Clause First, List<Clause> Clauses);
