using W = Porras.Keywords;

namespace Porras;

/// <summary>Which values of each declaration a form shows. What is not read here stays a text.</summary>
internal static class FormGrammar
{
    private static readonly Keyword[] SourceWords =
        [W.Register, W.Document, W.Organiser, W.Evaluator, W.Provider, W.Participant];

    /// <summary>Reads the clauses of a declaration.</summary>
    public static void Read(PartDraft part, string word)
    {
        switch (word)
        {
            case "model":
                HeaderForm.Read(part);
                break;
            case "participants" or "providers" or "cohort":
                PeopleForm.Read(part, word);
                break;
            case "groups":
                Lines(part, Group);
                break;
            case "ladder":
                Ladder(part);
                break;
            case "transition":
                Lines(part, Year);
                break;
            case "table":
                Table(part);
                break;
            case "fee":
                FeeForm.Read(part);
                break;
            case "limit":
                FeeForm.ReadLimit(part);
                break;
            case "measure" or "take" or "split" or "expect":
                Rest(part, word);
                break;
            default:
                break;
        }
    }

    /// <summary>Tests that all hold: each number, and each label of a list, is a value.</summary>
    public static void Tests(PartDraft part, ClauseForm form)
    {
        var line = form.Cursor.Tests();
        var whole = !line.OneIsEnough && !form.Cursor.Failed;
        foreach (var test in form.Cursor.Failed ? [] : line.Tests)
        {
            whole &= test switch
            {
                Test.Compares
                {
                    Of: OfMany.One, Scope: SpanScope.None, Within: null,
                    Value: { Share: null, Times: null, ForEach: null, Base: Basis.Written(var literal) },
                } c => Compared(form, c, literal),
                Test.HasLabel { Not: false } has => Labelled(part, form, has),
                _ => false,
            };
        }

        form.End(whole);
    }

    private static bool Compared(ClauseForm form, Test.Compares test, Literal literal)
    {
        if (form.Literal(literal.Place) is not var (first, behind))
        {
            return false;
        }

        var key = "test-" + ValueText.Of(test.Compare).Phrase.Replace(' ', '-');
        form.At(key, form.KindOf(literal), first, behind, test.Name.Text);
        return true;
    }

    private static bool Labelled(PartDraft part, ClauseForm form, Test.HasLabel test)
    {
        if (part.Names.LabelsOf(test.Name) is not { } labels || form.IndexOf(test.Label.Place) is not (>= 0 and var at))
        {
            return false;
        }

        form.At("test-is", FieldKind.Choice, at, at + 1, test.Name.Text, labels.Select(l => new FieldChoice(l)));
        return true;
    }

    private static void Lines(PartDraft part, Action<PartDraft, Clause> read)
    {
        part.Show(part.First);
        foreach (var clause in part.Clauses)
        {
            read(part, clause);
        }

        part.EndItem();
    }

    private static void Group(PartDraft part, Clause clause)
    {
        var form = part.Clause(clause);
        part.Begin(clause.Tokens[0].Text, clause.Place);
        form.Cursor.Take();
        form.Optional("title", FieldKind.Title, null, " ", c => c.Title());
        if (form.Cursor.Try(W.Otherwise))
        {
            form.End();
            return;
        }

        form.Expect(W.When);
        Tests(part, form);
    }

    private static void Ladder(PartDraft part)
    {
        var first = part.Clause(part.First);
        first.Expect(W.Ladder).Cursor.NewName();
        first.Optional("title", FieldKind.Title, null, " ", c => c.Title());
        first.End();
        foreach (var clause in part.Clauses)
        {
            var form = part.Clause(clause).Expect(W.Step);
            part.Begin(form.Cursor.Current.Text, clause.Place);
            form.Cursor.Whole(0, PeopleGrammar.StepMost);
            form.Optional("title", FieldKind.Title, null, " ", c => c.Title());
            form.Optional("evidence", FieldKind.Several, W.Evidence, $" {W.Evidence} ", c =>
            {
                do
                {
                    c.ExpectOne(SourceWords);
                }
                while (c.Try(W.Or));
            }, SourceWords.Select(w => new FieldChoice(w.Phrase)), $" {W.Or} ");
            form.End();
        }

        part.EndItem();
    }

    private static void Year(PartDraft part, Clause clause)
    {
        var form = part.Clause(clause).Expect(W.ContractYear);
        part.Begin(form.Cursor.Current.Text, clause.Place);
        form.Cursor.Take();
        form.Expect(W.Outputs).Field("outputs", FieldKind.Share, c => c.WrittenShare());
        form.Expect(W.Outcomes).Field("outcomes", FieldKind.Share, c => c.WrittenShare());
        form.End();
    }

    private static void Table(PartDraft part)
    {
        var first = part.Clause(part.First).Expect(W.TableBy);
        var keys = 0;
        do
        {
            first.Cursor.TableKey();
            keys++;
        }
        while (first.Cursor.Try(W.And));
        first.Optional("title", FieldKind.Title, null, " ", c => c.Title());
        first.End();
        var columns = part.Clauses.Count > 0 ? part.Clauses[0].Tokens.Select(t => t.Text).ToList() : [];
        if (columns.Count > 0)
        {
            part.Show(part.Clauses[0]);
        }

        foreach (var clause in part.Clauses.Skip(1))
        {
            Row(part, clause, keys, columns);
        }

        part.EndItem();
    }

    private static void Row(PartDraft part, Clause clause, int keys, List<string> columns)
    {
        var form = part.Clause(clause);
        for (var i = 0; i < keys; i++)
        {
            form.Cursor.RowLabel();
        }

        part.Begin(string.Join(' ', clause.Tokens.Take(form.Cursor.Taken).Select(t => t.Text)), clause.Place);
        var whole = true;
        foreach (var column in columns)
        {
            if (form.Cursor.Try(TokenKind.Dash))
            {
                whole = false;
                continue;
            }

            var (at, literal) = (form.Cursor.Taken, form.Cursor.Literal());
            if (!form.Cursor.Failed)
            {
                form.At("cell", form.KindOf(literal), at, form.Cursor.Taken, column);
            }
        }

        form.End(whole);
    }

    // Numbers can be changed here; the rest of these clauses is said in the text.
    private static void Rest(PartDraft part, string word)
    {
        foreach (var clause in word is "expect" ? [part.First] : part.Clauses)
        {
            var form = part.Clause(clause);
            if (word == "measure" && form.Cursor.Try(W.Where))
            {
                Tests(part, form);
            }
            else if (word == "take" && form.Cursor.Try(W.OnlyIf))
            {
                Tests(part, form);
            }
            else
            {
                var of = form.Cursor.Take().Text;
                form.Rest(word is "split" ? "share" : word is "expect" ? "expected" : "number", of);
            }
        }
    }
}
