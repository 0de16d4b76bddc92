using CsCheck;

namespace Porras.Tests;

/// <summary>Random measures, fees, limits and takings back.</summary>
internal static class AnyFee
{
    /// <summary>A measure.</summary>
    public static Gen<Declaration> Measure { get; } =
        from name in Any.Name
        from head in Head
        from title in Any.MaybeValue(Any.Title)
        from mark in Any.Mark
        from tests in Any.Clauses(AnyCondition.Tests)
        from except in Any.Clauses(Any.Name)
        from gaps in Any.Clauses(Gaps)
        from with in Any.Clauses(
            Gen.Select(Any.Name, Gen.Enum<Compare>(), Any.Amount).Select((n, c, v) => new WithTest(n, c, v)))
        from within in Any.MaybeSaid(Any.Frame)
        from forEach in Any.MaybeSaid(Any.Name)
        from over in Any.MaybeSaid(Any.Owner)
        from needs in Any.MaybeSaid(Gen.Select(Gen.Int[1, 1_000_000], Any.Name))
        from clamps in Any.Clauses(Gen.Select(Gen.Enum<ClampKind>(), Any.Amount).Select((k, v) => new Clamp(k, v)))
        select (Declaration)new Declaration.Measure(name, head, title, mark)
        {
            Where = tests, Except = except, Gaps = gaps, With = with, Within = within, ForEach = forEach, Over = over,
            Needs = needs, Clamps = clamps,
        };

    /// <summary>A fee.</summary>
    public static Gen<Declaration> Fee { get; } =
        from fee in Gen.Select(Any.Name, Gen.Bool, Any.MaybeValue(Any.Title), Any.Mark)
            .Select((n, o, t, m) => new Declaration.Fee(n, o, t, m))
        from owner in Any.MaybeSaid(Any.Owner)
        from when in Any.MaybeSaid(AnyCondition.Moment)
        from or in Any.Clauses(AnyCondition.Moment)
        from and in Any.Clauses(AnyCondition.Moment)
        from onlyIf in Any.Clauses(AnyCondition.Tests)
        from pay in Any.MaybeSaid(Pay)
        from steps in Any.Clauses(Step)
        from beside in Any.Clauses(Any.List(Any.Name, 1, 3))
        from parts in Any.MaybeSaid(Gen.Enum<PartPeriods>())
        from skipped in Any.MaybeSaid(Gen.Bool)
        from priced in Any.MaybeSaid(AnyPeople.Priced)
        from claim in Any.MaybeSaid(Any.Lasting)
        from payable in Any.MaybeSaid(AnyPeople.Payable)
        from often in Any.MaybeSaid(Often)
        select (Declaration)(fee with
        {
            For = owner, When = when, Or = or, And = and, OnlyIf = onlyIf, Pay = pay, Steps = steps, Beside = beside,
            PartPeriods = parts, SkippedPaid = skipped, Priced = priced, Claim = claim,
            Payable = payable, Often = often,
        });

    /// <summary>A limit.</summary>
    public static Gen<Declaration> Limit { get; } =
        from amount in Any.Amount
        from fees in Any.List(Any.Name, 0, 12)
        from scope in Gen.OneOf(Any.Owner, Gen.Const((Owner)new Owner.Participant()))
        from period in Any.MaybeValue(Gen.Enum<Period>())
        from rule in Any.MaybeValue(Gen.Enum<LimitRule>())
        from mark in Any.Mark
        where !ReadsAsFees(amount, fees.Count > 0)
        select (Declaration)new Declaration.Limit(amount, fees, scope, period, rule, mark);

    /// <summary>What is expected.</summary>
    public static Gen<Declaration> Expect { get; } =
        from measure in Any.Name
        from compare in Any.OneOf(Compare.AtLeast, Compare.AtMost)
        from amount in Any.Amount
        from scope in Any.Owner
        from period in Any.MaybeValue(Gen.Enum<Period>())
        from title in Any.MaybeValue(Any.Title)
        from mark in Any.Mark
        select (Declaration)new Declaration.Expect(
            measure, compare, amount with { ForEach = null }, scope, period, title, mark);

    /// <summary>A taking back.</summary>
    public static Gen<Declaration> TakeBack { get; } =
        from of in Any.Name
        from mark in Any.Mark
        from when in Any.MaybeSaid(AnyCondition.Moment)
        from onlyIf in Any.Clauses(AnyCondition.Tests)
        from takes in Any.MaybeSaid(Gen.OneOf(
            Any.OneOf<Takes>(new Takes.All(), new Takes.Unused()), Any.Share.Select(s => (Takes)new Takes.Part(s))))
        select (Declaration)new Declaration.TakeBack(of, mark) { When = when, OnlyIf = onlyIf, Takes = takes };

    private static Gen<IReadOnlyList<Name>> Fees => Any.List(Any.Name, 1, 4);

    private static Gen<MeasureHead> Head => Gen.OneOf(
        Gen.Select(Any.Name, Gen.Bool).Select((n, e) => (MeasureHead)new MeasureHead.DaysOf(n, e)),
        Gen.Select(Gen.Bool, Any.Name).Select((m, n) => (MeasureHead)new MeasureHead.UnitsOf(m, n)),
        Gen.Select(Gen.Enum<Aggregate>(), Any.Name, Any.MaybeValue(Any.Name))
            .Select((a, n, f) => (MeasureHead)new MeasureHead.Aggregated(a, n, f)),
        Fees.Select(n => (MeasureHead)new MeasureHead.CountOf(n)),
        Gen.Const((MeasureHead)new MeasureHead.CountOfParticipants()),
        Any.List(Gen.Select(Any.Share, Any.Name), 1, 3).Select(t => (MeasureHead)new MeasureHead.Weighted(t)),
        Gen.Select(Any.Name, Any.Basis).Select((n, b) => (MeasureHead)new MeasureHead.Less(n, b)),
        Gen.Select(Any.Name, Any.Basis).Select((n, b) => (MeasureHead)new MeasureHead.ShareOf(n, b)));

    private static Gen<Gaps> Gaps => Gen.OneOf(
        Gen.Select(Any.Lasting, Gen.Bool).Select((l, c) => new Gaps(l, null, c)),
        Gen.Select(Any.Name, Gen.Bool).Select((n, c) => new Gaps(null, n, c)));

    // A share of a name alone is a pay form of its own: the name decides whether it is an amount or a fee.
    private static Gen<Pay> Pay => Gen.OneOf(
        Any.Amount.Where(a => a is not { Share: not null, Base: Basis.Named, ForEach: null })
            .Select(a => (Pay)new Pay.Fixed(a)),
        Gen.Select(Any.Share, Fees).Select((s, n) => (Pay)new Pay.ShareOf(s, n)),
        Gen.Select(Any.Amount, Any.Name, Any.MaybeValue(Any.Name)).Select((a, m, c) => (Pay)new Pay.Pool(a, m, c)),
        Fees.Select(n => (Pay)new Pay.Unpaid(n)),
        Gen.Select(AnyCondition.Key, Any.List(Gen.Select(AnyCondition.RowLabel, Any.Amount), 1, 8))
            .Select((k, r) => (Pay)new Pay.ByKey(k, r)));

    private static Gen<PayStep> Step => Gen.OneOf(
        Any.Amount.Select(a => (PayStep)new PayStep.Plus(a)),
        Any.Share.Select(s => (PayStep)new PayStep.Times(s)),
        Any.Amount.Select(a => (PayStep)new PayStep.Less(a)),
        Any.List(Any.Name, 2, 4).Select(f => (PayStep)new PayStep.LessFees(f)),
        Fees.Select(f => (PayStep)new PayStep.Settles(f)),
        Any.Amount.Select(a => (PayStep)new PayStep.AtMost(a)));

    private static Gen<HowOften> Often => Gen.OneOf(
        Any.OneOf<HowOften>(new HowOften.Once(), new HowOften.Every()),
        Gen.OneOf(
            Gen.Int[1, 1_000_000].Select(n => (Basis)new Basis.Written(new(n, UnitWord.None, 0, default))),
            Any.Name.Select(n => (Basis)new Basis.Named(n))).Select(t => (HowOften)new HowOften.AtMost(t)));

    // "limit s of b for …" names the fee b: what a share is taken of has to be a number, or fees follow.
    private static bool ReadsAsFees(Amount amount, bool fees) => amount switch
    {
        { Share: Share.Named, Base: Basis.Named } => !fees && amount.ForEach is null,
        { Share: null, Times: null, Base: Basis.Written({ IsShare: true }) } => fees,
        _ => false,
    };
}
