namespace Porras;

/// <summary>A name as the model writes it, with its place.</summary>
/// <param name="Text">One word: lower-case letters, digits, inner hyphens.</param>
/// <param name="Place">Where it stands.</param>
public readonly record struct Name(string Text, Place Place)
{
    /// <summary>The word.</summary>
    public override string ToString() => Text;
}

/// <summary>Where a clause or a declaration stands, and its clause reference.</summary>
/// <param name="Place">Its first word.</param>
/// <param name="Clause">The reference after <c>§</c>, such as <c>3.1</c>; null without one.</param>
public readonly record struct Mark(Place Place, string? Clause);

/// <summary>What one clause says, with its place and its clause reference.</summary>
/// <typeparam name="T">What is said.</typeparam>
/// <param name="Value">What is said.</param>
/// <param name="Mark">Where, and under which reference.</param>
public sealed record Said<T>(T Value, Mark Mark);

/// <summary>A title or a source in quotes.</summary>
/// <param name="Text">The words without quotes.</param>
/// <param name="Place">Where it stands.</param>
public readonly record struct Title(string Text, Place Place);
