using W = Porras.Keywords;

namespace Porras;

/// <summary>The values of providers, participants and cohorts.</summary>
internal static class PeopleForm
{
    private static readonly Keyword[] ProviderOrder = [W.Known, W.Bid, W.Transfer];
    private static readonly Keyword[] ParticipantOrder = [W.Known, W.Start, W.Window, W.Again, W.OnlyIf];

    private static readonly FieldChoice[] TransferChoices =
        [new(W.FeesGoToTheFirstProvider.Phrase), new(W.FeesGoToTheProviderOfTheDay.Phrase)];

    private static readonly FieldChoice[] AgainChoices = [new(W.ANewEpisode.Phrase), new(W.TheSameEpisode.Phrase)];

    private static readonly FieldChoice[] Sides = [new(W.From.Phrase), new(W.After.Phrase), new(W.Before.Phrase)];

    /// <summary>Reads the clauses.</summary>
    public static void Read(PartDraft part, string word)
    {
        if (word == "providers" || (word == "participants" && part.First.Tokens.Count == 2))
        {
            part.Show(part.First);
        }

        foreach (var clause in part.Clauses)
        {
            Read(part, clause);
        }

        if (word == "providers" && !Has(part, W.Transfer))
        {
            part.Absent(
                new("transfer", "transfer", FieldKind.Choice, "", default) { Choices = TransferChoices }, W.Transfer,
                HeaderForm.Padded(W.Transfer), ProviderOrder);
        }

        if (word == "participants" && !Has(part, W.Again))
        {
            part.Absent(
                new("again", "again", FieldKind.Choice, "", default) { Choices = AgainChoices }, W.Again,
                HeaderForm.Padded(W.Again), ParticipantOrder);
        }
    }

    private static bool Has(PartDraft part, Keyword word) => part.Clauses.Any(c => c.Tokens[0].Is(word.Words[0]));

    private static void Read(PartDraft part, Clause clause)
    {
        var form = part.Clause(clause);
        switch (clause.Tokens[0].Text)
        {
            case "bid":
                Bid(form);
                break;
            case "transfer":
                Choice(part.Optional(clause), W.Transfer, "transfer", TransferChoices);
                break;
            case "again":
                Choice(part.Optional(clause), W.Again, "again", AgainChoices);
                break;
            case "start":
                form.Expect(W.Start).Field("start", FieldKind.Title, c => c.Title());
                if (form.Cursor.Try(TokenKind.Comma))
                {
                    form.Expect(W.Until).Field("until", FieldKind.Date, c => c.Date());
                }

                form.End();
                break;
            case "window":
                Window(part, form);
                break;
            case "only":
                form.Expect(W.OnlyIf);
                FormGrammar.Tests(part, form);
                break;
            case "closes":
                form.Expect(W.Closes).Field("closes", FieldKind.Duration, c => c.Lasting());
                form.Expect(W.AfterItEnds).End();
                break;
            default:
                break;
        }
    }

    private static void Choice(ClauseForm form, Keyword word, string key, FieldChoice[] choices)
    {
        form.Expect(word).Phrase(key, c =>
        {
            while (c.Current.Kind != TokenKind.End)
            {
                c.Take();
            }

            return default;
        }, FieldKind.Number, choices);
        form.End();
    }

    private static void Bid(ClauseForm form)
    {
        var column = form.Expect(W.Bid).Cursor.Column();
        if (!form.Cursor.Try(W.From))
        {
            form.End(false);
            return;
        }

        Limit("bid-from");
        form.Expect(W.To);
        Limit("bid-to");
        form.End(false);

        void Limit(string key)
        {
            var (at, literal) = (form.Cursor.Taken, form.Cursor.Literal());
            if (!form.Cursor.Failed)
            {
                form.At(key, form.KindOf(literal), at, form.Cursor.Taken, column.Name.Text);
            }
        }
    }

    private static void Window(PartDraft part, ClauseForm form)
    {
        var name = form.Expect(W.Window).Cursor.NewName().Text;
        if (!form.Cursor.Try(W.Lasts))
        {
            return;
        }

        form.Field("window", FieldKind.Duration, c => c.Lasting(), name);
        form.Phrase("window-side", c =>
        {
            c.Side();
            return default;
        }, FieldKind.Date, Sides, name);
        var ends = part.Names.Windows.Where(w => w != name).Select(w => $"{W.EndOf} {w}");
        string[] days = [.. part.Names.Happenings, .. ends];
        form.Phrase("window-day", c =>
        {
            c.DayName();
            return default;
        }, FieldKind.Date, days.Select(d => new FieldChoice(d)), name);
        form.End();
    }
}
