namespace Porras.Exchange;

/// <summary>The charts of a comparison with their tables.</summary>
internal sealed class ComparisonFigures
{
    private readonly ComparisonWords _words;
    private readonly Comparison _all;
    private readonly ComparisonTables _tables;

    public ComparisonFigures(ComparisonWords words)
    {
        (_words, _all) = (words, words.Comparison);
        _tables = new(words, m => words.Comparison.Models[m].Label);
    }

    private IReadOnlyList<(string, string)> FeeKey =>
        [("output", _words["total.outputs"]), ("outcome", _words["total.outcomes"])];

    /// <summary>What each model pays, for outputs and for outcomes.</summary>
    public string Totals()
    {
        var bars = _all.Totals.Select((t, m) =>
            Paid("", _all.Models[m].Label, new(t.Amount, t.Outcomes, t.Lines, t.Paid), 1));
        var caption = _words["page.amount", _words.Unit];
        var chart = new BarChart(caption, [.. bars], Tick);
        return ReportParts.Figure(chart, caption, _words["page.amount.about"], FeeKey)
            + ReportParts.Table(_words["heading.totals", _words.Unit], _tables.Totals());
    }

    /// <summary>Who gains and loses under one model.</summary>
    public string Gains(int model)
    {
        var (label, first) = (_all.Models[model].Label, _all.Models[0].Label);
        var gains = _all.Gains[model - 1];
        var by = _all.By.FirstOrDefault(b => b.Parts.Any(p => p.Gains.Count > 0));
        List<string> parts = [ReportParts.Paragraph(_words.Against(model))];
        if (_all.Participants == 0)
        {
            return ReportParts.Card(_words["against", label, first], parts);
        }

        parts.Add(Who(by, model));
        parts.Add(Differences(gains));
        if (by is not null)
        {
            parts.Add(Strips(by, model));
            parts.Add(ReportParts.Table(
                $"{_words["heading.gains-by", _words.By(by.By)]}, {_words.Unit}", _tables.Gains(by, model)));
        }

        List<string> largest = [];
        foreach (var (key, list) in (ReadOnlySpan<(string, IReadOnlyList<ParticipantGain>)>)
            [("most", gains.Most), ("least", gains.Least)])
        {
            if (list.Count > 0)
            {
                largest.Add(ReportParts.Table(
                    $"{_words[key, label, first]}, {_words.Unit}", _tables.Largest(list, model)));
            }
        }

        parts.Add(ReportParts.Beside(largest));
        return ReportParts.Card(_words["against", label, first], parts);
    }

    /// <summary>Who gains and loses under every model, beside each other.</summary>
    public string AllGains() =>
        ReportParts.Table($"{_words["heading.gains"]}, {_words.Unit}", _tables.Gains());

    /// <summary>What each model pays in each part.</summary>
    public string By(Breakdown by)
    {
        var counted = by.Parts.Any(p => p.Participants is not null);
        var caption = _words[counted ? "page.each" : "page.amount", _words.Unit];
        var about = _words[counted ? "page.each.about" : "page.amount.about"];
        var bars = by.Parts.Where(p => !counted || p.Participants > 0).SelectMany(p => p.Sums.Select((s, m) => Paid(
            m == 0 ? _words.Title(by.By, p) : "", _all.Models[m].Label, s, counted ? p.Participants!.Value : 1)));
        var table = ReportParts.Table(_words["heading.by", _words.By(by.By), _words.Unit], _tables.By(by));
        return bars.ToList() is { Count: > 0 } some
            ? ReportParts.Figure(new BarChart(caption, some, Tick), caption, about, FeeKey) + table : table;
    }

    /// <summary>When the money is earned.</summary>
    public string Months(Breakdown by)
    {
        if (by.Parts.Count == 0)
        {
            return ReportParts.Paragraph("–");
        }

        var places = by.Parts.Select(p => p.Name.EndsWith("-01", StringComparison.Ordinal)
            || p.Name.EndsWith("-07", StringComparison.Ordinal) ? _words.Month(p.Name) : "").ToList();
        var key = _all.Models.Select((m, i) => ($"run m{i % 4}", m.Label)).ToList();
        string Lines(string name, Func<int, IEnumerable<Money>> values)
        {
            var lines = _all.Models.Select((m, i) => new ChartLine(m.Label, [.. values(i).Select(Size)]));
            var caption = _words[name, _words.Unit];
            return ReportParts.Figure(
                new LineChart(caption, [.. lines], places, Tick), caption, _words[name + ".about"], key);
        }

        return Lines("page.cumulated", by.Cumulated)
            + Lines("page.monthly", m => by.Parts.Select(p => p.Sums[m].Amount))
            + ReportParts.Folded(_words["page.as-table"], ReportParts.Table(
                _words["heading.by", _words.By(by.By), _words.Unit], _tables.Months(by)));
    }

    private string Who(Breakdown? by, int model)
    {
        Bar Row(string label, Gains g)
        {
            var count = g.Up + g.Same + g.Down;
            BarPiece Piece(int n, string kind) => new(count == 0 ? 0 : 100.0 * n / count, kind, _words.Number(n));
            return new("", label, [Piece(g.Down, "less"), Piece(g.Same, "same"), Piece(g.Up, "more")],
                _words.Number(count));
        }

        var rows = by?.Parts.Where(p => p.Participants > 0 && p.Kind != PartKind.NoParticipant)
            .Select(p => Row(_words.Title(by.By, p), p.Gains[model - 1])) ?? [];
        var caption = _words["page.who"];
        Bar[] bars = [.. rows, Row(_words["total"], _all.Gains[model - 1].All)];
        return ReportParts.Figure(
            new BarChart($"{caption}: {_words.Against(model)}", bars, Share),
            caption,
            _words["page.who.about"],
            ("less", _words["gains.down"]),
            ("same", _words["gains.same"]),
            ("more", _words["gains.up"]));
    }

    private string Differences(CohortGains gains)
    {
        var bins = gains.Bins.Select(b => new HistogramBin(
            b.Count,
            b.To.Minor > 0 ? "more" : b.To.Minor < 0 ? "less" : "same",
            (b.To.Minor > 0 ? "+" : "") + _words.Round(b.To.Minor))).ToList();
        var width = gains.Bins.Count > 1 ? gains.Bins.Max(b => Math.Abs((b.To - b.From).Minor)) : 0;
        var caption = _words["page.differences"];
        return ReportParts.Figure(
            new HistogramChart(caption, bins),
            caption,
            _words["page.differences.about", _words.Round(width), _words.Unit])
            + ReportParts.Folded(_words["page.as-table"], ReportParts.Table(
                $"{caption}, {_words.Unit}", _tables.Bins(gains)));
    }

    private string Strips(Breakdown by, int model)
    {
        Strip? Row(string label, Gains g) => g.Spread is not { } s ? null
            : new(label, Size(s.At(5)), Size(s.At(25)), Size(s.At(50)), Size(s.At(75)), Size(s.At(95)));
        var rows = by.Parts.Select(p => Row(_words.Title(by.By, p), p.Gains[model - 1]))
            .Append(Row(_words["total"], _all.Gains[model - 1].All)).OfType<Strip>().ToList();
        var caption = _words["page.strips", _words.Unit];
        return ReportParts.Figure(
            new StripChart(caption, rows, _words["page.strips.zero"], Tick), caption, _words["page.strips.about"])
            + ReportParts.Folded(_words["page.as-table"], ReportParts.Table(caption, _tables.Spreads(by, model)));
    }

    private Bar Paid(string heading, string label, PartSum sum, int people)
    {
        BarPiece Piece(Money money, string kind) =>
            new(Size(money) / people, kind, _words.Round(Exact.Of(money.Minor, people)));
        return new(
            heading,
            label,
            [Piece(sum.Outputs, "output"), Piece(sum.Outcomes, "outcome")],
            _words.Round(Exact.Of(sum.Amount.Minor, people)));
    }

    private string Share(double hundredths) => _words.Share((long)Math.Round(hundredths));

    private string Tick(double value) => _words.Number((long)Math.Round(value));

    private double Size(Money money) => (double)money.Minor / _all.Currency.Scale;

    private double Size(Exact minor) => (double)minor.Numerator / (double)minor.Denominator / _all.Currency.Scale;
}
