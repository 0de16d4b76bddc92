using W = Porras.Keywords;

namespace Porras;

/// <summary>Measures, fees, limits and what is taken back in JSON.</summary>
internal static class FeeShapes
{
    public static readonly RecordShape<Declaration.Measure> Measure = MeasureShape();

    public static readonly RecordShape<Declaration.Fee> Fee = FeeShape();

    public static readonly RecordShape<Declaration.Limit> Limit = LimitShape();

    public static readonly RecordShape<Declaration.Expect> Expect = ExpectShape();

    public static readonly RecordShape<Declaration.TakeBack> TakeBack = TakeBackShape();

    private static Shape<IReadOnlyList<Name>> Names => new ListShape<Name>(ValueShapes.Name);

    private static RecordShape<Declaration.Measure> MeasureShape()
    {
        var shape = new RecordShape<Declaration.Measure>();
        var name = shape.Field("name", ValueShapes.Name, d => d.Name);
        var title = shape.OptionalValue("title", ValueShapes.Title, d => d.Title);
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var head = shape.Field("is", MeasureShapes.Head, d => d.Head);
        var where = shape.List("where", ValueShapes.Said(ConditionShapes.Tests), d => d.Where);
        var except = shape.List("except", ValueShapes.Said(ValueShapes.Name), d => d.Except);
        var gaps = shape.List("gaps", ValueShapes.Said(MeasureShapes.Gaps), d => d.Gaps);
        var with = shape.List("with", ValueShapes.Said(MeasureShapes.With), d => d.With);
        var within = shape.Optional("within", ValueShapes.Said(ValueShapes.Frame), d => d.Within);
        var forEach = shape.Optional("forEach", ValueShapes.Said(ValueShapes.Name), d => d.ForEach);
        var over = shape.Optional("over", ValueShapes.Said(ValueShapes.Owner), d => d.Over);
        var needs = shape.Optional("needs", ValueShapes.Said(MeasureShapes.Needs), d => d.Needs);
        var clamps = shape.List("bounds", ValueShapes.Said(MeasureShapes.Clamp), d => d.Clamps);
        return shape.Make(r => new(r.Get(name), r.Get(head), r.Maybe(title), new(default, r.Get(clause)))
        {
            Where = r.List(where),
            Except = r.List(except),
            Gaps = r.List(gaps),
            With = r.List(with),
            Within = r.Get(within),
            ForEach = r.Get(forEach),
            Over = r.Get(over),
            Needs = r.Get(needs),
            Clamps = r.List(clamps),
        });
    }

    private static RecordShape<Declaration.Fee> FeeShape()
    {
        var shape = new RecordShape<Declaration.Fee>();
        var name = shape.Field("name", ValueShapes.Name, d => d.Name);
        var of = shape.Field("for", new ChoiceShape<bool>((false, W.Output.Phrase), (true, W.Outcome.Phrase)),
            d => d.IsOutcome);
        var title = shape.OptionalValue("title", ValueShapes.Title, d => d.Title);
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var owner = shape.Optional("owner", ValueShapes.Said(ValueShapes.Owner), d => d.For);
        var when = shape.Optional("when", ValueShapes.Said(ConditionShapes.Moment), d => d.When);
        var or = shape.List("or", ValueShapes.Said(ConditionShapes.Moment), d => d.Or);
        var and = shape.List("and", ValueShapes.Said(ConditionShapes.Moment), d => d.And);
        var onlyIf = shape.List("onlyIf", ValueShapes.Said(ConditionShapes.Tests), d => d.OnlyIf);
        var pay = shape.Optional("pay", ValueShapes.Said(PayShapes.Pay), d => d.Pay);
        var steps = shape.List("steps", ValueShapes.Said(PayShapes.Step), d => d.Steps);
        var beside = shape.List("beside", ValueShapes.Said(Names), d => d.Beside);
        var parts = shape.Optional("partPeriodsPay", ValueShapes.Said(PayShapes.PartPeriods), d => d.PartPeriods);
        var skipped = shape.Optional("skippedStepsArePaid", ValueShapes.Said(new FlagShape()), d => d.SkippedPaid);
        var priced = shape.Optional("priced", ValueShapes.Said(PeopleShapes.Priced), d => d.Priced);
        var claim = shape.Optional("claimWithin", ValueShapes.Said(ValueShapes.Lasting), d => d.Claim);
        var payable = shape.Optional("payable", ValueShapes.Said(PeopleShapes.Payable), d => d.Payable);
        var often = shape.Optional("howOften", ValueShapes.Said(PayShapes.HowOften), d => d.Often);
        return shape.Make(r => new(r.Get(name), r.Get(of), r.Maybe(title), new(default, r.Get(clause)))
        {
            For = r.Get(owner),
            When = r.Get(when),
            Or = r.List(or),
            And = r.List(and),
            OnlyIf = r.List(onlyIf),
            Pay = r.Get(pay),
            Steps = r.List(steps),
            Beside = r.List(beside),
            PartPeriods = r.Get(parts),
            SkippedPaid = r.Get(skipped),
            Priced = r.Get(priced),
            Claim = r.Get(claim),
            Payable = r.Get(payable),
            Often = r.Get(often),
        });
    }

    private static RecordShape<Declaration.Limit> LimitShape()
    {
        var shape = new RecordShape<Declaration.Limit>();
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var amount = shape.Field("amount", ValueShapes.Amount, d => d.Amount);
        var fees = shape.List("fees", ValueShapes.Name, d => d.Fees);
        var scope = shape.Field("scope", ValueShapes.Owner, d => d.Scope);
        var period = shape.OptionalValue("period", ValueShapes.Period, d => d.Period);
        var rule = shape.OptionalValue("then", new ChoiceShape<LimitRule>(
            (LimitRule.Cut, "cut"), (LimitRule.Stop, "stop"), (LimitRule.ProRata, "pro rata"),
            (LimitRule.Report, "report")), d => d.Rule);
        return shape.Make(r => new(
            r.Get(amount), r.List(fees), r.Get(scope), r.Maybe(period), r.Maybe(rule), new(default, r.Get(clause))));
    }

    private static RecordShape<Declaration.Expect> ExpectShape()
    {
        var shape = new RecordShape<Declaration.Expect>();
        var measure = shape.Field("measure", ValueShapes.Name, d => d.Of);
        var title = shape.OptionalValue("title", ValueShapes.Title, d => d.Title);
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var compare = shape.Field("compare", new ChoiceShape<Compare>(
            (Compare.AtLeast, W.AtLeast.Phrase), (Compare.AtMost, W.AtMost.Phrase)), d => d.Compare);
        var value = shape.Field("value", ValueShapes.Amount, d => d.Value);
        var scope = shape.Field("scope", ValueShapes.Owner, d => d.Scope);
        var period = shape.OptionalValue("period", ValueShapes.Period, d => d.Period);
        return shape.Make(r => new(
            r.Get(measure), r.Get(compare), r.Get(value), r.Get(scope), r.Maybe(period), r.Maybe(title),
            new(default, r.Get(clause))));
    }

    private static RecordShape<Declaration.TakeBack> TakeBackShape()
    {
        var takes = new UnionShape<Takes>()
            .Add("all", new RecordShape<Takes.All>().Make(_ => new()))
            .Add("share", ValueShapes.One<Takes.Part, Share>("share", ValueShapes.Share, t => t.Share, s => new(s)))
            .Add("the unused part", new RecordShape<Takes.Unused>().Make(_ => new()));
        var shape = new RecordShape<Declaration.TakeBack>();
        var of = shape.Field("fee", ValueShapes.Name, d => d.Of);
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var when = shape.Optional("when", ValueShapes.Said(ConditionShapes.Moment), d => d.When);
        var onlyIf = shape.List("onlyIf", ValueShapes.Said(ConditionShapes.Tests), d => d.OnlyIf);
        var part = shape.Optional("takes", ValueShapes.Said(takes), d => d.Takes);
        return shape.Make(r => new(r.Get(of), new(default, r.Get(clause)))
        {
            When = r.Get(when), OnlyIf = r.List(onlyIf), Takes = r.Get(part),
        });
    }
}
