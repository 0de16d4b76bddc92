namespace Porras;

/// <summary>How a moment came about: what the model asks, and what was found.</summary>
internal static class WhyMoment
{
    public static void Of(WhyWords words, Telling told, Reason reason)
    {
        var moment = reason.Moment;
        ToldFees.Moment(words.Speech, told, "when", moment.Way, "fee.when");
        told.Add("found", moment.Way.Mark, Found(words, reason));
        if (moment.Measure is not null)
        {
            told.Add("counted", moment.Way.Mark, words.Sentence("counted", words.Span(moment.Counted)));
        }

        foreach (var line in reason.Fee.OnlyIf)
        {
            told.Add("only if", line.Mark, words.Sentence("held", words.Speech.Tests(line.Value)));
        }
    }

    public static void TakenBack(WhyWords words, Telling told, Reason reason, Declaration.TakeBack back)
    {
        var earned = words.Day(reason.Moment.Day);
        told.Add("take back", back.Mark, words.Sentence("taken-back", Spoken.Integer(reason.Line.Time), earned));
        if (back.When is { } when)
        {
            ToldFees.Moment(words.Speech, told, "take back when", when, "take-back.when");
        }

        foreach (var line in back.OnlyIf)
        {
            told.Add("take back only if", line.Mark, words.Sentence("held", words.Speech.Tests(line.Value)));
        }
    }

    /// <summary>
    /// How a threshold compares; one of days that must be exceeded asks for a day more, which is counted here.
    /// </summary>
    public static Phrase Compared(
        WhyWords words, Declaration.Fee fee, Said<Moment> way, Exact asked, Declaration.Measure measure)
    {
        if (way.Value.Event is not MomentKind.Reaches(_, _, var exceeds, var amount))
        {
            var block = ((MomentKind.EachBlock)way.Value.Event).Block;
            return words.Asked(asked, block, measure);
        }

        var plan = words.Plan.Fees.First(f => f.Source == fee).Ways.FirstOrDefault(w => w.Source == way);
        var isWhole = plan is RunMoment { Asked.InMonths: false };
        var key = exceeds && !isWhole ? "moment.above" : "moment.at-least";
        return words.Speech.Say(key, words.Asked(asked, amount, measure));
    }

    private static string Found(WhyWords words, Reason reason)
    {
        var moment = reason.Moment;
        var day = words.Day(moment.Day);
        if (moment is { Measure: { } measure, Value: { } value, Asked: { } asked })
        {
            var is_ = words.Value(value, measure);
            var name = Speech.Quoted(measure.Name);
            var compared = Compared(words, reason.Fee, moment.Way, asked, measure);
            return moment.Way.Value.Event is MomentKind.EachBlock
                ? words.Sentence("found.block", day, name, is_, compared, Spoken.Integer(reason.Line.Time))
                : words.Sentence("found.reached", day, name, is_, compared);
        }

        return moment.Way.Value.Event switch
        {
            MomentKind.EachLasts(var fact, var duration) => words.Sentence("found.lasted", Speech.Quoted(fact),
                words.Day(moment.Counted.First), words.Speech.Duration(duration), day),
            MomentKind.NewStep => words.Sentence("found.step", StepTitle(words, reason), day),
            MomentKind.EachPeriod or MomentKind.EachPart => words.Sentence("found.period", words.Span(moment.Counted)),
            MomentKind.Occurs(DayName.Named(var name)) when words.Speech.Names.Find(name) is Meaning.Fact =>
                words.Sentence("found.fact", Speech.Quoted(name), day),
            MomentKind.Occurs or MomentKind.Reaches or MomentKind.EachBlock => words.Sentence("found.day", day),
            _ => throw Speech.Unknown(moment.Way.Value.Event),
        };
    }

    private static string StepTitle(WhyWords words, Reason reason)
    {
        var step = Spoken.Integer(reason.Moment.Step);
        var ladder = reason.Moment.Way.Value.Event is MomentKind.NewStep(var name, _, _)
            && words.Speech.Names.Find(name) is Meaning.Ladder(var decl, _) ? decl : null;
        var title = ladder?.Steps.FirstOrDefault(s => s.Number == reason.Moment.Step)?.Title;
        return title is { } text ? $"{step} {Speech.Quoted(text.Text)}" : step;
    }
}
