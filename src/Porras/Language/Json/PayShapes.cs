using W = Porras.Keywords;

namespace Porras;

/// <summary>What a fee pays, its steps and how often, in JSON.</summary>
internal static class PayShapes
{
    public static readonly Shape<Pay> Pay = new UnionShape<Pay> { Definition = "pay" }
        .Add("amount", ValueShapes.One<Pay.Fixed, Amount>("amount", ValueShapes.Amount, p => p.Amount, a => new(a)))
        .Add("share of", ShareOf())
        .Add("share of pool", Pool())
        .Add("unpaid of", ValueShapes.One<Pay.Unpaid, IReadOnlyList<Name>>("fees", Names, p => p.Fees, f => new(f)))
        .Add("by key", ByKey());

    public static readonly Shape<PayStep> Step = new UnionShape<PayStep> { Definition = "step" }
        .Add("plus", ValueShapes.One<PayStep.Plus, Amount>("amount", ValueShapes.Amount, s => s.Amount, a => new(a)))
        .Add("times", ValueShapes.One<PayStep.Times, Share>("share", ValueShapes.Share, s => s.Share, x => new(x)))
        .Add("less", ValueShapes.One<PayStep.Less, Amount>("amount", ValueShapes.Amount, s => s.Amount, a => new(a)))
        .Add("less fees",
            ValueShapes.One<PayStep.LessFees, IReadOnlyList<Name>>("fees", Names, s => s.Fees, f => new(f)))
        .Add("settles", ValueShapes.One<PayStep.Settles, IReadOnlyList<Name>>("fees", Names, s => s.Fees, f => new(f)))
        .Add("at most",
            ValueShapes.One<PayStep.AtMost, Amount>("amount", ValueShapes.Amount, s => s.Amount, a => new(a)));

    public static readonly Shape<PartPeriods> PartPeriods = new ChoiceShape<PartPeriods>(
        (Porras.PartPeriods.ByDays, W.ByDays.Phrase), (Porras.PartPeriods.InFull, W.InFull.Phrase),
        (Porras.PartPeriods.Nothing, W.Nothing.Phrase));

    public static readonly Shape<HowOften> HowOften = new UnionShape<HowOften> { Definition = "howOften" }
        .Add("once", new RecordShape<HowOften.Once>().Make(_ => new()))
        .Add("at most", ValueShapes.One<HowOften.AtMost, Basis>("times", ValueShapes.Basis, h => h.Times, t => new(t)))
        .Add("every time", new RecordShape<HowOften.Every>().Make(_ => new()));

    private static Shape<IReadOnlyList<Name>> Names => new ListShape<Name>(ValueShapes.Name);

    private static RecordShape<Pay.ShareOf> ShareOf()
    {
        var shape = new RecordShape<Pay.ShareOf>();
        var share = shape.Field("share", ValueShapes.Share, p => p.Share);
        var names = shape.Field("names", Names, p => p.Names);
        return shape.Make(r => new(r.Get(share), r.Get(names)));
    }

    private static RecordShape<Pay.Pool> Pool()
    {
        var shape = new RecordShape<Pay.Pool>();
        var amount = shape.Field("amount", ValueShapes.Amount, p => p.Amount);
        var measure = shape.Field("by", ValueShapes.Name, p => p.Measure);
        var cohort = shape.OptionalValue("cohort", ValueShapes.Name, p => p.Cohort);
        return shape.Make(r => new(r.Get(amount), r.Get(measure), r.Maybe(cohort)));
    }

    private static RecordShape<Pay.ByKey> ByKey()
    {
        var row = new RecordShape<(Label Label, Amount Amount)>();
        var label = row.Field("label", ValueShapes.RowLabel, x => x.Label);
        var amount = row.Field("amount", ValueShapes.Amount, x => x.Amount);
        row.Make(r => (r.Get(label), r.Get(amount)));
        var shape = new RecordShape<Pay.ByKey>();
        var key = shape.Field("by", ValueShapes.TableKey, p => p.Key);
        var rows = shape.Field("rows", new ListShape<(Label Label, Amount Amount)>(row), p => p.Rows);
        return shape.Make(r => new(r.Get(key), r.Get(rows)));
    }
}
