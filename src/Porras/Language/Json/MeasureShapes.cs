using W = Porras.Keywords;

namespace Porras;

/// <summary>The parts of measures in JSON.</summary>
internal static class MeasureShapes
{
    private const int NeedsMost = 1_000_000;

    public static readonly Shape<MeasureHead> Head = new UnionShape<MeasureHead> { Definition = "measureHead" }
        .Add("days of", DaysOf())
        .Add("units of", UnitsOf())
        .Add("aggregate", Aggregated())
        .Add("count of", ValueShapes.One<MeasureHead.CountOf, IReadOnlyList<Name>>(
            "names", new ListShape<Name>(ValueShapes.Name), h => h.Names, n => new(n)))
        .Add("count of participants", new RecordShape<MeasureHead.CountOfParticipants>().Make(_ => new()))
        .Add("weighted", Weighted())
        .Add("less", Less())
        .Add("as share of", ShareOf());

    public static readonly Shape<Gaps> Gaps = GapsShape();

    public static readonly Shape<WithTest> With = WithShape();

    public static readonly Shape<(int Count, Name Fact)> Needs = NeedsShape();

    public static readonly Shape<Clamp> Clamp = ClampShape();

    private static RecordShape<MeasureHead.DaysOf> DaysOf()
    {
        var shape = new RecordShape<MeasureHead.DaysOf>();
        var fact = shape.Field("fact", ValueShapes.Name, h => h.Fact);
        var each = shape.Flag("each", h => h.Each);
        return shape.Make(r => new(r.Get(fact), r.Get(each)));
    }

    private static RecordShape<MeasureHead.UnitsOf> UnitsOf()
    {
        var shape = new RecordShape<MeasureHead.UnitsOf>();
        var months = shape.Field(
            "unit", new ChoiceShape<bool>((false, W.Weeks.Phrase), (true, W.Months.Phrase)), h => h.Months);
        var fact = shape.Field("fact", ValueShapes.Name, h => h.Fact);
        return shape.Make(r => new(r.Get(months), r.Get(fact)));
    }

    private static RecordShape<MeasureHead.Aggregated> Aggregated()
    {
        var shape = new RecordShape<MeasureHead.Aggregated>();
        var how = shape.Field("how", new ChoiceShape<Aggregate>(
            (Aggregate.Sum, "sum"), (Aggregate.Latest, "latest"), (Aggregate.Mean, "mean"),
            (Aggregate.Lowest, "lowest")), h => h.Aggregate);
        var name = shape.Field("of", ValueShapes.Name, h => h.Name);
        var fact = shape.OptionalValue("fact", ValueShapes.Name, h => h.Fact);
        return shape.Make(r => new(r.Get(how), r.Get(name), r.Maybe(fact)));
    }

    private static RecordShape<MeasureHead.Weighted> Weighted()
    {
        var term = new RecordShape<(Share Share, Name Measure)>();
        var share = term.Field("share", ValueShapes.Share, t => t.Share);
        var measure = term.Field("of", ValueShapes.Name, t => t.Measure);
        term.Make(r => (r.Get(share), r.Get(measure)));
        return ValueShapes.One<MeasureHead.Weighted, IReadOnlyList<(Share Share, Name Measure)>>(
            "terms", new ListShape<(Share Share, Name Measure)>(term), h => h.Terms, t => new(t));
    }

    private static RecordShape<MeasureHead.Less> Less()
    {
        var shape = new RecordShape<MeasureHead.Less>();
        var from = shape.Field("from", ValueShapes.Name, h => h.From);
        var what = shape.Field("less", ValueShapes.Basis, h => h.What);
        return shape.Make(r => new(r.Get(from), r.Get(what)));
    }

    private static RecordShape<MeasureHead.ShareOf> ShareOf()
    {
        var shape = new RecordShape<MeasureHead.ShareOf>();
        var part = shape.Field("part", ValueShapes.Name, h => h.Part);
        var whole = shape.Field("whole", ValueShapes.Basis, h => h.Whole);
        return shape.Make(r => new(r.Get(part), r.Get(whole)));
    }

    private static RecordShape<Gaps> GapsShape()
    {
        var shape = new RecordShape<Gaps>();
        var upTo = shape.Optional("upTo", ValueShapes.Lasting, g => g.UpTo);
        var during = shape.OptionalValue("during", ValueShapes.Name, g => g.During);
        var count = shape.Field("count", new FlagShape(), g => g.Count);
        return shape.Make(r => new(r.Get(upTo), r.Maybe(during), r.Get(count)));
    }

    private static RecordShape<WithTest> WithShape()
    {
        var shape = new RecordShape<WithTest>();
        var column = shape.Field("column", ValueShapes.Name, w => w.Column);
        var compare = shape.Field("compare", ValueShapes.Compare, w => w.Compare);
        var value = shape.Field("value", ValueShapes.Amount, w => w.Value);
        return shape.Make(r => new(r.Get(column), r.Get(compare), r.Get(value)));
    }

    private static RecordShape<(int Count, Name Fact)> NeedsShape()
    {
        var shape = new RecordShape<(int Count, Name Fact)>();
        var count = shape.Field("count", new WholeShape(1, NeedsMost), n => n.Count);
        var fact = shape.Field("of", ValueShapes.Name, n => n.Fact);
        return shape.Make(r => (r.Get(count), r.Get(fact)));
    }

    private static RecordShape<Clamp> ClampShape()
    {
        var shape = new RecordShape<Clamp>();
        var kind = shape.Field("bound", new ChoiceShape<ClampKind>(
            (ClampKind.AtLeast, W.AtLeast.Phrase), (ClampKind.AtMost, W.AtMost.Phrase),
            (ClampKind.BelowIsZero, "below counts as 0")), c => c.Kind);
        var value = shape.Field("value", ValueShapes.Amount, c => c.Value);
        return shape.Make(r => new(r.Get(kind), r.Get(value)));
    }
}
