namespace Porras;

/// <summary>Days, years and steps come in their order: P2010, P3023, P3030 and P4049 to P4054.</summary>
internal static class OrderOfDays
{
    /// <summary>Spans that end before they begin, steps and years that do not rise.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. Header(context.Model.Header),
        .. context.Model.Participants is { } participants ? Participants(participants, context) : [],
        .. context.Model.Ladders.SelectMany(Steps),
        .. context.Model.Transition is { } transition ? Years(transition) : [],
        .. FixedDays(context),
    ];

    private static IEnumerable<Diagnostic> Header(Header header) =>
        header.InForce is { Value.IsEmpty: true } days
            ? [Diagnostic.At(days.Mark.Place, "P4050", Day.Write(days.Value.First), Day.Write(days.Value.Last))] : [];

    private static IEnumerable<Diagnostic> Participants(Declaration.Participants participants, CheckContext context)
    {
        if (participants.Start is { Value.Until: { } until } start
            && context.InForce is { } days && !days.Contains(until))
        {
            yield return Diagnostic.At(start.Mark.Place, "P4051", Day.Write(until), days.ToString());
        }

        // Running cases that a version takes over began before it.
        var firstStart = context.Model.Header.TakesRunningCases ? null : context.InForce?.First;
        foreach (var window in participants.Windows)
        {
            if (window.Value.Rule is WindowRule.Between(var first, DayName.Fixed(var last, var at))
                && (first is DayName.Fixed(var from, _) ? from
                    : first is DayName.Start ? firstStart : null) is { } earliest && earliest > last)
            {
                yield return Diagnostic.At(at, "P4052", window.Value.Name.Text, Day.Write(last), Day.Write(earliest));
            }
        }
    }

    private static IEnumerable<Diagnostic> Steps(Declaration.Ladder ladder)
    {
        if (ladder.Steps.Count < 2)
        {
            return [Diagnostic.At(ladder.Name.Place, "P3030", ladder.Name.Text)];
        }

        return from pair in ladder.Steps.Zip(ladder.Steps.Skip(1))
               where pair.Second.Number <= pair.First.Number
               select Diagnostic.At(
                   pair.Second.Mark.Place, "P4049", Written.Of(pair.Second.Number), Written.Of(pair.First.Number));
    }

    private static IEnumerable<Diagnostic> Years(Declaration.Transition transition)
    {
        if (transition.Years.Count == 0 || transition.Years[0].Value.Year != 1)
        {
            yield return Diagnostic.At(transition.Mark.Place, "P3023");
        }

        foreach (var (before, year) in transition.Years.Zip(transition.Years.Skip(1)))
        {
            if (year.Value.Year != before.Value.Year + 1)
            {
                yield return Diagnostic.At(
                    year.Mark.Place, "P4053", Written.Of(year.Value.Year), Written.Of(before.Value.Year));
            }
        }

        foreach (var share in transition.Years.SelectMany(y => new[] { y.Value.Outputs, y.Value.Outcomes }))
        {
            if (share.Number.Sign < 0)
            {
                yield return Diagnostic.At(share.Place, "P4054", Written.Of(share));
            }
        }
    }

    // A fee on a day before the model is in force could never be paid.
    private static IEnumerable<Diagnostic> FixedDays(CheckContext context) =>
        from fee in context.Model.Fees
        from moment in FeeUses.Moments(fee)
        let day = moment.Event is MomentKind.Occurs(DayName.Fixed found) ? found : null
        where day is not null && context.InForce is { } force && day.Day < force.First
        select Diagnostic.At(day.Place, "P4056", Day.Write(day.Day), Day.Write(context.InForce!.Value.First));
}
