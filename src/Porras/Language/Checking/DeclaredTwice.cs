namespace Porras;

/// <summary>One name, one thing; and nothing stands twice in a list: P2004 to P2007.</summary>
internal static class DeclaredTwice
{
    /// <summary>Names, columns, labels and declarations that occur more than once.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. Names(context),
        .. Columns(context),
        .. Lists(context).SelectMany(Repeated),
        .. context.Model.Splits.GroupBy(s => s.Payees).SelectMany(s => s.Skip(1))
            .Select(s => Diagnostic.At(s.Mark.Place, "P2007", "split between " + (s.Payees ? "payees" : "payers"))),
    ];

    private static IEnumerable<Diagnostic> Names(CheckContext context) =>
        from named in context.Names.All.GroupBy(n => n.Name.Text, StringComparer.Ordinal)
        where named.Key.Length > 0
        from again in named.Skip(1)
        select Diagnostic.At(
            again.Name.Place, "P2004", named.Key, Words.Of(named.First().Meaning),
            Written.Of(named.First().Name.Place.Line));

    private static IEnumerable<Diagnostic> Columns(CheckContext context) =>
        from fact in context.Model.Facts
        from column in fact.Columns
        where column.Name.Text.Length > 0
        let other = context.Names.Find(column.Name)
        where other is not null
        select Diagnostic.At(column.Name.Place, "P2005", column.Name.Text, fact.Name.Text, Words.Of(other));

    private static IEnumerable<Diagnostic> Repeated(IEnumerable<Name> list) =>
        list.GroupBy(n => n.Text, StringComparer.Ordinal).Where(n => n.Key.Length > 0)
            .SelectMany(n => n.Skip(1)).Select(n => Diagnostic.At(n.Place, "P2006", n.Text));

    private static IEnumerable<IEnumerable<Name>> Lists(CheckContext context)
    {
        foreach (var fact in context.Model.Facts)
        {
            yield return fact.Columns.Select(c => c.Name);
        }

        foreach (var column in AllColumns(context.Model).Where(c => c.Type.Kind == ValueKind.OneOf))
        {
            yield return column.Type.Labels.Select(l => new Name(l, column.Name.Place));
        }

        yield return context.Model.Groups?.All.Select(g => g.Name) ?? [];
        foreach (var names in context.Model.Fees.SelectMany(FeeLists).Concat(context.Model.Limits.Select(l => l.Fees)))
        {
            yield return names;
        }

        foreach (var split in context.Model.Splits)
        {
            yield return split.Parts.Select(p => p.Name);
            yield return split.Order.Select(p => p.Name);
        }
    }

    private static IEnumerable<ColumnDecl> AllColumns(FeeModel model) =>
    [
        .. model.Providers?.Known.SelectMany(k => k.Value) ?? [],
        .. model.Providers?.Bids.Select(b => b.Value.Column) ?? [],
        .. model.Participants?.Known.SelectMany(k => k.Value) ?? [],
        .. model.Cohorts.SelectMany(c => c.Known).SelectMany(k => k.Value),
        .. model.Facts.SelectMany(f => f.Columns),
    ];

    private static IEnumerable<IEnumerable<Name>> FeeLists(Declaration.Fee fee)
    {
        if (fee.Pay?.Value is Pay.ShareOf(_, var of))
        {
            yield return of;
        }

        if (fee.Pay?.Value is Pay.Unpaid(var unpaid))
        {
            yield return unpaid;
        }

        foreach (var step in fee.Steps)
        {
            yield return step.Value is PayStep.LessFees(var less) ? less
                : step.Value is PayStep.Settles(var settled) ? settled : [];
        }

        yield return fee.Beside.SelectMany(b => b.Value);
    }
}
