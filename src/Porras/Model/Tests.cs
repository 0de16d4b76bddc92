namespace Porras;

/// <summary>How two values are compared.</summary>
public enum Compare
{
    /// <summary>≥.</summary>
    AtLeast,

    /// <summary>≤.</summary>
    AtMost,

    /// <summary>&gt;.</summary>
    Above,

    /// <summary>&lt;.</summary>
    Below,
}

/// <summary>Which values of a measure <c>for each</c> column a test is about.</summary>
public enum OfMany
{
    /// <summary>There is one value.</summary>
    One,

    /// <summary>All of them; holds if there is none.</summary>
    Every,

    /// <summary>At least one of them; does not hold if there is none.</summary>
    Any,
}

/// <summary>How the column of spans is tested in a measure of days.</summary>
public enum SpanScope
{
    /// <summary>Not a column of spans.</summary>
    None,

    /// <summary>Each span by itself.</summary>
    InEach,

    /// <summary>Spans of the same day added up.</summary>
    InAll,
}

/// <summary>One test.</summary>
public abstract record Test
{
    private Test(Place place) => Place = place;

    /// <summary>Where it begins.</summary>
    public Place Place { get; }

    /// <summary><c>NAME</c> or <c>not NAME</c>: a value of yes or no.</summary>
    public sealed record Flag(Name Name, bool Not) : Test(Name.Place);

    /// <summary><c>NAME is LABEL</c> or <c>is not</c>; the name <c>group</c> is the participant's group.</summary>
    public sealed record HasLabel(Name Name, bool Not, Name Label) : Test(Name.Place);

    /// <summary><c>[every|any] NAME COMPARE X [in each|in all|within WINDOW]</c>.</summary>
    public sealed record Compares(Name Name, OfMany Of, Compare Compare, Amount Value, SpanScope Scope, Frame? Within)
        : Test(Name.Place);

    /// <summary><c>any NAME</c> or <c>no NAME</c>, of a fact or a fee, <c>[within WINDOW]</c>.</summary>
    public sealed record Exists(Name Name, bool No, Frame? Within) : Test(Name.Place);

    /// <summary><c>lasts [to COLUMN] COMPARE D</c>.</summary>
    public sealed record Lasts(Name? To, Compare Compare, Lasting Duration, Place At) : Test(At);

    /// <summary><c>M covers the period</c>.</summary>
    public sealed record Covers(Name Name) : Test(Name.Place);
}

/// <summary>A line of tests: all must hold, or one of them.</summary>
/// <param name="Tests">At least one.</param>
/// <param name="OneIsEnough">Joined by <c>or</c>; otherwise by commas.</param>
public sealed record TestLine(IReadOnlyList<Test> Tests, bool OneIsEnough);
