namespace Porras;

/// <content>What is counted across participants.</content>
public sealed partial class Resolver
{
    private readonly Dictionary<Owner, ScopePlan> _scopes = [];

    /// <summary>The scopes that are used.</summary>
    public IEnumerable<ScopePlan> Scopes => _scopes.Values;

    /// <summary>The measures across participants.</summary>
    public IEnumerable<AcrossMeasure> AcrossMeasures => _measures.OfType<AcrossMeasure>();

    /// <summary>The scope of an owner; one object for each, so that scopes are compared by reference.</summary>
    public ScopePlan Scope(Owner owner)
    {
        var named = owner is Owner.Cohort(var name) ? new Owner.Cohort(new(name.Text, default)) : owner;
        if (!_scopes.TryGetValue(named, out var scope))
        {
            scope = _scopes[named] = named switch
            {
                Owner.Provider => new ScopePlan.Provider(Periods),
                Owner.Contract => new ScopePlan.Contract(Periods),
                Owner.Cohort(var cohort) => Cohort(cohort),
                Owner.Participant => throw new InvalidOperationException("A participant is no scope."),
                _ => throw new InvalidOperationException("Unknown owner."),
            };
        }

        return scope;
    }

    private ScopePlan.Cohort Cohort(Name name)
    {
        var (declared, index) = Names.Find(name) is Meaning.Cohort(var d, var i) ? (d, i) : throw Unchecked(name);
        Period? period = declared.By?.Value is CohortBy.Start(var p) ? p : null;
        var known = declared.By?.Value is CohortBy.Known(var value)
            ? Names.Find(value) is Meaning.Known(_, var k) ? k : throw Unchecked(value) : -1;
        return new(declared, index, period, known, Periods);
    }

    private AcrossMeasure Across(int index, Declaration.Measure source, ScopePlan scope)
    {
        var own = source with { Over = null };
        var window = source.Within is { } within ? Window(within.Value) : null;
        switch (source.Head)
        {
            case MeasureHead.CountOfParticipants:
                return Starts(index, source, scope, window);
            case MeasureHead.Aggregated(var aggregate, var name, null):
                var of = Names.Find(name) is Meaning.Measure(_, var i) ? Measure(i) : throw Unchecked(name);
                var tests = Tests(source.Where, -1);
                return new AcrossMeasure.OfMembers(
                    index, source, scope, of, aggregate == Aggregate.Mean, tests, window);
            case MeasureHead.Aggregated(var aggregate, _, { }):
                return Entries(index, source, scope, Finished(index, own), aggregate);
            case MeasureHead.CountOf:
                return Entries(index, source, scope, Finished(index, own), null);
            default:
                return new AcrossMeasure.OfMembers(index, source, scope, Finished(index, own), mean: false, [], null);
        }
    }

    // What is known on the start never changes: then a start is an entry of its day.
    private AcrossMeasure Starts(int index, Declaration.Measure source, ScopePlan scope, WindowPlan? window)
    {
        var where = Tests(source.Where, -1);
        if (source.Needs is not null || window is not null || !where.All(l => l.Tests.All(t => t.IsFixed)))
        {
            return new AcrossMeasure.OfMembers(index, source, scope, null, mean: false, where, window);
        }

        return new AcrossMeasure.OfEntries(index, source, scope, Entries, null, null);

        void Entries(ServiceCase c, ScopePlan over, List<AcrossEntry> found)
        {
            var start = new Spot(c.Start, c.Start, new(c.Start, c.Start));
            if (over.TryKey(c, out var key) && TestPlan.All(where, c, start))
            {
                found.Add(new(key, Column.Empty, c.Start, Exact.One));
            }
        }
    }

    private MeasurePlan Finished(int index, Declaration.Measure own)
    {
        var plan = Head(index, own);
        plan.Finish(own.Within is { } within ? Window(within.Value) : null, (0, -1), []);
        return plan;
    }

    private AcrossMeasure.OfEntries Entries(
        int index, Declaration.Measure source, ScopePlan scope, MeasurePlan own, Aggregate? aggregate)
    {
        (int, Action<ServiceCase, ScopePlan, List<AcrossEntry>>)? enough = null;
        if (source.Needs is { Value: var (count, fact) })
        {
            var needed = new AcrossFacts(Fact(fact), own.Window);
            enough = (count, needed.Entries);
        }

        return new(index, source, scope, own switch
        {
            ColumnMeasure column => column.Entries,
            FeeCountMeasure fees => fees.Entries,
            _ => throw new InvalidOperationException("Unknown measure across participants."),
        }, aggregate, enough);
    }
}
