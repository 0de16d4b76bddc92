namespace Porras;

/// <summary>How fees speak of each other.</summary>
internal static class FeeRefs
{
    /// <summary>The names in a step that may be fees.</summary>
    public static IEnumerable<Name> Of(PayStep step) => step switch
    {
        PayStep.Less({ Share: null, Times: null, ForEach: null, Base: Basis.Named(var name) }) => [name],
        PayStep.LessFees(var fees) => fees,
        PayStep.Settles(var fees) => fees,
        _ => [],
    };

    /// <summary>
    /// Whether a fee says what happens if the other is paid too: it takes it off, settles it, stands beside it, or its
    /// moment or tests name it.
    /// </summary>
    public static bool Speaks(Declaration.Fee fee, Declaration.Fee other)
    {
        var amounts = fee.Steps.SelectMany(s => Of(s.Value)).Concat(fee.Beside.SelectMany(b => b.Value));
        var bounds = FeeUses.Moments(fee).SelectMany(m => m.Bounds)
            .Select(b => b is Bound.Before(DayName.Named(var name)) ? name : default);
        var both = fee.And.Select(a => a.Value.Event is MomentKind.Occurs(DayName.Named(var name)) ? name : default);
        var tests = fee.OnlyIf.SelectMany(l => l.Value.Tests).OfType<Test.Exists>().Select(t => t.Name);
        return amounts.Concat(bounds).Concat(both).Concat(tests).Any(n => n.Text == other.Name.Text);
    }
}
