namespace Porras;

/// <summary>Writes a model as text in the one canonical layout.</summary>
/// <remarks>
/// Two blanks before a clause, clause words padded to one column, cells of tables right-aligned, one empty line between
/// declarations but none between one-line measures or limits, clause references at column 74, clauses in the order of
/// the reference. A line longer than 120 characters goes on after a comma. Reading the text gives the model again.
/// </remarks>
public static class ModelWriter
{
    /// <summary>The canonical text of a model, without comments; ends with a line end.</summary>
    public static string Write(FeeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Layout.Write(Blocks(model), []);
    }

    /// <summary>The canonical lines of a model, by declaration.</summary>
    internal static IEnumerable<CanonicalBlock> Blocks(FeeModel model) =>
        [HeaderLines.Of(model.Header), .. model.Declarations.Select(Block)];

    private static CanonicalBlock Block(Declaration declaration) => declaration switch
    {
        Declaration.Providers d => HeaderLines.Of(d),
        Declaration.Participants d => HeaderLines.Of(d),
        Declaration.Cohort d => HeaderLines.Of(d),
        Declaration.Facts d => ListLines.Of(d),
        Declaration.Groups d => ListLines.Of(d),
        Declaration.Ladder d => ListLines.Of(d),
        Declaration.Table d => ListLines.Of(d),
        Declaration.Transition d => ListLines.Of(d),
        Declaration.SplitBetween d => ListLines.Of(d),
        Declaration.Measure d => FeeLines.Of(d),
        Declaration.Fee d => FeeLines.Of(d),
        Declaration.Limit d => FeeLines.Of(d),
        Declaration.Expect d => FeeLines.Of(d),
        Declaration.TakeBack d => FeeLines.Of(d),
        _ => throw new InvalidOperationException($"Unknown declaration {declaration}."),
    };
}
