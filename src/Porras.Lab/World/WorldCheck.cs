namespace Porras.Lab;

/// <summary>What of a world is impossible, or does not fit a model.</summary>
public static class WorldCheck
{
    /// <summary>All mistakes; none if the world can be played through.</summary>
    public static IReadOnlyList<Diagnostic> Of(Plan plan, World world) => [];
}
