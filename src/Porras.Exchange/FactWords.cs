namespace Porras.Exchange;

/// <summary>The words with which files say who vouches for a fact and whether it is confirmed.</summary>
internal static class FactWords
{
    /// <summary>Who vouches for a fact; null if nobody is named.</summary>
    public static string? Of(Sources source) => source == Sources.None ? null : source.ToString().ToLowerInvariant();

    /// <summary>Whether a fact is confirmed.</summary>
    public static string Of(FactStatus status) => status.ToString().ToLowerInvariant();
}
