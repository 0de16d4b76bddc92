namespace Porras;

/// <summary>A measure that counts days, weeks or months in runs.</summary>
public abstract class RunMeasure : MeasurePlan
{
    /// <summary>A measure whose stretches each count this much a day (a week is one day that counts seven).</summary>
    protected RunMeasure(int index, Declaration.Measure source, int worth)
        : base(index, source) => Worth = worth;

    /// <summary>What one counted day of the runs is worth: 1, or 7 for weeks.</summary>
    public int Worth { get; }

    /// <summary>Whether every span stands alone.</summary>
    public virtual bool Alone => false;

    /// <summary>The runs of the episode, also those before the start.</summary>
    public abstract Runs Runs(ServiceCase c);

    /// <inheritdoc/>
    public override void Changes(ServiceCase c, DaySpan asked, List<int> days)
    {
        var over = Over(c, asked);
        var runs = Runs(c);
        for (var i = 0; i < runs.Count; i++)
        {
            for (var day = Math.Max(runs.First(i), over.First); day <= Math.Min(runs.Last(i), over.Last); day++)
            {
                days.Add(day);
            }
        }

        days.Sort();
    }

    /// <inheritdoc/>
    protected override bool TryRaw(ServiceCase c, DaySpan over, in Spot spot, out Exact value)
    {
        value = (Alone ? Runs(c).LongestIn(over) : Runs(c).DaysIn(over)) * Worth;
        return true;
    }
}
