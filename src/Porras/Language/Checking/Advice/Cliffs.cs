namespace Porras;

/// <summary>All or nothing: P9001.</summary>
internal static class Cliffs
{
    private const double LongestHop = 31;

    /// <summary>Outcome fees that one day, or one point, turns from nothing to the whole.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
        [.. Thresholds(context), .. Tests(context), .. Tables(context)];

    // A person's only outcome is a long stretch of days with nothing on the way.
    private static IEnumerable<Diagnostic> Thresholds(CheckContext context)
    {
        var outcomes = context.Model.Fees
            .Where(f => f.IsOutcome && FeeUses.OwnerOf(f) is Owner.Participant).ToList();
        if (outcomes is [{ When.Value.Event: MomentKind.Reaches(var measure, _, _, var value) } fee]
            && Reached.DaysOf(fee, context) is > LongestHop && IsFixed(fee))
        {
            yield return Diagnostic.At(value.Place, "P9001", fee.Name.Text, measure.Text);
        }
    }

    private static bool IsFixed(Declaration.Fee fee) =>
        fee.Pay?.Value is Pay.Fixed { Amount.ForEach: null } or Pay.ShareOf && fee.Or.Count == 0;

    // A measured share decides whether anything is paid, and no other fee asks for less of it.
    private static IEnumerable<Diagnostic> Tests(CheckContext context) =>
        from fee in context.Model.Fees
        where fee.IsOutcome
        let test = Compared(fee).FirstOrDefault(t => t.Compare is Compare.AtLeast or Compare.Above
            && IsShare(t.Name, context) && t.Value.Base is Basis.Written { Value.Number.Sign: > 0 })
        where test is not null
            && !context.Model.Fees.Any(f => f.Name != fee.Name && Compared(f).Any(t => t.Name == test.Name))
        select Diagnostic.At(test.Place, "P9001", fee.Name.Text, test.Name.Text);

    private static IEnumerable<Test.Compares> Compared(Declaration.Fee fee) =>
        fee.OnlyIf.SelectMany(l => l.Value.Tests).OfType<Test.Compares>();

    private static bool IsShare(Name name, CheckContext context) =>
        context.Measure(name) is { } measure && context.Units.Of(measure) == ValueKind.Percent;

    // A table goes from nothing to more than a third of everything in one row.
    private static IEnumerable<Diagnostic> Tables(CheckContext context)
    {
        foreach (var fee in context.Model.Fees.Where(f => f.IsOutcome))
        {
            if (fee.Pay?.Value is not Pay.Fixed { Amount.Base: Basis.Named(var name) }
                || context.Names.Find(name) is not Meaning.TableColumn({ Keys: [TableKey.Named] } table, var column))
            {
                continue;
            }

            var rows = table.Rows.Where(r => r.Labels[0].Kind != LabelKind.Otherwise).ToList();
            var cells = rows.Select(r => r.Cells[column]?.Number ?? Exact.Zero).ToList();
            for (var i = 1; i < cells.Count; i++)
            {
                if (cells[i - 1] == Exact.Zero && cells[i] > Exact.Zero && cells[i] * 3 > cells.Max())
                {
                    yield return Diagnostic.At(rows[i].Mark.Place, "P9001", fee.Name.Text, name.Text);
                }
            }
        }
    }
}
