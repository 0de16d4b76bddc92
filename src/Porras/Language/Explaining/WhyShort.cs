namespace Porras;

/// <summary>The reason of a line in a few words, with ISO days, for a column of a list.</summary>
internal static class WhyShort
{
    public static string Of(WhyWords words, Reason reason)
    {
        var text = Moment(words, reason.Moment);
        if (reason.TakenBack is not null)
        {
            text = words.Say("short.taken-back", text).ToString();
        }

        return reason.Limits.Count == 0 ? text : words.Say("short.limited", text).ToString();
    }

    private static string Moment(WhyWords words, MomentReason moment)
    {
        var day = Day.Write(moment.Day);
        var span = moment.Counted.First == moment.Counted.Last ? Day.Write(moment.Counted.Last)
            : words.Say("short.span", Day.Write(moment.Counted.First), Day.Write(moment.Counted.Last)).ToString();
        if (moment is { Measure: { } measure, Value: { } value })
        {
            return words.Say("short.reached", measure.Name.Text, words.Value(value, measure), span).ToString();
        }

        return moment.Way.Value.Event switch
        {
            MomentKind.EachLasts(var fact, var duration) =>
                words.Say("short.lasted", fact.Text, words.Speech.Duration(duration), span).ToString(),
            MomentKind.NewStep(var ladder, _, _) =>
                words.Say("short.step", ladder.Text, Spoken.Integer(moment.Step), day).ToString(),
            MomentKind.EachPeriod or MomentKind.EachPart => words.Say("short.period", span).ToString(),
            MomentKind.Occurs(DayName.Named(var name)) => words.Say("short.day", name.Text, day).ToString(),
            MomentKind.Occurs(DayName.Start) => words.Say("short.day", words.Speech.Say("day.start"), day).ToString(),
            MomentKind.Occurs or MomentKind.Reaches or MomentKind.EachBlock => day,
            _ => throw Speech.Unknown(moment.Way.Value.Event),
        };
    }
}
