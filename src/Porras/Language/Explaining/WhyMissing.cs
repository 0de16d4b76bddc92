namespace Porras;

/// <summary>Why there is no line: the nearest condition that was not met, and what would have been enough.</summary>
internal static class WhyMissing
{
    public static void Of(WhyWords words, Telling told, WhyNot not, int until)
    {
        if (not.Way is { } way)
        {
            ToldFees.Moment(words.Speech, told, "when", way, "fee.when");
        }

        switch (not.Kind)
        {
            case WhyNotKind.NotReached:
                Reached(words, told, not, until);
                break;
            case WhyNotKind.NotHappened:
                Happened(words, told, not, until);
                break;
            case WhyNotKind.ClaimedLate:
                var days = (words.Day(not.OnDay!.Value), words.Day(not.LastDay!.Value));
                var late = words.Sentence("not.claimed-late", days.Item1, days.Item2);
                told.Add("claim", not.Fee.Claim?.Mark ?? default, late);
                break;
            default:
                told.Add("missing", not.Way?.Mark ?? default, Sentence(words, not, until));
                break;
        }

        if (not.Kind is WhyNotKind.NotEligible or WhyNotKind.TestFails)
        {
            Test(words, told, not, only: not.Kind == WhyNotKind.NotEligible);
        }

        foreach (var effect in not.Kind == WhyNotKind.LimitReached ? not.Limits : [])
        {
            WhyReceipt.Cut(words, told, effect);
        }
    }

    private static string Sentence(WhyWords words, WhyNot not, int until) => not.Kind switch
    {
        WhyNotKind.NotStarted => words.Sentence("not.not-started", words.Day(until)),
        WhyNotKind.NotEligible => words.Sentence("not.not-eligible"),
        WhyNotKind.NotBegun => words.Sentence("not.not-begun", words.Day(until)),
        WhyNotKind.NoDays => words.Sentence("not.no-days"),
        WhyNotKind.OutsideBounds => words.Sentence("not.outside", words.Day(not.OnDay!.Value)),
        WhyNotKind.TestFails => words.Sentence("not.only-if", words.Day(not.OnDay!.Value)),
        WhyNotKind.OftenEnough => words.Sentence(
            "not.often-enough",
            words.Speech.Spoken.Number(not.Asked!.Value),
            words.Speech.Spoken.Number(not.Best!.Value)),
        WhyNotKind.NotPriced => words.Sentence("not.not-priced", words.Day(not.OnDay!.Value), words.Day(until)),
        WhyNotKind.Zero => words.Sentence("not.zero", words.Day(not.OnDay!.Value)),
        WhyNotKind.OtherVersion => words.Sentence("not.other-version", words.Day(not.OnDay!.Value)),
        WhyNotKind.LimitReached => words.Sentence("not.limit", words.Day(not.OnDay!.Value)),
        _ => throw Speech.Unknown(not.Kind),
    };

    private static void Reached(WhyWords words, Telling told, WhyNot not, int until)
    {
        var mark = not.Way?.Mark ?? default;
        var name = Speech.Quoted(not.Measure!.Name);
        var days = words.Span(not.Frame.IsEmpty ? new(until, until) : not.Frame);
        if (not is not { Best: { } best, Asked: { } asked, Way: { } way })
        {
            told.Add("missing", mark, words.Sentence("not.no-value", name, days));
            return;
        }

        var isRun = words.Of(not.Measure).Kind == ValueKind.Days && way.Value.Event is
            MomentKind.Reaches { Unbroken: true } or MomentKind.EachBlock { Unbroken: true };
        var came = words.Value(best, not.Measure);
        told.Add("missing", mark, words.Sentence(isRun ? "not.best-run" : "not.best", name, came, days));
        var compared = WhyMoment.Compared(words, not.Fee, way, asked, not.Measure);
        told.Add("missing", mark, words.Sentence("not.asked", compared));
        if (not.OnDay is { } reached && not.LastDay is { } last)
        {
            told.Add("missing", mark, words.Sentence("not.too-late", words.Day(reached), words.Day(last)));
        }
        else if (not.Missing is { Sign: > 0 } missing)
        {
            var more = words.Value(missing, not.Measure);
            told.Add("missing", mark, not.LastDay is { } by ? words.Sentence("not.more-by", more, words.Day(by))
                : words.Sentence("not.more", more));
        }
    }

    private static void Happened(WhyWords words, Telling told, WhyNot not, int until)
    {
        var days = words.Span(not.Frame.IsEmpty ? new(until, until) : not.Frame);
        var key = not.Way?.Value.Event switch
        {
            MomentKind.NewStep => "not.no-step",
            MomentKind.EachLasts => "not.no-lasting",
            MomentKind.EachPeriod or MomentKind.EachPart => "not.no-period",
            MomentKind.Occurs(DayName.Named(var name))
                when words.Speech.Names.Find(name) is Meaning.Fact => "not.no-fact",
            _ => "not.no-day",
        };
        told.Add("missing", not.Way?.Mark ?? default, words.Sentence(key, Speech.Quoted(not.Name), days));
        if (not.LastDay is { } last && last >= until)
        {
            told.Add("missing", not.Way?.Mark ?? default, words.Sentence("not.still", words.Day(last)));
        }
    }

    private static void Test(WhyWords words, Telling told, WhyNot not, bool only)
    {
        if (not.Test is not { } failed)
        {
            return;
        }

        var key = only ? "not.test.start" : "not.test";
        told.Add("only if", failed.Mark, words.Sentence(key, words.Speech.Test(failed.Test), words.Day(failed.Day)));
        if (failed.Test is Porras.Test.Compares compares)
        {
            told.Add("only if", failed.Mark, Compared(words, failed, compares));
        }

        if (failed.Line.OneIsEnough)
        {
            told.Add("only if", failed.Mark, words.Sentence("not.test.none"));
        }
    }

    private static string Compared(WhyWords words, FailedTest failed, Test.Compares test)
    {
        if (failed.Value is not { } value)
        {
            return words.Sentence("not.test.no-value", Speech.Quoted(test.Name));
        }

        var is_ = Value(words, test.Name, value);
        return failed.With is { } with && test.Value.Base is Basis.Named
            ? words.Sentence(
                "not.test.values",
                Speech.Quoted(test.Name),
                is_,
                words.Speech.Amount(test.Value),
                Value(words, test.Name, with))
            : words.Sentence("not.test.value", Speech.Quoted(test.Name), is_);
    }

    private static Phrase Value(WhyWords words, Name name, Exact value) =>
        words.Speech.Names.Find(name) is Meaning.Measure(var measure, _) ? words.Value(value, measure)
        : words.Value(value, words.Speech.KindOf(name) ?? ValueKind.Number);
}
