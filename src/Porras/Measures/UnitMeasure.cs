namespace Porras;

/// <summary><c>with COLUMN COMPARE X</c>, resolved.</summary>
/// <param name="Column">The column summed in the unit.</param>
/// <param name="Compare">How the sum is compared.</param>
/// <param name="With">With what; tables by date are read on the unit's last day.</param>
public sealed record UnitTest(int Column, Compare Compare, ValuePlan With);

/// <summary><c>weeks of FACT</c> or <c>months of FACT</c>: units whose facts pass.</summary>
public sealed class UnitMeasure(
    int index,
    Declaration.Measure source,
    int fact,
    bool months,
    IReadOnlyList<TestLinePlan> where,
    IReadOnlyList<UnitTest> with) : RunMeasure(index, source, months ? 1 : 7)
{
    private static readonly Periods AnyPeriods = new(DaySpan.All, 0, 0);

    /// <inheritdoc/>
    public override Runs Runs(ServiceCase c)
    {
        var runs = c.Scratch<Runs>(Index, out var fresh);
        if (fresh)
        {
            runs.Clear();
            Build(c, runs);
        }

        return runs;
    }

    /// <inheritdoc/>
    public override void Supports(ServiceCase c, DaySpan asked, List<Support> supports)
    {
        var over = Over(c, asked);
        var runs = Runs(c);
        var (from, to) = c.Rows(fact);
        var days = c.Data.Facts[fact].First;
        for (var row = from; row < to; row++)
        {
            var end = Unit(days[row]).Last;
            var isThere = over.Contains(end) && runs.DaysIn(new(end, end)) > 0;
            if (isThere && !IsTooEarly(c, days[row], end) && Passes(c, row))
            {
                supports.Add(new(fact, row, new(days[row], days[row])));
            }
        }
    }

    private DaySpan Unit(int day)
    {
        if (months)
        {
            return AnyPeriods.Of(Period.CalendarMonth, day);
        }

        var monday = day - ((int)Day.Date(day).DayOfWeek + 6) % 7;
        return new(monday, monday + 6);
    }

    // A unit that ends on or after the start counts from the start: facts before it are none of its own.
    private static bool IsTooEarly(ServiceCase c, int day, int unitLast) => day < c.Start && unitLast >= c.Start;

    private void Build(ServiceCase c, Runs runs)
    {
        var (from, to) = c.Rows(fact);
        var days = c.Data.Facts[fact].First;
        var before = DaySpan.Empty;
        for (var row = from; row < to;)
        {
            var unit = Unit(days[row]);
            var next = row;
            while (next < to && days[next] <= unit.Last && (days[next] >= c.Start) == (days[row] >= c.Start))
            {
                next++;
            }

            if (unit.Last <= c.Until && !IsTooEarly(c, days[row], unit.Last) && UnitPasses(c, row, next, unit))
            {
                var follows = !before.IsEmpty && unit.First == before.Last + 1;
                runs.Add(unit.Last, unit.Last, follows, unit.First);
                before = unit;
            }

            row = next;
        }
    }

    private bool UnitPasses(ServiceCase c, int from, int to, DaySpan unit)
    {
        var spot = new Spot(unit.Last, unit.Last, unit);
        var any = false;
        Span<Exact> sums = stackalloc Exact[with.Count];
        for (var row = from; row < to; row++)
        {
            if (!Passes(c, row))
            {
                continue;
            }

            any = true;
            for (var i = 0; i < with.Count; i++)
            {
                var column = c.Data.Facts[fact].Columns[with[i].Column];
                sums[i] = column.IsEmpty(row) ? sums[i] : sums[i] + column.Value(row);
            }
        }

        for (var i = 0; any && i < with.Count; i++)
        {
            any = with[i].With.TryRead(c, spot, out var x) && TestPlan.Compares(with[i].Compare, sums[i], x);
        }

        return any;
    }

    private bool Passes(ServiceCase c, int row)
    {
        var day = c.Data.Facts[fact].First[row];
        return TestPlan.All(where, c, new Spot(day, day, new(c.Start, day)) { Fact = fact, Row = row });
    }
}
