namespace Porras;

/// <summary>What an explanation shows of worked examples.</summary>
internal static class ToldExamples
{
    public static IEnumerable<ExplainedItem> Of(Speech speech, WorkedExamples examples)
    {
        if (examples.All.Count == 0)
        {
            yield break;
        }

        var all = new Telling(speech, "examples", default);
        all.Say("example", "examples");
        if (!examples.IsWhole)
        {
            all.Say("example", "examples.own-part");
        }

        yield return all.Done();
        foreach (var example in examples.All)
        {
            yield return Example(speech, example);
        }
    }

    private static ExplainedItem Example(Speech speech, WorkedExample example)
    {
        var told =
            new Telling(speech, "example " + example.Name, default, speech.Sentence("example.name", example.Name));
        var start = speech.Spoken.Day(example.Start);
        if (example.Group is { } group)
        {
            told.Say("example", "example.start.group", start, Speech.Quoted(speech.TitleOf(group.Title, group.Name)));
        }
        else
        {
            told.Say("example", "example.start", start);
        }

        if (example.Known.Count > 0)
        {
            var known = speech.Model.Participants!.Known.SelectMany(k => k.Value);
            told.Say("example", "example.known", speech.And(example.Known.Select(k => Value(speech, k, known))));
        }

        if (example.Facts.Count > 0)
        {
            told.Say("example", "example.facts",
                Phrase.Join([.. example.Facts.Select(f => Fact(speech, f))], "; ", "; "));
        }

        if (example.Lines.Count == 0)
        {
            told.Say("example", "example.nothing");
            return told.Done();
        }

        string[] headings = ["fee", "earned", "times", "how", "sum"];
        var rows = example.Lines.Select(l => Line(speech, l))
            .Append([speech.Sentence("example.total"), "", "", "", speech.Spoken.Money(example.Total)]);
        return told.Done(new([.. headings.Select(h => speech.Sentence("example." + h))], 2, [.. rows]));
    }

    private static Phrase Value(Speech speech, (string Name, string Value) cell, IEnumerable<ColumnDecl> columns)
    {
        var type = columns.FirstOrDefault(c => c.Name.Text == cell.Name)?.Type;
        return $"{Speech.Quoted(cell.Name)} {Written(speech, cell.Value, type)}";
    }

    private static string Written(Speech speech, string value, ColumnType? type)
    {
        var number = Exact.Parse(value);
        return (type?.Kind, number) switch
        {
            (ValueKind.Day, _) => Day.Parse(value) is { } day ? speech.Spoken.Day(day) : value,
            (ValueKind.YesNo, _) => speech.Say("example." + value).ToString(),
            (ValueKind.Money, { } money) =>
                speech.Spoken.Money(new((long)(money * (speech.Units.Currency?.Scale ?? 1)).Floor())),
            (ValueKind.Percent, { } percent) => speech.Spoken.Share(percent / 100),
            (ValueKind.Hours, { } n) => speech.Counted(n, "hours").ToString(),
            (ValueKind.Days, { } n) => speech.Counted(n, "days").ToString(),
            (ValueKind.Weeks, { } n) => speech.Counted(n, "weeks").ToString(),
            (ValueKind.Months, { } n) => speech.Counted(n, "months").ToString(),
            (ValueKind.Points, { } n) => speech.Counted(n, "points").ToString(),
            (ValueKind.AWeek, { } n) => speech.Counted(n, "a-week").ToString(),
            (ValueKind.Number or null, { } n) => speech.Spoken.Number(n),
            _ => value,
        };
    }

    private static Phrase Fact(Speech speech, WorkedFact fact)
    {
        Phrase first = speech.Spoken.Day(fact.Days.First), last = speech.Spoken.Day(fact.Days.Last), kind =
            Speech.Quoted(fact.Kind);
        var what = fact.IsSpan ? speech.Say("example.fact.span", kind, first, last)
            : fact.Count == 1 ? speech.Say("example.fact.day", kind, first)
            : speech.Say("example.fact.days", kind, first, last, speech.Spoken.Number(fact.Count));
        var columns = speech.Model.Facts.FirstOrDefault(f => f.Name.Text == fact.Kind)?.Columns ?? [];
        return fact.Cells.Count == 0 ? what
            : speech.Say("example.fact.with", what,
                Phrase.Join([.. fact.Cells.Select(c => Value(speech, c, columns))], ", ", ", "));
    }

    private static IReadOnlyList<string> Line(Speech speech, WorkedLine line)
    {
        var title = speech.FeeTitle(line.Fee.Name).ToString().Trim('"');
        var first = speech.Spoken.Day(line.Earned.First);
        var last = speech.Spoken.Day(line.Earned.Last);
        return
        [
            line.Kind == LineKind.TakeBack ? speech.Say("example.taken-back", title).ToString() : title,
            line.Earned.First == line.Earned.Last ? first : $"{first} – {last}",
            speech.Spoken.Number(line.Count),
            How(speech, line),
            speech.Spoken.Money(new(line.Each.Minor * line.Count)),
        ];
    }

    // The arithmetic of one line: 2,400.00 × 20%.
    private static string How(Speech speech, WorkedLine line)
    {
        var text = "";
        foreach (var step in line.Steps)
        {
            text += step.Kind switch
            {
                TraceKind.Price or TraceKind.OfFees => Amount(speech, step.After),
                TraceKind.Share or TraceKind.Times or TraceKind.Transition or TraceKind.PartPeriod =>
                    step.Operand is { } share ? " × " + speech.Spoken.Share(share) : "",
                TraceKind.Quantity => step.Operand is { } quantity ? " × " + speech.Spoken.Number(quantity) : "",
                TraceKind.Plus => " + " + Amount(speech, step.Change),
                TraceKind.Less or TraceKind.Settles => " − " + Amount(speech, -step.Change),
                TraceKind.AtMost when step.Change.Sign != 0 =>
                    $" {speech.Say("example.at-most", Amount(speech, step.After))}",
                TraceKind.Limit when step.Change.Sign != 0 =>
                    $" {speech.Say("example.limit", Amount(speech, step.After))}",
                TraceKind.NotBelowZero when step.Change.Sign != 0 =>
                    $" {speech.Say("example.at-least", Amount(speech, step.After))}",
                TraceKind.TakeBack => Amount(speech, step.Change),
                TraceKind.AtMost or TraceKind.Limit or TraceKind.NotBelowZero or TraceKind.Rounding
                    or TraceKind.Claim => "",
                _ => throw Speech.Unknown(step.Kind),
            };
        }

        return text.Trim();
    }

    private static string Amount(Speech speech, Exact minor) =>
        speech.Spoken.Plain(new Rounding(1, RoundingMode.HalfUp).Round(new(minor)));
}
