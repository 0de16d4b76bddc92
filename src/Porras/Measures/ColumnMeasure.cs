namespace Porras;

/// <summary><c>sum|mean|latest|lowest of COLUMN in FACT</c> and <c>count of FACT</c>.</summary>
public sealed class ColumnMeasure(
    int index,
    Declaration.Measure source,
    int fact,
    int column,
    Aggregate? aggregate,
    IReadOnlyList<TestLinePlan> where,
    int kindColumn) : MeasurePlan(index, source)
{
    /// <summary>How values are made one; null for <c>count</c>.</summary>
    public Aggregate? Aggregate => aggregate;

    /// <summary>Whether it only adds: its values can be added up fact by fact.</summary>
    public bool Adds => aggregate is null or Porras.Aggregate.Sum && !IsClamped && Needs.Count == 0 && kindColumn < 0;

    /// <inheritdoc/>
    public override string? ForEach => Source.ForEach?.Value.Text;

    /// <summary>The facts that pass, in order of their day.</summary>
    public IReadOnlyList<(int Day, int Row)> Entries(ServiceCase c)
    {
        var entries = c.Scratch<List<(int Day, int Row)>>(Index, out var fresh);
        if (fresh)
        {
            entries.Clear();
            Collect(c, entries);
        }

        return entries;
    }

    /// <summary>Adds an entry across participants for each fact that passes, for the owner of its day.</summary>
    public void Entries(ServiceCase c, ScopePlan scope, List<AcrossEntry> found)
    {
        var over = Over(c, new(c.Start, c.Until));
        var kinds = kindColumn < 0 ? null : c.Data.Facts[fact].Columns[kindColumn].Values;
        foreach (var (day, row) in Entries(c))
        {
            if (over.Contains(day) && !IsEmpty(c, row) && scope.TryFact(c, day, out var key))
            {
                found.Add(new(key, kinds is null ? Column.Empty : kinds[row], day, Adding(c, row)));
            }
        }
    }

    /// <summary>What one fact adds: 1 for a count, else the column's value; an empty cell adds nothing.</summary>
    public Exact Adding(ServiceCase c, int row)
    {
        var values = aggregate is null ? null : c.Data.Facts[fact].Columns[column];
        return values is null ? Exact.One : values.IsEmpty(row) ? Exact.Zero : values.Value(row);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<long> Kinds(ServiceCase c, DaySpan asked)
    {
        if (kindColumn < 0)
        {
            return [];
        }

        var over = Over(c, asked);
        var kinds = c.Data.Facts[fact].Columns[kindColumn].Values;
        return [.. Entries(c).Where(e => over.Contains(e.Day) && kinds[e.Row] != Column.Empty)
            .Select(e => kinds[e.Row]).Distinct().Order()];
    }

    /// <inheritdoc/>
    public override void Changes(ServiceCase c, DaySpan asked, List<int> days)
    {
        var over = Over(c, asked);
        foreach (var (day, row) in Entries(c))
        {
            // A span has its value from its first day on, for the latest value.
            var latest = aggregate == Porras.Aggregate.Latest;
            var first = latest ? Math.Max(c.Data.Facts[fact].First[row], over.First) : day;
            if (over.Contains(first))
            {
                days.Add(first);
            }

            if (over.Contains(day))
            {
                days.Add(day);
            }
        }

        days.Sort();
    }

    /// <inheritdoc/>
    public override void Supports(ServiceCase c, DaySpan asked, List<Support> supports)
    {
        var over = Over(c, asked);
        foreach (var (day, row) in Entries(c))
        {
            if (over.Contains(day))
            {
                supports.Add(new(fact, row, new(day, day)));
            }
        }
    }

    /// <inheritdoc/>
    protected override bool TryRaw(ServiceCase c, DaySpan over, in Spot spot, out Exact value)
    {
        if (aggregate == Porras.Aggregate.Latest)
        {
            return TryLatest(c, over.Last, spot.Kind, out value);
        }

        var count = 0;
        var lowest = default(Exact?);
        value = default;
        foreach (var (day, row) in Entries(c))
        {
            if (!over.Contains(day) || !IsKind(c, row, spot.Kind) || IsEmpty(c, row))
            {
                continue;
            }

            var adding = Adding(c, row);
            value += adding;
            lowest = lowest is { } l ? Exact.Min(l, adding) : adding;
            count++;
        }

        value = aggregate switch
        {
            Porras.Aggregate.Mean => count == 0 ? Exact.Zero : value / count,
            Porras.Aggregate.Lowest => lowest ?? Exact.Zero,
            _ => value,
        };
        return count > 0 || aggregate is null or Porras.Aggregate.Sum;
    }

    private bool IsEmpty(ServiceCase c, int row) =>
        aggregate is not null && c.Data.Facts[fact].Columns[column].IsEmpty(row);

    private bool IsKind(ServiceCase c, int row, long kind) =>
        kindColumn < 0 || kind == Column.Empty || c.Data.Facts[fact].Columns[kindColumn].Values[row] == kind;

    private bool TryLatest(ServiceCase c, int asked, long kind, out Exact value)
    {
        var table = c.Data.Facts[fact];
        var from = asked < c.Start ? int.MinValue : c.Start;
        var (best, bestLast) = (-1, int.MinValue);
        foreach (var (day, row) in Entries(c))
        {
            var last = Math.Min(day, asked);
            if (table.First[row] > asked || last < from || !IsKind(c, row, kind) || IsEmpty(c, row))
            {
                continue;
            }

            var same = best >= 0 && last == bestLast && table.First[row] == table.First[best];
            if (same && table.Columns[column].Values[row] != table.Columns[column].Values[best])
            {
                c.Refusals.Add(new(RefusalKind.TwoLatest, Source.Name.Text, last));
            }

            if (last > bestLast || (last == bestLast && table.First[row] > table.First[best]))
            {
                (best, bestLast) = (row, last);
            }
        }

        value = best < 0 ? Exact.Zero : table.Columns[column].Value(best);
        return best >= 0;
    }

    // A span counts on its last day; for the latest value it is there from its first.
    private void Collect(ServiceCase c, List<(int Day, int Row)> entries)
    {
        var table = c.Data.Facts[fact];
        var (from, to) = c.Rows(fact);
        for (var row = from; row < to; row++)
        {
            var running = table.Last[row] > c.Until;
            if (running && (aggregate != Porras.Aggregate.Latest || table.First[row] > c.Until))
            {
                continue;
            }

            var day = Math.Min(table.Last[row], c.Until);
            var spot = new Spot(day, day, new(c.Start, day)) { Fact = fact, Row = row };
            if (TestPlan.All(where, c, spot))
            {
                entries.Add((day, row));
            }
        }

        if (table.Schema.IsSpan)
        {
            entries.Sort();
        }
    }
}
