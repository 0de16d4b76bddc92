namespace Porras;

/// <summary>
/// Whether a part of a price is paid out of that price or on top of it has to be said: P3026 and P4055.
/// </summary>
internal static class Stacking
{
    /// <summary>
    /// Pairs of fees of which one pays a share of what the other pays whole, with no word about both.
    /// </summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. context.Model.Fees.SelectMany(p => context.Model.Fees.Select(w => Pair(p, w, context))).OfType<Diagnostic>(),
        .. from fee in context.Model.Fees
           from name in fee.Beside.SelectMany(b => b.Value)
           where name.Text == fee.Name.Text
           select Diagnostic.At(name.Place, "P4055", name.Text),
        .. from fee in context.Model.Fees
           where fee.Pay is { Value: Pay.Pool } && FeeUses.OwnerOf(fee) is not Owner.Participant
           select Diagnostic.At(fee.For!.Mark.Place, "P4057", fee.Name.Text),
    ];

    private static Diagnostic? Pair(Declaration.Fee part, Declaration.Fee whole, CheckContext context)
    {
        if (part.Name.Text == whole.Name.Text || FeeUses.OwnerOf(part) != FeeUses.OwnerOf(whole)
            || Price(part, true) is not { } name || Price(whole, false) is not { } same || name.Text != same.Text
            || !IsPrice(name, context) || FeeRefs.Speaks(part, whole) || FeeRefs.Speaks(whole, part))
        {
            return null;
        }

        return Diagnostic.At(name.Place, "P3026", part.Name.Text, name.Text, whole.Name.Text);
    }

    private static bool IsPrice(Name name, CheckContext context) => context.Names.Find(name)
        is Meaning.Known or Meaning.ProviderValue or Meaning.CohortValue or Meaning.TableColumn;

    private static Name? Price(Declaration.Fee fee, bool inPart) => fee.Pay?.Value switch
    {
        Pay.Fixed({ Base: Basis.Named(var name) } amount) => amount.Share is not null == inPart ? name : null,
        Pay.ShareOf(_, [var name]) => inPart ? name : null,
        _ => null,
    };
}
