namespace Porras;

/// <summary>What an explanation says of the model as a whole, of providers and of participants.</summary>
internal static class ToldTerms
{
    public static IEnumerable<ExplainedItem> OfModel(Speech speech)
    {
        var header = speech.Model.Header;
        var told = new Telling(speech, "model", header.Mark);
        told.Say("version", "model.name", Speech.Quoted(header.Name), Spoken.Integer(header.Version));
        yield return told.Done();

        foreach (var title in header.Titles)
        {
            told = new(speech, "model", header.Mark);
            told.Say("title", title.Mark, "model.title", speech.And(title.Value.Select(t =>
                speech.Say("model.title.one", Speech.Quoted(t.Title.Text), speech.Say("tongue." + t.Tongue)))));
            yield return told.Done();
        }

        if (header.InForce is { Value: var days, Mark: var at })
        {
            told = new(speech, "model", header.Mark);
            told.Say("in force", at, "model.in-force", speech.Spoken.Day(days.First), speech.Spoken.Day(days.Last));
            if (speech.Model.Fees.Any(f => f.For is { Value: Owner.Provider or Owner.Contract }))
            {
                told.Say("in force", at, "model.periods", speech.Spoken.Day(days.First), speech.Spoken.Day(days.Last));
            }

            yield return told.Done();
        }

        foreach (var item in Terms(speech, header))
        {
            yield return item;
        }
    }

    public static IEnumerable<ExplainedItem> OfProviders(Speech speech)
    {
        if (speech.Model.Providers is not { } providers)
        {
            yield break;
        }

        foreach (var known in providers.Known)
        {
            var told = new Telling(speech, "providers", providers.Mark);
            told.Say("known", known.Mark, "providers.known", Columns(speech, known.Value));
            yield return told.Done();
        }

        foreach (var (bid, at) in providers.Bids.Select(b => (b.Value, b.Mark)))
        {
            var told = new Telling(speech, "providers", providers.Mark);
            var kind = bid.Column.Type.Kind;
            var key = (bid.From, bid.To) switch
            {
                (null, null) => "providers.bid",
                (null, _) => "providers.bid.to",
                (_, null) => "providers.bid.from",
                _ => "providers.bid.from-to",
            };
            var from = bid.From is { } f ? speech.Literal(f, kind) : "";
            var to = bid.To is { } t ? speech.Literal(t, kind) : "";
            told.Say("bid " + bid.Column.Name.Text, at, key, Column(speech, bid.Column), from, to);
            yield return told.Done();
        }

        if (providers.Transfer is { } transfer)
        {
            var told = new Telling(speech, "providers", providers.Mark);
            told.Say("transfer", transfer.Mark, transfer.Value switch
            {
                TransferRule.Refused => "providers.transfer.refused",
                TransferRule.FirstProvider => "providers.transfer.first",
                TransferRule.ProviderOfTheDay => "providers.transfer.of-the-day",
                var other => throw Speech.Unknown(other),
            });
            yield return told.Done();
        }
    }

    public static IEnumerable<ExplainedItem> OfParticipants(Speech speech)
    {
        if (speech.Model.Participants is not { } participants)
        {
            yield break;
        }

        var told = new Telling(speech, "participants", participants.Mark);
        told.Say("noun", "participants.noun", Speech.Quoted(participants.Noun));
        yield return told.Done();

        if (participants.Start is { Value: var (title, until), Mark: var at })
        {
            told = new(speech, "participants", participants.Mark);
            told.Say("start", at, "participants.start", Speech.Quoted(title.Text));
            if (until is { } last)
            {
                told.Say("start", at, "participants.until", speech.Spoken.Day(last));
            }

            yield return told.Done();
        }

        foreach (var known in participants.Known)
        {
            told = new(speech, "participants", participants.Mark);
            told.Say("known", known.Mark, "participants.known", Columns(speech, known.Value));
            yield return told.Done();
        }

        foreach (var item in participants.Windows.Select(w => Window(speech, w, participants.Mark)))
        {
            yield return item;
        }

        foreach (var item in Eligibility(speech, participants))
        {
            yield return item;
        }
    }

    /// <summary>
    /// Columns with their types: <c>"age" (number) and "education" (one of "basic" and "higher")</c>.
    /// </summary>
    public static Phrase Columns(Speech speech, IReadOnlyList<ColumnDecl> columns) =>
        speech.And(columns.Select(c => Column(speech, c)));

    // A column named by a unit needs no type.
    private static Phrase Column(Speech speech, ColumnDecl column) => column switch
    {
        { Name.Text: "hours", Type.Kind: ValueKind.Hours } or { Name.Text: "days", Type.Kind: ValueKind.Days }
            or { Name.Text: "points", Type.Kind: ValueKind.Points } => Speech.Quoted(column.Name),
        _ => Typed(speech, column),
    };

    private static Phrase Typed(Speech speech, ColumnDecl column) =>
        speech.Say("column", Speech.Quoted(column.Name), column.Type.Kind switch
        {
            ValueKind.Number => speech.Say("type.number"),
            ValueKind.Money => speech.Say("type.money"),
            ValueKind.Percent => speech.Say("type.percent"),
            ValueKind.Points => speech.Say("type.points"),
            ValueKind.Hours => speech.Say("type.hours"),
            ValueKind.Days => speech.Say("type.days"),
            ValueKind.Weeks => speech.Say("type.weeks"),
            ValueKind.Months => speech.Say("type.months"),
            ValueKind.AWeek => speech.Say("type.a-week"),
            ValueKind.Day => speech.Say("type.day"),
            ValueKind.Name => speech.Say("type.name"),
            ValueKind.YesNo => speech.Say("type.yes-no"),
            ValueKind.OneOf => speech.Or(column.Type.Labels.Select(l => (Phrase)l)),
            var other => throw Speech.Unknown(other),
        });

    private static IEnumerable<ExplainedItem> Terms(Speech speech, Header header)
    {
        if (header.Money is { } money)
        {
            yield return Money(speech, header, money);
        }

        if (header.YearBegins is { Value: var (day, month), Mark: var atYear })
        {
            var told = new Telling(speech, "model", header.Mark);
            told.Say("year begins", atYear, "model.year", speech.Spoken.DayOfYear(day, month));
            yield return told.Done();
        }

        if (header.TakesOver is { } over)
        {
            var told = new Telling(speech, "model", header.Mark);
            told.Say("takes over", over.Mark, over.Value == TakesOver.RunningCases
                ? "model.takes-over.running" : "model.takes-over.new");
            yield return told.Done();
        }

        if (header.Priced is { } priced)
        {
            var told = new Telling(speech, "model", header.Mark);
            told.Add("priced", priced.Mark, ToldFees.Priced(speech, priced.Value, "model.priced"));
            yield return told.Done();
        }

        if (header.Payable is { } payable)
        {
            var told = new Telling(speech, "model", header.Mark);
            told.Add("payable", payable.Mark, ToldFees.Payable(speech, payable.Value, "model.payable"));
            yield return told.Done();
        }

        foreach (var law in header.Laws)
        {
            var told = new Telling(speech, "model", header.Mark);
            told.Say("law", law.Mark, "model.law", Speech.Quoted(law.Value.Text));
            yield return told.Done();
        }
    }

    private static ExplainedItem Money(Speech speech, Header header, Said<MoneyTerms> said)
    {
        var money = said.Value;
        var told = new Telling(speech, "model", header.Mark);
        told.Say("money", said.Mark, money.RunningTotal ? "model.money.total" : "model.money.line",
            money.Currency == "EUR" ? speech.Say("currency.euro") : money.Currency,
            speech.Spoken.Money(speech.InMoney(money.Unit)),
            money.Mode switch
            {
                RoundingMode.HalfUp => speech.Say("rounding.half-up"),
                RoundingMode.HalfEven => speech.Say("rounding.half-even"),
                RoundingMode.Down => speech.Say("rounding.down"),
                var other => throw Speech.Unknown(other),
            });
        return told.Done();
    }

    private static ExplainedItem Window(Speech speech, Said<WindowDecl> window, Mark mark)
    {
        var name = window.Value.Name;
        var told = new Telling(speech, "window " + name.Text, mark);
        switch (window.Value.Rule)
        {
            case WindowRule.Lasts(var duration, var side, var day):
                told.Say("window", window.Mark, "window." + Speech.KeyOf(side), Speech.Quoted(name),
                    speech.Duration(duration), speech.Day(day));
                if (day is DayName.Start
                    && speech.Model.Header.InForce is { Value: { IsEmpty: false, First: > 365000 } days })
                {
                    var span = side switch
                    {
                        Side.From => duration.Value.From(days.First),
                        Side.After => duration.Value.After(days.First),
                        _ => duration.Value.Before(days.First),
                    };
                    told.Say("example", window.Mark, "window.example", speech.Spoken.Day(days.First),
                        speech.Spoken.Day(span.First), speech.Spoken.Day(span.Last));
                }

                break;
            case WindowRule.Between(var first, var last):
                told.Say("window", window.Mark, "window.between", Speech.Quoted(name), speech.Day(first),
                    speech.Day(last));
                break;
            case var other:
                throw Speech.Unknown(other);
        }

        return told.Done();
    }

    private static IEnumerable<ExplainedItem> Eligibility(Speech speech, Declaration.Participants participants)
    {
        if (participants.Again is { } again)
        {
            var told = new Telling(speech, "participants", participants.Mark);
            told.Say("again", again.Mark, again.Value switch
            {
                SecondStart.Refused => "participants.again.refused",
                SecondStart.NewEpisode => "participants.again.new",
                SecondStart.SameEpisode => "participants.again.same",
                var other => throw Speech.Unknown(other),
            });
            yield return told.Done();
        }

        foreach (var line in participants.OnlyIf)
        {
            var told = new Telling(speech, "participants", participants.Mark);
            told.Say("only if", line.Mark, "participants.only-if", speech.Tests(line.Value));
            yield return told.Done();
        }
    }
}
