namespace Porras;

/// <summary>
/// Every value that can be known beforehand has a row, and its cell is not empty: P3017, P3018 and P3022.
/// </summary>
internal static class CompleteTables
{
    private const int MostShown = 6;
    private const int MostCombined = 5000;

    /// <summary>Tables that lack a row which will be read, and empty cells that will be.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. context.Model.Tables.SelectMany(t => Rows(t, context)),
        .. context.Model.Tables.SelectMany(t => Empty(t, context)),
        .. context.Model.Fees.SelectMany(f => Inline(f, context)),
    ];

    private static IEnumerable<Diagnostic> Rows(Declaration.Table table, CheckContext context)
    {
        if (table.Rows.Count == 0)
        {
            return [];
        }

        var readers = Readers(table, context);
        var domains = table.Keys.Select(k => DomainOf(k, context, readers)).ToList();
        var rows = table.Rows.Where(r => r.Labels.Count == table.Keys.Count).Select(r => r.Labels).ToList();
        return
        [
            .. Missing(table.Mark.Place, domains, rows),
            .. context.InForce is { } days ? Late(table.Keys, rows, days.First) : [],
        ];
    }

    private static IEnumerable<Diagnostic> Missing(
        Place place, List<IReadOnlyList<string>?> domains, List<IReadOnlyList<Label>> rows)
    {
        var missing = Combined(domains).Take(MostCombined).Where(c => !rows.Exists(r => Fits(r, c))).Take(MostShown + 1)
            .Select(c => string.Join(' ', c.OfType<string>())).ToList();
        IEnumerable<string> shown = missing.Count > MostShown ? [.. missing.Take(MostShown), "…"] : missing;
        return missing.Count == 0 ? [] : [Diagnostic.At(place, "P3017", string.Join("\", \"", shown))];
    }

    private static bool Fits(IReadOnlyList<Label> row, IReadOnlyList<string?> values) =>
        row.Zip(values).All(p => p.Second is null || Fits(p.First, p.Second));

    private static bool Fits(Label label, string value)
    {
        if (label.Kind == LabelKind.Otherwise)
        {
            return true;
        }

        if (label.Kind == LabelKind.Is || Exact.Parse(value) is not { } number || label.Value is not { } edge)
        {
            return label.Kind != LabelKind.Is || Written.Of(label) == value;
        }

        var order = number.CompareTo(edge.Number);
        return label.Kind switch
        {
            LabelKind.From => order >= 0,
            LabelKind.Above => order > 0,
            LabelKind.Below => order < 0,
            LabelKind.UpTo => order <= 0,
            _ => throw new InvalidOperationException($"Unknown label {label.Kind}."),
        };
    }

    private static IEnumerable<IReadOnlyList<string?>> Combined(IReadOnlyList<IReadOnlyList<string>?> domains)
    {
        IEnumerable<IReadOnlyList<string?>> all = domains.Any(d => d is not null) ? [[]] : [];
        foreach (var domain in domains)
        {
            var values = (IReadOnlyList<string?>?)domain ?? [null];
            all = all.SelectMany(c => values.Select(v => (IReadOnlyList<string?>)[.. c, v]));
        }

        return all;
    }

    // The fees whose amounts read a table; their steps and times are what it has to hold.
    private static List<Declaration.Fee> Readers(Declaration.Table table, CheckContext context) =>
    [
        .. context.Model.Fees.Where(f => context.UsesFrom(f.Name.Text).Any(u => u.Site.Part == Part.Pay
            && context.Find(u) is Meaning.TableColumn(var read, _) && ReferenceEquals(read, table))),
    ];

    private static IReadOnlyList<string>? DomainOf(
        TableKey key, CheckContext context, IReadOnlyList<Declaration.Fee> readers) => key switch
    {
        TableKey.OfStep => ListOf(readers.SelectMany(f => Steps(f, context) ?? [])),
        TableKey.Time => ListOf(readers.SelectMany(Times)),
        TableKey.Group when context.Model.Groups is null => null,
        TableKey.ContractYear => context is { InForce: { } days, Periods: { } periods }
            ? [.. Enumerable.Range(1, periods.ContractYear(days.Last)).Select(Written.Of)] : null,
        TableKey.PlaceIn => ["1"],
        _ => Labels.Of(key, context.Model, context.Names),
    };

    private static List<string>? ListOf(IEnumerable<string> values) =>
        values.Distinct().ToList() is { Count: > 0 } list ? list : null;

    // The first row of a date has to hold on the first day in force.
    private static IEnumerable<Diagnostic> Late(
        IReadOnlyList<TableKey> keys, List<IReadOnlyList<Label>> rows, int first)
    {
        for (var k = 0; k < keys.Count; k++)
        {
            if (keys[k] is not TableKey.Dated)
            {
                continue;
            }

            foreach (var list in rows.GroupBy(r => string.Join('\n', r.Where((_, i) => i != k).Select(Written.Of))))
            {
                var earliest = list.First()[k];
                if (earliest is { Kind: LabelKind.From or LabelKind.Above, Date: { } day } && day > first
                    && list.All(r => r[k].Kind != LabelKind.Otherwise))
                {
                    yield return Diagnostic.At(earliest.Place, "P3022", Day.Write(day), Day.Write(first));
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> Empty(Declaration.Table table, CheckContext context)
    {
        if (table.Keys.Any(k => k is not TableKey.Group && Labels.Of(k, context.Model, context.Names) is null))
        {
            yield break;
        }

        for (var column = 0; column < table.Columns.Count; column++)
        {
            var name = table.Columns[column];
            var row = table.Rows.FirstOrDefault(r => column < r.Cells.Count && r.Cells[column] is null);
            if (row is not null && context.Uses.Any(u => u.Name.Text == name.Text && !IsTested(u, table, context)))
            {
                yield return Diagnostic.At(
                    row.Mark.Place, "P3018", name.Text, string.Join(' ', row.Labels.Select(Written.Of)));
            }
        }
    }

    // A fee that tests a key of the table may leave out whoever has the empty cell.
    private static bool IsTested(NameUse use, Declaration.Table table, CheckContext context)
    {
        var keys = table.Keys.Select(k => k is TableKey.Named(var name) ? name.Text : TestUses.GroupWord).ToList();
        var lines = context.Model.Fees.Where(f => f.Name.Text == use.Site.From).SelectMany(f => f.OnlyIf)
            .Concat(context.Model.Measures.Where(m => m.Name.Text == use.Site.From).SelectMany(m => m.Where));
        return lines.SelectMany(l => l.Value.Tests).Any(t => t switch
        {
            Test.Flag(var name, _) => keys.Contains(name.Text),
            Test.HasLabel(var name, _, _) => keys.Contains(name.Text),
            Test.Compares compares => keys.Contains(compares.Name.Text),
            _ => false,
        });
    }

    private static IEnumerable<Diagnostic> Inline(Declaration.Fee fee, CheckContext context)
    {
        if (fee.Pay is not { Value: Pay.ByKey(var key, var rows) } pay)
        {
            return [];
        }

        var labels = rows.Select(r => (IReadOnlyList<Label>)[r.Label]).ToList();
        return Missing(pay.Mark.Place, [DomainOf(key, context, [fee])], labels);
    }

    private static IReadOnlyList<string> Times(Declaration.Fee fee) => fee.Often?.Value switch
    {
        HowOften.AtMost(Basis.Written({ Number: { IsWhole: true } most })) when most < MostCombined =>
            [.. Enumerable.Range(1, (int)most.Numerator).Select(Written.Of)],
        _ => ["1"],
    };

    private static IReadOnlyList<string>? Steps(Declaration.Fee fee, CheckContext context)
    {
        if (fee.When?.Value.Event is not MomentKind.NewStep(var name, var from, var to)
            || context.Names.Find(name) is not Meaning.Ladder(var ladder, _) || ladder.Steps.Count == 0)
        {
            return null;
        }

        var lowest = ladder.Steps.Min(s => s.Number);
        return [.. ladder.Steps.Select(s => s.Number)
            .Where(n => n > lowest && n >= (from ?? n) && n <= (to ?? n)).Select(Written.Of)];
    }
}
