namespace Porras;

/// <summary>Every name stands for the right thing and holds the right kind of value: P2008 and P4001.</summary>
internal static class FittingNames
{
    /// <summary>Names that stand for another thing, or hold another kind of value, than their place needs.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        foreach (var use in context.Uses)
        {
            if (context.Find(use) is not { } meaning)
            {
                continue;
            }

            if (!use.Role.Fits(meaning))
            {
                yield return Diagnostic.At(
                    use.Name.Place, "P2008", use.Name.Text, Words.Of(meaning), use.Role.Word());
            }
            else if (context.Units.Of(meaning) is { } kind && !use.Role.Takes(kind))
            {
                yield return Diagnostic.At(
                    use.Name.Place, "P4001", use.Name.Text, Words.Of(kind), use.Role.Word());
            }
        }
    }
}
