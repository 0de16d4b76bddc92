namespace Porras;

/// <summary>A measure's clauses fit what it counts: P4034 to P4036.</summary>
internal static class MeasureRules
{
    /// <summary>Clauses that mean nothing for a head, and heads whose parts do not go together.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
        context.Model.Measures.SelectMany(m => Clauses(m).Concat(Heads(m, context)));

    private static IEnumerable<Diagnostic> Clauses(Declaration.Measure measure)
    {
        var head = measure.Head;
        var days = head is MeasureHead.DaysOf;
        var rows = Shapes.HasRows(head);
        (string Clause, IEnumerable<Mark> Marks, bool Fits)[] clauses =
        [
            ("where", measure.Where.Select(w => w.Mark), rows),
            ("except", measure.Except.Select(e => e.Mark), days),
            ("gaps", measure.Gaps.Select(g => g.Mark), days),
            ("with", measure.With.Select(w => w.Mark), head is MeasureHead.UnitsOf),
            ("for each", Marks(measure.ForEach),
                head is MeasureHead.Aggregated { Fact: not null } or MeasureHead.CountOf),
            ("over", Marks(measure.Over), rows),
            ("needs", Marks(measure.Needs), rows),
        ];
        return from c in clauses
               where !c.Fits
               from mark in c.Marks
               select Diagnostic.At(mark.Place, "P4034", c.Clause, measure.Name.Text);
    }

    private static IEnumerable<Mark> Marks<T>(Said<T>? said) => said is null ? [] : [said.Mark];

    private static IEnumerable<Diagnostic> Heads(Declaration.Measure measure, CheckContext context)
    {
        if (measure.Head is MeasureHead.Aggregated(Aggregate.Latest or Aggregate.Lowest, var name, null))
        {
            yield return Diagnostic.At(name.Place, "P4035", name.Text);
        }

        var kinds = Shapes.PartsOf(measure, context.Names).Select(p => Shapes.ForEachOf(p, context.Names))
            .OfType<string>().Distinct().ToList();
        if (kinds.Count > 1 && measure.Head is MeasureHead.Less or MeasureHead.ShareOf)
        {
            yield return Diagnostic.At(measure.Name.Place, "P4036", measure.Name.Text, kinds[0], kinds[1]);
        }
    }
}
