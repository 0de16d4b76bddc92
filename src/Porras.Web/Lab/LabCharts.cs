using Porras.Exchange;
using Porras.Lab;

namespace Porras.Web;

/// <summary>What the charts of the lab draw: one model, or two of which the second is broken or hollow.</summary>
/// <param name="words">The words of the study.</param>
public sealed class LabCharts(StudyWords words)
{
    private readonly ChartParts _parts = new(words);
    private readonly Study _study = words.First;

    // The lowest point may lie on the axis; its words do not.
    private static readonly int[] AboveAxis = [0, -12];

    private double Scale => words.Currency.Scale;

    private IEnumerable<(int Model, Study Study)> Studies => words.Models.Index().Select(m => (m.Index, m.Item.Study));

    /// <summary>What the organiser has paid up to each month: middle and nine cases of ten.</summary>
    public object Budget() => Fans(s => s.Budget.Months, "organiser", []);

    /// <summary>The provider's cash, with the credit line and the lowest point of a bad case.</summary>
    public object Cash()
    {
        var until = Until(s => s.Provider.Months);
        var months = _study.Provider.Months;
        var lowest = Enumerable.Range(0, Math.Min(until, months.Count)).MinBy(m => months[m].Low.Value);
        return Fans(s => s.Provider.Months, "provider",
        [
            new
            {
                name = words["page.credit"], type = "line", symbol = "none", silent = true,
                data = Enumerable.Repeat(-_study.Cash.Credit / Scale, until),
                lineStyle = new { color = "var(--error)", width = 1.5, type = "dotted" },
                itemStyle = new { color = "var(--error)" },
            },
            new
            {
                name = "lowest", type = "scatter", symbol = "rect", symbolSize = 10, z = 5,
                itemStyle = new { color = "var(--surface-paper)", borderColor = "var(--provider)", borderWidth = 2.5 },
                data = new object[] { new object[] { lowest, Rounded(months[lowest].Low.Value) } },
                label = new
                {
                    show = true, position = lowest * 2 > until ? "left" : "right", offset = AboveAxis,
                    fontWeight = 600, fontSize = 14,
                    color = "var(--text)", textBorderColor = "var(--surface-paper)", textBorderWidth = 3,
                    formatter = $"{words.Money(months[lowest].Low.Value)}, {words.Month(lowest)}",
                },
            },
        ]);
    }

    /// <summary>Insolvency by size, with the error of each and the share allowed.</summary>
    public object Survival()
    {
        var sizes = Studies.Select(s => s.Study.Sizes!.All).ToList();
        var allowed = words["page.allowed", words.Percent(_study.Options.Ruin)];
        return new
        {
            grid = words.Models.Count > 1 ? _parts.Grid : ChartParts.GridAlone,
            legend = words.Models.Count > 1 ? ChartParts.Legend(Studies.Select(s => Title(s.Model))) : null,
            tips = sizes[0].Select((size, i) => (string[])
            [
                $"{words.Number(size.Clients)} {words["clients"]}",
                .. sizes.Select((all, m) => _parts.Named(m, Interval(all[i].Ruin))),
            ]),
            xAxis = ChartParts.Along(sizes[0].Select(s => words.Number(s.Clients)), gap: true),
            yAxis = _parts.Shares(_study.Options.Ruin, sizes.SelectMany(all => all.Select(s => s.Ruin.Upper))),
            series = sizes.Select((all, m) => new
            {
                name = Title(m), type = "line", symbol = "rect", symbolSize = 9,
                data = all.Select(s => Share(s.Ruin.Value)),
                lineStyle = new { color = "var(--provider)", width = 1.5, type = m == 0 ? "solid" : "dashed" },
                itemStyle = new
                {
                    color = m == 0 ? "var(--provider)" : "var(--surface-paper)", borderColor = "var(--provider)",
                    borderWidth = 2,
                },
                markLine = ChartParts.Across(
                [
                    .. m == 0 ? (object[])[ChartParts.Level("yAxis", _study.Options.Ruin, allowed)] : [],
                    .. all.Select((s, i) => ChartParts.Error(
                        "provider", [i, Share(s.Ruin.Lower)], [i, Share(s.Ruin.Upper)])),
                ]),
            }),
        };
    }

    /// <summary>Who bears which euro.</summary>
    public object Risks()
    {
        var (all, organiser, provider) = (
            Studies.Select(s => s.Study.Risks!.Parts).ToList(), words["organiser"], words["provider"]);
        return new
        {
            grid = _parts.Grid,
            legend = ChartParts.Legend(Studies.SelectMany(s => (string[])
                [_parts.Named(s.Model, organiser), _parts.Named(s.Model, provider)])),
            tips = all[0].Select((part, i) => (string[])
            [
                words.Source(part.Source),
                .. all.SelectMany((parts, m) => (string[])
                [
                    _parts.Named(m, $"{organiser}: {words.Money(parts[i].Organiser)}"),
                    _parts.Named(m, $"{provider}: {words.Money(parts[i].Provider)}"),
                ]),
            ]),
            xAxis = _parts.Money(),
            yAxis = ChartParts.Down(all[0].Select(p => words.Source(p.Source))),
            series = all.SelectMany((parts, m) => (object[])
            [
                ChartParts.Bars(m, _parts.Named(m, organiser), "organiser", parts.Select(p => Rounded(p.Organiser))),
                ChartParts.Bars(m, _parts.Named(m, provider), "provider", parts.Select(p => Rounded(p.Provider))),
            ]),
        };
    }

    /// <summary>How much of the cost of one more hour the fees pay, by group; null where it is not known.</summary>
    public object? Incentives()
    {
        var all = Studies.Select(s => s.Study.Groups).ToList();
        if (all.Any(groups => groups.Any(g => g.Incentive is null)))
        {
            return null;
        }

        return Across(
            all[0].Select(g => words.Group(g.Name)),
            all.Select(groups => groups.Select(g => g.Incentive!.Value)),
            "outcome", (1, words["page.incentive.line"]), all.Select(groups => groups.Select(
                g => words.Percent(g.Incentive, 0))), []);
    }

    /// <summary>How often the provider runs out of money when something goes wrong.</summary>
    public object Stressed(IReadOnlyList<Stress> stress)
    {
        ArgumentNullException.ThrowIfNull(stress);
        var all = stress.Select(s => s.All.Select(o => o.Provider.Ruin).Prepend(s.Base.Provider.Ruin).ToList());
        return Across(
            stress[0].All.Select(s => s.Scenario.Name).Prepend("base").Select(s => words["scenario." + s]),
            all.Select(r => r.Select(i => i.Value)), "provider",
            (_study.Options.Ruin, words["page.allowed", words.Percent(_study.Options.Ruin)]),
            all.Select(r => r.Select(Interval)),
            [.. all.Select((r, m) => r.Select((i, row) => (object)ChartParts.Error(
                "text-soft", [Share(i.Lower), row], [Share(i.Upper), row])).ToList())]);
    }

    // Bars of shares, one below the other, with a level across them.
    private object Across(
        IEnumerable<string> rows, IEnumerable<IEnumerable<double>> shares, string colour,
        (double At, string Name) level,
        IEnumerable<IEnumerable<string>> told, IReadOnlyList<IReadOnlyList<object>> errors) => new
    {
        grid = words.Models.Count > 1 ? _parts.Grid : ChartParts.GridAlone,
        legend = words.Models.Count > 1 ? ChartParts.Legend(Studies.Select(s => Title(s.Model))) : null,
        tips = rows.Select((row, i) => (string[])
            [row, .. told.Select((texts, m) => _parts.Named(m, texts.ElementAt(i)))]),
        xAxis = _parts.Shares(level.At, shares.SelectMany(s => s)),
        yAxis = ChartParts.Down(rows),
        series = shares.Select((values, m) => ChartParts.Bars(
            m, Title(m), colour, values.Select(Share),
            ChartParts.Across(
            [
                .. m == 0 ? (object[])[ChartParts.Level("xAxis", level.At, level.Name)] : [],
                .. words.Models.Count == 1 ? errors.ElementAtOrDefault(m) ?? [] : [],
            ]))),
    };

    private object Fans(Func<Study, IReadOnlyList<Fan>> months, string party, object[] more)
    {
        var until = Until(months);
        var fans = Studies.Select(s => Enumerable.Range(0, until)
            .Select(t => months(s.Study)[Math.Min(t, months(s.Study).Count - 1)]).ToList()).ToList();
        return new
        {
            grid = _parts.Grid,
            legend = ChartParts.Legend(Studies.SelectMany(s => (string[])
                [_parts.Named(s.Model, words["page.middle"]), _parts.Named(s.Model, words["page.nine"])])),
            tips = Enumerable.Range(0, until).Select(t => (string[])
            [
                Month(t),
                .. fans.SelectMany((all, m) => (string[])
                [
                    _parts.Named(m, $"{words["page.middle"]}: {words.Money(all[t].Middle.Value)}"),
                    _parts.Named(m, words["page.between",
                        words.Money(all[t].Low.Value), words.Money(all[t].High.Value)]),
                ]),
            ]),
            xAxis = ChartParts.Along(Enumerable.Range(0, until).Select(words.Month), gap: false),
            yAxis = _parts.Money(),
            series = (object[])[.. Band(fans[0], party), .. fans.Skip(1).SelectMany(f => Edges(f, party)), .. more],
        };
    }

    // The band is drawn on top of its lower edge, which is not seen.
    private IEnumerable<object> Band(IReadOnlyList<Fan> shown, string party) =>
    [
        new
        {
            name = "floor", type = "line", stack = "band", stackStrategy = "all", symbol = "none",
            silent = true, lineStyle = new { opacity = 0 }, data = shown.Select(f => Rounded(f.Low.Value)),
        },
        new
        {
            name = _parts.Named(0, words["page.nine"]), type = "line", stack = "band", stackStrategy = "all",
            symbol = "none", silent = true, lineStyle = new { opacity = 0 },
            itemStyle = new { color = $"var(--{party})", opacity = 0.35 },
            areaStyle = new { color = $"var(--{party})", opacity = 0.22 },
            data = shown.Select(f => Rounded(f.High.Value) - Rounded(f.Low.Value)),
        },
        ChartParts.Line(0, _parts.Named(0, words["page.middle"]), party, shown.Select(f => Rounded(f.Middle.Value))),
    ];

    // The second model has no band of its own: two bands over each other could not be told apart.
    private IEnumerable<object> Edges(IReadOnlyList<Fan> shown, string party)
    {
        var nine = _parts.Named(1, words["page.nine"]);
        return
        [
            ChartParts.Line(
                1, _parts.Named(1, words["page.middle"]), party, shown.Select(f => Rounded(f.Middle.Value))),
            Edge(f => f.Low.Value), Edge(f => f.High.Value),
        ];

        object Edge(Func<Fan, double> of) => new
        {
            name = nine, type = "line", symbol = "none", silent = true, data = shown.Select(f => Rounded(of(f))),
            lineStyle = new { color = $"var(--{party})", width = 1.25, type = "dashed" },
            itemStyle = new { color = $"var(--{party})" },
        };
    }

    private int Until(Func<Study, IReadOnlyList<Fan>> months) => new StudySeries(words, _parts.Letter).Until(months);

    // A month in words: tammikuu 2027.
    private string Month(int month)
    {
        var date = Day.Date(_study.World.DayOf(month));
        return $"{Texts.Get(words.Tongue, "web.lab.months").Split('|')[date.Month - 1]} {Spoken.Integer(date.Year)}";
    }

    private string Title(int model) => words.Models.Count > 1 ? $"{_parts.Letter(model)}" : words["ruin"];

    private string Interval(Interval share) =>
        $"{words.Percent(share.Value)} ({words.Percent(share.Lower)} – {words.Percent(share.Upper)})";

    private static double Share(double share) => Math.Round(share * 100, 2);

    private double Rounded(double minor) => Math.Round(minor / Scale);
}
