namespace Porras;

/// <summary>Turns the words of a checked model into values, tables, windows, tests and measures.</summary>
/// <remarks>A model that has not passed <c>check</c> makes it throw: that is the caller's mistake.</remarks>
public sealed partial class Resolver
{
    private readonly List<Declaration.Table> _tables;
    private readonly TablePlan?[] _tablePlans;
    private readonly MeasurePlan?[] _measures;
    private readonly Dictionary<string, WindowPlan> _windows = new(StringComparer.Ordinal);
    private int _windowCount;
    private int _memoCount;

    /// <summary>A resolver for one model.</summary>
    public Resolver(FeeModel model)
    {
        Model = model;
        Names = new(model);
        Units = new(model, Names);
        Schema = ModelSchema.Of(model);
        var begins = model.Header.YearBegins?.Value;
        Periods = new(model.Header.InForce?.Value ?? DaySpan.All, begins?.Month ?? 0, begins?.Day ?? 0);
        _tables = [.. model.Tables];
        _tablePlans = new TablePlan?[_tables.Count];
        _measures = new MeasurePlan?[model.Measures.Count()];
    }

    /// <summary>The model.</summary>
    public FeeModel Model { get; }

    /// <summary>What its names stand for.</summary>
    public ModelNames Names { get; }

    /// <summary>What its values hold.</summary>
    public ModelUnits Units { get; }

    /// <summary>What its data sets hold.</summary>
    public DataSchema Schema { get; }

    /// <summary>Its periods and contract years.</summary>
    public Periods Periods { get; }

    /// <summary>How many windows have been resolved: places to keep in a case.</summary>
    public int WindowCount => _windowCount;

    /// <summary>How many measures there are.</summary>
    public int MeasureCount => _measures.Length;

    /// <summary>How many tables there are, with those in one line.</summary>
    public int TableCount { get; private set; }

    /// <summary>A place at which cases remember numbers: a new one each time.</summary>
    public int NewMemo() => _memoCount++;

    /// <summary>The place of a kind of fact or a ladder.</summary>
    public int Fact(Name name) => Names.Find(name) switch
    {
        Meaning.Fact(_, var i) => i,
        Meaning.Ladder(_, var i) => i,
        _ => throw Unchecked(name),
    };

    /// <summary>The place of a fee.</summary>
    public int Fee(Name name) => Names.Find(name) is Meaning.Fee(_, var i) ? i : throw Unchecked(name);

    /// <summary>The column of a fact.</summary>
    public int ColumnOf(int fact, Name column)
    {
        var columns = Schema.Facts[fact].Columns;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == column.Text)
            {
                return i;
            }
        }

        throw Unchecked(column);
    }

    /// <summary>A name that holds a value.</summary>
    public ValuePlan Value(Name name) => Names.Find(name) switch
    {
        Meaning.Known(_, var i) => new ValuePlan.Known(i) { Name = name.Text },
        Meaning.ProviderValue(_, var i) => new ValuePlan.Provider(i) { Name = name.Text },
        Meaning.CohortValue(_, var cohort, var i) =>
            new ValuePlan.Cohort((ScopePlan.Cohort)Scope(new Owner.Cohort(cohort.Name)), i) { Name = name.Text },
        Meaning.TableColumn(var table, var i) => new ValuePlan.Cells(Table(table), i) { Name = name.Text },
        Meaning.Measure(_, var i) => new ValuePlan.OfMeasure(Measure(i)) { Name = name.Text },
        null when name.Text == "group" => new ValuePlan.OfGroup { Name = "group" },
        null => new ValuePlan.OfFact([.. Schema.Facts.Select(f => IndexOf(f, name.Text))]) { Name = name.Text },
        _ => throw Unchecked(name),
    };

    /// <summary>What a name holds, also as a column of a fact or as the group.</summary>
    public ValueKind KindOf(Name name) => TypeOf(name)?.Kind ?? Units.Of(name) ?? ValueKind.Number;

    /// <summary>A share: a literal or a name.</summary>
    public ValuePlan Share(Share share) => share switch
    {
        Porras.Share.Written(var literal) => new ValuePlan.Literal(literal.Plain),
        Porras.Share.Named(var name) => Value(name),
        _ => throw new InvalidOperationException("Unknown share."),
    };

    /// <summary>A literal or a name, where a value of some kind is wanted.</summary>
    public ValuePlan Value(Basis basis, ValueKind wanted) => basis switch
    {
        Basis.Written(var literal) => new ValuePlan.Literal(Units.Value(literal, wanted)),
        Basis.Named(var name) => Value(name),
        _ => throw new InvalidOperationException("Unknown base."),
    };

    /// <summary>An amount as one value, where a value of some kind is wanted.</summary>
    public ValuePlan Value(Amount amount, ValueKind wanted)
    {
        var value = Value(amount.Base, wanted);
        value = amount.ForEach is { } quantity ? new ValuePlan.Product(Value(quantity), value) : value;
        return Factor(amount) is { } factor ? new ValuePlan.Product(factor, value) { Name = value.Name } : value;
    }

    /// <summary>An amount of money.</summary>
    public AmountPlan Amount(Amount amount, Mark mark) => new(
        Factor(amount),
        amount.Times is not null,
        Value(amount.Base, ValueKind.Money),
        amount.ForEach is { } quantity ? Value(quantity) : null,
        mark);

    /// <summary>A mistake of the caller: the model has not been checked.</summary>
    public static InvalidOperationException Unchecked(Name name) =>
        new($"The model has not been checked: '{name.Text}' cannot be used here.");

    private ValuePlan? Factor(Amount amount) => amount.Share is { } share ? Share(share)
        : amount.Times is { } times ? new ValuePlan.Literal(times.Number)
        : null;

    private static int IndexOf(FactSchema fact, string column)
    {
        for (var i = 0; i < fact.Columns.Count; i++)
        {
            if (fact.Columns[i].Name == column)
            {
                return i;
            }
        }

        return -1;
    }

    // The type with its labels: of a known value, or of a column of some fact.
    private ColumnType? TypeOf(Name name) => Names.Find(name) switch
    {
        Meaning.Known(var decl, _) => decl.Type,
        Meaning.ProviderValue(var decl, _) => decl.Type,
        Meaning.CohortValue(var decl, _, _) => decl.Type,
        null => Names.ColumnType(name.Text),
        _ => null,
    };
}
