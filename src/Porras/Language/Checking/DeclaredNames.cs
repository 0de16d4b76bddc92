namespace Porras;

/// <summary>Every name that is used is declared: P2001 to P2003.</summary>
internal static class DeclaredNames
{
    /// <summary>Names that stand for nothing where they are used.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context)
    {
        foreach (var use in context.Uses.Where(u => context.Find(u) is null))
        {
            yield return context.AnyColumn(use.Name.Text) is not { } column ? Undeclared(use, context)
                : use.Site.Facts is [var fact, ..]
                    ? Diagnostic.At(use.Name.Place, "P2002", use.Name.Text, column.Kind.Name.Text, Lacking(use, fact))
                    : Diagnostic.At(use.Name.Place, "P2003", use.Name.Text, column.Kind.Name.Text);
        }
    }

    private static string Lacking(NameUse use, FactKind first) =>
        (use.Site.Facts.FirstOrDefault(f => ModelNames.ColumnOf(f, use.Name.Text) < 0) ?? first).Name.Text;

    private static Diagnostic Undeclared(NameUse use, CheckContext context)
    {
        var columns = use.Site.Facts.SelectMany(f => f.Columns).Select(c => c.Name.Text);
        var fitting = context.Names.All.Where(n => use.Role.Fits(n.Meaning)).Select(n => n.Name.Text);
        var findings = new Findings();
        findings.AddNear(use.Name.Place, "P2001", use.Name.Text, fitting.Concat(TakesColumn(use) ? columns : []));
        return findings.All[0];
    }

    private static bool TakesColumn(NameUse use) =>
        use.Site.Facts is [var fact, ..] && fact.Columns is [var column, ..]
        && use.Role.Fits(new Meaning.FactColumn(fact, column, 0));
}
