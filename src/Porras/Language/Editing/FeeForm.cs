using W = Porras.Keywords;

namespace Porras;

/// <summary>The values of fees and limits.</summary>
internal static class FeeForm
{
    private static readonly Keyword[] Order =
    [
        W.For, W.When, W.Or, W.And, W.OnlyIf, W.Pay, W.Plus, W.Times, W.Less, W.Settles, W.AtMost, W.Beside,
        W.PartPeriodsPay, W.SkippedSteps, W.Priced, W.ClaimWithin, W.Payable, W.EveryTime,
    ];

    private static readonly FieldChoice[] OftenChoices =
    [
        new(W.Once.Phrase), new(W.EveryTime.Phrase),
        new($"{W.AtMost} ", FieldKind.Whole, $" {W.Times}") { First = "3" },
    ];

    private static readonly FieldChoice[] PartChoices = Choices(W.ByDays, W.InFull, W.Nothing);
    private static readonly FieldChoice[] SkippedChoices = Choices(W.ArePaid, W.AreNotPaid);
    private static readonly FieldChoice[] RuleChoices = Choices(W.ThenCut, W.ThenStop, W.ThenProRata, W.ThenReport);

    private static readonly FieldChoice[] PeriodChoices =
        Choices(W.ContractYear, W.CalendarYear, W.CalendarQuarter, W.CalendarMonth);

    /// <summary>Reads the clauses of a fee.</summary>
    public static void Read(PartDraft part)
    {
        var first = part.Clause(part.First).Expect(W.Fee);
        first.Cursor.NewName();
        first.Phrase("kind", c =>
        {
            c.ExpectOne(W.Output, W.Outcome);
            return default;
        }, FieldKind.Number, Choices(W.Output, W.Outcome));
        first.Optional("title", FieldKind.Title, null, " ", c => c.Title());
        first.End();
        Moment? moment = null;
        foreach (var clause in part.Clauses)
        {
            moment = Read(part, clause) ?? moment;
        }

        Absent(part, moment);
    }

    /// <summary>Reads a limit.</summary>
    public static void ReadLimit(PartDraft part)
    {
        var form = part.Clause(part.First).Expect(W.Limit);
        form.Phrase("amount", c =>
        {
            var amount = c.AmountBefore(c.Current.Kind == TokenKind.Word ? W.Of : null);
            if (c.Sees(W.ForEach) && (c.Ahead(3).Is("for") || c.Ahead(3).Is("of")))
            {
                c.Expect(W.ForEach);
                c.Name();
            }

            return PlaceOf(amount);
        }, FieldKind.Money, []);
        form.Optional("fees", FieldKind.Several, W.Of, $" {W.Of} ", c => c.Names(), Choices(part.Names.Fees));
        var scopes = Choices([
            W.EachParticipant.Phrase, W.EachProvider.Phrase, W.TheContract.Phrase,
            .. part.Names.Cohorts.Select(c => $"{W.Each} {c}"),
        ]);
        form.Expect(W.For).Phrase("scope", c =>
        {
            if (!c.Try(W.EachParticipant))
            {
                c.Scope();
            }

            return default;
        }, FieldKind.Number, scopes);
        form.Optional("period", FieldKind.Choice, W.And, $" {W.And} ", c => c.Period(), PeriodChoices);
        form.Optional("rule", FieldKind.Choice, null, ", ",
            c => c.ExpectOne(W.ThenCut, W.ThenStop, W.ThenProRata, W.ThenReport), RuleChoices);
        form.End();
    }

    private static FieldChoice[] Choices(params IEnumerable<Keyword> words) => Choices(words.Select(w => w.Phrase));

    private static FieldChoice[] Choices(IEnumerable<string> words) => [.. words.Select(w => new FieldChoice(w))];

    private static Place PlaceOf(Amount amount) => amount switch
    {
        { Share: Share.Written(var share) } => share.Place,
        { Times: { } times } => times.Place,
        { Base: Basis.Written(var literal) } => literal.Place,
        _ => default,
    };

    private static Moment? Read(PartDraft part, Clause clause)
    {
        var form = part.Clause(clause);
        switch (clause.Tokens[0].Text)
        {
            case "when":
                return When(part, form);
            case "pay":
                Pay(part, form.Expect(W.Pay));
                break;
            case "only":
                FormGrammar.Tests(part, form.Expect(W.OnlyIf));
                break;
            case "times":
                form.Expect(W.Times).Field("times", FieldKind.Share, c => c.WrittenShare());
                form.End();
                break;
            case "part":
                Whole(part.Optional(clause).Expect(W.PartPeriodsPay), "part-periods", PartChoices);
                break;
            case "skipped":
                Whole(part.Optional(clause).Expect(W.SkippedSteps), "skipped", SkippedChoices);
                break;
            case "priced":
                HeaderForm.Priced(part.Optional(clause));
                break;
            case "claim":
                var claim = part.Optional(clause).Expect(W.ClaimWithin);
                claim.Field("claim", FieldKind.Duration, c => c.Lasting());
                claim.End();
                break;
            case "payable":
                HeaderForm.Payable(part.Optional(clause));
                break;
            case "once" or "every":
                Whole(form, "often", OftenChoices);
                break;
            case "at":
                AtMost(part, clause);
                break;
            default:
                var of = form.Cursor.Take().Text;
                form.Rest("number", of);
                break;
        }

        return null;
    }

    private static void AtMost(PartDraft part, Clause clause)
    {
        if (clause.Tokens is [.., { Text: "each" }, _])
        {
            part.Optional(clause).Expect(W.AtMost).Rest("each-time");
            return;
        }

        var form = part.Clause(clause);
        form.Phrase("often", c =>
        {
            c.Expect(W.AtMost);
            var place = c.Place;
            c.AtMostTimes();
            return place;
        }, FieldKind.Whole, OftenChoices);
        form.End();
    }

    private static void Whole(ClauseForm form, string key, FieldChoice[] choices)
    {
        form.Phrase(key, c =>
        {
            while (c.Current.Kind != TokenKind.End)
            {
                c.Take();
            }

            return default;
        }, FieldKind.Number, choices);
        form.End();
    }

    private static Moment? When(PartDraft part, ClauseForm form)
    {
        MomentKind? kind = null;
        form.Expect(W.When).Phrase("when", c =>
        {
            kind = c.MomentKind();
            return kind switch
            {
                MomentKind.Reaches reaches => PlaceOf(reaches.Value),
                MomentKind.EachBlock each => PlaceOf(each.Block),
                MomentKind.EachLasts(_, var lasting) => lasting.Place,
                MomentKind.EachPart(_, var lasting, _) => lasting.Place,
                MomentKind.Occurs or MomentKind.NewStep or MomentKind.EachPeriod => default,
                _ => throw new InvalidOperationException("Unknown moment."),
            };
        }, FieldKind.Quantity, part.Names.Moments);
        if (kind is null || form.Cursor.Failed)
        {
            return null;
        }

        var windows = Choices(part.Names.Windows);
        var comma = kind is MomentKind.NewStep ? "," : "";
        var c = form.Cursor;
        var (at, hasComma) = (c.Taken, c.Current.Kind == TokenKind.Comma);
        if (c.Current.Kind == TokenKind.End)
        {
            form.Optional("within", FieldKind.Choice, W.Within, $"{comma} {W.Within} ", x => x.Name(), windows);
            form.End();
        }
        else if (c.Sees(W.Within, hasComma ? 1 : 0) && c.Ahead(hasComma ? 3 : 2).Kind == TokenKind.End)
        {
            c.Try(TokenKind.Comma);
            c.Expect(W.Within);
            var window = c.Taken;
            c.Name();
            form.At("within", FieldKind.Choice, window, window + 1, "", windows, at);
            form.End();
        }

        return new(kind, []);
    }

    private static void Pay(PartDraft part, ClauseForm form)
    {
        if (!form.Cursor.Sees(W.By))
        {
            form.Phrase("pay", c => c.Pay() switch
            {
                Porras.Pay.Fixed(var amount) => PlaceOf(amount),
                Porras.Pay.ShareOf(Share.Written(var share), _) => share.Place,
                Porras.Pay.Pool(var amount, _, _) => PlaceOf(amount),
                Porras.Pay.ShareOf or Porras.Pay.Unpaid or Porras.Pay.ByKey => default,
                _ => throw new InvalidOperationException("Unknown pay."),
            }, FieldKind.Money, [
                new("", FieldKind.Money) { First = Exact.Zero.ToString(part.Names.Decimals) },
                .. Choices(part.Names.Prices),
            ]);
            form.End();
            return;
        }

        form.Expect(W.By).Cursor.TableKey();
        var whole = true;
        do
        {
            var first = form.Cursor.Taken;
            form.Cursor.RowLabel();
            var label = form.WordsTo(first);
            var place = PlaceOf(form.Cursor.Amount());
            var at = form.Literal(place);
            whole &= at is not null && at.Value.Behind == form.Cursor.Taken;
            if (at is var (from, behind) && !form.Cursor.Failed)
            {
                form.At("pay-row", FieldKind.Money, from, behind, label);
            }
        }
        while (form.Cursor.Try(TokenKind.Comma));
        form.End(whole);
    }

    private static void Absent(PartDraft part, Moment? moment)
    {
        Add("when", W.When, part.Names.Moments, true);
        Add("pay", W.Pay, [
            new("", FieldKind.Money) { First = Exact.Zero.ToString(part.Names.Decimals) },
            .. Choices(part.Names.Prices),
        ], true);
        Add("part-periods", W.PartPeriodsPay, PartChoices,
            moment?.Event is MomentKind.EachPeriod or MomentKind.EachPart);
        Add("skipped", W.SkippedSteps, SkippedChoices, moment?.Event is MomentKind.NewStep);
        Add("priced", W.Priced, HeaderForm.PricedChoices, true);
        Add("claim", W.ClaimWithin, [], true);
        Add("payable", W.Payable, HeaderForm.PayableChoices, true);
        Add("often", W.EveryTime, OftenChoices, true);

        void Add(string key, Keyword word, IEnumerable<FieldChoice> choices, bool offered)
        {
            if (!offered || part.Has(key))
            {
                return;
            }

            var before = key == "often" ? "" : key == "claim" ? "claim     within " : HeaderForm.Padded(word);
            var kind = key == "claim" ? FieldKind.Duration : FieldKind.Choice;
            part.Absent(new(key, key, kind, "", default) { Choices = [.. choices] }, word, before, Order);
        }
    }
}
