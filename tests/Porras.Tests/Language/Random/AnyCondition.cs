using CsCheck;

namespace Porras.Tests;

/// <summary>Random tests, moments, keys and labels of tables.</summary>
internal static class AnyCondition
{
    /// <summary>A line of tests.</summary>
    public static Gen<TestLine> Tests { get; } = Gen.Select(Any.List(Test, 1, 4), Gen.Bool)
        .Select((tests, or) => new TestLine(tests, or && tests.Count > 1));

    /// <summary>A moment with bounds.</summary>
    public static Gen<Moment> Moment { get; } =
        Gen.Select(Event, Any.List(Bound, 0, 3)).Select((kind, bounds) => new Moment(kind, bounds));

    /// <summary>What a table is read by.</summary>
    public static Gen<TableKey> Key { get; } = Gen.OneOf(
        Any.OneOf<TableKey>(
            new TableKey.Group(), new TableKey.ContractYear(), new TableKey.CalendarYear(), new TableKey.Dated(),
            new TableKey.OfStep(), new TableKey.Time()),
        Any.Owner.Select(o => (TableKey)new TableKey.PlaceIn(o)),
        Any.Name.Select(n => (TableKey)new TableKey.Named(n)));

    /// <summary>The label of a row.</summary>
    public static Gen<Label> RowLabel { get; } = Gen.OneOf(
        Gen.Const(new Label(LabelKind.Otherwise, null, null, null, null, default)),
        Gen.Select(Kind, Any.Literal).Select((k, l) => new Label(k, l, null, null, null, default)),
        Gen.Select(Kind, Any.Date).Select((k, d) => new Label(k, null, null, d, null, default)),
        Any.Label.Select(w => new Label(LabelKind.Is, null, w, null, null, default)),
        Gen.Select(Edge, Any.Name).Select((k, n) => new Label(k, null, n, null, null, default)),
        Gen.Select(Edge, Any.WrittenShare, Any.Name).Select((k, s, n) => new Label(k, null, n, null, s, default)));

    private static Gen<LabelKind> Kind => Gen.Enum<LabelKind>().Where(k => k != LabelKind.Otherwise);

    private static Gen<LabelKind> Edge => Kind.Where(k => k != LabelKind.Is);

    private static Gen<Test> Test => Gen.OneOf(
        Gen.Select(Any.Name, Gen.Bool).Select((n, not) => (Test)new Test.Flag(n, not)),
        Gen.Select(Gen.OneOf(Any.Name, Gen.Const(new Name("group", default))), Gen.Bool, Any.AnyLabel)
            .Select((n, not, l) => (Test)new Test.HasLabel(n, not, l)),
        Gen.Select(Any.Name, Gen.Enum<OfMany>(), Gen.Enum<Compare>(), Any.PlainAmount)
            .Select((n, of, c, v) => (Test)new Test.Compares(n, of, c, v, SpanScope.None, null)),
        Gen.Select(Any.Name, Gen.Enum<Compare>(), Any.PlainAmount, Gen.Enum<SpanScope>())
            .Select((n, c, v, s) => (Test)new Test.Compares(n, OfMany.One, c, v, s, null)),
        Gen.Select(Any.Name, Gen.Enum<Compare>(), Any.PlainAmount, Any.Frame)
            .Select((n, c, v, f) => (Test)new Test.Compares(n, OfMany.One, c, v, SpanScope.None, f)),
        Gen.Select(Any.Name, Gen.Bool, Any.Maybe(Any.Frame)).Select((n, no, f) => (Test)new Test.Exists(n, no, f)),
        Gen.Select(Any.MaybeValue(Any.Name), Gen.Enum<Compare>(), Any.Lasting)
            .Select((n, c, l) => (Test)new Test.Lasts(n, c, l, default)),
        Any.Name.Select(n => (Test)new Test.Covers(n)));

    private static Gen<MomentKind> Event => Gen.OneOf(
        Any.DayName.Select(d => (MomentKind)new MomentKind.Occurs(d)),
        Gen.Select(Any.Name, Gen.Bool, Gen.Bool, Any.Amount)
            .Select((n, u, e, v) => (MomentKind)new MomentKind.Reaches(n, u, e, v)),
        Gen.Select(Any.PlainAmount, Gen.Bool, Any.Name)
            .Select((b, u, n) => (MomentKind)new MomentKind.EachBlock(b, u, n)),
        Gen.Select(Any.Name, Any.Lasting).Select((n, l) => (MomentKind)new MomentKind.EachLasts(n, l)),
        Any.Name.Select(n => (MomentKind)new MomentKind.NewStep(n, null, null)),
        Gen.Select(Any.Name, Gen.Int[0, 9], Gen.Int[0, 99])
            .Select((n, a, b) => (MomentKind)new MomentKind.NewStep(n, a, b)),
        Gen.Select(Gen.Bool, Gen.Enum<Period>()).Select((e, p) => (MomentKind)new MomentKind.EachPeriod(e, p)),
        Gen.Select(Gen.Bool, Any.Lasting, Any.Name).Select((e, l, w) => (MomentKind)new MomentKind.EachPart(e, l, w)));

    private static Gen<Bound> Bound => Gen.OneOf(
        Any.Frame.Select(f => (Bound)new Bound.Within(f)),
        Any.Frame.Select(f => (Bound)new Bound.BegunWithin(f)),
        Any.Lasting.Select(l => (Bound)new Bound.WithinAny(l)),
        Any.DayName.Select(d => (Bound)new Bound.After(d)),
        Any.DayName.Select(d => (Bound)new Bound.Before(d)));
}
