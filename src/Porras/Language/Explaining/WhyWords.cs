namespace Porras;

/// <summary>Values of a settlement in the words of one language, in the units in which the model writes them.</summary>
internal sealed class WhyWords(Plan plan, Tongue tongue)
{
    private const int DecimalsMost = 12;
    private const int DecimalsMore = 4;

    public Plan Plan => plan;

    public Tongue Tongue => tongue;

    public Speech Speech { get; } = new(plan.Model, tongue, titles: true);

    public Phrase Say(string key, params ReadOnlySpan<Phrase> arguments) => Phrase.Say(tongue, "why." + key, arguments);

    /// <summary>The text of a key as a sentence: its first letter is a capital.</summary>
    public string Sentence(string key, params ReadOnlySpan<Phrase> arguments)
    {
        var text = Say(key, arguments).ToString();
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    public string FeeTitle(Declaration.Fee fee) => Speech.TitleOf(fee.Title, fee.Name);

    public string Day(int day) => Speech.Spoken.Day(day);

    public string Money(Money money) => Speech.Spoken.Money(money);

    public Phrase Days(int days) => Speech.Counted(days, "days");

    /// <summary>Days from first to last; one day by itself; without a last day they still run.</summary>
    public Phrase Span(DaySpan span) => span.Last == int.MaxValue ? Say("span.runs", Day(span.First))
        : span.First == span.Last ? Day(span.First)
        : Say("span", Day(span.First), Day(span.Last));

    /// <summary>Minor units exactly, without the currency; about equal where no decimal ends it.</summary>
    public string Amount(Exact minor)
    {
        var currency = plan.Currency;
        var amount = minor / currency.Scale;
        for (var decimals = currency.Decimals; decimals <= DecimalsMost; decimals++)
        {
            if (Exact.Parse(amount.ToString(decimals)) == amount)
            {
                return Speech.Spoken.Number(amount, decimals);
            }
        }

        return "≈\u00a0" + Speech.Spoken.Number(amount, currency.Decimals + DecimalsMore);
    }

    /// <summary>A value in its unit.</summary>
    /// <param name="value">The value in the engine's measure.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="unit">The unit in which it is to be said; none for the kind's own.</param>
    public Phrase Value(Exact value, ValueKind kind, UnitWord unit = UnitWord.None) => kind switch
    {
        ValueKind.Money => Say("money", Amount(value), plan.Currency.Code),
        ValueKind.Percent => Share(value),
        ValueKind.Points => Counted(value, "points"),
        ValueKind.Hours => Counted(value, "hours"),
        ValueKind.AWeek => Counted(value, "a-week"),
        ValueKind.Days or ValueKind.Weeks when unit == UnitWord.Weeks && (value / 7).IsWhole =>
            Counted(value / 7, "weeks"),
        ValueKind.Days or ValueKind.Weeks => Counted(value, "days"),
        ValueKind.Months when unit == UnitWord.Years && (value / 12).IsWhole => Counted(value / 12, "years"),
        ValueKind.Months => Counted(value, "months"),
        ValueKind.Day => Day((int)value.Numerator),
        ValueKind.YesNo => Say(value.Sign == 0 ? "no" : "yes"),
        ValueKind.Number or ValueKind.Name or ValueKind.OneOf => Number(value),
        _ => throw Speech.Unknown(kind),
    };

    /// <summary>A share; one that no decimal ends also as a percentage that is about equal.</summary>
    public string Share(Exact share)
    {
        var text = Speech.Spoken.Share(share);
        return !text.Contains('/', StringComparison.Ordinal) ? text
            : $"{text} (≈\u00a0{Speech.Spoken.Share(Exact.Parse((share * 100).ToString(2))!.Value / 100)})";
    }

    /// <summary>The kind and the unit of a measure.</summary>
    public (ValueKind Kind, UnitWord Unit) Of(Declaration.Measure measure) => (
        Speech.Units.Of(measure) ?? ValueKind.Number,
        measure.Head is MeasureHead.UnitsOf(false, _) ? UnitWord.Weeks : UnitWord.None);

    /// <summary>A value of a measure.</summary>
    public Phrase Value(Exact value, Declaration.Measure measure)
    {
        var (kind, unit) = Of(measure);
        return Value(value, kind, unit);
    }

    /// <summary>
    /// What is asked of a measure: in the unit of the amount, and in that of the measure if it is another.
    /// </summary>
    public Phrase Asked(Exact asked, Amount amount, Declaration.Measure measure)
    {
        var (kind, unit) = Of(measure);
        var written = UnitOf(amount);
        if (kind == ValueKind.Days && written is UnitWord.Months or UnitWord.Years)
        {
            return Value(asked, ValueKind.Months, written);
        }

        var own = Value(asked, kind, unit);
        var said = Value(asked, kind, written == UnitWord.None ? unit : written);
        return own.ToString() == said.ToString() ? own : Say("asked.also", said, own);
    }

    /// <summary>The unit word in which an amount is written, wherever its value comes from.</summary>
    public UnitWord UnitOf(Amount amount) => amount.Base switch
    {
        Basis.Written(var literal) => literal.Unit,
        Basis.Named(var name) => Speech.Names.Find(name) switch
        {
            Meaning.TableColumn(var table, var column) =>
                table.Rows.Select(r => r.Cells[column]).OfType<Literal>()
                    .FirstOrDefault(l => l.Unit != UnitWord.None)?.Unit
                ?? UnitWord.None,
            Meaning.Known(var decl, _) => UnitOf(decl.Type),
            Meaning.ProviderValue(var decl, _) => UnitOf(decl.Type),
            Meaning.Measure(var decl, _) => Of(decl).Unit,
            _ => UnitWord.None,
        },
        _ => throw Speech.Unknown(amount.Base),
    };

    private static UnitWord UnitOf(ColumnType type) => type.Kind switch
    {
        ValueKind.Weeks => UnitWord.Weeks,
        ValueKind.Days => UnitWord.Days,
        ValueKind.Months => UnitWord.Months,
        _ => UnitWord.None,
    };

    private string Number(Exact value)
    {
        var text = Speech.Spoken.Number(value);
        var isFraction = text.Contains('/', StringComparison.Ordinal);
        return isFraction ? "≈\u00a0" + Speech.Spoken.Number(value, DecimalsMore) : text;
    }

    private Phrase Counted(Exact value, string unit) => Speech.Counted(value, unit);
}
