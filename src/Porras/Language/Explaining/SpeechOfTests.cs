namespace Porras;

/// <content>Tests, moments and their bounds in words.</content>
internal sealed partial class Speech
{
    public Phrase Tests(TestLine line)
    {
        var tests = line.Tests.Select(Test);
        return line.OneIsEnough ? Or(tests) : And(tests);
    }

    public Phrase Test(Test test) => test switch
    {
        Porras.Test.Flag(var name, var not) => Say(not ? "test.is-no" : "test.is-yes", Tested(name)),
        Porras.Test.HasLabel(var name, var not, var label) =>
            Say(not ? "test.is-not" : "test.is", Tested(name), LabelOf(name, label)),
        Porras.Test.Compares compares => Compares(compares),
        Porras.Test.Exists(var name, var no, var within) => Exists(name, no, within),
        Porras.Test.Lasts(var to, var compare, var duration, _) => to is { } column
            ? Say("test.lasts-to", Compare(compare, Duration(duration)), Quoted(column))
            : Say("test.lasts", Compare(compare, Duration(duration))),
        Porras.Test.Covers(var name) => Say("test.covers", Ref(name)),
        _ => throw Unknown(test),
    };

    public Phrase Compare(Compare compare, Phrase value) => compare switch
    {
        Porras.Compare.AtLeast => Say("compare.at-least", value),
        Porras.Compare.AtMost => Say("compare.at-most", value),
        Porras.Compare.Above => Say("compare.above", value),
        Porras.Compare.Below => Say("compare.below", value),
        _ => throw Unknown(compare),
    };

    /// <summary>When something happens, as an adverbial: <c>on the first day on which …</c>.</summary>
    public Phrase Moment(MomentKind moment) => moment switch
    {
        MomentKind.Occurs(DayName.Named(var name)) when Names.Find(name) is Meaning.Fact =>
            Say("moment.fact", Quoted(name)),
        MomentKind.Occurs(var day) => Say(day is DayName.Fixed ? "moment.date" : "moment.day", Day(day)),
        MomentKind.Reaches(var measure, var unbroken, var exceeds, var value) =>
            Say(unbroken ? "moment.reaches-unbroken" : "moment.reaches", Quoted(measure),
                Say(exceeds ? "moment.above" : "moment.at-least", Amount(value, KindOf(measure)))),
        MomentKind.EachBlock(var block, var unbroken, var measure) =>
            Say(unbroken ? "moment.each-unbroken" : "moment.each", Amount(block, KindOf(measure)), Quoted(measure)),
        MomentKind.EachLasts(var fact, var duration) => Say("moment.lasts", Quoted(fact), Duration(duration)),
        MomentKind.NewStep(var ladder, { } from, { } to) =>
            Say("moment.step-from-to", LadderTitle(ladder), Spoken.Integer(from), Spoken.Integer(to)),
        MomentKind.NewStep(var ladder, _, _) => Say("moment.step", LadderTitle(ladder)),
        MomentKind.EachPeriod(var end, var period) =>
            Say(end ? "moment.period-end" : "moment.period-beginning", Period(period)),
        MomentKind.EachPart(var end, var duration, var window) =>
            Say(end ? "moment.part-end" : "moment.part-beginning", Duration(duration), Quoted(window)),
        _ => throw Unknown(moment),
    };

    /// <summary>What a bound means; it depends on whether the moment counts something up.</summary>
    public string Bound(Bound bound, MomentKind of)
    {
        var key = of switch
        {
            MomentKind.Reaches(var measure, _, _, _) => CountsItsOwnDays(measure) ? "lies" : "counts",
            MomentKind.EachBlock(_, _, var measure) => CountsItsOwnDays(measure) ? "lies" : "counts",
            MomentKind.EachPeriod or MomentKind.EachPart => "period",
            MomentKind.Occurs or MomentKind.EachLasts or MomentKind.NewStep => "lies",
            _ => throw Unknown(of),
        };
        return bound switch
        {
            Porras.Bound.Within(var frame) => Sentence($"bound.within.{key}", Frame(frame)),
            Porras.Bound.BegunWithin(var frame) => Sentence("bound.begun-within", Frame(frame)),
            Porras.Bound.WithinAny(var duration) => Sentence("bound.within-any", Duration(duration)),
            Porras.Bound.After(var day) => Sentence($"bound.after.{key}", Day(day)),
            Porras.Bound.Before(var day) => Sentence("bound.before", Day(day)),
            _ => throw Unknown(bound),
        };
    }

    // A measure with a window of its own is counted over that window, whatever the bounds of a moment are.
    private bool CountsItsOwnDays(Name measure) => Names.Find(measure) is Meaning.Measure({ Within: not null }, _);

    private Phrase LadderTitle(Name ladder) =>
        Quoted(Names.Find(ladder) is Meaning.Ladder(var decl, _) ? TitleOf(decl.Title, decl.Name) : ladder.Text);

    private Phrase Compares(Test.Compares test)
    {
        var name = test.Of switch
        {
            OfMany.One => Tested(test.Name),
            OfMany.Every => Say("test.every", Quoted(test.Name)),
            OfMany.Any => Say("test.any", Quoted(test.Name)),
            var other => throw Unknown(other),
        };
        name = test.Scope switch
        {
            SpanScope.None => name,
            SpanScope.InEach => Say("test.in-each", name),
            SpanScope.InAll => Say("test.in-all", name),
            var other => throw Unknown(other),
        };
        var whole = Say("test.compares", name, Compare(test.Compare, Amount(test.Value, KindOf(test.Name))));
        return test.Within is { } frame ? Say("test.counted-within", whole, Frame(frame)) : whole;
    }

    private Phrase Exists(Name name, bool no, Frame? within)
    {
        var key = (Names.Find(name) is Meaning.Fee, no) switch
        {
            (true, true) => "test.no-fee",
            (true, false) => "test.any-fee",
            (false, true) => "test.no-fact",
            (false, false) => "test.any-fact",
        };
        var whole = Say(key, Names.Find(name) is Meaning.Fee ? FeeTitle(name) : Quoted(name));
        return within is { } frame ? Say("test.within", whole, Frame(frame)) : Say("test.so-far", whole);
    }

    // A column of a fact needs no word for its kind: the clause is about that fact.
    private Phrase Tested(Name name) =>
        name.Text == "group" ? Say("test.group")
        : Names.Find(name) is null ? Quoted(name)
        : Ref(name);

    private Phrase LabelOf(Name name, Name label)
    {
        var group = name.Text == "group" ? Model.Groups?.All.FirstOrDefault(g => g.Name.Text == label.Text) : null;
        var text = group is null ? label.Text : TitleOf(group.Title, group.Name);
        return char.IsAsciiDigit(text[0]) ? text : Quoted(text);
    }
}
