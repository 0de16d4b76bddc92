using CsCheck;

namespace Porras.Tests;

/// <summary>Random headers, providers, participants, cohorts and lists.</summary>
internal static class AnyPeople
{
    /// <summary>A column or known value.</summary>
    public static Gen<ColumnDecl> Column { get; } = Gen.OneOf(
        Gen.Select(Any.Name, Type).Select((n, t) => new ColumnDecl(n, t)),
        Gen.Select(Any.OneOf("hours", "days", "points"), Type).Select((n, t) => new ColumnDecl(new(n, default), t)),
        Any.OneOf((("hours", ValueKind.Hours)), ("days", ValueKind.Days), ("points", ValueKind.Points))
            .Select(u => new ColumnDecl(new(u.Item1, default), ColumnType.Of(u.Item2))));

    /// <summary>The day of a price.</summary>
    public static Gen<Priced> Priced { get; } = Any.Maybe(Any.DayName).Select(d => new Priced(d));

    /// <summary>The day of an invoice.</summary>
    public static Gen<Payable> Payable { get; } = Gen.OneOf(
        Any.Lasting.Select(l => new Payable(l, 0)), Gen.Int[1, 1000].Select(n => new Payable(null, n)));

    /// <summary>A model's own declaration.</summary>
    public static Gen<Header> Header { get; } =
        from name in Any.Name
        from version in Gen.Int[1, 999]
        from mark in Any.Mark
        from titles in Any.Clauses(Any.List(Gen.Select(Any.OneOf("fi", "sv", "en"), Any.Title), 1, 3))
        from inForce in Any.MaybeSaid(Gen.Select(Any.Date, Any.Date).Select((a, b) => new DaySpan(a, b)))
        from money in Any.MaybeSaid(Money)
        from year in Any.MaybeSaid(Gen.Select(Gen.Int[1, 28], Gen.Int[1, 12]))
        from over in Any.MaybeSaid(Any.OneOf(TakesOver.NewStarts, TakesOver.RunningCases))
        from priced in Any.MaybeSaid(Priced)
        from payable in Any.MaybeSaid(Payable)
        from laws in Any.Clauses(Any.Title)
        select new Header(name, version, mark)
        {
            Titles = titles, InForce = inForce, Money = money, YearBegins = year, Priced = priced, Payable = payable,
            Laws = laws, TakesOver = over,
        };

    /// <summary>Providers.</summary>
    public static Gen<Declaration> Providers { get; } =
        from mark in Any.Mark
        from known in Any.Clauses(Any.List(Column, 1, 4))
        from bids in Any.Clauses(Bid)
        from transfer in Any.MaybeSaid(Any.OneOf(TransferRule.FirstProvider, TransferRule.ProviderOfTheDay))
        select (Declaration)new Declaration.Providers(mark) { Known = known, Bids = bids, Transfer = transfer };

    /// <summary>Participants.</summary>
    public static Gen<Declaration> Participants { get; } =
        from noun in Any.Name
        from mark in Any.Mark
        from known in Any.Clauses(Any.List(Column, 1, 6))
        from start in Any.MaybeSaid(Gen.Select(Any.Title, Any.MaybeValue(Any.Date)))
        from windows in Any.Clauses(Gen.Select(Any.Name, Rule).Select((n, r) => new WindowDecl(n, r)))
        from again in Any.MaybeSaid(Any.OneOf(SecondStart.NewEpisode, SecondStart.SameEpisode))
        from onlyIf in Any.Clauses(AnyCondition.Tests)
        select (Declaration)new Declaration.Participants(noun, mark)
        {
            Known = known, Start = start, Windows = windows, Again = again, OnlyIf = onlyIf,
        };

    /// <summary>A cohort.</summary>
    public static Gen<Declaration> Cohort { get; } =
        from name in Any.Name
        from title in Any.MaybeValue(Any.Title)
        from mark in Any.Mark
        from division in Any.MaybeSaid(Gen.OneOf(
            Gen.Enum<Period>().Select(p => (CohortBy)new CohortBy.Start(p)),
            Any.Name.Select(n => (CohortBy)new CohortBy.Known(n))))
        from closes in Any.MaybeSaid(Any.Lasting)
        from known in Any.Clauses(Any.List(Column, 1, 3))
        select (Declaration)new Declaration.Cohort(name, title, mark) { By = division, Closes = closes, Known = known };

    private static Gen<ColumnType> Type => Gen.OneOf(
        Gen.Enum<ValueKind>().Where(k => k != ValueKind.OneOf).Select(ColumnType.Of),
        Any.List(Any.AnyLabel, 1, 5).Select(l => new ColumnType(ValueKind.OneOf, [.. l.Select(n => n.Text)])));

    private static Gen<Bid> Bid => Gen.OneOf(
        Column.Select(c => new Bid(c, null, null)),
        Gen.Select(Column.Where(c => c.Type.Kind != ValueKind.OneOf), Any.Literal, Any.Literal)
            .Select((c, a, b) => new Bid(c, a, b)));

    private static Gen<WindowRule> Rule => Gen.OneOf(
        Gen.Select(Any.Lasting, Gen.Enum<Side>(), Any.DayName)
            .Select((l, s, d) => (WindowRule)new WindowRule.Lasts(l, s, d)),
        Gen.Select(Any.DayName, Any.DayName).Select((a, b) => (WindowRule)new WindowRule.Between(a, b)));

    private static Gen<MoneyTerms> Money =>
        from currency in Any.OneOf("EUR", "SEK", "JPY", "XXX")
        from running in Gen.Bool
        from unit in Any.Literal
        from mode in Gen.Enum<RoundingMode>()
        select new MoneyTerms(currency, default, running, unit, mode);
}
