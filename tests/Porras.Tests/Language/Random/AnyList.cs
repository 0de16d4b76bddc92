using CsCheck;

namespace Porras.Tests;

/// <summary>Random facts, groups, ladders, tables, transitions and splits.</summary>
internal static class AnyList
{
    /// <summary>Facts.</summary>
    public static Gen<Declaration> Facts { get; } =
        Gen.Select(Any.List(Fact, 0, 5), Any.Mark).Select((f, m) => (Declaration)new Declaration.Facts(f, m));

    /// <summary>Groups.</summary>
    public static Gen<Declaration> Groups { get; } = Gen.Select(
        Any.List(
            Gen.Select(Any.AnyLabel, Any.MaybeValue(Any.Title), Any.Maybe(AnyCondition.Tests), Any.Mark)
                .Select((n, t, w, m) => new Group(n, t, w, m)),
            0, 4),
        Any.Mark).Select((g, m) => (Declaration)new Declaration.Groups(g, m));

    /// <summary>A ladder.</summary>
    public static Gen<Declaration> Ladder { get; } = Gen.Select(
        Any.Name,
        Any.MaybeValue(Any.Title),
        Any.List(
            Gen.Select(Gen.Int[0, 1000], Any.MaybeValue(Any.Title), Evidence, Any.Mark)
                .Select((n, t, e, m) => new LadderStep(n, t, e, m)),
            0, 5),
        Any.Mark).Select((n, t, s, m) => (Declaration)new Declaration.Ladder(n, t, s, m));

    /// <summary>A table.</summary>
    public static Gen<Declaration> Table { get; } =
        from keys in Any.List(AnyCondition.Key, 1, 3)
        from columns in Any.List(Gen.OneOf(Any.Name, Gen.Const(new Name("points", default))), 0, 4)
        from rows in Any.List(Row(keys.Count, columns.Count), 0, columns.Count == 0 ? 0 : 5)
        from title in Any.MaybeValue(Any.Title)
        from mark in Any.Mark
        select (Declaration)new Declaration.Table(keys, columns, rows, title, mark);

    /// <summary>A transition.</summary>
    public static Gen<Declaration> Transition { get; } = Gen.Select(
        Any.Clauses(Gen.Select(Gen.Int[1, 200], Any.WrittenShare, Any.WrittenShare)
            .Select((y, a, b) => new TransitionYear(y, a, b))),
        Any.Mark).Select((y, m) => (Declaration)new Declaration.Transition(y, m));

    /// <summary>A split.</summary>
    public static Gen<Declaration> Split => Gen.OneOf(ByShares, InOrder);

    private static Gen<Declaration> InOrder =>
        from payees in Gen.Bool
        from parts in Any.List(
            Gen.Select(Any.Name, Any.Maybe(Any.Amount), Any.Mark).Select((n, a, m) => new PartInOrder(n, a, m)), 0, 4)
        from mark in Any.Mark
        select (Declaration)new Declaration.SplitBetween(payees, [], mark) { IsInOrder = true, Order = parts };

    private static Gen<Declaration> ByShares =>
        from payees in Gen.Bool
        from parts in Any.List(
            Gen.Select(Any.Name, Any.Share, Any.Mark).Select((n, s, m) => new SplitPart(n, s, m)), 0, 4)
        from division in Any.MaybeSaid(Gen.Select(Any.Name, Any.Name))
        from mark in Any.Mark
        select (Declaration)new Declaration.SplitBetween(payees, parts, mark) { By = division };

    private static Gen<Sources> Evidence => Gen.Int[1, 63].Select(s => (Sources)s);

    private static Gen<FactKind> Fact =>
        from name in Any.Name
        from span in Gen.Bool
        from columns in Any.List(AnyPeople.Column, 0, 5)
        from evidence in Evidence
        from title in Any.MaybeValue(Any.Title)
        from mark in Any.Mark
        select new FactKind(name, span, columns, evidence, title, mark);

    private static Gen<TableRow> Row(int keys, int columns) => Gen.Select(
        Any.List(AnyCondition.RowLabel, keys, keys), Any.List(Any.Maybe(Any.Literal), columns, columns), Any.Mark)
        .Select((l, c, m) => new TableRow(l, c, m));
}
