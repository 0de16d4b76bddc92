namespace Porras;

/// <summary>Which facts let the fees of a model be earned.</summary>
internal sealed partial class Wishes
{
    private const int RowsMost = 18;
    private const int Depth = 10;
    private readonly FeeModel _model;
    private readonly Extents _extents;
    private readonly Scenario _scenario;
    private readonly Currency _money;

    public Wishes(FeeModel model, Extents extents, Scenario scenario)
    {
        (_model, _extents, _scenario) = (model, extents, scenario);
        _money = extents.Units.Currency ?? new("", 2);
        foreach (var fee in model.Fees)
        {
            Fee(fee);
        }

        foreach (var test in (model.Participants?.OnlyIf ?? []).SelectMany(l => l.Value.Tests))
        {
            Tested(test, true);
        }

        // A window that hangs on a fact is there only if the fact is.
        foreach (var day in (model.Participants?.Windows ?? []).SelectMany(w => Days(w.Value.Rule)))
        {
            if (day is DayName.Named(var fact) && extents.Names.Find(fact) is Meaning.Fact)
            {
                More(fact.Text, 1, true);
            }
        }

        foreach (var name in LateFees(model))
        {
            foreach (var fact in FactsOf(name))
            {
                Of(fact).IsLate = true;
            }
        }
    }

    /// <summary>The facts by kind.</summary>
    public Dictionary<string, Supply> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a fee needs the ladder.</summary>
    public HashSet<string> Ladders { get; } = new(StringComparer.Ordinal);

    private static DayName[] Days(WindowRule rule) => rule switch
    {
        WindowRule.Lasts(_, _, var day) => [day],
        WindowRule.Between(var first, var last) => [first, last],
        _ => throw Speech.Unknown(rule),
    };

    private static IEnumerable<Name> LateFees(FeeModel model) =>
        model.Fees.SelectMany(f => (Said<Moment>?[])[f.When, .. f.Or, .. f.And]).OfType<Said<Moment>>()
            .SelectMany(m => m.Value.Bounds).Select(b => (b as Bound.Before)?.Day)
            .OfType<DayName.Named>().Select(d => d.Name);

    private IEnumerable<string> FactsOf(Name fee) =>
        _extents.Names.Find(fee) is Meaning.Fee({ When.Value.Event: MomentKind.Occurs(DayName.Named(var fact)) }, _)
            && _extents.Names.Find(fact) is Meaning.Fact ? [fact.Text] : [];

    private void Fee(Declaration.Fee fee)
    {
        var outputs = !fee.IsOutcome;
        foreach (var moment in ((Said<Moment>?[])[fee.When, .. fee.And]).OfType<Said<Moment>>())
        {
            Moment(fee, moment.Value.Event, outputs);
        }

        foreach (var test in fee.OnlyIf.SelectMany(l => l.Value.OneIsEnough ? l.Value.Tests.Take(1) : l.Value.Tests))
        {
            Tested(test, outputs);
        }

        foreach (var use in FeeUses.Of(fee, _extents.Names).Where(u => u.Site.Part == Part.Pay))
        {
            Measure(use.Name, null, outputs, 0);
            foreach (var key in Keys(use.Name))
            {
                Measure(key, null, outputs, 0);
            }
        }

        if (fee.When?.Value.Event is MomentKind.Occurs(DayName.Named(var fact)))
        {
            Cells(fact, fee.OnlyIf.Select(l => l.Value));
        }
    }

    // What a price in a table is read by.
    private IEnumerable<Name> Keys(Name column) => _extents.Names.Find(column) is Meaning.TableColumn(var table, _)
        ? table.Keys.OfType<TableKey.Named>().Select(k => k.Name) : [];

    private void Moment(Declaration.Fee fee, MomentKind moment, bool outputs)
    {
        var times = Occasions.Of(_extents, _model, fee, _scenario).Value ?? 3;
        switch (moment)
        {
            case MomentKind.Occurs(DayName.Named(var fact)) when _extents.Names.Find(fact) is Meaning.Fact:
                More(fact.Text, (int)Math.Min(times, 12), outputs);
                Of(fact.Text).IsMonthly |= times > 3;
                break;
            case MomentKind.Reaches(var measure, _, _, var value):
                Measure(measure, Value(value, measure), outputs, 0);
                break;
            case MomentKind.EachBlock(var block, _, var measure) when Value(block, measure) is { } size:
                Blocks(measure, size * (Exact)Math.Min(times, 12), outputs);
                break;
            case MomentKind.EachLasts(var fact, var duration):
                Of(fact.Text).Reach = Math.Max(Of(fact.Text).Reach, Lengths.Most(duration.Value));
                Of(fact.Text).ForOutputs |= outputs;
                break;
            case MomentKind.NewStep(var ladder, _, _):
                Ladders.Add(ladder.Text);
                break;
            case MomentKind.Occurs or MomentKind.EachBlock or MomentKind.EachPeriod or MomentKind.EachPart:
                break;
            default:
                throw Speech.Unknown(moment);
        }
    }

    private void Blocks(Name measure, Exact value, bool outputs)
    {
        if (_extents.Names.Find(measure) is Meaning.Measure({ Head: MeasureHead.DaysOf(var fact, _) }, _))
        {
            var supply = Of(fact.Text);
            Measure(measure, Exact.One, outputs, 0);
            supply.Further = Math.Max(supply.Further, (int)Exact.Min(value, 800).Ceiling());
        }
        else
        {
            Measure(measure, value, outputs, 0);
        }
    }

    private void Tested(Test test, bool outputs)
    {
        switch (test)
        {
            case Test.Compares({ } name, _, Compare.AtLeast or Compare.Above, var value, _, _):
                Measure(name, Value(value, name), outputs, 0);
                break;
            case Test.Exists({ } name, false, _) when _extents.Names.Find(name) is Meaning.Fact:
                More(name.Text, 1, outputs);
                break;
            case Test.Compares or Test.Exists or Test.Flag or Test.HasLabel or Test.Lasts or Test.Covers:
                break;
            default:
                throw Speech.Unknown(test);
        }
    }

    private Exact? Value(Amount amount, Name of)
    {
        var kind = _extents.Units.Of(of);
        var days = amount.Base is Basis.Written({ Unit: UnitWord.Months or UnitWord.Years } literal)
            && kind == ValueKind.Days ? literal.Plain * 31 : (Exact?)null;
        var extent = _extents.Amount(amount, _scenario, null, [], kind);
        return days ?? extent.High ?? extent.Low;
    }

    private void More(string fact, int rows, bool outputs)
    {
        Of(fact).Rows = Math.Max(Of(fact).Rows, Math.Min(rows, RowsMost));
        Of(fact).ForOutputs |= outputs;
    }

    // What the tests of facts ask of their columns; of alternatives the first.
    private void Cells(Name fact, IEnumerable<TestLine> lines)
    {
        foreach (var test in lines.SelectMany(l => l.OneIsEnough ? l.Tests.Take(1) : l.Tests))
        {
            switch (test)
            {
                case Test.Compares({ } column, _, var compare, var value, _, _):
                    var edge = _extents.Amount(value, _scenario, null, [], Kind(fact, column));
                    Cell(fact.Text, column, (edge.High ?? edge.Low) is { } e
                        ? Invented.Number(compare, e, Kind(fact, column), _money) : null);
                    break;
                case Test.Flag(var column, var not):
                    Cell(fact.Text, column, not ? "no" : "yes");
                    break;
                case Test.HasLabel(var column, false, var label):
                    Cell(fact.Text, column, label.Text);
                    break;
                case Test.Lasts(_, _, var duration, _):
                    Of(fact.Text).Reach = Math.Max(Of(fact.Text).Reach, Lengths.Most(duration.Value));
                    break;
                case Test.HasLabel or Test.Exists or Test.Covers:
                    break;
                default:
                    throw Speech.Unknown(test);
            }
        }
    }

    private void Cell(string fact, Name column, string? value)
    {
        if (value is not null && _extents.Names.Find(fact) is Meaning.Fact(var kind, _)
            && ModelNames.ColumnOf(kind, column.Text) >= 0)
        {
            Of(fact).Cells.TryAdd(column.Text, value);
        }
    }

    private ValueKind? Kind(Name fact, Name column) =>
        _extents.Names.Find(fact) is Meaning.Fact(var kind, _)
            && ModelNames.ColumnOf(kind, column.Text) is var at and >= 0
            ? kind.Columns[at].Type.Kind : null;

    private Supply Of(string fact)
    {
        if (!Facts.TryGetValue(fact, out var supply))
        {
            Facts.Add(fact, supply = new());
        }

        return supply;
    }
}
