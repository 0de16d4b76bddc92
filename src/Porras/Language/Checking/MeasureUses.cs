namespace Porras;

/// <summary>The names that windows, groups, cohorts, measures and tables use.</summary>
internal static class MeasureUses
{
    /// <summary>The node of the groups in a path.</summary>
    public const string GroupsNode = "groups";

    /// <summary>Every name used in a model, in the order of the declarations.</summary>
    public static IEnumerable<NameUse> Of(FeeModel model, ModelNames names) =>
    [
        .. TestUses.Of(model.Header.Priced?.Value.On, new(Part.Priced, "", null)),
        .. model.Declarations.SelectMany(d => Of(d, names)),
    ];

    /// <summary>The name of a table's key, if it is one.</summary>
    public static IEnumerable<NameUse> Of(TableKey key, Site site) => key switch
    {
        TableKey.Named(var name) => [new(name, Role.Key, site)],
        TableKey.PlaceIn(var owner) => TestUses.Of(owner, site with { Part = Part.List }),
        _ => [],
    };

    /// <summary>The name in a label, where it is an edge and no label of a list.</summary>
    public static IEnumerable<NameUse> Of(Label label, TableKey key, Site site, ModelNames names) =>
        label.Word is { } word && !Labels.IsListed(key, names) ? [new(word, Role.Edge, site)] : [];

    private static IEnumerable<NameUse> Of(Declaration declaration, ModelNames names) => declaration switch
    {
        Declaration.Participants participants => Of(participants),
        Declaration.Groups groups => groups.All.SelectMany(g => g.When is null ? [] : g.When.Tests)
            .SelectMany(t => TestUses.Of(t, new(Part.Groups, GroupsNode, new Owner.Participant()))),
        Declaration.Cohort cohort => cohort.By?.Value is CohortBy.Known(var name)
            ? [new(name, Role.KnownValue, new(Part.List, cohort.Name.Text, null))] : [],
        Declaration.Measure measure => Of(measure, names),
        Declaration.Table table => Of(table, names),
        Declaration.Fee fee => FeeUses.Of(fee, names),
        Declaration.Limit limit => FeeUses.Of(limit),
        Declaration.Expect expect => FeeUses.Of(expect),
        Declaration.TakeBack back => FeeUses.Of(back, names),
        Declaration.SplitBetween split => FeeUses.Of(split, names),
        Declaration.Providers or Declaration.Facts or Declaration.Ladder or Declaration.Transition => [],
        _ => throw new InvalidOperationException("Unknown declaration."),
    };

    private static IEnumerable<NameUse> Of(Declaration.Participants participants)
    {
        var eligible = new Site(Part.Eligibility, "", new Owner.Participant());
        var windows = participants.Windows.Select(w => w.Value)
            .SelectMany(w => Of(w.Rule, new(Part.Window, w.Name.Text, null)));
        return [.. windows, .. TestUses.Of(participants.OnlyIf, eligible)];
    }

    private static IEnumerable<NameUse> Of(WindowRule rule, Site site) => rule switch
    {
        WindowRule.Lasts(_, _, var day) => TestUses.Of(day, site),
        WindowRule.Between(var first, var last) => [.. TestUses.Of(first, site), .. TestUses.Of(last, site)],
        _ => throw new InvalidOperationException("Unknown window."),
    };

    private static IEnumerable<NameUse> Of(Declaration.Measure measure, ModelNames names)
    {
        var site = new Site(Part.Measure, measure.Name.Text, measure.Over?.Value);
        var inside = site with { Owner = null, Facts = FactsOf(measure.Head, names) };
        return
        [
            .. Of(measure.Head, inside, names),
            .. Shapes.HasRows(measure.Head) ? TestUses.Of(measure.Where, inside with { Part = Part.Counted }) : [],
            .. measure.Except.Select(e => new NameUse(e.Value, Role.Fact, site)),
            .. measure.Gaps.Select(g => g.Value.During).OfType<Name>().Select(n => new NameUse(n, Role.Fact, site)),
            .. measure.With.SelectMany(w => Of(w.Value, inside with { Part = Part.With })),
            .. TestUses.Of(measure.Within?.Value, inside),
            .. measure.ForEach is { } each ? (NameUse[])[new(each.Value, Role.Column, inside)] : [],
            .. TestUses.Of(measure.Over?.Value, site with { Part = Part.List }),
            .. measure.Needs is { Value.Fact: var fact } ? (NameUse[])[new(fact, Role.Happening, inside)] : [],
            .. measure.Clamps.SelectMany(c =>
                TestUses.Of(c.Value.Value, Role.Operand, site with { ForEach = Shapes.ForEachOf(measure, names) })),
        ];
    }

    private static IEnumerable<NameUse> Of(WithTest with, Site site) =>
        [new(with.Column, Role.Column, site), .. TestUses.Of(with.Value, Role.Operand, site with { Facts = [] })];

    private static IReadOnlyList<FactKind> FactsOf(MeasureHead head, ModelNames names)
    {
        Name? fact = head switch
        {
            MeasureHead.DaysOf(var name, _) => name,
            MeasureHead.UnitsOf(_, var name) => name,
            MeasureHead.Aggregated(_, _, var name) => name,
            MeasureHead.CountOf { Names: [var name] } => name,
            _ => null,
        };
        return fact is { } found && names.Find(found) is Meaning.Fact(var kind, _) ? [kind] : [];
    }

    private static IEnumerable<NameUse> Of(MeasureHead head, Site site, ModelNames names) => head switch
    {
        MeasureHead.DaysOf(var fact, _) => [new(fact, Role.SpanFact, site)],
        MeasureHead.UnitsOf(_, var fact) => [new(fact, Role.DayFact, site)],
        MeasureHead.Aggregated(_, var column, { } fact) =>
            [new(column, Role.Column, site), new(fact, Role.Fact, site)],
        MeasureHead.Aggregated(_, var measure, null) => [new(measure, Role.Measure, site)],
        MeasureHead.CountOf { Names: [var name] } => [new(name, Role.Happening, site)],
        MeasureHead.CountOf(var fees) => fees.Select(f => new NameUse(f, Role.Fee, site)),
        MeasureHead.CountOfParticipants => [],
        MeasureHead.Weighted(var terms) => terms.SelectMany(t =>
            (NameUse[])[.. TestUses.Of(t.Share, Each(site, t.Measure, names)), new(t.Measure, Role.Measure, site)]),
        MeasureHead.Less(var from, var what) => [new(from, Role.Part, site), .. Of(what, Role.Part, site)],
        MeasureHead.ShareOf(var part, var whole) => [new(part, Role.Part, site), .. Of(whole, Role.Whole, site)],
        _ => throw new InvalidOperationException("Unknown head."),
    };

    private static Site Each(Site site, Name measure, ModelNames names) =>
        site with { ForEach = Shapes.ForEachOf(measure, names) };

    private static IEnumerable<NameUse> Of(Basis basis, Role role, Site site) =>
        basis is Basis.Named(var name) ? [new(name, role, site)] : [];

    private static IEnumerable<NameUse> Of(Declaration.Table table, ModelNames names)
    {
        var site = new Site(Part.Table, table.Columns.Count > 0 ? table.Columns[0].Text : "", null);
        return
        [
            .. table.Keys.SelectMany(k => Of(k, site)),
            .. table.Rows.SelectMany(r => r.Labels.Zip(table.Keys, (l, k) => Of(l, k, site, names)).SelectMany(u => u)),
        ];
    }
}
