using W = Porras.Keywords;

namespace Porras;

/// <summary>The header, providers, participants, cohorts and columns in JSON.</summary>
internal static class PeopleShapes
{
    private const int NumberMost = 1_000_000;
    private const int WorkingDaysMost = 1_000;

    public static readonly Shape<ColumnDecl> Column = ColumnShape();

    public static readonly Shape<IReadOnlyList<Sources>> Evidence = new ListShape<Sources>(new ChoiceShape<Sources>(
        [.. Enum.GetValues<Sources>().Where(s => int.IsPow2((int)s))
            .Select(s => (s, ColumnGrammar.WordsOf(s).First().Phrase))]));

    public static readonly Shape<Priced> Priced = PricedShape();

    public static readonly Shape<Payable> Payable = PayableShape();

    public static readonly RecordShape<Header> Header = HeaderShape();

    public static readonly RecordShape<Declaration.Providers> Providers = ProvidersShape();

    public static readonly RecordShape<Declaration.Participants> Participants = ParticipantsShape();

    public static readonly RecordShape<Declaration.Cohort> Cohort = CohortShape();

    private static RecordShape<ColumnDecl> ColumnShape()
    {
        var shape = new RecordShape<ColumnDecl> { Definition = "column" };
        var name = shape.Field("name", ValueShapes.Name, c => c.Name);
        var kind = shape.Field("type", new ChoiceShape<ValueKind>(
            [.. Enum.GetValues<ValueKind>().Select(k => (k, (ColumnGrammar.WordOf(k) ?? W.OneOf).Phrase))]),
                c => c.Type.Kind);
        var labels = shape.List("labels", ValueShapes.Label, c => [.. c.Type.Labels.Select(l => new Name(l, default))]);
        return shape.Make(r => new(r.Get(name), new(r.Get(kind), [.. r.List(labels).Select(l => l.Text)])));
    }

    private static RecordShape<Priced> PricedShape()
    {
        var shape = new RecordShape<Priced> { Definition = "priced" };
        var on = shape.Optional("on", ValueShapes.DayName, p => p.On);
        return shape.Make(r => new(r.Get(on)));
    }

    private static RecordShape<Payable> PayableShape()
    {
        var shape = new RecordShape<Payable> { Definition = "payable" };
        var after = shape.Optional("after", ValueShapes.Lasting, p => p.After);
        var days = shape.OptionalValue(
            "workingDays", new WholeShape(1, WorkingDaysMost), p => p.After is null ? p.WorkingDays : null);
        return shape.Make(r => new(r.Get(after), r.Get(days)));
    }

    private static RecordShape<Header> HeaderShape()
    {
        var shape = new RecordShape<Header> { Definition = "header" };
        var name = shape.Field("name", ValueShapes.Name, h => h.Name);
        var version = shape.Field("version", new WholeShape(1, NumberMost), h => h.Version);
        var clause = ValueShapes.Clause(shape, h => h.Mark);
        var titles = shape.List(
            "titles", ValueShapes.Said(new ListShape<(string Tongue, Title Title)>(TongueTitle())), h => h.Titles);
        var inForce = shape.Optional("inForce", ValueShapes.Said(Span()), h => h.InForce);
        var money = shape.Optional("money", ValueShapes.Said(Money()), h => h.Money);
        var year = shape.Optional("yearBegins", ValueShapes.Said(DayOfYear()), h => h.YearBegins);
        var over = shape.Optional("takesOver", ValueShapes.Said(new ChoiceShape<TakesOver>(
            (TakesOver.NewStarts, W.NewStartsOnly.Phrase), (TakesOver.RunningCases, W.RunningCasesToo.Phrase))),
            h => h.TakesOver);
        var priced = shape.Optional("priced", ValueShapes.Said(Priced), h => h.Priced);
        var payable = shape.Optional("payable", ValueShapes.Said(Payable), h => h.Payable);
        var laws = shape.List("laws", ValueShapes.Said(ValueShapes.Title), h => h.Laws);
        return shape.Make(r => new(r.Get(name), r.Get(version), new(default, r.Get(clause)))
        {
            Titles = r.List(titles),
            InForce = r.Get(inForce),
            Money = r.Get(money),
            YearBegins = r.Get(year),
            TakesOver = r.Get(over),
            Priced = r.Get(priced),
            Payable = r.Get(payable),
            Laws = r.List(laws),
        });
    }

    private static RecordShape<(string Tongue, Title Title)> TongueTitle()
    {
        var shape = new RecordShape<(string Tongue, Title Title)>();
        var tongue = shape.Field("language", new FreeTextShape("^[a-z]{2}$"), t => t.Tongue);
        var title = shape.Field("title", ValueShapes.Title, t => t.Title);
        return shape.Make(r => (r.Get(tongue), r.Get(title)));
    }

    private static RecordShape<DaySpan> Span()
    {
        var shape = new RecordShape<DaySpan>();
        var first = shape.Field("from", ValueShapes.Date, s => s.First);
        var last = shape.Field("to", ValueShapes.Date, s => s.Last);
        return shape.Make(r => new(r.Get(first), r.Get(last)));
    }

    private static RecordShape<MoneyTerms> Money()
    {
        var shape = new RecordShape<MoneyTerms>();
        var currency = shape.Field("currency", new FreeTextShape("^[A-Z]{3}$"), m => m.Currency);
        var running = shape.Flag("runningTotal", m => m.RunningTotal);
        var unit = shape.Field("unit", ValueShapes.Literal, m => m.Unit);
        var mode = shape.Field("rounding", new ChoiceShape<RoundingMode>(
            (RoundingMode.HalfUp, W.HalfUp.Phrase), (RoundingMode.HalfEven, W.HalfEven.Phrase),
            (RoundingMode.Down, W.Down.Phrase)),
            m => m.Mode);
        return shape.Make(r => new(r.Get(currency), default, r.Get(running), r.Get(unit), r.Get(mode)));
    }

    private static RecordShape<(int Day, int Month)> DayOfYear()
    {
        var shape = new RecordShape<(int Day, int Month)>();
        var day = shape.Field("day", new WholeShape(1, 31), d => d.Day);
        var month = shape.Field("month", new WholeShape(1, 12), d => d.Month);
        return shape.Make(r => (r.Get(day), r.Get(month)));
    }

    private static RecordShape<Declaration.Providers> ProvidersShape()
    {
        var bid = new RecordShape<Bid>();
        var column = bid.Field("column", Column, b => b.Column);
        var from = bid.Optional("from", ValueShapes.Literal, b => b.From);
        var to = bid.Optional("to", ValueShapes.Literal, b => b.To);
        bid.Make(r => new(r.Get(column), r.Get(from), r.Get(to)));
        var shape = new RecordShape<Declaration.Providers>();
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var known = shape.List("known", ValueShapes.Said(new ListShape<ColumnDecl>(Column)), d => d.Known);
        var bids = shape.List("bids", ValueShapes.Said(bid), d => d.Bids);
        var transfer = shape.Optional("transfer", ValueShapes.Said(new ChoiceShape<TransferRule>(
            (TransferRule.FirstProvider, "first provider"), (TransferRule.ProviderOfTheDay, "provider of the day"))),
                d => d.Transfer);
        return shape.Make(r => new(new Mark(default, r.Get(clause)))
        {
            Known = r.List(known), Bids = r.List(bids), Transfer = r.Get(transfer),
        });
    }

    private static RecordShape<Declaration.Participants> ParticipantsShape()
    {
        var start = new RecordShape<(Title Title, int? Until)>();
        var title = start.Field("title", ValueShapes.Title, s => s.Title);
        var until = start.OptionalValue("until", ValueShapes.Date, s => s.Until);
        start.Make(r => (r.Get(title), r.Maybe(until)));
        var shape = new RecordShape<Declaration.Participants>();
        var noun = shape.Field("noun", ValueShapes.Name, d => d.Noun);
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var known = shape.List("known", ValueShapes.Said(new ListShape<ColumnDecl>(Column)), d => d.Known);
        var starts = shape.Optional("start", ValueShapes.Said(start), d => d.Start);
        var windows = shape.List("windows", ValueShapes.Said(WindowShape()), d => d.Windows);
        var again = shape.Optional("again", ValueShapes.Said(new ChoiceShape<SecondStart>(
            (SecondStart.NewEpisode, W.ANewEpisode.Phrase), (SecondStart.SameEpisode, W.TheSameEpisode.Phrase))),
                d => d.Again);
        var onlyIf = shape.List("onlyIf", ValueShapes.Said(ConditionShapes.Tests), d => d.OnlyIf);
        return shape.Make(r => new(r.Get(noun), new(default, r.Get(clause)))
        {
            Known = r.List(known),
            Start = r.Get(starts),
            Windows = r.List(windows),
            Again = r.Get(again),
            OnlyIf = r.List(onlyIf),
        });
    }

    private static RecordShape<WindowDecl> WindowShape()
    {
        var lasts = new RecordShape<WindowRule.Lasts>();
        var duration = lasts.Field("duration", ValueShapes.Lasting, w => w.Duration);
        var side = lasts.Field("side", ValueShapes.Side, w => w.Side);
        var day = lasts.Field("day", ValueShapes.DayName, w => w.Day);
        lasts.Make(r => new(r.Get(duration), r.Get(side), r.Get(day)));
        var between = new RecordShape<WindowRule.Between>();
        var first = between.Field("first", ValueShapes.DayName, w => w.First);
        var last = between.Field("last", ValueShapes.DayName, w => w.Last);
        between.Make(r => new(r.Get(first), r.Get(last)));
        var shape = new RecordShape<WindowDecl>();
        var name = shape.Field("name", ValueShapes.Name, w => w.Name);
        var rule = shape.Field(
            "rule", new UnionShape<WindowRule>().Add("lasts", lasts).Add("between", between), w => w.Rule);
        return shape.Make(r => new(r.Get(name), r.Get(rule)));
    }

    private static RecordShape<Declaration.Cohort> CohortShape()
    {
        var shape = new RecordShape<Declaration.Cohort>();
        var name = shape.Field("name", ValueShapes.Name, d => d.Name);
        var title = shape.OptionalValue("title", ValueShapes.Title, d => d.Title);
        var clause = ValueShapes.Clause(shape, d => d.Mark);
        var by = shape.Optional("by", ValueShapes.Said(new UnionShape<CohortBy>()
            .Add("start",
                ValueShapes.One<CohortBy.Start, Period>("period", ValueShapes.Period, c => c.Period, p => new(p)))
            .Add("known", ValueShapes.One<CohortBy.Known, Name>("name", ValueShapes.Name, c => c.Name, n => new(n)))),
                d => d.By);
        var closes = shape.Optional("closes", ValueShapes.Said(ValueShapes.Lasting), d => d.Closes);
        var known = shape.List("known", ValueShapes.Said(new ListShape<ColumnDecl>(Column)), d => d.Known);
        return shape.Make(r => new(r.Get(name), r.Maybe(title), new(default, r.Get(clause)))
        {
            By = r.Get(by), Closes = r.Get(closes), Known = r.List(known),
        });
    }
}
