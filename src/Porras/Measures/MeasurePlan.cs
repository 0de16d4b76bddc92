namespace Porras;

/// <summary>What of a fact a measure counted, for reasons and claim deadlines.</summary>
/// <param name="Fact">The kind of fact.</param>
/// <param name="Row">Its row.</param>
/// <param name="Counted">The days of it that lie in the days counted.</param>
public readonly record struct Support(int Fact, int Row, DaySpan Counted)
{
    /// <summary>How many of these days counted: fewer where another fact keeps some of them out.</summary>
    public int Days { get; init; } = Counted.Length;
}

/// <summary>A measure, resolved: counts facts of one participant.</summary>
/// <remarks>
/// Days of a measure of days, weeks of <c>weeks of</c> as seven days, months of <c>months of</c>, money in minor units,
/// shares as parts of one.
/// </remarks>
public abstract class MeasurePlan
{
    private readonly List<(ClampKind Kind, ValuePlan Bound)> _clamps = [];

    /// <summary>A measure by its place among the measures.</summary>
    protected MeasurePlan(int index, Declaration.Measure source) => (Index, Source) = (index, source);

    /// <summary>Its place among the measures.</summary>
    public int Index { get; }

    /// <summary>The declaration, for reasons.</summary>
    public Declaration.Measure Source { get; }

    /// <summary>The window over which it is counted whatever the fee's days are; null for the fee's days.</summary>
    public WindowPlan? Window { get; private set; }

    /// <summary>With fewer facts of a kind than this, it has no value; a count of 0 asks for nothing.</summary>
    public (int Count, int Fact) Needs { get; private set; }

    /// <summary>Whether anything keeps its value in bounds.</summary>
    public bool IsClamped => _clamps.Count > 0;

    /// <summary>Adds the clauses that every kind of measure has.</summary>
    public void Finish(
        WindowPlan? window, (int Count, int Fact) needs, IEnumerable<(ClampKind Kind, ValuePlan Bound)> clamps)
    {
        (Window, Needs) = (window, needs);
        _clamps.AddRange(clamps);
    }

    /// <summary>
    /// The days over which it is counted: its own window up to the last day asked, or the days asked.
    /// </summary>
    public virtual DaySpan Over(ServiceCase c, DaySpan asked) =>
        c.Clip(Window is null ? asked : Window.Of(c).And(new(int.MinValue, asked.Last)));

    /// <summary>Its value over some days; false if it has none.</summary>
    public bool TryValue(ServiceCase c, DaySpan asked, in Spot spot, out Exact value)
    {
        var over = Over(c, asked);
        value = default;
        if (Needs.Count > 0 && CountOf(c, over) < Needs.Count)
        {
            return false;
        }

        if (!TryRaw(c, over, spot, out value))
        {
            return false;
        }

        foreach (var (kind, bound) in _clamps)
        {
            // A measure built of one without a value has none: an unknown bound must not mean no bound.
            if (!bound.TryRead(c, spot with { Counted = over }, out var x))
            {
                return false;
            }

            value = kind switch
            {
                ClampKind.AtLeast => Exact.Max(value, x),
                ClampKind.AtMost => Exact.Min(value, x),
                _ => value < x ? Exact.Zero : value,
            };
        }

        return true;
    }

    /// <summary>The column for each value of which it has one, be there any or none; null for a single value.</summary>
    public virtual string? ForEach => null;

    /// <summary>The values of its <c>for each</c> column that occur; none for a measure without one.</summary>
    public virtual IReadOnlyList<long> Kinds(ServiceCase c, DaySpan asked) => [];

    /// <summary>The days in rising order on which its value can change, within some days.</summary>
    public abstract void Changes(ServiceCase c, DaySpan asked, List<int> days);

    /// <summary>On how much its value over some days rests; null for one that counts a single participant.</summary>
    public virtual Sample? SampleOf(ServiceCase c, DaySpan asked, in Spot spot) => null;

    /// <summary>The facts that it counts over some days.</summary>
    public abstract void Supports(ServiceCase c, DaySpan asked, List<Support> supports);

    /// <summary>
    /// Its value before <c>at least</c>, <c>at most</c> and <c>counts as 0</c>; false if it has none.
    /// </summary>
    protected abstract bool TryRaw(ServiceCase c, DaySpan over, in Spot spot, out Exact value);

    private int CountOf(ServiceCase c, DaySpan over)
    {
        var (from, to) = c.Rows(Needs.Fact);
        var last = c.Data.Facts[Needs.Fact].Last;
        var count = 0;
        for (var row = from; row < to; row++)
        {
            count += over.Contains(last[row]) ? 1 : 0;
        }

        return count;
    }
}
