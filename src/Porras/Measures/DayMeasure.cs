namespace Porras;

/// <summary>A test of a column of spans <c>in all</c>: spans of the same day added up.</summary>
/// <param name="Column">The column.</param>
/// <param name="Compare">How the sum is compared.</param>
/// <param name="With">With what.</param>
public sealed record SumTest(int Column, Compare Compare, ValuePlan With);

/// <summary>Which gaps do not break a run.</summary>
/// <param name="UpTo">The longest gap; null with a fact.</param>
/// <param name="During">The fact under which it must lie; -1 with a duration.</param>
/// <param name="Count">Whether its days count.</param>
public sealed record GapRule(Duration? UpTo, int During, bool Count);

/// <summary><c>days of [each] FACT</c>: days covered by at least one span that passes.</summary>
public sealed class DayMeasure(
    int index,
    Declaration.Measure source,
    int fact,
    bool alone,
    IReadOnlyList<TestLinePlan> where,
    IReadOnlyList<SumTest> inAll,
    IReadOnlyList<int> except,
    IReadOnlyList<GapRule> gaps) : RunMeasure(index, source, 1)
{
    /// <inheritdoc/>
    public override bool Alone => alone;

    /// <summary>The kind of fact it counts.</summary>
    public int Fact => fact;

    /// <inheritdoc/>
    public override Runs Runs(ServiceCase c)
    {
        var scratch = c.Scratch<Stretches>(Index, out var fresh);
        if (fresh)
        {
            scratch.Runs.Clear();
            if (where.Count + inAll.Count + except.Count + gaps.Count == 0 && !alone && c.Episode == 1)
            {
                Unite(c, scratch.Runs);
            }
            else
            {
                Build(c, scratch);
            }
        }

        return scratch.Runs;
    }

    /// <inheritdoc/>
    public override void Supports(ServiceCase c, DaySpan asked, List<Support> supports)
    {
        var over = Over(c, asked);
        var runs = Runs(c);
        var (from, to) = c.Rows(fact);
        var table = c.Data.Facts[fact];
        for (var row = from; row < to; row++)
        {
            var span = new DaySpan(table.First[row], Math.Min(table.Last[row], c.Until)).And(over);
            if (runs.DaysIn(span) is var days and > 0 && Passes(c, table, row))
            {
                supports.Add(new(fact, row, span) { Days = days });
            }
        }
    }

    // The plain case, which a country's settlement runs millions of times: spans stand in order of their first day.
    private void Unite(ServiceCase c, Runs runs)
    {
        var (from, to) = c.Rows(fact);
        var table = c.Data.Facts[fact];
        for (var row = from; row < to && table.First[row] <= c.Until; row++)
        {
            Append(runs, table.First[row], Math.Min(table.Last[row], c.Until));
        }
    }

    private static void Append(Runs runs, int first, int last)
    {
        if (runs.Count > 0 && first <= runs.Last(runs.Count - 1) + 1)
        {
            runs.Extend(last);
        }
        else
        {
            runs.Add(first, last, sameRun: false);
        }
    }

    private void Build(ServiceCase c, Stretches scratch)
    {
        var spans = scratch.Spans;
        spans.Clear();
        var (from, to) = c.Rows(fact);
        var table = c.Data.Facts[fact];
        for (var row = from; row < to && table.First[row] <= c.Until; row++)
        {
            if (Passes(c, table, row))
            {
                Cut(c, spans, new(table.First[row], Math.Min(table.Last[row], c.Until)), row);
            }
        }

        if (inAll.Count > 0)
        {
            AddUp(c, table, spans, scratch.Sums);
            spans = scratch.Sums;
        }

        if (alone)
        {
            spans.ForEach(s => scratch.Runs.Add(s.Days.First, s.Days.Last, sameRun: false));
            return;
        }

        var united = scratch.United;
        united.Clear();
        spans.ForEach(s => Append(united, s.Days.First, s.Days.Last));
        for (var i = 0; i < united.Count; i++)
        {
            Subtract(c, new(united.First(i), united.Last(i)), scratch.Runs);
        }
    }

    private bool Passes(ServiceCase c, FactTable table, int row)
    {
        var last = Math.Min(table.Last[row], c.Until);
        var spot = new Spot(last, last, new(c.Start, last)) { Fact = fact, Row = row };
        return TestPlan.All(where, c, spot) && inAll.All(t => !table.Columns[t.Column].IsEmpty(row));
    }

    // A second start cuts a span: what lies before it is another run.
    private static void Cut(ServiceCase c, List<(DaySpan Days, int Row)> spans, DaySpan span, int row)
    {
        if (c.Episode > 1 && span.First < c.Start && span.Last >= c.Start)
        {
            spans.Add((new(span.First, c.Start - 1), row));
            spans.Add((new(c.Start, span.Last), row));
        }
        else
        {
            spans.Add((span, row));
        }
    }

    private void AddUp(
        ServiceCase c, FactTable table, List<(DaySpan Days, int Row)> spans, List<(DaySpan Days, int Row)> sums)
    {
        sums.Clear();
        var edges = spans.SelectMany(s => (int[])[s.Days.First, s.Days.Last + 1]).Distinct().Order().ToList();
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var stretch = new DaySpan(edges[i], edges[i + 1] - 1);
            var spot = new Spot(stretch.Last, stretch.Last, stretch);
            var covering = spans.FindAll(s => s.Days.Contains(stretch.First));
            var passes = covering.Count > 0 && inAll.All(t =>
            {
                var sum = covering.Aggregate(Exact.Zero, (total, s) => total + table.Columns[t.Column].Value(s.Row));
                return t.With.TryRead(c, spot, out var x) && TestPlan.Compares(t.Compare, sum, x);
            });
            if (passes)
            {
                sums.Add((stretch, covering[0].Row));
            }
        }
    }

    private void Subtract(ServiceCase c, DaySpan days, Runs runs)
    {
        var first = days.First;
        while (first <= days.Last)
        {
            var hole = NextHole(c, first, days.Last);
            if (hole.IsEmpty)
            {
                Join(c, runs, first, days.Last);
                return;
            }

            if (hole.First > first)
            {
                Join(c, runs, first, hole.First - 1);
            }

            first = hole.Last + 1;
        }
    }

    private DaySpan NextHole(ServiceCase c, int first, int last)
    {
        var best = DaySpan.Empty;
        foreach (var hole in except)
        {
            var (from, to) = c.Rows(hole);
            var table = c.Data.Facts[hole];
            for (var row = from; row < to; row++)
            {
                var span = new DaySpan(table.First[row], Math.Min(table.Last[row], c.Until)).And(new(first, last));
                best = !span.IsEmpty && (best.IsEmpty || span.First < best.First) ? span : best;
            }
        }

        return best;
    }

    private void Join(ServiceCase c, Runs runs, int first, int last)
    {
        if (runs.Count > 0)
        {
            var gap = new DaySpan(runs.Last(runs.Count - 1) + 1, first - 1);
            var cutByStart = c.Episode > 1 && first == c.Start;
            if (!cutByStart && Bridge(c, gap) is { } rule)
            {
                if (rule.Count)
                {
                    runs.Extend(last);
                }
                else
                {
                    runs.Add(first, last, sameRun: true);
                }

                return;
            }
        }

        runs.Add(first, last, sameRun: false);
    }

    private GapRule? Bridge(ServiceCase c, DaySpan gap)
    {
        if (gap.IsEmpty || !NextHole(c, gap.First, gap.Last).IsEmpty)
        {
            return null;
        }

        foreach (var rule in gaps)
        {
            if (rule.UpTo is { } longest ? gap.Last <= longest.LastDayFrom(gap.First) : Covered(c, rule.During, gap))
            {
                return rule;
            }
        }

        return null;
    }

    private static bool Covered(ServiceCase c, int during, DaySpan gap)
    {
        var (from, to) = c.Rows(during);
        var table = c.Data.Facts[during];
        var next = gap.First;
        for (var row = from; row < to && table.First[row] <= next; row++)
        {
            next = Math.Max(next, table.Last[row] == int.MaxValue ? int.MaxValue : table.Last[row] + 1);
        }

        return next > gap.Last;
    }

    private sealed class Stretches
    {
        public Runs Runs { get; } = new();

        public Runs United { get; } = new();

        public List<(DaySpan Days, int Row)> Spans { get; } = [];

        public List<(DaySpan Days, int Row)> Sums { get; } = [];
    }
}
