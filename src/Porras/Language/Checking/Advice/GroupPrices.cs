namespace Porras;

/// <summary>Prices of groups against what is asked of them: P9003.</summary>
internal static class GroupPrices
{
    /// <summary>Rows that ask for more than another row and do not pay more.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        foreach (var fee in context.Model.Fees.Where(f => f.IsOutcome))
        {
            if (Reached.Of(fee) is not (_, { Base: Basis.Named(var need) })
                || fee.Pay?.Value is not Pay.Fixed { Amount: { Base: Basis.Named(var price), ForEach: null } }
                || context.Names.Find(need) is not Meaning.TableColumn(var table, var needs)
                || context.Names.Find(price) is not Meaning.TableColumn(var same, var prices)
                || !ReferenceEquals(table, same) || table.Keys is not [TableKey.Group or TableKey.Named])
            {
                continue;
            }

            foreach (var row in table.Rows)
            {
                var easier = table.Rows.FirstOrDefault(r => Compare(row, r, needs) > 0 && Compare(row, r, prices) <= 0);
                if (easier is not null)
                {
                    yield return Diagnostic.At(
                        row.Mark.Place, "P9003", Written.Of(row.Labels[0]), Written.Of(easier.Labels[0]), price.Text);
                    break;
                }
            }
        }
    }

    private static int? Compare(TableRow a, TableRow b, int column) =>
        a.Cells[column] is { } x && b.Cells[column] is { } y ? x.Plain.CompareTo(y.Plain) : null;
}
