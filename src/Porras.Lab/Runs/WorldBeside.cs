namespace Porras.Lab;

/// <summary>The world of a model that is put beside another one.</summary>
public static class WorldBeside
{
    /// <summary>The same people, providers and economy for another model, with the facts of that model.</summary>
    /// <param name="first">The world of the first model, with hours as planned.</param>
    /// <param name="model">The other model, which has passed <c>check</c>.</param>
    public static World Of(World first, FeeModel model)
    {
        ArgumentNullException.ThrowIfNull(first);
        var draft = WorldDraft.Of(model);
        return first with
        {
            Facts = [.. draft.Facts.Select(f => first.Facts.FirstOrDefault(o => o.Name == f.Name) is { } own
                ? own with { Cells = Together(f.Cells, own.Cells) } : f)],
            Offered = Together(draft.Offered, first.Offered),
            Ladder = draft.Ladder is null ? null : first.Ladder ?? draft.Ladder,
            LadderSteps = draft.LadderSteps,
            Groups = [.. first.Groups.Select(g => g with
            {
                Given = null,
                Known = Together(
                    (draft.Groups.FirstOrDefault(o => o.Name == g.Name) ?? draft.Groups[0]).Known, g.Known),
            })],
        };
    }

    private static Dictionary<string, string> Together(
        IReadOnlyDictionary<string, string> under, IReadOnlyDictionary<string, string> over)
    {
        var both = new Dictionary<string, string>(under, StringComparer.Ordinal);
        foreach (var (name, value) in over)
        {
            both[name] = value;
        }

        return both;
    }
}
