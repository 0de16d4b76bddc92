namespace Porras;

/// <summary>A place in a text: line and column count from 1; the length is in characters.</summary>
/// <remarks>
/// Places are equal whatever they hold, so that two models are compared by what they say and not by where they
/// say it. <c>default</c> is "no place": something that was not read from a text.
/// </remarks>
/// <param name="Line">Line, from 1; 0 means no place.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Length">Number of characters to underline; at least 1 where there is a place.</param>
public readonly record struct Place(int Line, int Column, int Length)
{
    /// <summary>Whether this is a place at all.</summary>
    public bool IsKnown => Line > 0;

    /// <summary>Always true: a place never makes two things different.</summary>
    public bool Equals(Place other) => true;

    /// <summary>Always 0, to agree with <see cref="Equals(Place)"/>.</summary>
    public override int GetHashCode() => 0;
}
