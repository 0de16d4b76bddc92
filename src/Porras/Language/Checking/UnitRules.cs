namespace Porras;

/// <summary>Units are types: what a literal, a name or an amount has to hold where it stands.</summary>
internal sealed class UnitRules(CheckContext context)
{
    /// <summary>A literal where a kind of value is wanted.</summary>
    public IEnumerable<Diagnostic> Expect(Literal literal, ValueKind wanted)
    {
        var held = wanted == ValueKind.Weeks ? ValueKind.Days : wanted;
        if (ModelUnits.IsBareZero(literal) || Fits(literal, held))
        {
            return [];
        }

        var text = Written.Of(literal);
        return held == ValueKind.Money && literal.Unit == UnitWord.None && !literal.IsFraction
            ? context.Units.Currency is { } currency
                ? [Diagnostic.At(literal.Place, "P4002", text, currency.Code, WithDecimals(literal, currency))] : []
            : [Diagnostic.At(literal.Place, "P4001", text, Words.Of(KindOf(literal)), Words.Of(held))];
    }

    /// <summary>A name where a kind of value is wanted; a name that holds no value is found elsewhere.</summary>
    public IEnumerable<Diagnostic> Expect(Name name, ValueKind wanted, IReadOnlyList<FactKind> facts)
    {
        var held = wanted == ValueKind.Weeks ? ValueKind.Days : wanted;
        var meaning = context.Names.Find(name, facts);
        return context.Units.Of(meaning) is not { } kind || kind == held || IsEither(meaning, kind, held)
            ? [] : [Diagnostic.At(name.Place, "P4001", name.Text, Words.Of(kind), Words.Of(held))];
    }

    /// <summary>
    /// An amount where a kind of value is wanted: its base has the unit, a share is a share, a price is money.
    /// </summary>
    public IEnumerable<Diagnostic> Expect(Amount amount, ValueKind wanted, IReadOnlyList<FactKind> facts)
    {
        var held = amount.ForEach is null ? wanted : ValueKind.Money;
        return
        [
            .. amount.Share is { } share ? Expect(share) : [],
            .. amount.Times is { } times ? Expect(times, ValueKind.Number) : [],
            .. amount.Base switch
            {
                Basis.Written(var literal) => Expect(literal, held),
                Basis.Named(var name) => Expect(name, held, facts),
                _ => throw new InvalidOperationException("Unknown base."),
            },
        ];
    }

    /// <summary>A share: a percentage or a fraction. A name is tested by its role.</summary>
    public IEnumerable<Diagnostic> Expect(Share share) =>
        share is Share.Written(var literal) ? Expect(literal, ValueKind.Percent) : [];

    /// <summary>What the base of an amount holds; null if that is not known.</summary>
    public ValueKind? KindOf(Amount amount, IReadOnlyList<FactKind> facts) => amount.Base switch
    {
        Basis.Written(var literal) => KindOf(literal),
        Basis.Named(var name) => context.Units.Of(context.Names.Find(name, facts)),
        _ => throw new InvalidOperationException("Unknown base."),
    };

    /// <summary>What a literal holds where nothing says what is wanted.</summary>
    public ValueKind KindOf(Literal literal) => context.Units.Of(literal);

    private bool Fits(Literal literal, ValueKind wanted) => wanted switch
    {
        ValueKind.Number => literal.Unit == UnitWord.None && !literal.IsFraction,
        ValueKind.Percent => literal.IsShare,
        ValueKind.Money => literal.Unit == UnitWord.None && !literal.IsFraction
            && (context.Units.Currency is not { } currency || literal.Decimals == currency.Decimals),
        _ => KindOf(literal) == wanted,
    };

    // In a currency without decimals an integer is money or a number by its use.
    private bool IsEither(Meaning? meaning, ValueKind kind, ValueKind wanted) =>
        context.Units.Currency is null or { Decimals: 0 } && meaning is Meaning.TableColumn
        && kind is ValueKind.Number or ValueKind.Money && wanted is ValueKind.Number or ValueKind.Money;

    private static string WithDecimals(Literal literal, Currency currency) =>
        literal.Number.ToString(currency.Decimals);
}
