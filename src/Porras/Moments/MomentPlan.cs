namespace Porras;

/// <summary>A moment, resolved: on which days a condition is reached.</summary>
public abstract class MomentPlan
{
    /// <summary>A moment within bounds.</summary>
    protected MomentPlan(Said<Moment> source, BoundsPlan bounds) => (Source, Bounds) = (source, bounds);

    /// <summary>The clause, for reasons.</summary>
    public Said<Moment> Source { get; }

    /// <summary>Its bounds.</summary>
    public BoundsPlan Bounds { get; }

    /// <summary>Adds its occurrences in order of day, at most so many.</summary>
    public abstract void Occur(ServiceCase c, int most, List<Occurrence> found);

    /// <summary>Whether <see cref="Days"/> can be asked.</summary>
    public virtual bool GivesDays => false;

    /// <summary>
    /// The days of its occurrences in order, at most so many, where nothing else is asked about them. Holds until
    /// the next moment is asked.
    /// </summary>
    public virtual ReadOnlySpan<int> Days(ServiceCase c, int most) =>
        throw new InvalidOperationException("This moment gives occurrences, not days.");

    /// <summary>The facts an occurrence rests on.</summary>
    public virtual void Supports(ServiceCase c, Occurrence occurrence, List<Support> supports)
    {
        if (occurrence.Fact >= 0)
        {
            supports.Add(new(occurrence.Fact, occurrence.Row, new(occurrence.Day, occurrence.Day)));
        }
    }
}
