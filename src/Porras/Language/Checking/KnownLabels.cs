namespace Porras;

/// <summary>Labels belong to their list: P2009 and P2010.</summary>
internal static class KnownLabels
{
    /// <summary>Labels and steps that their list does not have.</summary>
    public static IEnumerable<Diagnostic> Find(CheckContext context) =>
    [
        .. Tests(context),
        .. context.Model.Tables.SelectMany(t => t.Rows.SelectMany(r => Row(t.Keys.Zip(r.Labels), context))),
        .. Inline(context),
        .. Steps(context),
    ];

    /// <summary>All lines of tests with the facts that are at hand.</summary>
    internal static IEnumerable<(Test Test, IReadOnlyList<FactKind> Facts)> AllTests(CheckContext context)
    {
        var model = context.Model;
        var everywhere = new (IEnumerable<TestLine> Lines, IReadOnlyList<FactKind> Facts)[]
        {
            (model.Participants?.OnlyIf.Select(l => l.Value) ?? [], []),
            (model.Groups?.All.Select(g => g.When).OfType<TestLine>() ?? [], []),
        };
        var measures = model.Measures.Select(m => (m.Where.Select(w => w.Value), FactsOf(context, m.Name)));
        var fees = model.Fees.Select(f => (f.OnlyIf.Select(o => o.Value), FactsOf(context, f.Name)));
        var backs = model.TakeBacks.Select(b => (b.OnlyIf.Select(o => o.Value), FactsOf(context, b)));
        return everywhere.Concat(measures).Concat(fees).Concat(backs)
            .SelectMany(e => e.Item1.SelectMany(l => l.Tests).Select(t => (t, e.Item2)));
    }

    private static IReadOnlyList<FactKind> FactsOf(CheckContext context, Name declaration) =>
        context.UsesFrom(declaration.Text).Select(u => u.Site.Facts).FirstOrDefault(f => f.Count > 0) ?? [];

    private static IReadOnlyList<FactKind> FactsOf(CheckContext context, Declaration.TakeBack back) =>
        back.When is { } when && FeeUses.FactOf(when.Value, context.Names) is { } fact ? [fact] : [];

    private static IEnumerable<Diagnostic> Tests(CheckContext context)
    {
        foreach (var (test, facts) in AllTests(context))
        {
            if (test is not Test.HasLabel(var name, _, var label))
            {
                continue;
            }

            var labels = name.Text == TestUses.GroupWord
                ? Labels.Of(new TableKey.Group(), context.Model, context.Names)
                : Labels.TypeOf(context.Names.Find(name, facts), context.Names, name) is { } type ? Labels.Of(type)
                : null;
            foreach (var finding in Unknown(label.Text, label.Place, name.Text, labels))
            {
                yield return finding;
            }

            if (IsNumber(name, facts, context) && Exact.Parse(label.Text) is null)
            {
                yield return Diagnostic.At(label.Place, "P2009", label.Text, name.Text) with { Variant = "number" };
            }
        }
    }

    private static bool IsNumber(Name name, IReadOnlyList<FactKind> facts, CheckContext context) =>
        name.Text != TestUses.GroupWord
        && Labels.TypeOf(context.Names.Find(name, facts), context.Names, name)?.Kind == ValueKind.Number;

    private static IEnumerable<Diagnostic> Row(IEnumerable<(TableKey Key, Label Label)> labels, CheckContext context) =>
        labels.SelectMany(l => One(l.Key, l.Label, context));

    private static IEnumerable<Diagnostic> Inline(CheckContext context) =>
        from fee in context.Model.Fees
        let pay = fee.Pay?.Value as Pay.ByKey
        where pay is not null
        from row in pay.Rows
        from finding in One(pay.Key, row.Label, context).Concat(Step(pay, row.Label, fee, context))
        select finding;

    private static IEnumerable<Diagnostic> One(TableKey key, Label label, CheckContext context)
    {
        if (label.Kind == LabelKind.Otherwise || Labels.Of(key, context.Model, context.Names) is not { } labels)
        {
            return [];
        }

        var name = key is TableKey.Named(var known) ? known.Text : TestUses.GroupWord;
        return label.Kind != LabelKind.Is
            ? [Diagnostic.At(label.Place, "P4010", Written.Of(label), name)]
            : Unknown(Labels.TextOf(label) ?? Written.Of(label), label.Place, name, labels);
    }

    private static IEnumerable<Diagnostic> Unknown(
        string found, Place place, string list, IReadOnlyList<string>? labels)
    {
        if (labels is null || labels.Contains(found))
        {
            return [];
        }

        var findings = new Findings();
        findings.AddNear(place, "P2009", found, labels, list);
        return findings.All;
    }

    private static IEnumerable<Diagnostic> Step(
        Pay.ByKey pay, Label label, Declaration.Fee fee, CheckContext context) =>
        pay.Key is TableKey.OfStep && label is { Kind: LabelKind.Is, Value.Number: var step }
        && LadderOf(fee, context) is { } ladder && !ladder.Steps.Any(s => s.Number == step)
            ? [Diagnostic.At(label.Place, "P2010", Written.Of(label), ladder.Name.Text)] : [];

    private static Declaration.Ladder? LadderOf(Declaration.Fee fee, CheckContext context) =>
        fee.When?.Value.Event is MomentKind.NewStep(var name, _, _)
        && context.Names.Find(name) is Meaning.Ladder(var ladder, _) ? ladder : null;

    private static IEnumerable<Diagnostic> Steps(CheckContext context) =>
        from fee in context.Model.Fees
        from moment in FeeUses.Moments(fee)
        where moment.Event is MomentKind.NewStep
        let reaches = (MomentKind.NewStep)moment.Event
        let ladder = (context.Names.Find(reaches.Ladder) as Meaning.Ladder)?.Decl
        where ladder is not null
        from step in new[] { reaches.From, reaches.To }.OfType<int>()
        where ladder.Steps.All(s => s.Number != step)
        select Diagnostic.At(reaches.Ladder.Place, "P2010", Written.Of(step), ladder.Name.Text);
}
