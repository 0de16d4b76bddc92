namespace Porras;

/// <content>Tests and tables.</content>
public sealed partial class Resolver
{
    /// <summary>Lines of tests.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="fact">The kind of fact whose spans or facts are tested; -1 for none.</param>
    public IReadOnlyList<TestLinePlan> Tests(IEnumerable<Said<TestLine>> lines, int fact) =>
        [.. lines.Select(line => Tests(line.Value, line.Mark, fact))];

    /// <summary>A line of tests.</summary>
    public TestLinePlan Tests(TestLine line, Mark mark, int fact) =>
        new([.. line.Tests.Select(t => Test(t, fact))], line.OneIsEnough, mark);

    /// <summary>A table; its keys and rows are resolved once.</summary>
    public TablePlan Table(Declaration.Table table)
    {
        var i = _tables.FindIndex(t => ReferenceEquals(t, table));
        if (_tablePlans[i] is { } known)
        {
            return known;
        }

        TableCount = Math.Max(TableCount, _tables.Count);
        var plan = _tablePlans[i] = new(i, table);
        Fill(plan, table);
        return plan;
    }

    /// <summary>A table in one line: <c>by KEY LABEL X, …</c>; its amounts are read one by one.</summary>
    public TablePlan Table(TableKey key, IReadOnlyList<Label> labels, Mark mark)
    {
        TableCount = Math.Max(TableCount, _tables.Count);
        var rows = labels.Select(l => new TableRow([l], [], mark)).ToList();
        var table = new Declaration.Table([key], [new Name("amount", mark.Place)], rows, null, mark);
        var plan = new TablePlan(TableCount++, table);
        Fill(plan, table);
        return plan;
    }

    private void Fill(TablePlan plan, Declaration.Table table)
    {
        var kinds = Enumerable.Range(0, table.Columns.Count)
            .Select(c => Units.OfColumn(table, c) ?? ValueKind.Number).ToList();
        plan.Fill(
            [.. table.Keys.Select(Key)],
            [.. table.Keys.Select(Words)],
            [.. table.Rows.Select(r => r.Labels.Select((l, k) => Resolve(l, table.Keys[k])).ToList())],
            [.. table.Rows.Select(r => r.Cells
                .Select((cell, c) => cell is null ? (Exact?)null : Units.Value(cell, kinds[c])).ToArray())]);
    }

    private ValuePlan Key(TableKey key) => key switch
    {
        TableKey.Group => new ValuePlan.OfGroup { Name = "group" },
        TableKey.ContractYear => new ValuePlan.OfPricedDay(Period.ContractYear, Periods),
        TableKey.CalendarYear => new ValuePlan.OfPricedDay(Period.CalendarYear, Periods),
        TableKey.Dated => new ValuePlan.OfPricedDay(null, Periods),
        TableKey.OfStep => new ValuePlan.OfSpot(step: true),
        TableKey.Time => new ValuePlan.OfSpot(step: false),
        TableKey.Named(var name) => Value(name),
        TableKey.PlaceIn(var owner) => new ValuePlan.Place(Scope(owner)) { Name = "place" },
        _ => throw new InvalidOperationException("Unknown key."),
    };

    // Names hold any text; their numbers differ from data set to data set, so they are compared as words.
    private Func<ServiceCase, string?>? Words(TableKey key)
    {
        if (key is not TableKey.Named(var name) || TypeOf(name)?.Kind != ValueKind.Name)
        {
            return null;
        }

        return Names.Find(name) switch
        {
            Meaning.Known(_, var i) => c => Word(c.Data.Starts.Known[i], c.StartRow),
            Meaning.ProviderValue(_, var i) => c => Word(c.Data.Providers.Known[i], c.ProviderOn(c.Start)),
            _ => throw Unchecked(name),
        };
    }

    private static string? Word(Column column, int row) =>
        row < 0 || column.IsEmpty(row) ? null : column.Labels[(int)column.Values[row]];

    private LabelPlan Resolve(Label label, TableKey key)
    {
        if (label.Kind == LabelKind.Otherwise)
        {
            return new(label.Kind, null, null);
        }

        var word = label.Word?.Text ?? label.Value?.Number.ToString();
        return new(label.Kind, Edge(label, key, word), word);
    }

    private ValuePlan Edge(Label label, TableKey key, string? word)
    {
        if (label.Date is { } date)
        {
            return new ValuePlan.Literal(date);
        }

        if (key is TableKey.Group)
        {
            return new ValuePlan.Literal(GroupOf(word!));
        }

        var type = key is TableKey.Named(var name) ? TypeOf(name) : null;
        if (type?.Kind is ValueKind.OneOf or ValueKind.YesNo or ValueKind.Name)
        {
            return new ValuePlan.Literal(LabelOf(type, word!));
        }

        if (label.Word is { } edge)
        {
            return label.Share is not { } share ? Value(edge)
                : new ValuePlan.Product(new ValuePlan.Literal(share.Plain), Value(edge));
        }

        var wanted = key is TableKey.Named(var keyName) ? KindOf(keyName) : ValueKind.Number;
        return new ValuePlan.Literal(Units.Value(label.Value!, wanted));
    }

    private static Exact LabelOf(ColumnType type, string word) => type.Kind switch
    {
        ValueKind.YesNo => word == "yes" ? 1 : 0,
        ValueKind.OneOf => type.Labels.ToList().IndexOf(word),
        _ => -1,
    };

    private int GroupOf(string name) => Model.Groups?.All.ToList().FindIndex(g => g.Name.Text == name) ?? -1;

    private TestPlan Test(Test test, int fact) => test switch
    {
        Test.Flag(var name, var not) => new TestPlan.Flag(test, Value(name), not),
        Test.HasLabel(var name, var not, var label) =>
            new TestPlan.HasLabel(test, Value(name), LabelOf(name, label, fact), not),
        Test.Compares compares => Compares(compares),
        Test.Exists(var name, var no, var within) => Exists(test, name, no, within),
        Test.Lasts(var to, var compare, var duration, _) =>
            new TestPlan.Lasts(test, fact, to is { } column ? ColumnOf(fact, column) : -1, compare, duration.Value),
        Test.Covers(var name) => new TestPlan.Covers(test, MeasureOf(name)),
        _ => throw new InvalidOperationException("Unknown test."),
    };

    private TestPlan Compares(Test.Compares test)
    {
        var with = Value(test.Value, KindOf(test.Name));
        var within = test.Within is { } frame ? Window(frame) : null;
        return test.Of == OfMany.One
            ? new TestPlan.One(test, Value(test.Name), test.Compare, with, within)
            : new TestPlan.Many(test, MeasureOf(test.Name), test.Of == OfMany.Every, test.Compare, with, within);
    }

    private TestPlan.Exists Exists(Test test, Name name, bool no, Frame? within) =>
        Names.Find(name) is Meaning.Fee(_, var fee)
        ? new TestPlan.Exists(test, -1, fee, no, within is null ? null : Window(within))
        : new TestPlan.Exists(test, Fact(name), -1, no, within is null ? null : Window(within));

    private Exact LabelOf(Name name, Name label, int fact)
    {
        if (name.Text == "group" && Names.Find(name) is null)
        {
            return GroupOf(label.Text);
        }

        var column = fact >= 0 ? IndexOf(Schema.Facts[fact], name.Text) : -1;
        var type = column >= 0 ? Schema.Facts[fact].Columns[column].Type : TypeOf(name);
        return type?.Kind is ValueKind.OneOf or ValueKind.YesNo ? LabelOf(type, label.Text)
            : Exact.Parse(label.Text) ?? throw Unchecked(label);
    }

    private MeasurePlan MeasureOf(Name name) =>
        Names.Find(name) is Meaning.Measure(_, var i) ? Measure(i) : throw Unchecked(name);
}
