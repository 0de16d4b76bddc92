namespace Porras;

/// <summary>A table of a comparison, laid out in words; the same on a terminal and on a page.</summary>
/// <param name="Headings">One for each column; the first column holds labels.</param>
/// <param name="Rows">The rows, as many cells each as there are headings.</param>
/// <param name="HasTotal">Whether the last row is the sum of the others.</param>
public sealed record ComparisonTable(
    IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, bool HasTotal = false);

/// <summary>The tables of a comparison.</summary>
/// <param name="words">The words.</param>
/// <param name="name">What a model is called in a heading.</param>
public sealed class ComparisonTables(ComparisonWords words, Func<int, string> name)
{
    private readonly Comparison _all = words.Comparison;

    private IEnumerable<int> Models => Enumerable.Range(0, _all.Models.Count);

    private IEnumerable<int> Others => Models.Skip(1);

    /// <summary>What each model pays in all: a column for each model.</summary>
    public ComparisonTable Totals() => new(
        [words["figure"], .. Models.Select(name)],
        [
            Row("amount", (t, _) => words.Plain(t.Amount)),
            .. _all.Models.Count > 1 ? (IReadOnlyList<string>[])
            [
                Row("difference", (_, m) => m == 0 ? "–" : words.Signed(_all.Difference(m))),
                Row("percent", (_, m) => m == 0 ? "–" : words.Change(m)),
            ] : [],
            Row("paid", (t, _) => words.Number(t.Paid)),
            Row("mean", (t, _) => t.Mean is { } mean ? words.Plain(mean) : "–"),
            Row("median", (t, _) => t.Median is { } median ? words.Plain(median) : "–"),
            Row("outputs", (t, _) => words.Plain(t.Outputs)),
            Row("outcomes", (t, _) => words.Plain(t.Outcomes)),
            Row("share", (t, _) => words.Percent(t.OutcomeShare)),
            Row("lines", (t, _) => words.Number(t.Lines)),
            Row("first", (t, _) => words.Day(t.First)),
            Row("last", (t, _) => words.Day(t.Last)),
        ]);

    /// <summary>What each model pays in each part, with a total.</summary>
    public ComparisonTable By(Breakdown by)
    {
        var counted = by.Parts.Any(p => p.Participants is not null);
        return new(
            [
                words.By(by.By),
                .. counted ? (string[])[words["participants"]] : [],
                .. Models.Select(name),
                .. Others.Select(m => words["minus", name(m), name(0)]),
            ],
            [
                .. by.Parts.Select(p => (IReadOnlyList<string>)
                [
                    words.Title(by.By, p),
                    .. counted ? (string[])[words.Number(p.Participants ?? 0)] : [],
                    .. p.Sums.Select(s => s.Lines == 0 ? "–" : words.Plain(s.Amount)),
                    .. Others.Select(m => words.Signed(p.Difference(m))),
                ]),
                [
                    words["total"],
                    .. counted ? (string[])[words.Number(_all.Participants)] : [],
                    .. _all.Totals.Select(t => words.Plain(t.Amount)),
                    .. Others.Select(m => words.Signed(_all.Difference(m))),
                ],
            ],
            HasTotal: true);
    }

    /// <summary>What each model pays in each month, and up to its end.</summary>
    public ComparisonTable Months(Breakdown by)
    {
        var cumulated = Models.Select(by.Cumulated).ToList();
        return new(
            [words.By(by.By), .. Models.Select(name), .. Models.Select(m => words["cumulated", name(m)])],
            [.. by.Parts.Select((p, i) => (IReadOnlyList<string>)
            [
                words.Title(by.By, p),
                .. p.Sums.Select(s => words.Plain(s.Amount)),
                .. cumulated.Select(c => words.Plain(c[i])),
            ])]);
    }

    /// <summary>Who gets more or less: a column for each model but the first.</summary>
    public ComparisonTable Gains() => new(
        ["", .. Others.Select(m => words["minus", name(m), name(0)])],
        [
            GainRow("up", g => words.Number(g.Up)),
            GainRow("same", g => words.Number(g.Same)),
            GainRow("down", g => words.Number(g.Down)),
            GainRow("gained", g => words.Signed(g.Gained)),
            GainRow("lost", g => words.Signed(g.Lost)),
            .. Spread.Levels.Select((level, i) => (IReadOnlyList<string>)
            [
                words["gains.level", words.Number(level)],
                .. _all.Gains.Select(g => g.All.Spread is { } s ? words.Signed(s.Values[i]) : "–"),
            ]),
        ]);

    /// <summary>Who gets more or less under one model, in each part.</summary>
    public ComparisonTable Gains(Breakdown by, int model)
    {
        var all = _all.Gains[model - 1].All;
        return new(
            [
                words.By(by.By), words["gains.up"], words["gains.same"], words["gains.down"], words["gains.median"],
                words["difference"],
            ],
            [
                .. by.Parts.Where(p => p.Kind != PartKind.NoParticipant).Select(p =>
                    GainCells(words.Title(by.By, p), p.Gains[model - 1])),
                GainCells(words["total"], all),
            ],
            HasTotal: true);
    }

    /// <summary>The quantiles of the differences under one model, in each part.</summary>
    public ComparisonTable Spreads(Breakdown by, int model) => new(
        [words.By(by.By), .. Spread.Levels.Select(l => "P" + words.Number(l))],
        [
            .. by.Parts.Where(p => p.Kind != PartKind.NoParticipant).Select(p =>
                SpreadCells(words.Title(by.By, p), p.Gains[model - 1].Spread)),
            SpreadCells(words["total"], _all.Gains[model - 1].All.Spread),
        ]);

    /// <summary>How many participants have a difference in each range.</summary>
    public ComparisonTable Bins(CohortGains gains) => new(
        [words["difference"], words["participants"]],
        [
            .. gains.Bins.Select(b => (IReadOnlyList<string>)
            [
                b.To == default ? words.Plain(b.To) : $"{words.Signed(b.From)} … {words.Signed(b.To)}",
                words.Number(b.Count),
            ]),
            [words["total"], words.Number(gains.All.Up + gains.All.Same + gains.All.Down)],
        ],
        HasTotal: true);

    /// <summary>The largest gains or losses under one model, by case number.</summary>
    public ComparisonTable Largest(IReadOnlyList<ParticipantGain> gains, int model) => new(
        [words["case"], name(0), name(model), words["difference"]],
        [.. gains.Select(g => (IReadOnlyList<string>)
            [g.Participant, words.Plain(g.Before), words.Plain(g.After), words.Signed(g.Difference)])]);

    private IReadOnlyList<string> Row(string key, Func<ModelTotal, int, string> cell) =>
        [words["total." + key], .. _all.Totals.Select(cell)];

    private IReadOnlyList<string> GainRow(string key, Func<Gains, string> cell) =>
        [words["gains." + key], .. _all.Gains.Select(g => cell(g.All))];

    private IReadOnlyList<string> SpreadCells(string title, Spread? spread) =>
        [title, .. Spread.Levels.Select((_, i) => spread is null ? "–" : words.Signed(spread.Values[i]))];

    private IReadOnlyList<string> GainCells(string title, Gains gains) =>
    [
        title,
        words.Number(gains.Up),
        words.Number(gains.Same),
        words.Number(gains.Down),
        gains.Spread is { } spread ? words.Signed(spread.At(50)) : "–",
        words.Signed(gains.Gained + gains.Lost),
    ];
}
