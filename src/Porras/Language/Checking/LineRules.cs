namespace Porras;

/// <summary>Limits, splits and taking back speak of lines that there are: P4044 to P4048, P4062, P4063.</summary>
internal static class LineRules
{
    /// <summary>
    /// Limits over lines of someone else, parts that do not sum to the whole, unused parts of no period.
    /// </summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. context.Model.Limits.SelectMany(l => Limit(l, context)),
        .. context.Model.TakeBacks.SelectMany(b => TakeBack(b, context)),
        .. context.Model.Splits.SelectMany(s => Split(s, context)),
    ];

    private static IEnumerable<Diagnostic> Limit(Declaration.Limit limit, CheckContext context) =>
        from name in limit.Fees
        let fee = context.Fee(name)
        where fee is not null && !Lies(FeeUses.OwnerOf(fee), limit.Scope)
        select Diagnostic.At(
            name.Place, "P4044", name.Text, Written.Of(FeeUses.OwnerOf(fee)), Written.Of(limit.Scope));

    // A line lies in a scope if its owner does: a participant in all, a cohort or a provider in itself and the
    // contract.
    private static bool Lies(Owner owner, Owner scope) =>
        owner is Owner.Participant || scope is Owner.Contract || owner == scope;

    private static IEnumerable<Diagnostic> TakeBack(Declaration.TakeBack back, CheckContext context) =>
        back.Takes is { Value: Takes.Unused } takes && context.Fee(back.Of) is { When: not null } fee
        && !PeriodFees.IsByPeriod(fee)
            ? [Diagnostic.At(takes.Mark.Place, "P4045", back.Of.Text)] : [];

    private static IEnumerable<Diagnostic> Split(Declaration.SplitBetween split, CheckContext context)
    {
        if (split.IsInOrder)
        {
            return InOrder(split);
        }

        if (split.By is { Value: var (_, fact) } by)
        {
            return context.Names.Find(fact) is Meaning.Fact(var kind, _)
                && kind.Columns.Count(c => c.Type.Kind == ValueKind.Name) != 1
                    ? [Diagnostic.At(by.Mark.Place, "P4047", fact.Text)] : [];
        }

        var shares = split.Parts.Select(p => p.Share).ToList();
        return shares.Count == 0 ? []
            : shares.TrueForAll(s => s is Share.Written) ? Whole(split, shares.Cast<Share.Written>())
            : Columns(split, shares, context);
    }

    // Whoever stands after the rest gets nothing.
    private static IEnumerable<Diagnostic> InOrder(Declaration.SplitBetween split)
    {
        var rest = split.Order.TakeWhile(p => p.UpTo is not null).Count();
        return split.Order.Skip(rest + 1).Select(p => Diagnostic.At(
            p.Name.Place, p.UpTo is null ? "P4062" : "P4063", p.Name.Text, split.Order[rest].Name.Text));
    }

    private static IEnumerable<Diagnostic> Whole(Declaration.SplitBetween split, IEnumerable<Share.Written> shares)
    {
        var sum = shares.Aggregate(Exact.Zero, (s, x) => s + x.Value.Plain);
        return sum == Exact.One ? [] : [Diagnostic.At(split.Mark.Place, "P4046", Percent(sum))];
    }

    // Where all shares are columns of one table, each of its rows has to sum to the whole.
    private static IEnumerable<Diagnostic> Columns(
        Declaration.SplitBetween split, List<Share> shares, CheckContext context)
    {
        var columns = shares.Select(s => s is Share.Named(var name)
            ? context.Names.Find(name) as Meaning.TableColumn : null).ToList();
        if (columns[0] is not { } first || columns.Exists(c => c is null || !ReferenceEquals(c.Table, first.Table)))
        {
            return [];
        }

        return from row in first.Table.Rows
               let sum = columns.Aggregate(Exact.Zero, (s, c) => s + (row.Cells[c!.Column]?.Plain ?? Exact.Zero))
               where sum != Exact.One
               select Diagnostic.At(row.Mark.Place, "P4048", Percent(sum));
    }

    private static string Percent(Exact share)
    {
        var text = (share * 100).ToString();
        return text.Contains('/', StringComparison.Ordinal) ? share.ToString() : text + " %";
    }
}
