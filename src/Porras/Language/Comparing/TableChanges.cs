namespace Porras;

/// <summary>Changes of tables, cell by cell, and of the transition, year by year.</summary>
internal static class TableChanges
{
    public static IEnumerable<ModelChange> Of(Speech before, Speech after)
    {
        var (was, now) = (before.Model.Tables.ToList(), after.Model.Tables.ToList());
        foreach (var table in was.Where(t => Match(t, now) is null))
        {
            yield return new(ChangeKind.Removed, ToldTables.DeclarationOf(table), What(before, table),
                Whole(before, table), null, table.Mark.Clause);
        }

        foreach (var table in now)
        {
            if (Match(table, was) is not { } earlier)
            {
                yield return new(ChangeKind.Added, ToldTables.DeclarationOf(table), What(after, table), null,
                    Whole(after, table), table.Mark.Clause);
                continue;
            }

            var of = (ToldTables.DeclarationOf(table), What(after, table));
            foreach (var change in SentenceChanges.Clauses(of, Sentences(before, earlier), Sentences(after, table))
                .Concat(Rows(before, after, earlier, table)))
            {
                yield return change;
            }
        }

        foreach (var change in Transition(before, after))
        {
            yield return change;
        }
    }

    // A table has no name of its own, but its columns have.
    private static Declaration.Table? Match(Declaration.Table table, List<Declaration.Table> among) =>
        among.Find(t => t.Columns.Any(c => table.Columns.Any(d => d.Text == c.Text)));

    private static IEnumerable<ModelChange> Rows(
        Speech before, Speech after, Declaration.Table was, Declaration.Table now)
    {
        var declaration = ToldTables.DeclarationOf(now);
        var what = What(after, now);
        var (rowsWas, rowsNow) = (Labelled(before, was), Labelled(after, now));
        foreach (var (label, row) in rowsWas.Where(w => !rowsNow.Any(n => n.Label == w.Label)))
        {
            yield return new(ChangeKind.Removed, declaration, $"{what}, {label}", Cells(before, was, row), null,
                row.Mark.Clause);
        }

        foreach (var (label, row) in rowsNow)
        {
            if (rowsWas.FirstOrDefault(w => w.Label == label) is not { Row: { } earlier })
            {
                yield return new(ChangeKind.Added, declaration, $"{what}, {label}", null, Cells(after, now, row),
                    row.Mark.Clause);
                continue;
            }

            foreach (var column in was.Columns.Concat(now.Columns).Select(c => c.Text).Distinct())
            {
                var (a, b) = (Cell(before, was, earlier, column), Cell(after, now, row, column));
                if (a != b)
                {
                    var kind = a is null ? ChangeKind.Added : b is null ? ChangeKind.Removed : ChangeKind.Changed;
                    yield return new(kind, declaration, $"{what}, {label}, {column}", a, b,
                        row.Mark.Clause ?? now.Mark.Clause);
                }
            }

            if (earlier.Mark.Clause != row.Mark.Clause)
            {
                yield return new(ChangeKind.Moved, declaration, $"{what}, {label}", Reference(earlier.Mark),
                    Reference(row.Mark), row.Mark.Clause);
            }
        }
    }

    private static IEnumerable<ModelChange> Transition(Speech before, Speech after)
    {
        var (was, now) = (before.Model.Transition, after.Model.Transition);
        var what = Texts.Get(after.Tongue, "diff.what.transition");
        if (was is not null && now is not null && was.Mark.Clause != now.Mark.Clause)
        {
            yield return new(ChangeKind.Moved, "transition", what, Reference(was.Mark), Reference(now.Mark),
                now.Mark.Clause);
        }

        var (yearsWas, yearsNow) = (was?.Years ?? [], now?.Years ?? []);
        foreach (var year in yearsWas.Concat(yearsNow).Select(y => y.Value.Year).Distinct().Order())
        {
            var a = yearsWas.FirstOrDefault(y => y.Value.Year == year);
            var b = yearsNow.FirstOrDefault(y => y.Value.Year == year);
            var of = Texts.Format(after.Tongue, "diff.what.transition-year", Spoken.Integer(year));
            var wasText = a is null ? null : Shares(before, a.Value);
            var nowText = b is null ? null : Shares(after, b.Value);
            if (wasText != nowText)
            {
                var kind = a is null ? ChangeKind.Added : b is null ? ChangeKind.Removed : ChangeKind.Changed;
                yield return new(kind, "transition", of, wasText, nowText,
                    b?.Mark.Clause ?? now?.Mark.Clause ?? was?.Mark.Clause);
            }
            else if (a!.Mark.Clause != b!.Mark.Clause)
            {
                yield return new(ChangeKind.Moved, "transition", of, Reference(a.Mark), Reference(b.Mark),
                    b.Mark.Clause);
            }
        }
    }

    private static string Shares(Speech speech, TransitionYear year) => Texts.Format(
        speech.Tongue, "diff.shares", $"{speech.Literal(year.Outputs)}", $"{speech.Literal(year.Outcomes)}");

    private static List<(string Label, TableRow Row)> Labelled(Speech speech, Declaration.Table table) =>
        [.. table.Rows.Select(r => (string.Join(", ", r.Labels.Select((l, i) =>
            ToldTables.Label(speech, table.Keys[i], l).ToString())), r))];

    private static string? Cell(Speech speech, Declaration.Table table, TableRow row, string column)
    {
        var at = table.Columns.Select(c => c.Text).ToList().IndexOf(column);
        return at < 0 ? null : ToldTables.Cell(speech, row.Cells[at], ToldTables.IsMoney(speech, table, at));
    }

    private static string Cells(Speech speech, Declaration.Table table, TableRow row) =>
        string.Join(", ", table.Columns.Select(c => $"{c.Text} {Cell(speech, table, row, c.Text)}"));

    private static string Whole(Speech speech, Declaration.Table table) =>
        string.Join("; ", Labelled(speech, table).Select(r => $"{r.Label}: {Cells(speech, table, r.Row)}"));

    private static IReadOnlyList<ExplainedSentence> Sentences(Speech speech, Declaration.Table table) =>
        ToldTables.Of(speech).ElementAt(
            speech.Model.Tables.TakeWhile(t => !ReferenceEquals(t, table)).Count()).Sentences;

    private static string What(Speech speech, Declaration.Table table) => table.Title is { } title ? title.Text
        : Texts.Format(speech.Tongue, "diff.what.table", string.Join(", ", table.Columns.Select(c => c.Text)));

    private static string Reference(Mark mark) => mark.Clause is { } clause ? "§\u00a0" + clause : "–";
}
