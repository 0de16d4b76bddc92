namespace Porras;

/// <summary>Which values the names of a model can have.</summary>
/// <param name="model">The model.</param>
/// <param name="names">Its names.</param>
/// <param name="units">Its units.</param>
internal sealed class Extents(FeeModel model, ModelNames names, ModelUnits units)
{
    private const int DeepestChain = 50;
    private readonly Lengths _lengths = new(model, names);

    public ModelNames Names => names;

    public ModelUnits Units => units;

    public Lengths Lengths => _lengths;

    /// <summary>The values of an amount.</summary>
    public Extent Amount(
        Amount amount, Scenario scenario, int? days, IReadOnlyList<TestLine> tests, ValueKind? wanted = null)
    {
        var extent = Basis(amount.Base, scenario, days, tests, wanted);
        if (amount.Share is { } share)
        {
            extent *= Share(share, scenario, days, tests);
        }

        if (amount.Times is { } times)
        {
            extent *= Extent.Of(times.Number);
        }

        return amount.ForEach is { } quantity
            ? extent * Name(quantity, scenario, days, tests) * Kinds(quantity)
            : extent;
    }

    /// <summary>The values of a share.</summary>
    public Extent Share(Share share, Scenario scenario, int? days, IReadOnlyList<TestLine> tests) => share switch
    {
        Porras.Share.Written(var literal) => Extent.Of(literal.Plain),
        Porras.Share.Named(var name) => Name(name, scenario, days, tests),
        _ => throw Speech.Unknown(share),
    };

    /// <summary>The values of a literal or a name.</summary>
    public Extent Basis(
        Basis basis, Scenario scenario, int? days, IReadOnlyList<TestLine> tests, ValueKind? wanted) => basis switch
    {
        Porras.Basis.Written(var literal) => Extent.Of(units.Value(literal, wanted ?? units.Of(literal))),
        Porras.Basis.Named(var name) => Name(name, scenario, days, tests),
        _ => throw Speech.Unknown(basis),
    };

    /// <summary>The values of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="scenario">What is fixed.</param>
    /// <param name="days">The most days over which a measure is counted; null if they have no bound.</param>
    /// <param name="tests">Lines of tests that hold where it is read.</param>
    public Extent Name(Name name, Scenario scenario, int? days, IReadOnlyList<TestLine> tests) =>
        Name(name, scenario, days, 0).And(Tested(name, scenario, tests));

    /// <summary>How many kinds a measure has a value for; 1 if it has one value.</summary>
    private Extent Kinds(Name measure)
    {
        if (names.Find(measure) is not Meaning.Measure({ ForEach: { } column } decl, _))
        {
            return Extent.Of(Exact.One);
        }

        var fact = decl.Head switch
        {
            MeasureHead.Aggregated(_, _, { } f) => f,
            MeasureHead.DaysOf(var f, _) => f,
            MeasureHead.UnitsOf(_, var f) => f,
            MeasureHead.CountOf([var f, ..]) => f,
            MeasureHead.Aggregated or MeasureHead.CountOf or MeasureHead.CountOfParticipants or MeasureHead.Weighted
                or MeasureHead.Less or MeasureHead.ShareOf => column.Value,
            var other => throw Speech.Unknown(other),
        };
        var labels = names.Find(fact) is Meaning.Fact(var kind, _)
            ? kind.Columns.FirstOrDefault(c => c.Name.Text == column.Value.Text)?.Type.Labels.Count : null;
        return labels is > 0 and var n ? new(Exact.Zero, n) : Extent.Counts;
    }

    private Extent Name(Name name, Scenario scenario, int? days, int depth) => names.Find(name) switch
    {
        Meaning.Measure(var measure, _) when depth < DeepestChain =>
            Measure(measure, scenario, days, depth + 1).OrZero(),
        Meaning.TableColumn(var table, var column) => Column(table, column, scenario),
        Meaning.ProviderValue => Bid(name),
        Meaning.Known or Meaning.CohortValue or Meaning.Fact or Meaning.FactColumn or Meaning.Ladder or Meaning.Cohort
            or Meaning.Fee or Meaning.Window or Meaning.Measure or null => Extent.Any,
        var other => throw Speech.Unknown(other),
    };

    // A cell that is empty is never read; a table in which no row fits pays nothing.
    private Extent Column(Declaration.Table table, int column, Scenario scenario)
    {
        var kind = units.OfColumn(table, column);
        var cells = scenario.Rows(table).Select(r => r.Cells[column]).OfType<Literal>()
            .Select(c => Extent.Of(units.Value(c, kind ?? units.Of(c)))).ToList();
        return cells.Count == 0 ? Extent.Zero : cells.Aggregate((a, b) => a.Or(b));
    }

    private Extent Bid(Name name)
    {
        var bid = model.Providers?.Bids.FirstOrDefault(b => b.Value.Column.Name.Text == name.Text)?.Value;
        return bid is null ? Extent.Any
            : new(bid.From is { } from ? units.Value(from, bid.Column.Type.Kind) : null,
                bid.To is { } to ? units.Value(to, bid.Column.Type.Kind) : null);
    }

    private Extent Tested(Name name, Scenario scenario, IReadOnlyList<TestLine> tests)
    {
        var extent = Extent.Any;
        var eligible = (model.Participants?.OnlyIf ?? []).Select(l => l.Value)
            .Where(_ => names.Find(name) is Meaning.Known);
        foreach (var line in tests.Concat(eligible).Where(l => !l.OneIsEnough || l.Tests.Count == 1))
        {
            foreach (var test in line.Tests.OfType<Test.Compares>().Where(t => t.Name.Text == name.Text))
            {
                if (test is { Of: OfMany.One, Scope: SpanScope.None, Within: null, Value.Base: Porras.Basis.Written })
                {
                    var value = Amount(test.Value, scenario, null, [], units.Of(name));
                    extent = extent.And(test.Compare is Compare.AtLeast or Compare.Above
                        ? new(value.Low, null) : new(null, value.High));
                }
            }
        }

        return extent;
    }

    private Extent Measure(Declaration.Measure measure, Scenario scenario, int? days, int depth)
    {
        days = measure.Within is { } within ? _lengths.Most(within.Value) : days;
        Extent Inner(Name name) => Name(name, scenario, days, depth);
        var extent = measure.Head switch
        {
            MeasureHead.DaysOf or MeasureHead.UnitsOf when measure.Over is not null => Extent.Counts,
            MeasureHead.DaysOf => new(Exact.Zero, days),
            MeasureHead.UnitsOf(false, _) => new(Exact.Zero, days is { } d ? (d / 7 + 1) * 7 : null),
            MeasureHead.UnitsOf(true, _) => new(Exact.Zero, days is { } d ? d / 28 + 1 : null),
            MeasureHead.CountOf or MeasureHead.CountOfParticipants => Extent.Counts,
            MeasureHead.Aggregated => Extent.Any,
            MeasureHead.Weighted(var terms) => terms
                .Select(t => Share(t.Share, scenario, days, []) * Inner(t.Measure) * Kinds(t.Measure))
                .Aggregate(Extent.Zero, (a, b) => a + b),
            MeasureHead.Less(var from, var what) => Inner(from) - Operand(what, units.Of(from)),
            MeasureHead.ShareOf(var part, var whole) => Ratio(Inner(part), Operand(whole, units.Of(part))),
            var other => throw Speech.Unknown(other),
        };
        foreach (var clamp in measure.Clamps)
        {
            var value = Amount(clamp.Value.Value, scenario, days, [], units.Of(measure));
            extent = clamp.Value.Kind switch
            {
                ClampKind.AtLeast => extent.AtLeast(value),
                ClampKind.AtMost => extent.AtMost(value),
                ClampKind.BelowIsZero => extent.AtLeast(value).OrZero(),
                var other => throw Speech.Unknown(other),
            };
        }

        return extent;

        Extent Operand(Basis basis, ValueKind? kind) => basis switch
        {
            Porras.Basis.Written(var literal) => Extent.Of(units.Value(literal, kind ?? units.Of(literal))),
            Porras.Basis.Named(var name) => Inner(name),
            _ => throw Speech.Unknown(basis),
        };
    }

    // A share of nothing is 0; a part of something that may be almost nothing has no bound.
    private static Extent Ratio(Extent part, Extent whole) =>
        whole is { Low: { Sign: > 0 } low, High: { } high } ? part * new Extent(Exact.One / high, Exact.One / low)
        : part.Low is { Sign: >= 0 } && whole.Low is { Sign: >= 0 } ? Extent.Counts
        : Extent.Any;
}
