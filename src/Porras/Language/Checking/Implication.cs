namespace Porras;

/// <summary>Whether tests hold wherever others hold, as far as the text alone can say.</summary>
internal static class Implication
{
    /// <summary>Whether whoever passes one line passes the other too.</summary>
    public static bool Implies(TestLine line, TestLine other) => line.OneIsEnough
        ? line.Tests.All(t => Implies([t], other))
        : Implies(line.Tests, other);

    private static bool Implies(IReadOnlyList<Test> all, TestLine other) => other.OneIsEnough
        ? other.Tests.Any(o => all.Any(t => Implies(t, o)))
        : other.Tests.All(o => all.Any(t => Implies(t, o)));

    private static bool Implies(Test test, Test other)
    {
        if (test == other)
        {
            return true;
        }

        if (test is not Test.Compares a || other is not Test.Compares b || a.Name != b.Name || a.Of != b.Of
            || a.Scope != b.Scope || a.Within != b.Within || Plain(a.Value) is not { } x || Plain(b.Value) is not { } y
            || x.Unit != y.Unit)
        {
            return false;
        }

        var order = x.Number.CompareTo(y.Number);
        return (a.Compare, b.Compare) switch
        {
            (Compare.AtLeast, Compare.AtLeast) or (Compare.Above, Compare.Above or Compare.AtLeast) => order >= 0,
            (Compare.AtLeast, Compare.Above) => order > 0,
            (Compare.AtMost, Compare.AtMost) or (Compare.Below, Compare.Below or Compare.AtMost) => order <= 0,
            (Compare.AtMost, Compare.Below) => order < 0,
            _ => false,
        };
    }

    private static Literal? Plain(Amount amount) =>
        amount is { Share: null, Times: null, ForEach: null, Base: Basis.Written(var literal) } ? literal : null;
}
