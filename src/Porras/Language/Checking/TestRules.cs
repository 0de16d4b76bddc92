namespace Porras;

/// <summary>
/// A test says what it is about: each span or all, every kind or any: P3011, P3028, P4016, P4027 to P4033.
/// </summary>
internal static class TestRules
{
    /// <summary>Tests that could be read in two ways, or that ask what is not there.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. context.Model.Measures.SelectMany(m => Tests(m.Where).SelectMany(t => Spans(t, m, context))),
        .. context.Model.Fees.SelectMany(f => Tests(f.OnlyIf).SelectMany(t => Fee(t, f, context))),
        .. Others(context).SelectMany(t => Elsewhere(t)),
        .. KnownLabels.AllTests(context).SelectMany(t => Kinds(t.Test, context)),
        .. OneValue(context),
    ];

    private static IEnumerable<Test> Tests(IEnumerable<Said<TestLine>> lines) => lines.SelectMany(l => l.Value.Tests);

    private static IEnumerable<Test> Others(CheckContext context) =>
    [
        .. Tests(context.Model.Participants?.OnlyIf ?? []),
        .. context.Model.Groups?.All.SelectMany(g => g.When?.Tests ?? []) ?? [],
        .. context.Model.TakeBacks.SelectMany(b => Tests(b.OnlyIf)),
    ];

    private static IEnumerable<Diagnostic> Spans(Test test, Declaration.Measure measure, CheckContext context)
    {
        var fact = FactOf(measure.Head, context);
        switch (test)
        {
            case Test.Compares { Scope: SpanScope.None } compares when measure.Head is MeasureHead.DaysOf
                && fact is not null && ModelNames.ColumnOf(fact, compares.Name.Text) >= 0:
                yield return Diagnostic.At(compares.Place, "P3011", compares.Name.Text);
                break;
            case Test.Compares { Scope: not SpanScope.None } compares when measure.Head is not MeasureHead.DaysOf
                || context.Names.Find(compares.Name) is not null:
                yield return Diagnostic.At(compares.Place, "P4016", compares.Name.Text);
                break;
            case Test.Lasts lasts when fact is not { IsSpan: true }:
                yield return Diagnostic.At(lasts.Place, "P4033");
                break;
            case Test.Covers covers:
                yield return Diagnostic.At(covers.Place, "P4032", covers.Name.Text);
                break;
        }
    }

    private static IEnumerable<Diagnostic> Fee(Test test, Declaration.Fee fee, CheckContext context)
    {
        var facts = FeeUses.Paying(fee, context.Names).Facts;
        return test switch
        {
            Test.Lasts => facts.Count > 0 && facts.All(f => f.IsSpan) ? [] : [Diagnostic.At(test.Place, "P4033")],
            Test.Covers(var name) => PeriodFees.IsByPeriod(fee)
                && (context.Measure(name) is not { } measure || context.Units.Of(measure) == ValueKind.Days)
                    ? [] : [Diagnostic.At(test.Place, "P4032", name.Text)],
            Test.Compares { Scope: not SpanScope.None } compares =>
                [Diagnostic.At(compares.Place, "P4016", compares.Name.Text)],
            _ => [],
        };
    }

    private static IEnumerable<Diagnostic> Elsewhere(Test test) => test switch
    {
        Test.Lasts => [Diagnostic.At(test.Place, "P4033")],
        Test.Covers(var name) => [Diagnostic.At(test.Place, "P4032", name.Text)],
        Test.Compares { Scope: not SpanScope.None } compares =>
            [Diagnostic.At(compares.Place, "P4016", compares.Name.Text)],
        _ => [],
    };

    private static IEnumerable<Diagnostic> Kinds(Test test, CheckContext context)
    {
        if (test is not Test.Compares compares)
        {
            return [];
        }

        var each = Shapes.ForEachOf(compares.Name, context.Names);
        return each is not null && compares.Of == OfMany.One
                ? [Diagnostic.At(compares.Place, "P3028", compares.Name.Text, each)]
            : each is null && compares.Of != OfMany.One && context.Names.Find(compares.Name) is not null
                ? [Diagnostic.At(
                    compares.Name.Place, "P4027", compares.Name.Text, compares.Of == OfMany.Every ? "every" : "any")]
            : [];
    }

    private static IEnumerable<Diagnostic> OneValue(CheckContext context)
    {
        foreach (var use in context.Uses)
        {
            if (Shapes.ForEachOf(use.Name, context.Names) is { } each && NeedsOne(use, each, context))
            {
                yield return Diagnostic.At(use.Name.Place, "P4028", use.Name.Text, each);
            }
        }
    }

    // A price that is read by the same kinds is multiplied kind by kind; anything else needs one value.
    private static bool NeedsOne(NameUse use, string each, CheckContext context) => use.Role switch
    {
        Role.Measure => use.Site.Part is Part.When or Part.Pay or Part.Line,
        Role.Key or Role.Share or Role.Price or Role.PriceOrFee => true,
        Role.Operand => use.Site.Part != Part.Measure,
        Role.Quantity => use.Site.Part != Part.Pay || !context.UsesFrom(use.Site.From)
            .Where(u => u.Site.Quantity is { } of && of.Text == use.Name.Text)
            .Any(u => context.Find(u) is Meaning.TableColumn(var table, _)
                && table.Keys.Any(k => k is TableKey.Named(var name) && name.Text == each)),
        _ => false,
    };

    private static FactKind? FactOf(MeasureHead head, CheckContext context)
    {
        Name? name = head switch
        {
            MeasureHead.DaysOf(var fact, _) => fact,
            MeasureHead.UnitsOf(_, var fact) => fact,
            MeasureHead.Aggregated(_, _, var fact) => fact,
            MeasureHead.CountOf { Names: [var fact] } => fact,
            _ => null,
        };
        return name is { } found && context.Names.Find(found) is Meaning.Fact(var kind, _) ? kind : null;
    }
}
