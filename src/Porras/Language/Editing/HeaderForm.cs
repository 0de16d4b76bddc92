using W = Porras.Keywords;

namespace Porras;

/// <summary>The values of the <c>model</c> declaration, and phrases that fees have too.</summary>
internal static class HeaderForm
{
    private static readonly Keyword[] Order =
    [
        W.Title, W.InForce, W.Money, W.YearBegins, W.TakesOver, W.Priced, W.Payable, W.Law,
    ];

    private static readonly string[] Tongues = ["en", "fi", "sv"];

    /// <summary>When an amount may be invoiced.</summary>
    public static readonly FieldChoice[] PayableChoices =
    [
        new("", FieldKind.Duration, $" {W.Later}") { First = "30 days" },
        new("", FieldKind.Whole, $" {W.WorkingDays} {W.Later}") { First = "14" },
    ];

    /// <summary>Which day's price counts.</summary>
    public static readonly FieldChoice[] PricedChoices = [new(W.WhenEarned.Phrase), new($"{W.On} {W.Start}")];

    /// <summary>Reads the clauses.</summary>
    public static void Read(PartDraft part)
    {
        var first = part.Clause(part.First).Expect(W.Model);
        first.Cursor.FreeName();
        first.Expect(W.Version).Field("version", FieldKind.Whole, c => c.Whole(1, int.MaxValue));
        first.End();
        List<string> titled = [];
        foreach (var clause in part.Clauses)
        {
            Read(part, clause, titled);
        }

        Absent(part, titled);
        if (!part.Clauses.Any(c => c.Tokens[0].Is(W.Priced.Phrase)))
        {
            part.Absent(
                new("priced", "priced", FieldKind.Choice, "", default) { Choices = PricedChoices }, W.Priced,
                Padded(W.Priced), Order);
        }

        if (!part.Clauses.Any(c => c.Tokens[0].Is(W.Payable.Phrase)))
        {
            part.Absent(
                new("payable", "payable", FieldKind.Choice, "", default) { Choices = PayableChoices }, W.Payable,
                Padded(W.Payable), Order);
        }
    }

    /// <summary>The words of a clause, filled up to the column where its values begin.</summary>
    public static string Padded(Keyword word) => word.Phrase.PadRight(9) + " ";

    /// <summary>A clause that says which day's price counts.</summary>
    public static void Priced(ClauseForm form)
    {
        form.Expect(W.Priced).Phrase("priced", c =>
        {
            c.Priced();
            return default;
        }, FieldKind.Date, PricedChoices);
        form.End();
    }

    /// <summary>A clause that says when an amount may be invoiced.</summary>
    public static void Payable(ClauseForm form)
    {
        form.Expect(W.Payable).Phrase("payable", c =>
        {
            var place = c.Place;
            return c.Payable() is { After: { } after } ? after.Place : place;
        }, FieldKind.Duration, PayableChoices);
        form.End();
    }

    private static void Read(PartDraft part, Clause clause, List<string> titled)
    {
        var form = part.Clause(clause);
        switch (clause.Tokens[0].Text)
        {
            case "title":
                Titles(part, clause, titled);
                break;
            case "in":
                form.Expect(W.InForce).Field("first", FieldKind.Date, c => c.Date());
                form.Expect(W.To).Field("last", FieldKind.Date, c => c.Date());
                form.End();
                break;
            case "money":
                Money(form);
                break;
            case "priced":
                Priced(part.Optional(clause));
                break;
            case "payable":
                Payable(part.Optional(clause));
                break;
            case "law":
                form.Expect(W.Law).Field("law", FieldKind.Title, c => c.Title());
                form.End();
                break;
            default:
                break;
        }
    }

    private static void Titles(PartDraft part, Clause clause, List<string> titled)
    {
        var alone = clause.Tokens.Count(t => t.Kind == TokenKind.Title) < 2;
        var form = alone ? part.Optional(clause) : part.Clause(clause);
        form.Expect(W.Title);
        while (form.Cursor.Current.Kind == TokenKind.Word && form.Cursor.Ahead(1).Kind == TokenKind.Title)
        {
            var at = form.Cursor.Taken;
            var tongue = form.Cursor.Take().Text;
            form.Cursor.Title();
            form.At("title", FieldKind.Title, at + 1, at + 2, tongue, null, alone ? null : at);
            titled.Add(tongue);
        }

        form.End();
    }

    private static void Money(ClauseForm form)
    {
        form.Expect(W.Money).Field("currency", FieldKind.Currency, c => HeaderGrammar.CurrencyCode(c));
        form.Cursor.ExpectComma();
        form.Phrase("rounded", c =>
        {
            c.ExpectOne(W.EachLineRoundedTo, W.EachRunningTotalRoundedTo);
            return default;
        }, FieldKind.Number, [new(W.EachLineRoundedTo.Phrase), new(W.EachRunningTotalRoundedTo.Phrase)]);
        form.Field("unit", FieldKind.Number, c => c.Literal());
        form.Phrase("mode", c =>
        {
            c.ExpectOne(W.HalfUp, W.HalfEven, W.Down);
            return default;
        }, FieldKind.Number, [new(W.HalfUp.Phrase), new(W.HalfEven.Phrase), new(W.Down.Phrase)]);
        form.End();
    }

    private static void Absent(PartDraft part, List<string> titled)
    {
        var clause = part.Clauses.LastOrDefault(c =>
            c.Tokens[0].Is(W.Title.Phrase) && c.Tokens[^1].Kind == TokenKind.Title);
        foreach (var tongue in Tongues.Except(titled))
        {
            var field = new FormField("title", "title", FieldKind.Title, "", default) { Of = tongue };
            if (clause is null)
            {
                part.Absent(field, W.Title, $"{Padded(W.Title)}{tongue} \"", Order);
            }
            else
            {
                part.AbsentBehind(field, clause, $"   {tongue} \"");
            }
        }
    }
}
