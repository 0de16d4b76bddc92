using W = Porras.Keywords;

namespace Porras;

/// <summary>Tests and moments in JSON.</summary>
internal static class ConditionShapes
{
    public static readonly Shape<TestLine> Tests = TestsShape();

    public static readonly Shape<Moment> Moment = MomentShape();

    private static RecordShape<TestLine> TestsShape()
    {
        var test = new UnionShape<Test> { Definition = "test" }
            .Add("flag", Flag())
            .Add("is", HasLabel())
            .Add("compares", Compares())
            .Add("exists", Exists())
            .Add("lasts", Lasts())
            .Add("covers the period",
                ValueShapes.One<Test.Covers, Name>("name", ValueShapes.Name, t => t.Name, n => new(n)));
        var shape = new RecordShape<TestLine> { Definition = "tests" };
        var tests = shape.Field("tests", new ListShape<Test>(test), l => l.Tests);
        var one = shape.Flag("oneIsEnough", l => l.OneIsEnough && l.Tests.Count > 1);
        return shape.Make(r => new(r.Get(tests), r.Get(one)));
    }

    private static RecordShape<Test.Flag> Flag()
    {
        var shape = new RecordShape<Test.Flag>();
        var name = shape.Field("name", ValueShapes.Name, t => t.Name);
        var not = shape.Flag("not", t => t.Not);
        return shape.Make(r => new(r.Get(name), r.Get(not)));
    }

    private static RecordShape<Test.HasLabel> HasLabel()
    {
        var shape = new RecordShape<Test.HasLabel>();
        var name = shape.Field("name", ValueShapes.Name, t => t.Name);
        var not = shape.Flag("not", t => t.Not);
        var label = shape.Field("label", ValueShapes.Label, t => t.Label);
        return shape.Make(r => new(r.Get(name), r.Get(not), r.Get(label)));
    }

    private static RecordShape<Test.Compares> Compares()
    {
        var shape = new RecordShape<Test.Compares>();
        var name = shape.Field("name", ValueShapes.Name, t => t.Name);
        var of = shape.OptionalValue("of",
            new ChoiceShape<OfMany>((OfMany.Every, W.Every.Phrase), (OfMany.Any, W.Any.Phrase)),
            t => t.Of == OfMany.One ? null : t.Of);
        var compare = shape.Field("compare", ValueShapes.Compare, t => t.Compare);
        var value = shape.Field("value", ValueShapes.Amount, t => t.Value);
        var scope = shape.OptionalValue("scope",
            new ChoiceShape<SpanScope>((SpanScope.InEach, W.InEach.Phrase), (SpanScope.InAll, W.InAll.Phrase)),
            t => t.Scope == SpanScope.None ? null : t.Scope);
        var within = shape.Optional("within", ValueShapes.Frame, t => t.Within);
        return shape.Make(r =>
            new(r.Get(name), r.Get(of), r.Get(compare), r.Get(value), r.Get(scope), r.Get(within)));
    }

    private static RecordShape<Test.Exists> Exists()
    {
        var shape = new RecordShape<Test.Exists>();
        var name = shape.Field("name", ValueShapes.Name, t => t.Name);
        var no = shape.Flag("no", t => t.No);
        var within = shape.Optional("within", ValueShapes.Frame, t => t.Within);
        return shape.Make(r => new(r.Get(name), r.Get(no), r.Get(within)));
    }

    private static RecordShape<Test.Lasts> Lasts()
    {
        var shape = new RecordShape<Test.Lasts>();
        var to = shape.OptionalValue("to", ValueShapes.Name, t => t.To);
        var compare = shape.Field("compare", ValueShapes.Compare, t => t.Compare);
        var duration = shape.Field("duration", ValueShapes.Lasting, t => t.Duration);
        return shape.Make(r => new(r.Maybe(to), r.Get(compare), r.Get(duration), default));
    }

    private static RecordShape<Moment> MomentShape()
    {
        var kind = new UnionShape<MomentKind> { Definition = "event" }
            .Add("day",
                ValueShapes.One<MomentKind.Occurs, DayName>("day", ValueShapes.DayName, m => m.Day, d => new(d)))
            .Add("reaches", Reaches())
            .Add("each block", EachBlock())
            .Add("each lasts", EachLasts())
            .Add("each new step", NewStep())
            .Add("each period", EachPeriod())
            .Add("each part", EachPart());
        var bound = new UnionShape<Bound> { Definition = "bound" }
            .Add("within", ValueShapes.One<Bound.Within, Frame>("window", ValueShapes.Frame, b => b.Frame, f => new(f)))
            .Add("begun within",
                ValueShapes.One<Bound.BegunWithin, Frame>("window", ValueShapes.Frame, b => b.Frame, f => new(f)))
            .Add("within any",
                ValueShapes.One<Bound.WithinAny, Lasting>(
                    "duration", ValueShapes.Lasting, b => b.Duration, d => new(d)))
            .Add("after", ValueShapes.One<Bound.After, DayName>("day", ValueShapes.DayName, b => b.Day, d => new(d)))
            .Add("before", ValueShapes.One<Bound.Before, DayName>("day", ValueShapes.DayName, b => b.Day, d => new(d)));
        var shape = new RecordShape<Moment> { Definition = "moment" };
        var what = shape.Field("event", kind, m => m.Event);
        var bounds = shape.List("bounds", bound, m => m.Bounds);
        return shape.Make(r => new(r.Get(what), r.List(bounds)));
    }

    private static RecordShape<MomentKind.Reaches> Reaches()
    {
        var shape = new RecordShape<MomentKind.Reaches>();
        var measure = shape.Field("measure", ValueShapes.Name, m => m.Measure);
        var unbroken = shape.Flag("unbroken", m => m.Unbroken);
        var exceeds = shape.Flag("exceeds", m => m.Exceeds);
        var value = shape.Field("value", ValueShapes.Amount, m => m.Value);
        return shape.Make(r => new(r.Get(measure), r.Get(unbroken), r.Get(exceeds), r.Get(value)));
    }

    private static RecordShape<MomentKind.EachBlock> EachBlock()
    {
        var shape = new RecordShape<MomentKind.EachBlock>();
        var block = shape.Field("block", ValueShapes.Amount, m => m.Block);
        var unbroken = shape.Flag("unbroken", m => m.Unbroken);
        var measure = shape.Field("measure", ValueShapes.Name, m => m.Measure);
        return shape.Make(r => new(r.Get(block), r.Get(unbroken), r.Get(measure)));
    }

    private static RecordShape<MomentKind.EachLasts> EachLasts()
    {
        var shape = new RecordShape<MomentKind.EachLasts>();
        var fact = shape.Field("fact", ValueShapes.Name, m => m.Fact);
        var duration = shape.Field("duration", ValueShapes.Lasting, m => m.Duration);
        return shape.Make(r => new(r.Get(fact), r.Get(duration)));
    }

    private static RecordShape<MomentKind.NewStep> NewStep()
    {
        var shape = new RecordShape<MomentKind.NewStep>();
        var step = new WholeShape(0, PeopleGrammar.StepMost);
        var ladder = shape.Field("ladder", ValueShapes.Name, m => m.Ladder);
        var from = shape.OptionalValue("from", step, m => m.From);
        var to = shape.OptionalValue("to", step, m => m.To);
        return shape.Make(r => new(r.Get(ladder), r.Maybe(from), r.Maybe(to)));
    }

    private static RecordShape<MomentKind.EachPeriod> EachPeriod()
    {
        var shape = new RecordShape<MomentKind.EachPeriod>();
        var end = shape.Field("end", new FlagShape(), m => m.End);
        var period = shape.Field("period", ValueShapes.Period, m => m.Period);
        return shape.Make(r => new(r.Get(end), r.Get(period)));
    }

    private static RecordShape<MomentKind.EachPart> EachPart()
    {
        var shape = new RecordShape<MomentKind.EachPart>();
        var end = shape.Field("end", new FlagShape(), m => m.End);
        var duration = shape.Field("duration", ValueShapes.Lasting, m => m.Duration);
        var window = shape.Field("window", ValueShapes.Name, m => m.Window);
        return shape.Make(r => new(r.Get(end), r.Get(duration), r.Get(window)));
    }
}
