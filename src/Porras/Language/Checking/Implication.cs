namespace Porras;

/// <summary>Whether tests hold wherever others hold, as far as the text alone can say.</summary>
internal static class Implication
{
    /// <summary>Whether whoever passes one line passes the other too.</summary>
    public static bool Implies(TestLine line, TestLine other) => line.OneIsEnough
        ? line.Tests.All(t => Implies([t], other))
        : Implies(line.Tests, other);

    /// <summary>Whether nobody who passes all of some lines passes another line.</summary>
    public static bool Excludes(IReadOnlyList<TestLine> lines, TestLine other)
    {
        var all = lines.Where(l => !l.OneIsEnough || l.Tests.Count == 1).SelectMany(l => l.Tests).ToList();
        return other.OneIsEnough
            ? other.Tests.All(o => all.Exists(t => Excludes(t, o)))
            : other.Tests.Any(o => all.Exists(t => Excludes(t, o)));
    }

    private static bool Excludes(Test test, Test other) => (test, other) switch
    {
        (Test.Flag a, Test.Flag b) => a.Name == b.Name && a.Not != b.Not,
        (Test.HasLabel a, Test.HasLabel b) => a.Name == b.Name
            && (a.Label == b.Label ? a.Not != b.Not : !a.Not && !b.Not),
        (Test.Lasts a, Test.Lasts b) =>
            a.To == b.To && a.Duration.Value == b.Duration.Value && Opposite(a.Compare, b.Compare),
        (Test.Compares a, Test.Compares b) => a.Name == b.Name && a.Of == b.Of && a.Value == b.Value
            && a.Within == b.Within && Opposite(a.Compare, b.Compare),
        (Test.Exists a, Test.Exists b) => a.Name == b.Name && a.No != b.No && a.Within == b.Within,
        _ => false,
    };

    private static bool Opposite(Compare a, Compare b) => (a, b) switch
    {
        (Compare.AtLeast, Compare.Below) or (Compare.Below, Compare.AtLeast) => true,
        (Compare.AtMost, Compare.Above) or (Compare.Above, Compare.AtMost) => true,
        (Compare.Above, Compare.Below) or (Compare.Below, Compare.Above) => true,
        _ => false,
    };

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
