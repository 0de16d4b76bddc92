namespace Porras;

/// <summary><c>count of FEE, …</c>: occurrences of fees.</summary>
public sealed class FeeCountMeasure(
    int index, Declaration.Measure source, IReadOnlyList<int> fees, IReadOnlyList<TestLinePlan> where)
    : MeasurePlan(index, source)
{
    /// <inheritdoc/>
    public override void Changes(ServiceCase c, DaySpan asked, List<int> days)
    {
        var over = Over(c, asked);
        foreach (var occurrence in All(c, over))
        {
            days.Add(occurrence.Day);
        }

        days.Sort();
    }

    /// <summary>Adds an entry across participants for each occurrence that passes, for the owner who is paid.</summary>
    public void Entries(ServiceCase c, ScopePlan scope, List<AcrossEntry> found)
    {
        foreach (var occurrence in All(c, Over(c, new(c.Start, c.Until))))
        {
            if (scope.TryFee(c, occurrence.Day, out var key))
            {
                found.Add(new(key, Column.Empty, occurrence.Day, Exact.One));
            }
        }
    }

    /// <inheritdoc/>
    public override void Supports(ServiceCase c, DaySpan asked, List<Support> supports)
    {
        foreach (var occurrence in All(c, Over(c, asked)))
        {
            if (occurrence.Fact >= 0)
            {
                supports.Add(new(occurrence.Fact, occurrence.Row, new(occurrence.Day, occurrence.Day)));
            }
        }
    }

    /// <inheritdoc/>
    protected override bool TryRaw(ServiceCase c, DaySpan over, in Spot spot, out Exact value)
    {
        value = All(c, over).Count();
        return true;
    }

    private IEnumerable<Occurrence> All(ServiceCase c, DaySpan over) => fees
        .SelectMany(c.Occurrences)
        .Where(o => over.Contains(o.Day) && TestPlan.All(
            where, c, new Spot(o.Day, o.Day, new(c.Start, o.Day)) { Fact = o.Fact, Row = o.Row, Step = o.Step }));
}
