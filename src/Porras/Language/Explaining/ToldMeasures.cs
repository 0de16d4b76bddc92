namespace Porras;

/// <summary>What an explanation says of measures.</summary>
internal static class ToldMeasures
{
    public static IEnumerable<ExplainedItem> Of(Speech speech)
    {
        foreach (var measure in speech.Model.Measures)
        {
            var heading = ToldFacts.Heading(speech, measure.Title, measure.Name);
            var told = new Telling(speech, "measure " + measure.Name.Text, measure.Mark, heading);
            told.Title(measure.Title);
            told.Add("is", measure.Mark, Head(speech, measure));
            Clauses(speech, measure, told);
            yield return told.Done();
        }
    }

    private static string Head(Speech speech, Declaration.Measure measure)
    {
        Phrase name = Speech.Quoted(measure.Name);
        return measure.Head switch
        {
            MeasureHead.DaysOf(var fact, var each) =>
                speech.Sentence(each ? "measure.days-each" : "measure.days", name, Speech.Quoted(fact)),
            MeasureHead.UnitsOf(var months, var fact) =>
                speech.Sentence(months ? "measure.months" : "measure.weeks", name, Speech.Quoted(fact)),
            MeasureHead.Aggregated(var aggregate, var column, { } fact) =>
                speech.Sentence($"measure.{KeyOf(aggregate)}", name, Speech.Quoted(column), Speech.Quoted(fact)),
            MeasureHead.Aggregated(var aggregate, var inner, null) =>
                speech.Sentence($"measure.{KeyOf(aggregate)}-of-measure", name, Speech.Quoted(inner)),
            MeasureHead.CountOf(var names) when speech.Names.Find(names[0]) is Meaning.Fee =>
                speech.Sentence("measure.count-of-fees", name, speech.Fees(names)),
            MeasureHead.CountOf(var names) =>
                speech.Sentence("measure.count", name, speech.And(names.Select(n => (Phrase)Speech.Quoted(n)))),
            MeasureHead.CountOfParticipants => speech.Sentence("measure.count-of-participants", name),
            MeasureHead.Weighted(var terms) => speech.Sentence(
                terms.Count == 1 ? "measure.weighted-one" : "measure.weighted", name, speech.And(terms.Select(t =>
                speech.Say("measure.term", speech.Share(t.Share), Speech.Quoted(t.Measure))))),
            MeasureHead.Less(var from, var what) =>
                speech.Sentence(IsFloored(measure) ? "measure.less-floored" : "measure.less",
                    name, speech.Ref(from), speech.Basis(what, speech.KindOf(from))),
            MeasureHead.ShareOf(var part, var whole) =>
                speech.Sentence("measure.share-of", name, speech.Ref(part), speech.Basis(whole, speech.KindOf(part))),
            var other => throw Speech.Unknown(other),
        };
    }

    private static bool IsFloored(Declaration.Measure measure) =>
        measure.Clamps.Any(c => c.Value.Kind == ClampKind.AtLeast);

    private static string KeyOf(Aggregate aggregate) => aggregate switch
    {
        Aggregate.Sum => "sum",
        Aggregate.Latest => "latest",
        Aggregate.Mean => "mean",
        Aggregate.Lowest => "lowest",
        _ => throw Speech.Unknown(aggregate),
    };

    private static void Clauses(Speech speech, Declaration.Measure measure, Telling told)
    {
        // Tests of single spans come first; what is added up over a day is added up over the spans that passed.
        foreach (var line in measure.Where.OrderBy(l => AddsUp(l.Value)))
        {
            told.Say("where", line.Mark, "measure.where." + Counted(speech, measure.Head, line.Value),
                speech.Tests(line.Value));
        }

        foreach (var fact in measure.Except)
        {
            told.Say("except", fact.Mark, "measure.except", Speech.Quoted(fact.Value));
        }

        foreach (var gaps in measure.Gaps)
        {
            Gaps(speech, gaps, told);
        }

        Days(speech, measure, told);
        foreach (var clamp in measure.Clamps)
        {
            Clamp(speech, measure, clamp, told);
        }
    }

    private static void Days(Speech speech, Declaration.Measure measure, Telling told)
    {
        foreach (var with in measure.With)
        {
            var months = measure.Head is MeasureHead.UnitsOf(true, _);
            told.Say("with", with.Mark, months ? "measure.with-month" : "measure.with-week",
                Speech.Quoted(with.Value.Column),
                speech.Compare(with.Value.Compare, speech.Amount(with.Value.Value, speech.KindOf(with.Value.Column))));
        }

        if (measure.Within is { } within)
        {
            told.Say("within", within.Mark, "measure.within", speech.Frame(within.Value));
        }

        if (measure.ForEach is { } column)
        {
            told.Say("for each", column.Mark, "measure.for-each", Speech.Quoted(column.Value));
        }

        if (measure.Over is { } over)
        {
            told.Say("over", over.Mark, "measure.over", speech.Owner(over.Value));
        }

        if (measure.Needs is { Value: var (count, fact2), Mark: var at })
        {
            told.Say("needs", at, count == 1 ? "measure.needs-one" : "measure.needs", speech.Spoken.Number(count),
                Speech.Quoted(fact2));
        }
    }

    private static void Gaps(Speech speech, Said<Gaps> gaps, Telling told)
    {
        if (gaps.Value.UpTo is { } duration)
        {
            told.Say("gaps", gaps.Mark, "measure.gaps-up-to", speech.Duration(duration));
        }
        else if (gaps.Value.During is { } fact)
        {
            told.Say("gaps", gaps.Mark, "measure.gaps-during", Speech.Quoted(fact));
        }

        told.Say("gaps", gaps.Mark, gaps.Value.Count ? "measure.gaps-count" : "measure.gaps-do-not-count");
    }

    private static void Clamp(Speech speech, Declaration.Measure measure, Said<Clamp> clamp, Telling told)
    {
        var value = speech.Amount(clamp.Value.Value, speech.Units.Of(measure));
        told.Say("clamp", clamp.Mark, clamp.Value.Kind switch
        {
            ClampKind.AtLeast => "measure.at-least",
            ClampKind.AtMost => "measure.at-most",
            ClampKind.BelowIsZero => "measure.below-is-zero",
            var other => throw Speech.Unknown(other),
        }, value);
    }

    private static bool AddsUp(TestLine line) => line.Tests.Any(t => t is Test.Compares { Scope: SpanScope.InAll });

    // What the tests of a `where` line are about.
    private static string Counted(Speech speech, MeasureHead head, TestLine line) => head switch
    {
        MeasureHead.DaysOf when AddsUp(line) => "days",
        MeasureHead.CountOfParticipants or MeasureHead.Aggregated(_, _, null) => "participants",
        MeasureHead.CountOf(var names) when speech.Names.Find(names[0]) is Meaning.Fee => "occurrences",
        MeasureHead.DaysOf or MeasureHead.UnitsOf or MeasureHead.Aggregated or MeasureHead.CountOf
            or MeasureHead.Weighted or MeasureHead.Less or MeasureHead.ShareOf => "facts",
        var other => throw Speech.Unknown(other),
    };
}
