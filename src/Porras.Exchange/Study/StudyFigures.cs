using Porras.Lab;

namespace Porras.Exchange;

/// <summary>A chart with its name, the words around it and its table.</summary>
/// <param name="Name">Its name, as in file names.</param>
/// <param name="Chart">The chart.</param>
/// <param name="About">One sentence that says what it shows.</param>
/// <param name="Caption">What the table shows.</param>
/// <param name="Table">The same numbers as a table.</param>
/// <param name="Key">What the fills mean.</param>
internal sealed record StudyChart(
    string Name,
    IChart Chart,
    string About,
    string Caption,
    ComparisonTable Table,
    IReadOnlyList<(string Kind, string Word)> Key)
{
    /// <summary>Whether the table is long and shown when it is asked for.</summary>
    public bool IsLong => Table.Rows.Count > 12;
}

/// <summary>The charts of a study.</summary>
/// <param name="words">The words.</param>
internal sealed class StudyFigures(StudyWords words)
{
    private readonly Study _study = words.First;
    private readonly StudyTables _tables = new(words);
    private readonly StudySentences _sentences = new(words);

    private double Scale => words.Currency.Scale;

    /// <summary>All charts there are, in the order of the page.</summary>
    public IReadOnlyList<StudyChart> All() =>
        [Budget(), Cash(), .. Survival(), .. Risks(), .. Incentives(), .. Sensitivity(), .. Models()];

    /// <summary>What the organiser has paid up to each month.</summary>
    public StudyChart Budget()
    {
        var (months, until) = (_study.Budget.Months, Fan.MonthsThatDiffer(_study.Budget.Months));
        var chart = new FanChart(
            words["page.budget", words.Unit], "organiser", Places(months, until), Names(until), Tick);
        return new(
            "budget", chart, _sentences.Budget(), chart.Title, _tables.Months(months, until), FanKey("organiser"));
    }

    /// <summary>The provider's cash with its lowest point and the credit line.</summary>
    public StudyChart Cash()
    {
        var (months, until) = (_study.Provider.Months, Fan.MonthsThatDiffer(_study.Provider.Months));
        var values = Places(months, until);
        var lowest = Enumerable.Range(0, values.Count).MinBy(m => values[m].Low);
        var chart = new FanChart(words["page.cash", words.Unit], "provider", values, Names(until), Tick)
        {
            Level = new(-_study.Cash.Credit / Scale, words["page.credit"]),
            Mark = new(lowest, values[lowest].Low, words[
                "page.lowest", words.Amount(values[lowest].Low * Scale), words.Month(lowest)]),
        };
        return new(
            "cash", chart, _sentences.Cash(), chart.Title, _tables.Months(months, until),
            [.. FanKey("provider"), ("limit", words["page.credit"])]);
    }

    /// <summary>Insolvency by the size of the provider; none where sizes were not asked for.</summary>
    public IEnumerable<StudyChart> Survival()
    {
        if (_study.Sizes is not { } sizes)
        {
            return [];
        }

        var points = sizes.All.Select(s => new SharePoint(
            s.Clients, s.Ruin.Value, s.Ruin.Lower, s.Ruin.Upper, words.Number(s.Clients))).ToList();
        var allowed = words["page.allowed", words.Percent(_study.Options.Ruin)];
        var chart = new ShareChart(
            words["page.survival"], points, new(_study.Options.Ruin, allowed), words["page.survival.axis"],
            s => words.Percent(s, s < 0.1 && s > 0 ? 1 : 0));
        return [new("survival", chart, _sentences.Smallest().Single(), words["page.sizes", words.Unit],
            _tables.Sizes(), [])];
    }

    /// <summary>Who bears which euro; none where it was not asked for.</summary>
    public IEnumerable<StudyChart> Risks()
    {
        if (_study.Risks is not { } risks)
        {
            return [];
        }

        var bars = risks.Parts.SelectMany(p => (Bar[])
        [
            Risk(words.Source(p.Source), "organiser", "organiser", p.Organiser),
            Risk("", "provider", "more", p.Provider),
        ]);
        var chart = new BarChart(words["page.risks", words.Unit], [.. bars], Tick);
        return [new("risks", chart, _sentences.Risks(risks), chart.Title, _tables.Risks(),
            [("organiser", words["organiser"]), ("more", words["provider"])])];
    }

    /// <summary>How much of another hour's cost the fees pay; none where it is not known.</summary>
    public IEnumerable<StudyChart> Incentives()
    {
        if (_study.Groups.Any(g => g.Incentive is null))
        {
            return [];
        }

        var bars = _study.Groups.Select(g => new Bar("", words.Group(g.Name),
            [new(g.Incentive!.Value, g.Incentive >= 1 ? "outcome" : "less", "")], words.Percent(g.Incentive, 0)));
        var chart = new BarChart(words["page.incentive"], [.. bars], s => words.Percent(s, 0))
        {
            Level = new(1, words["page.incentive.line"]),
        };
        return [new(
            "incentive", chart, _sentences.Incentive(), words["page.incentive.table", words.Unit], _tables.Incentives(),
            [("less", words["page.incentive.below"]), ("outcome", words["page.incentive.above"])])];
    }

    /// <summary>Which assumptions matter, for the provider and for the organiser; none where not asked for.</summary>
    public IEnumerable<StudyChart> Sensitivity() => _study.Sensitivity is not { All.Count: > 0 } moved ? [] :
    [
        Moved("sensitivity", "cash", "provider", moved.All, moved.Lowest, s => s.Lowest, _sentences.Sensitivity(moved)),
        .. moved.ForBudget.Any() ? (StudyChart[])
        [
            Moved("sensitivity-budget", "budget", "organiser", moved.ForBudget, moved.Budget, s => s.Budget,
                words["page.moved.about"]),
        ] : [],
    ];

    private StudyChart Moved(
        string name, string key, string party, IEnumerable<Sensitive> all, double still,
        Func<Sensitive, (double Low, double High)> figure, string about)
    {
        var (assumptions, shown) = (new StudyAssumptions(words), all.Take(StudyTables.Shown).ToList());
        var chart = new TornadoChart(
            words["page.moved." + key, words.Unit], party,
            [.. shown.Select(s => new TornadoBar(
                assumptions.Name(s.Number), figure(s).Low / Scale, figure(s).High / Scale,
                assumptions.Moved(s.Number, s.Low), assumptions.Moved(s.Number, s.High)))],
            new(still / Scale, words["page.moved.still", words.Amount(still)]), Tick);
        return new(name, chart, about, chart.Title, _tables.Moved(shown, figure),
            [($"bar soft {party}", words["page.moved.less"]), ($"bar {party}", words["page.moved.more"])]);
    }

    /// <summary>The provider's cash in a bad case under each model; none for one model.</summary>
    public IEnumerable<StudyChart> Models()
    {
        if (words.Models.Count < 2)
        {
            return [];
        }

        var until = words.Models.Max(m => Fan.MonthsThatDiffer(m.Study.Provider.Months));
        var lines = words.Models.Select(m => new ChartLine(m.Label, [.. Enumerable.Range(0, until).Select(t =>
            m.Study.Provider.Months[Math.Min(t, m.Study.Provider.Months.Count - 1)].Low.Value / Scale)])).ToList();
        var chart = new LineChart(words["page.models", words.Unit], lines, Names(until), Tick);
        var table = new ComparisonTable(
            [words["month"], .. lines.Select(l => l.Label)],
            [.. Enumerable.Range(0, until).Select(t => (IReadOnlyList<string>)
                [words.Month(t), .. lines.Select(l => words.Amount(l.Values[t] * Scale))])]);
        return [new("models", chart, words["page.models.about"], chart.Title, table,
            [.. words.Models.Select((m, i) => ($"run m{i % 4}", m.Label))])];
    }

    private Bar Risk(string heading, string party, string kind, double minor) => new(
        heading, words[party], [new(minor / Scale, kind, "")], words.Amount(minor));

    private IReadOnlyList<(string, string)> FanKey(string kind) =>
    [
        ($"run {kind}", words["page.middle"]), ($"band inner {kind}", words["page.half"]),
        ($"band {kind}", words["page.nine"]),
    ];

    private IReadOnlyList<FanPlace> Places(IReadOnlyList<Fan> months, int until) =>
        [.. months.Take(until).Select(f => new FanPlace(
            f.Low.Value / Scale, f.Quarter / Scale, f.Middle.Value / Scale, f.ThreeQuarters / Scale,
            f.High.Value / Scale))];

    private List<string> Names(int until) => [.. Enumerable.Range(0, until).Select(m =>
        Day.Date(_study.World.DayOf(m)).Month is 1 or 7 ? words.Month(m) : "")];

    private string Tick(double value) => words.Number(value);
}
