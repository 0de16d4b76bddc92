using CsCheck;

namespace Porras.Tests;

/// <summary>Random names, literals, days and amounts: everything that the language can say, and nothing else.</summary>
internal static class Any
{
    private static readonly string[] Words =
    [
        "work", "job", "coached", "price-1", "työ", "ärende", "a1", "x-2-y", "follow-up", "goal", "närvaro", "δουλειά",
        "result", "long-name-that-goes-on-and-on", "s", "income", "wage", "term", "closes", "known", "window", "law",
    ];

    private static readonly string[] Phrases =
    [
        "", "Employment", "Työllistyminen, pohjoinen", "a # is no comment here", "§ 3 is no reference", "x", "100 %",
        "Arbetslösa som har varit utan arbete i minst ett år, en månad och en dag, och som vill ha ett arbete",
        "👩‍💼 – ok",
    ];

    /// <summary>A name.</summary>
    public static Gen<Name> Name { get; } = Gen.OneOf(
        OneOf(Words),
        Gen.Char["abcdefghijklmnopqrstuvwxyzåäö"].Array[1, 9].Select(c => new string(c))
            .Where(w => !Keywords.IsReserved(w) && !Keywords.UnitNames.Contains(w)))
        .Select(w => new Name(w, default));

    /// <summary>A label: keywords may be labels.</summary>
    public static Gen<Name> Label { get; } = Gen.OneOf(
        Name,
        OneOf("each", "or", "with", "fee", "yes", "no", "18-24", "65-99", "register")
            .Select(w => new Name(w, default)));

    /// <summary>A label that may be a whole number.</summary>
    public static Gen<Name> AnyLabel { get; } =
        Gen.OneOf(Label, Gen.Int[0, 99].Select(n => new Name(n.ToString(), default)));

    /// <summary>A title.</summary>
    public static Gen<Title> Title { get; } = Gen.OneOf(
        OneOf(Phrases), Gen.Char["aö ,'%-§#."].Array[0, 60].Select(c => new string(c).Trim()))
        .Select(t => new Title(t, default));

    /// <summary>A clause reference, now and then.</summary>
    public static Gen<Mark> Mark { get; } =
        OneOf<string?>(null, null, null, "3.1", "2.2, 4", "annex \"C\"").Select(r => new Mark(default, r));

    /// <summary>A number with any unit.</summary>
    public static Gen<Literal> Literal { get; } = Gen.OneOf(
        Gen.Int[0, 40].Select(n => Of(n, 0, UnitWord.None)),
        Gen.Select(Gen.Long[0, 999_999_999], Gen.Int[0, 9], Gen.Enum<UnitWord>()).Select((n, d, u) => Of(n, d, u)),
        Gen.Select(Gen.Int[-500, 500], Gen.Int[0, 2]).Select((n, d) => Of(n, d, UnitWord.Percent)),
        Gen.Enum<UnitWord>().Select(u => Of(1, 0, u)),
        Fraction);

    /// <summary>A percentage or fraction.</summary>
    public static Gen<Literal> WrittenShare { get; } = Gen.OneOf(
        Gen.Select(Gen.Int[-500, 500], Gen.Int[0, 2]).Select((n, d) => Of(n, d, UnitWord.Percent)), Fraction);

    /// <summary>A share.</summary>
    public static Gen<Share> Share { get; } = Gen.OneOf(
        WrittenShare.Select(l => (Share)new Share.Written(l)), Name.Select(n => (Share)new Share.Named(n)));

    /// <summary>A literal or a name.</summary>
    public static Gen<Basis> Basis { get; } = Gen.OneOf(
        Literal.Select(l => (Basis)new Basis.Written(l)), Name.Select(n => (Basis)new Basis.Named(n)));

    /// <summary>An amount without a quantity.</summary>
    public static Gen<Amount> PlainAmount { get; } = Gen.OneOf(
        Basis.Select(b => new Amount(null, null, b, null)),
        Gen.Select(Share, Basis).Select((s, b) => new Amount(s, null, b, null)),
        Gen.Select(Gen.Int[0, 999], Basis).Select((n, b) => new Amount(null, Of(n, 0, UnitWord.None), b, null)));

    /// <summary>An amount, also one for each of some quantity.</summary>
    public static Gen<Amount> Amount { get; } =
        Gen.Select(PlainAmount, MaybeValue(Name)).Select((a, q) => a with { ForEach = q });

    /// <summary>A duration.</summary>
    public static Gen<Lasting> Lasting { get; } = Gen.OneOf(
        Gen.Select(Gen.Int[1, 200], Gen.Enum<DurationUnit>()).Select((n, u) => new Lasting(new(n, u), default)),
        Gen.Enum<DurationUnit>().Select(u => new Lasting(new(1, u), default)));

    /// <summary>A date.</summary>
    public static Gen<int> Date { get; } = Gen.Int[Day.Of(1900, 1, 1), Day.Of(2199, 12, 31)];

    /// <summary>A day.</summary>
    public static Gen<DayName> DayName { get; } = Gen.OneOf(
        Gen.Const((DayName)new DayName.Start(default)),
        Gen.Const((DayName)new DayName.Transfer(default)),
        Name.Select(n => (DayName)new DayName.EndOf(n)),
        Name.Select(n => (DayName)new DayName.CloseOf(n)),
        Date.Select(d => (DayName)new DayName.Fixed(d, default)),
        Name.Select(n => (DayName)new DayName.Named(n)));

    /// <summary>A window.</summary>
    public static Gen<Frame> Frame { get; } = Gen.OneOf(
        Name.Select(n => (Frame)new Frame.Window(n)),
        Gen.Select(Lasting, Gen.Enum<Side>(), DayName).Select((l, s, d) => (Frame)new Frame.Around(l, s, d)));

    /// <summary>An owner that a fee or a measure can have.</summary>
    public static Gen<Owner> Owner { get; } = Gen.OneOf(
        Name.Select(n => (Owner)new Owner.Cohort(n)),
        OneOf<Owner>(new Owner.Provider(), new Owner.Contract()));

    private static Gen<Literal> Fraction => Gen.Select(Gen.Int[0, 400], Gen.Int[1, 400])
        .Select((a, b) => new Literal(Exact.Of(a, b), UnitWord.None, -b, default));

    /// <summary>One of some values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Something or nothing.</summary>
    public static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(Gen.Const((T?)null), gen.Select(t => (T?)t));

    /// <summary>Something or nothing.</summary>
    public static Gen<T?> MaybeValue<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Const((T?)null), gen.Select(t => (T?)t));

    /// <summary>Several.</summary>
    public static Gen<IReadOnlyList<T>> List<T>(Gen<T> gen, int least, int most) =>
        gen.Array[least, most].Select(a => (IReadOnlyList<T>)a);

    /// <summary>What a clause says, with or without a reference.</summary>
    public static Gen<Said<T>> Said<T>(Gen<T> gen) => Gen.Select(gen, Mark).Select((v, m) => new Said<T>(v, m));

    /// <summary>A clause or none.</summary>
    public static Gen<Said<T>?> MaybeSaid<T>(Gen<T> gen) => Maybe(Said(gen));

    /// <summary>Some clauses of one kind.</summary>
    public static Gen<IReadOnlyList<Said<T>>> Clauses<T>(Gen<T> gen) => List(Said(gen), 0, 2);

    private static Literal Of(long number, int decimals, UnitWord unit)
    {
        var scale = Enumerable.Repeat(10L, decimals).Aggregate(1L, (a, b) => a * b);
        return new(Exact.Of(number, scale), unit, decimals, default);
    }
}
