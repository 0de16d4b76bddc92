namespace Porras;

/// <summary>A split of every line between payers or payees, resolved.</summary>
/// <param name="Source">The declaration, for reasons.</param>
/// <param name="Parts">Names and shares; empty with a fact.</param>
/// <param name="Fact">The kind of fact whose latest values divide a line; -1 with parts.</param>
/// <param name="Name">The column of names in that fact.</param>
/// <param name="Column">The column of weights.</param>
/// <param name="Rounding">The model's rounding.</param>
public sealed record SplitPlan(
    Declaration.SplitBetween Source,
    IReadOnlyList<(string Name, ValuePlan Share)> Parts,
    int Fact,
    int Name,
    int Column,
    Rounding Rounding)
{
    /// <summary>How one party is filled after the other; null for a split by shares.</summary>
    public FillPlan? Fill { get; private init; }

    /// <summary>Resolves a split.</summary>
    internal static SplitPlan Of(Resolver resolver, Declaration.SplitBetween split, Rounding rounding)
    {
        if (split.IsInOrder)
        {
            var order = split.Order.Select(p =>
                (p.Name.Text, p.UpTo is { } upTo ? resolver.Amount(upTo, p.Mark) : null));
            return new(split, [], -1, -1, -1, rounding)
            {
                Fill = new(resolver.Scope(new Owner.Contract()), [.. order], rounding),
            };
        }

        if (split.By is not { Value: var (column, fact) })
        {
            var parts = split.Parts.Select(p => (p.Name.Text, resolver.Share(p.Share)));
            return new(split, [.. parts], -1, -1, -1, rounding);
        }

        var of = resolver.Fact(fact);
        var columns = resolver.Schema.Facts[of].Columns;
        var name = columns.TakeWhile(c => c.Type.Kind != ValueKind.Name).Count();
        return new(split, [], of, name, resolver.ColumnOf(of, column), rounding);
    }

    /// <summary>Who bears or gets which part of a line; null if the parts cannot be told.</summary>
    /// <param name="c">The case of the line's owner.</param>
    /// <param name="line">The line; a taking back is divided like the line it reverses.</param>
    /// <returns>Names in order with their parts, which sum to the line.</returns>
    public IReadOnlyList<(string Name, Money Part)>? Divide(ServiceCase c, in FeeLine line)
    {
        var day = line.Kind == LineKind.Fee ? line.Earned : c.Occurrences(line.Fee)[line.Time - 1].Day;
        var shares = Fact < 0 ? Fixed(c, day) : Latest(c, day);
        var total = shares.Aggregate(Exact.Zero, (sum, s) => sum + s.Share);
        if (total.Sign <= 0 || (Fact < 0 && total != Exact.One) || shares.Any(s => s.Share.Sign < 0))
        {
            return null;
        }

        var parts = Split.ByLargestRemainder(line.Amount, [.. shares.Select(s => s.Share)], Rounding.Unit);
        return [.. shares.Select((s, i) => (s.Name, parts[i]))];
    }

    private List<(string Name, Exact Share)> Fixed(ServiceCase c, int day)
    {
        var spot = new Spot(day, day, new(c.Start, day));
        return [.. Parts.Select(p => (p.Name, p.Share.TryRead(c, spot, out var share) ? share : Exact.Zero))];
    }

    // Each name's latest value on the day, in order of the names.
    private List<(string Name, Exact Share)> Latest(ServiceCase c, int day)
    {
        var (from, to) = c.Rows(Fact);
        var table = c.Data.Facts[Fact];
        var latest = new SortedDictionary<string, Exact>(StringComparer.Ordinal);
        for (var row = from; row < to && table.First[row] <= day; row++)
        {
            if (!table.Columns[Name].IsEmpty(row) && !table.Columns[Column].IsEmpty(row))
            {
                var name = table.Columns[Name].Labels[(int)table.Columns[Name].Values[row]];
                latest[name] = table.Columns[Column].Value(row);
            }
        }

        return [.. latest.Select(l => (l.Key, l.Value))];
    }
}
