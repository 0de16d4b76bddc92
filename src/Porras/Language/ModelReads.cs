namespace Porras;

/// <summary>What a model reads of the data that it declares.</summary>
/// <param name="Names">
/// Every name that a rule of the model uses: of facts, ladders, columns, known values and the rest. A fact or a column
/// that is declared and not among them changes no line.
/// </param>
/// <param name="Parties">The facts whose names are payers or payees of lines.</param>
public sealed record ModelReads(IReadOnlySet<string> Names, IReadOnlySet<string> Parties)
{
    /// <summary>What a model without mistakes reads.</summary>
    public static ModelReads Of(FeeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var uses = MeasureUses.Of(model, new(model));
        var parties = model.Declarations.OfType<Declaration.SplitBetween>()
            .Select(s => s.By?.Value.Fact.Text).OfType<string>();
        return new(
            uses.Select(u => u.Name.Text).ToHashSet(StringComparer.Ordinal),
            parties.ToHashSet(StringComparer.Ordinal));
    }
}
