namespace Porras;

/// <summary>What kind of value each name and literal of a model holds. Units are types.</summary>
public sealed class ModelUnits
{
    private const int DeepestChain = 100;
    private readonly ModelNames _names;

    /// <summary>The units of a model.</summary>
    public ModelUnits(FeeModel model, ModelNames names)
    {
        _names = names;
        Currency = model.Header.Money is { } money ? Porras.Currency.Find(money.Value.Currency) : null;
    }

    /// <summary>The model's currency; null if it is missing or not known.</summary>
    public Currency? Currency { get; }

    /// <summary>
    /// Whether a literal by itself is money: no unit and exactly the currency's decimals. In a currency without
    /// decimals an integer is money or a number by its use, so this says no.
    /// </summary>
    public bool IsMoney(Literal literal) =>
        literal.Unit == UnitWord.None && Currency is { Decimals: > 0 } c && literal.Decimals == c.Decimals;

    /// <summary>What a literal holds by itself.</summary>
    public ValueKind Of(Literal literal) => literal.Unit switch
    {
        UnitWord.Percent => ValueKind.Percent,
        UnitWord.Points => ValueKind.Points,
        UnitWord.Hours => ValueKind.Hours,
        UnitWord.Days or UnitWord.Weeks => ValueKind.Days,
        UnitWord.Months or UnitWord.Years => ValueKind.Months,
        UnitWord.AWeek => ValueKind.AWeek,
        _ when literal.IsFraction => ValueKind.Percent,
        _ => IsMoney(literal) ? ValueKind.Money : ValueKind.Number,
    };

    /// <summary>What a name holds; null if it holds no value (a window, a fact, a fee …) or is not declared.</summary>
    public ValueKind? Of(Name name) => Of(_names.Find(name), 0);

    /// <summary>What a meaning holds; null if it holds no value.</summary>
    public ValueKind? Of(Meaning? meaning) => Of(meaning, 0);

    /// <summary>What a measure holds; null if its parts are not declared or go round in a circle.</summary>
    public ValueKind? Of(Declaration.Measure measure) => Of(measure, 0);

    /// <summary>
    /// A literal in the engine's measure where a value of some kind is wanted: money in minor units, a share as parts
    /// of
    /// one, weeks as days.
    /// </summary>
    public Exact Value(Literal literal, ValueKind wanted) =>
        wanted == ValueKind.Money ? literal.Plain * (Currency?.Scale ?? 1) : literal.Plain;

    /// <summary>
    /// What the cells of a table's column hold: what its first cell holds that is neither empty nor a bare 0, which
    /// fits
    /// every unit.
    /// </summary>
    public ValueKind? OfColumn(Declaration.Table table, int column)
    {
        var cells = table.Rows.Select(r => column < r.Cells.Count ? r.Cells[column] : null).OfType<Literal>().ToList();
        return (cells.Find(c => !IsBareZero(c)) ?? cells.FirstOrDefault()) is { } cell ? Of(cell) : null;
    }

    /// <summary>Whether a literal is <c>0</c> without a unit or decimals, which fits every unit.</summary>
    public static bool IsBareZero(Literal literal) =>
        literal is { Unit: UnitWord.None, Decimals: 0 } && literal.Number == Exact.Zero;

    private ValueKind? Of(Meaning? meaning, int depth) => meaning switch
    {
        Meaning.Known(var decl, _) => Held(decl.Type.Kind),
        Meaning.ProviderValue(var decl, _) => Held(decl.Type.Kind),
        Meaning.CohortValue(var decl, _, _) => Held(decl.Type.Kind),
        Meaning.Measure(var decl, _) => Of(decl, depth + 1),
        Meaning.TableColumn(var table, var column) => OfColumn(table, column),
        Meaning.FactColumn(_, var decl, _) => Held(decl.Type.Kind),
        _ => null,
    };

    private ValueKind? Of(Declaration.Measure measure, int depth)
    {
        if (depth > DeepestChain)
        {
            return null;
        }

        return measure.Head switch
        {
            MeasureHead.DaysOf => ValueKind.Days,
            MeasureHead.UnitsOf(var months, _) => months ? ValueKind.Months : ValueKind.Days,
            MeasureHead.CountOf or MeasureHead.CountOfParticipants => ValueKind.Number,
            MeasureHead.ShareOf => ValueKind.Percent,
            MeasureHead.Less(var from, _) => Of(_names.Find(from), depth),
            MeasureHead.Weighted(var terms) => terms.Count == 0 ? null : Of(_names.Find(terms[0].Measure), depth),
            MeasureHead.Aggregated(_, var name, null) => Of(_names.Find(name), depth),
            MeasureHead.Aggregated(_, var column, { } fact) => OfColumn(fact, column),
            _ => null,
        };
    }

    private ValueKind? OfColumn(Name fact, Name column)
    {
        if (_names.Find(fact) is not Meaning.Fact(var kind, _))
        {
            return null;
        }

        var i = ModelNames.ColumnOf(kind, column.Text);
        return i < 0 ? null : Held(kind.Columns[i].Type.Kind);
    }

    // Weeks are seven days: the engine holds days.
    private static ValueKind Held(ValueKind kind) => kind == ValueKind.Weeks ? ValueKind.Days : kind;
}
