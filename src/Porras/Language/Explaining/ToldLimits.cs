namespace Porras;

/// <summary>What an explanation says of limits, of what is expected, of taking back and of splits.</summary>
internal static class ToldLimits
{
    public static IEnumerable<ExplainedItem> OfLimits(Speech speech)
    {
        foreach (var limit in speech.Model.Limits)
        {
            var told = new Telling(speech, DeclarationOf(limit), limit.Mark);
            var scope = speech.Owner(limit.Scope);
            if (limit.Period is { } period)
            {
                scope = speech.Say("limit.scope-and-period", scope, speech.Period(period));
            }

            var amount = speech.Amount(limit.Amount, ValueKind.Money);
            var variant = limit.Rule == LimitRule.Report ? ".report" : "";
            if (limit.Fees.Count == 0)
            {
                told.Say("limit", "limit.all" + variant, amount, scope);
            }
            else
            {
                told.Say("limit", "limit.of" + variant, amount, scope, speech.Fees(limit.Fees));
            }

            if (limit.Rule is { } rule)
            {
                told.Say("then", rule switch
                {
                    LimitRule.Cut => "limit.cut",
                    LimitRule.Stop => "limit.stop",
                    LimitRule.ProRata => "limit.pro-rata",
                    LimitRule.Report => "limit.report",
                    var other => throw Speech.Unknown(other),
                });
            }

            yield return told.Done();
        }
    }

    public static IEnumerable<ExplainedItem> OfExpectations(Speech speech)
    {
        foreach (var expect in speech.Model.Expectations)
        {
            var name = $"expect {expect.Of} {For(expect.Scope, expect.Period)}";
            var told = new Telling(speech, name, expect.Mark, speech.UsesTitles ? expect.Title?.Text : null);
            var asked = speech.Compare(expect.Compare, speech.Amount(expect.Value, speech.KindOf(expect.Of)));
            var (measure, scope) = (speech.Ref(expect.Of), speech.Owner(expect.Scope));
            if (expect.Period is { } period)
            {
                told.Say("expect", "expect.period", measure, asked, scope, speech.Period(period));
            }
            else
            {
                told.Say("expect", "expect", measure, asked, scope);
            }

            told.Title(expect.Title);
            told.Say("note", "expect.note");
            yield return told.Done();
        }
    }

    public static IEnumerable<ExplainedItem> OfTakeBacks(Speech speech)
    {
        foreach (var back in speech.Model.TakeBacks)
        {
            var told = new Telling(
                speech, "take back " + back.Of.Text, back.Mark, TitleOf(speech, back.Of));
            if (back.When is { } when)
            {
                ToldFees.Moment(speech, told, "when", when, "take-back.when");
            }

            foreach (var line in back.OnlyIf)
            {
                told.Say("only if", line.Mark, "take-back.only-if", speech.Tests(line.Value));
            }

            if (back.Takes is { } takes)
            {
                told.Add("takes", takes.Mark, Takes(speech, back, takes.Value));
            }

            yield return told.Done();
        }
    }

    public static IEnumerable<ExplainedItem> OfSplits(Speech speech)
    {
        foreach (var split in speech.Model.Splits)
        {
            var told = new Telling(speech, split.Payees ? "split between payees" : "split between payers", split.Mark);
            var variant = split.IsInOrder ? ".in-order" : "";
            told.Say("split", (split.Payees ? "split.payees" : "split.payers") + variant);
            foreach (var part in split.Order)
            {
                var name = Speech.Quoted(part.Name);
                told.Add("part", part.Mark, part.UpTo is { } upTo
                    ? speech.Sentence("split.up-to", name, speech.Amount(upTo, ValueKind.Money))
                    : speech.Sentence("split.rest", name));
            }

            foreach (var part in split.Parts)
            {
                told.Say("part", part.Mark, "split.part", Speech.Quoted(part.Name), speech.Share(part.Share));
            }

            if (split.By is { Value: var (column, fact), Mark: var at })
            {
                told.Say("by", at, "split.by", Speech.Quoted(column), Speech.Quoted(fact));
            }

            yield return told.Done();
        }
    }

    /// <summary>What a limit is called in a list of changes: what it limits, for it has no name.</summary>
    public static string DeclarationOf(Declaration.Limit limit)
    {
        var fees = limit.Fees.Count == 0 ? "" : $" of {string.Join(", ", limit.Fees.Select(f => f.Text))}";
        return $"limit{fees} {For(limit.Scope, limit.Period)}"
            + (limit.Rule == LimitRule.Report ? ", then report" : "");
    }

    private static string For(Owner owner, Period? of)
    {
        var scope = owner switch
        {
            Owner.Participant => "each participant",
            Owner.Cohort(var name) => "each " + name.Text,
            Owner.Provider => "each provider",
            Owner.Contract => "the contract",
            var other => throw Speech.Unknown(other),
        };
        var period = of switch
        {
            null => "",
            Period.CalendarMonth => " and calendar month",
            Period.CalendarQuarter => " and calendar quarter",
            Period.CalendarYear => " and calendar year",
            Period.ContractYear => " and contract year",
            var other => throw Speech.Unknown(other),
        };
        return $"for {scope}{period}";
    }

    private static string TitleOf(Speech speech, Name fee) => speech.FeeTitle(fee).ToString().Trim('"');

    private static string Takes(Speech speech, Declaration.TakeBack back, Takes takes)
    {
        // `within D after FEE` says which lines: those earned at most D before.
        var recent = back.When?.Value.Bounds.OfType<Bound.Within>().Select(b => b.Frame).OfType<Frame.Around>()
            .FirstOrDefault(f => f is { Side: Side.After, Day: DayName.Named(var day) } && day.Text == back.Of.Text);
        var owner = speech.Same((speech.Names.Find(back.Of) as Meaning.Fee)?.Decl.For?.Value, [back.Of]);
        var lines = recent is null ? speech.Say("take-back.lines", owner)
            : speech.Say("take-back.recent", owner, speech.Duration(recent.Duration));
        return takes switch
        {
            Porras.Takes.All => speech.Sentence("take-back.all", lines),
            Porras.Takes.Part(var share) => speech.Sentence("take-back.part", lines, speech.Share(share)),
            Porras.Takes.Unused => speech.Sentence("take-back.unused", lines),
            _ => throw Speech.Unknown(takes),
        };
    }
}
