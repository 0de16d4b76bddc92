namespace Porras;

/// <summary>Reads tables: their keys, their columns, their rows.</summary>
internal static class TableGrammar
{
    /// <summary>Reads a table.</summary>
    public static Declaration Read(Block block, Findings findings)
    {
        var c = new Cursor(block.First, findings);
        c.Expect(Keywords.TableBy);
        List<TableKey> keys = [];
        do
        {
            var key = c.TableKey();
            keys.AddRange(c.Failed ? [] : [key]);
        }
        while (c.Try(Keywords.And));

        var title = c.TitleIfAny();
        var whole = c.End();
        keys = whole ? keys : [];
        List<Name> columns = [];
        List<TableRow> rows = [];
        foreach (var (i, clause) in block.Clauses.Index())
        {
            var line = new Cursor(clause, findings);
            if (i == 0)
            {
                columns = Columns(line);
                whole &= !line.Failed;
            }
            else if (Row(line, whole, keys.Count, columns.Count) is { } row)
            {
                rows.Add(row);
            }
        }

        return new Declaration.Table(keys, columns, rows, title, c.Mark);
    }

    /// <summary>What a table is read by.</summary>
    public static TableKey TableKey(this Cursor c)
    {
        if (c.Try(Keywords.PlaceIn))
        {
            return new TableKey.PlaceIn(
                c.Try(Keywords.Provider) ? new Owner.Provider()
                : c.Try(Keywords.Contract) ? new Owner.Contract()
                : new Owner.Cohort(c.Name()));
        }

        return c.Try(Keywords.Group) ? new TableKey.Group()
            : c.Try(Keywords.ContractYear) ? new TableKey.ContractYear()
            : c.Try(Keywords.CalendarYear) ? new TableKey.CalendarYear()
            : c.Try(Keywords.Date) ? new TableKey.Dated()
            : c.Try(Keywords.Step) ? new TableKey.OfStep()
            : c.Try(Keywords.Time) ? new TableKey.Time()
            : new TableKey.Named(c.Name());
    }

    /// <summary>The label of a row.</summary>
    public static Label RowLabel(this Cursor c)
    {
        var place = c.Place;
        if (c.Try(Keywords.Otherwise))
        {
            return new(LabelKind.Otherwise, null, null, null, null, place);
        }

        var kind = c.Try(Keywords.From) ? LabelKind.From
            : c.Try(Keywords.Above) ? LabelKind.Above
            : c.Try(Keywords.Below) ? LabelKind.Below
            : c.Try(Keywords.UpTo) ? LabelKind.UpTo
            : LabelKind.Is;
        if (c.SeesDate())
        {
            return new(kind, null, null, c.Date(), null, place);
        }

        if (!c.SeesNumber())
        {
            return new(kind, null, kind == LabelKind.Is ? c.Label() : c.Name(), null, null, place);
        }

        var literal = c.Literal();
        return kind != LabelKind.Is && literal.IsShare && c.Try(Keywords.Of)
            ? new(kind, null, c.Name(), null, literal, place)
            : new(kind, literal, null, null, null, place);
    }

    private static List<Name> Columns(Cursor c)
    {
        List<Name> names = [];
        while (c.Current.Kind != TokenKind.End)
        {
            var name = c.NewName();
            if (!c.Failed)
            {
                names.Add(name);
            }
        }

        if (c.End() && c.Mark.Clause is { } reference)
        {
            c.Note(c.Mark.Place, "P1008", reference);
        }

        return names;
    }

    private static TableRow? Row(Cursor c, bool known, int keys, int columns)
    {
        if (!known)
        {
            // The first lines could not be read, so that nothing is known about this one.
            return null;
        }

        List<Label> labels = [];
        for (var i = 0; i < keys; i++)
        {
            labels.Add(c.RowLabel());
        }

        List<Literal?> cells = [];
        while (c.Current.Kind != TokenKind.End && cells.Count < columns)
        {
            cells.Add(c.Try(TokenKind.Dash) ? null : c.Literal());
        }

        if (!c.Failed && cells.Count < columns)
        {
            c.FailAt(c.Place, "P1050", Values.Text(cells.Count), Values.Text(columns));
        }
        else if (!c.Failed && c.Current.Kind != TokenKind.End)
        {
            c.FailAt(c.Place, "P1051", Cursor.Found(c.Current), Values.Text(columns));
        }

        return c.End() ? new(labels, cells, c.Mark) : null;
    }
}
