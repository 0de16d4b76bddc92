namespace Porras;

/// <summary>Facts, groups, ladders, tables, the transition and splits in JSON.</summary>
internal static class ListShapes
{
    private const int YearMost = 200;

    public static readonly RecordShape<Declaration.Facts> Facts = FactsShape();

    public static readonly RecordShape<Declaration.Groups> Groups = GroupsShape();

    public static readonly RecordShape<Declaration.Ladder> Ladder = LadderShape();

    public static readonly RecordShape<Declaration.Table> Table = TableShape();

    public static readonly RecordShape<Declaration.Transition> Transition = TransitionShape();

    public static readonly RecordShape<Declaration.SplitBetween> Split = SplitShape();

    private static RecordShape<Declaration.Facts> FactsShape()
    {
        var fact = new RecordShape<FactKind>();
        var name = fact.Field("name", ValueShapes.Name, f => f.Name);
        var span = fact.Flag("span", f => f.IsSpan);
        var columns = fact.List("columns", PeopleShapes.Column, f => f.Columns);
        var evidence = EvidenceOf(fact, f => f.Evidence);
        var title = fact.OptionalValue("title", ValueShapes.Title, f => f.Title);
        var factClause = ValueShapes.Clause(fact, f => f.Mark);
        fact.Make(r => new(
            r.Get(name), r.Get(span), r.List(columns), Whole(r.List(evidence)), r.Maybe(title),
            new(default, r.Get(factClause))));
        var shape = new RecordShape<Declaration.Facts>();
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var kinds = shape.List("facts", fact, d => d.Kinds);
        return shape.Make(r => new(r.List(kinds), new(default, r.Get(clause))));
    }

    private static RecordShape<Declaration.Groups> GroupsShape()
    {
        var group = new RecordShape<Group>();
        var name = group.Field("name", ValueShapes.Label, g => g.Name);
        var title = group.OptionalValue("title", ValueShapes.Title, g => g.Title);
        var when = group.Optional("when", ConditionShapes.Tests, g => g.When);
        var groupClause = ValueShapes.Clause(group, g => g.Mark);
        group.Make(r => new(r.Get(name), r.Maybe(title), r.Get(when), new(default, r.Get(groupClause))));
        var shape = new RecordShape<Declaration.Groups>();
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var all = shape.List("groups", group, d => d.All);
        return shape.Make(r => new(r.List(all), new(default, r.Get(clause))));
    }

    private static RecordShape<Declaration.Ladder> LadderShape()
    {
        var step = new RecordShape<LadderStep>();
        var number = step.Field("step", new WholeShape(0, PeopleGrammar.StepMost), s => s.Number);
        var stepTitle = step.OptionalValue("title", ValueShapes.Title, s => s.Title);
        var evidence = EvidenceOf(step, s => s.Evidence);
        var stepClause = ValueShapes.Clause(step, s => s.Mark);
        step.Make(r =>
            new(r.Get(number), r.Maybe(stepTitle), Whole(r.List(evidence)), new(default, r.Get(stepClause))));
        var shape = new RecordShape<Declaration.Ladder>();
        var name = shape.Field("name", ValueShapes.Name, d => d.Name);
        var title = shape.OptionalValue("title", ValueShapes.Title, d => d.Title);
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var steps = shape.List("steps", step, d => d.Steps);
        return shape.Make(r => new(r.Get(name), r.Maybe(title), r.List(steps), new(default, r.Get(clause))));
    }

    private static RecordShape<Declaration.Table> TableShape()
    {
        var row = new RecordShape<TableRow>();
        var labels = row.List("labels", ValueShapes.RowLabel, x => x.Labels);
        var cells = row.List("cells", new CellShape(), x => x.Cells);
        var rowClause = ValueShapes.Clause(row, x => x.Mark);
        row.Make(r => new(r.List(labels), r.List(cells), new(default, r.Get(rowClause))));
        var shape = new RecordShape<Declaration.Table>();
        var title = shape.OptionalValue("title", ValueShapes.Title, d => d.Title);
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var keys = shape.Field("by", new ListShape<TableKey>(ValueShapes.TableKey), d => d.Keys);
        var columns = shape.List("columns", ValueShapes.Name, d => d.Columns);
        var rows = shape.List("rows", row, d => d.Rows);
        return shape.Make(r =>
            new(r.Get(keys), r.List(columns), r.List(rows), r.Maybe(title), new(default, r.Get(clause))));
    }

    private static RecordShape<Declaration.Transition> TransitionShape()
    {
        var year = new RecordShape<TransitionYear>();
        var number = year.Field("contractYear", new WholeShape(1, YearMost), y => y.Year);
        var outputs = year.Field("outputs", ValueShapes.Literal, y => y.Outputs);
        var outcomes = year.Field("outcomes", ValueShapes.Literal, y => y.Outcomes);
        year.Make(r => new(r.Get(number), r.Get(outputs), r.Get(outcomes)));
        var shape = new RecordShape<Declaration.Transition>();
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var years = shape.List("years", ValueShapes.Said(year), d => d.Years);
        return shape.Make(r => new(r.List(years), new(default, r.Get(clause))));
    }

    private static RecordShape<Declaration.SplitBetween> SplitShape()
    {
        var part = new RecordShape<SplitPart>();
        var name = part.Field("name", ValueShapes.Name, p => p.Name);
        var share = part.Field("share", ValueShapes.Share, p => p.Share);
        var partClause = ValueShapes.Clause(part, p => p.Mark);
        part.Make(r => new(r.Get(name), r.Get(share), new(default, r.Get(partClause))));
        var inFact = new RecordShape<(Name Column, Name Fact)>();
        var column = inFact.Field("column", ValueShapes.Name, b => b.Column);
        var fact = inFact.Field("fact", ValueShapes.Name, b => b.Fact);
        inFact.Make(r => (r.Get(column), r.Get(fact)));
        var turn = new RecordShape<PartInOrder>();
        var who = turn.Field("name", ValueShapes.Name, p => p.Name);
        var upTo = turn.Optional("upTo", ValueShapes.Amount, p => p.UpTo);
        var turnClause = ValueShapes.Clause(turn, p => p.Mark);
        turn.Make(r => new(r.Get(who), r.Get(upTo), new(default, r.Get(turnClause))));
        var shape = new RecordShape<Declaration.SplitBetween>();
        var payees = shape.Field("between", new ChoiceShape<bool>((false, "payers"), (true, "payees")), d => d.Payees);
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var parts = shape.List("parts", part, d => d.Parts);
        var by = shape.Optional("by", ValueShapes.Said(inFact), d => d.By);
        var inOrder = shape.Flag("inOrder", d => d.IsInOrder);
        var order = shape.List("order", turn, d => d.Order);
        return shape.Make(r => new(r.Get(payees), r.List(parts), new(default, r.Get(clause)))
        {
            By = r.Get(by), IsInOrder = r.Get(inOrder), Order = r.List(order),
        });
    }

    private static OptionalField<T, IReadOnlyList<Sources>> EvidenceOf<T>(RecordShape<T> shape, Func<T, Sources> get) =>
        shape.Optional("evidence", PeopleShapes.Evidence, r => get(r) == Sources.Any ? null
            : (IReadOnlyList<Sources>)
                [.. Enum.GetValues<Sources>().Where(s => int.IsPow2((int)s) && get(r).HasFlag(s))]);

    private static Sources Whole(IReadOnlyList<Sources> sources) =>
        sources.Count == 0 ? Sources.Any : sources.Aggregate(Sources.None, (all, one) => all | one);
}
