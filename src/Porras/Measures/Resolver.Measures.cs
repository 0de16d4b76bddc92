namespace Porras;

/// <content>Measures.</content>
public sealed partial class Resolver
{
    /// <summary>A measure by its place; resolved once.</summary>
    public MeasurePlan Measure(int index)
    {
        if (_measures[index] is { } known)
        {
            return known;
        }

        var source = Model.Measures.ElementAt(index);
        var kind = Units.Of(source) ?? ValueKind.Number;
        if (source.Over is { } over)
        {
            var across = Across(index, source, Scope(over.Value));
            _measures[index] = across;
            across.Finish(null, (0, -1), source.Clamps.Select(c => (c.Value.Kind, Value(c.Value.Value, kind))));
            return across;
        }

        var plan = Head(index, source);
        _measures[index] = plan;
        plan.Finish(
            source.Within is { } within ? Window(within.Value) : null,
            source.Needs is { } needs ? (needs.Value.Count, Fact(needs.Value.Fact)) : (0, -1),
            source.Clamps.Select(c => (c.Value.Kind, Value(c.Value.Value, kind))));
        return plan;
    }

    /// <summary>A measure that something has used; else null.</summary>
    internal MeasurePlan? Resolved(int index) => _measures[index];

    private MeasurePlan Head(int index, Declaration.Measure source) => source.Head switch
    {
        MeasureHead.DaysOf(var fact, var alone) => Days(index, source, Fact(fact), alone),
        MeasureHead.UnitsOf(var months, var fact) => Weeks(index, source, Fact(fact), months),
        MeasureHead.Aggregated(var aggregate, var column, { } fact) =>
            OfColumn(index, source, Fact(fact), ColumnOf(Fact(fact), column), aggregate),
        MeasureHead.Aggregated(_, var name, null) => throw Unchecked(name),
        MeasureHead.CountOf(var names) => Count(index, source, names),
        MeasureHead.CountOfParticipants => throw Unchecked(source.Name),
        MeasureHead.Weighted(var terms) => new DerivedMeasure(
            index, source, Derivation.Weighted, [.. terms.Select(t => (Share(t.Share), Value(t.Measure)))]),
        MeasureHead.Less(var from, var what) => Pair(index, source, Derivation.Less, from, what),
        MeasureHead.ShareOf(var part, var whole) => Pair(index, source, Derivation.ShareOf, part, whole),
        _ => throw new InvalidOperationException("Unknown measure."),
    };

    private DayMeasure Days(int index, Declaration.Measure source, int fact, bool alone)
    {
        var summed = source.Where.SelectMany(l => l.Value.Tests).OfType<Test.Compares>()
            .Where(t => t.Scope == SpanScope.InAll).ToList();
        var single = source.Where
            .Where(l => !l.Value.Tests.OfType<Test.Compares>().Any(t => t.Scope == SpanScope.InAll));
        return new(
            index,
            source,
            fact,
            alone,
            Tests(single, fact),
            [.. summed.Select(t => new SumTest(ColumnOf(fact, t.Name), t.Compare, Value(t.Value, KindOf(t.Name))))],
            [.. source.Except.Select(e => Fact(e.Value))],
            [.. source.Gaps.Select(g => new GapRule(
                g.Value.UpTo?.Value, g.Value.During is { } during ? Fact(during) : -1, g.Value.Count))]);
    }

    private UnitMeasure Weeks(int index, Declaration.Measure source, int fact, bool months) => new(
        index,
        source,
        fact,
        months,
        Tests(source.Where, fact),
        [.. source.With.Select(w => new UnitTest(
            ColumnOf(fact, w.Value.Column), w.Value.Compare, Value(w.Value.Value, KindOf(w.Value.Column))))]);

    private MeasurePlan Count(int index, Declaration.Measure source, IReadOnlyList<Name> names) =>
        Names.Find(names[0]) is Meaning.Fee
            ? new FeeCountMeasure(index, source, [.. names.Select(Fee)], Tests(source.Where, -1))
            : OfColumn(index, source, Fact(names[0]), -1, null);

    private ColumnMeasure OfColumn(
        int index, Declaration.Measure source, int fact, int column, Aggregate? aggregate) => new(
        index,
        source,
        fact,
        column,
        aggregate,
        Tests(source.Where, fact),
        source.ForEach is { } kind ? ColumnOf(fact, kind.Value) : -1);

    private DerivedMeasure Pair(int index, Declaration.Measure source, Derivation derivation, Name a, Basis b) => new(
        index,
        source,
        derivation,
        [(new ValuePlan.Literal(Exact.One), Value(a)), (new ValuePlan.Literal(Exact.One), Value(b, KindOf(a)))]);
}
