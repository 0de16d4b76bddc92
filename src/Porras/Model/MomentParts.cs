namespace Porras;

/// <summary>When a fee's condition is reached, and within which bounds.</summary>
/// <param name="Event">What has to happen.</param>
/// <param name="Bounds">The bounds, in the order written.</param>
public sealed record Moment(MomentKind Event, IReadOnlyList<Bound> Bounds);

/// <summary>What has to happen for a moment.</summary>
public abstract record MomentKind
{
    private MomentKind()
    {
    }

    /// <summary>A day (once), or every fact of a kind if the name is a fact's.</summary>
    public sealed record Occurs(DayName Day) : MomentKind;

    /// <summary><c>[unbroken] M reaches|exceeds X</c>.</summary>
    public sealed record Reaches(Name Measure, bool Unbroken, bool Exceeds, Amount Value) : MomentKind;

    /// <summary><c>each X of [unbroken] M</c>.</summary>
    public sealed record EachBlock(Amount Block, bool Unbroken, Name Measure) : MomentKind;

    /// <summary><c>each FACT lasts D</c>.</summary>
    public sealed record EachLasts(Name Fact, Lasting Duration) : MomentKind;

    /// <summary><c>LADDER reaches each new step [from A to B]</c>.</summary>
    public sealed record NewStep(Name Ladder, int? From, int? To) : MomentKind;

    /// <summary><c>end|beginning of each PERIOD</c>, a calendar period.</summary>
    public sealed record EachPeriod(bool End, Period Period) : MomentKind;

    /// <summary><c>end|beginning of each D of WINDOW</c>.</summary>
    public sealed record EachPart(bool End, Lasting Duration, Name Window) : MomentKind;
}

/// <summary>A bound of a moment.</summary>
public abstract record Bound
{
    private Bound()
    {
    }

    /// <summary><c>within WINDOW</c>: counting begins on its first day and the moment lies in it.</summary>
    public sealed record Within(Frame Frame) : Bound;

    /// <summary><c>begun within WINDOW</c>: only runs whose true first day lies in it count.</summary>
    public sealed record BegunWithin(Frame Frame) : Bound;

    /// <summary><c>within any D</c>: the D that end on the moment hold X or more.</summary>
    public sealed record WithinAny(Lasting Duration) : Bound;

    /// <summary><c>after DAY</c>: counting begins the day after.</summary>
    public sealed record After(DayName Day) : Bound;

    /// <summary><c>before DAY</c>: the moment lies before that day.</summary>
    public sealed record Before(DayName Day) : Bound;
}
