namespace Porras;

/// <summary>What an explanation says of fees: when, how much, how often.</summary>
internal static class ToldFees
{
    public static IEnumerable<ExplainedItem> Of(Speech speech)
    {
        foreach (var fee in speech.Model.Fees)
        {
            var heading = ToldFacts.Heading(speech, fee.Title, fee.Name);
            var told = new Telling(speech, "fee " + fee.Name.Text, fee.Mark, heading);
            told.Title(fee.Title);
            told.Say("kind", fee.IsOutcome ? "fee.outcome" : "fee.output");
            if (fee.For is { } owner)
            {
                told.Say("for", owner.Mark, "fee.for", speech.Owner(owner.Value));
            }

            Moments(speech, fee, told);
            foreach (var line in fee.OnlyIf)
            {
                told.Say("only if", line.Mark, "fee.only-if", speech.Tests(line.Value));
            }

            ToldPay.Of(speech, fee, told);
            Terms(speech, fee, told);
            yield return told.Done();
        }
    }

    /// <summary>The day whose prices are read, as a sentence.</summary>
    /// <param name="speech">The words.</param>
    /// <param name="priced">The clause.</param>
    /// <param name="key">The key of the sentence: a fee's or the model's.</param>
    public static string Priced(Speech speech, Priced priced, string key) =>
        priced.On is { } day ? speech.Sentence(key + ".on", speech.Day(day)) : speech.Sentence(key + ".when-earned");

    /// <summary>From which day a line may be invoiced, as a sentence.</summary>
    public static string Payable(Speech speech, Payable payable, string key) =>
        payable.After is { } duration ? speech.Sentence(key, speech.Duration(duration))
        : speech.Sentence(key + (payable.WorkingDays == 1 ? ".working-day" : ".working-days"),
            Spoken.Integer(payable.WorkingDays));

    /// <summary>Moment and bounds of a fee or of what is taken back.</summary>
    public static void Moment(Speech speech, Telling told, string part, Said<Moment> moment, string key)
    {
        told.Say(part, moment.Mark, key, speech.Moment(moment.Value.Event));
        foreach (var bound in moment.Value.Bounds)
        {
            told.Add(part + " bound", moment.Mark, speech.Bound(bound, moment.Value.Event));
        }

        if (moment.Value is { Event: MomentKind.EachPeriod, Bounds: var bounds } && !bounds.Any(b => b is Bound.Within)
            && speech.Model.Header.InForce is { } days)
        {
            told.Say("note", moment.Mark, "fee.periods", speech.Spoken.Day(days.Value.Last));
        }

        if (moment.Value.Event is MomentKind.EachBlock(_, var unbroken, _))
        {
            told.Say("note", moment.Mark, unbroken ? "fee.rest-unbroken" : "fee.rest");
        }
    }

    private static void Moments(Speech speech, Declaration.Fee fee, Telling told)
    {
        if (fee.When is { } when)
        {
            Moment(speech, told, "when", when, "fee.when");
        }

        foreach (var or in fee.Or)
        {
            Moment(speech, told, "or", or, "fee.or");
        }

        foreach (var and in fee.And)
        {
            Moment(speech, told, "and", and, "fee.and");
        }
    }

    private static void Terms(Speech speech, Declaration.Fee fee, Telling told)
    {
        foreach (var fees in fee.Beside)
        {
            told.Say("beside", fees.Mark, "fee.beside", speech.Fees(fees.Value));
        }

        if (fee.PartPeriods is { } part)
        {
            told.Say("part periods", part.Mark, part.Value switch
            {
                PartPeriods.ByDays => "fee.part-periods.by-days",
                PartPeriods.InFull => "fee.part-periods.in-full",
                PartPeriods.Nothing => "fee.part-periods.nothing",
                var other => throw Speech.Unknown(other),
            });
        }

        if (fee.SkippedPaid is { } skipped)
        {
            told.Say("skipped steps", skipped.Mark, skipped.Value ? "fee.skipped.paid" : "fee.skipped.not-paid");
        }

        if (fee.Priced is { } priced)
        {
            told.Add("priced", priced.Mark, Priced(speech, priced.Value, "fee.priced"));
        }

        if (fee.Often is { } often)
        {
            Often(speech, fee, often, told);
        }

        if (fee.Claim is { } claim)
        {
            told.Say("claim", claim.Mark, "fee.claim", speech.Duration(claim.Value));
        }

        if (fee.Payable is { } payable)
        {
            told.Add("payable", payable.Mark, Payable(speech, payable.Value, "fee.payable"));
        }

        Multiplied(speech, fee, told);
    }

    // The transition stands far from the fee and changes every price in it, so each fee says so.
    private static void Multiplied(Speech speech, Declaration.Fee fee, Telling told)
    {
        var ofFees = fee.Pay?.Value is Pay.ShareOf(_, var names) && speech.Names.Find(names[0]) is Meaning.Fee;
        if (speech.Model.Transition is not { } transition || ofFees || fee.Pay is null)
        {
            return;
        }

        // The model's `priced on start` is for fees of participants only.
        var everywhere = speech.Model.Header.Priced?.Value;
        var isOfParticipants = fee.For is null or { Value: Owner.Participant };
        var priced = fee.Priced?.Value ?? (isOfParticipants || everywhere?.On is not DayName.Start ? everywhere : null);
        if (priced is not null)
        {
            told.Say("note", transition.Mark, fee.IsOutcome ? "fee.multiplied.outcomes" : "fee.multiplied.outputs",
                priced.On is { } day ? speech.Day(day) : speech.Say("day.earned"));
        }
    }

    private static void Often(Speech speech, Declaration.Fee fee, Said<HowOften> often, Telling told)
    {
        var owner = speech.Owner(fee.For?.Value);
        switch (often.Value)
        {
            case HowOften.Once:
                told.Say("often", often.Mark, "fee.once", owner);
                break;
            case HowOften.AtMost(Basis.Written({ Number: var one })) when one == Exact.One:
                told.Say("often", often.Mark, "fee.once", owner);
                break;
            case HowOften.AtMost(Basis.Written(var number)):
                told.Say("often", often.Mark, "fee.at-most", owner, speech.Literal(number));
                break;
            case HowOften.AtMost(Basis.Named(var name)):
                told.Say("often", often.Mark, "fee.at-most-named", owner, speech.Ref(name));
                break;
            case HowOften.Every:
                told.Say("often", often.Mark, "fee.every");
                break;
            case var other:
                throw Speech.Unknown(other);
        }
    }
}
