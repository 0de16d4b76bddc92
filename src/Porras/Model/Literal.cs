namespace Porras;

/// <summary>The unit word written with a number.</summary>
public enum UnitWord
{
    /// <summary>None: a count, a number, or money by its decimals.</summary>
    None,

    /// <summary><c>%</c>.</summary>
    Percent,

    /// <summary>points.</summary>
    Points,

    /// <summary>hours.</summary>
    Hours,

    /// <summary>days.</summary>
    Days,

    /// <summary>weeks.</summary>
    Weeks,

    /// <summary>months.</summary>
    Months,

    /// <summary>years.</summary>
    Years,

    /// <summary>hours a week, written <c>18 a week</c>.</summary>
    AWeek,
}

/// <summary>
/// A number as it is written: <c>300.00</c>, <c>80 %</c>, <c>5/6</c>, <c>13 weeks</c>, <c>18 a week</c>.
/// </summary>
/// <remarks>
/// What it means depends on what it is compared with or stored beside; by itself, with exactly the currency's
/// decimals, it is money.
/// </remarks>
/// <param name="Number">The number before the unit: 80 for <c>80 %</c>, 5/6 for <c>5/6</c>.</param>
/// <param name="Unit">The unit word.</param>
/// <param name="Decimals">
/// How many decimals are written; for a fraction the number below the line as written, with a minus: -54 for
/// <c>6/54</c>.
/// </param>
/// <param name="Place">Where it stands.</param>
public sealed record Literal(Exact Number, UnitWord Unit, int Decimals, Place Place)
{
    /// <summary>Whether it is written as a fraction such as <c>5/6</c>; a fraction is a share.</summary>
    public bool IsFraction => Decimals < 0;

    /// <summary>Whether it can be a share: a percentage or a fraction.</summary>
    public bool IsShare => Unit == UnitWord.Percent || IsFraction;

    /// <summary>
    /// The value in the engine's measure: a share as parts of one, weeks as days, years as months; other numbers as
    /// they are. Money still has to be multiplied by the currency's scale.
    /// </summary>
    public Exact Plain => Unit switch
    {
        UnitWord.Percent => Number / 100,
        UnitWord.Weeks => Number * 7,
        UnitWord.Years => Number * 12,
        _ => Number,
    };
}

/// <summary>A duration as written, with its place.</summary>
/// <param name="Value">The duration.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Lasting(Duration Value, Place Place);

/// <summary>A day as the model names it.</summary>
public abstract record DayName
{
    private DayName(Place place) => Place = place;

    /// <summary>Where it stands.</summary>
    public Place Place { get; }

    /// <summary><c>start</c>.</summary>
    public sealed record Start(Place At) : DayName(At);

    /// <summary><c>transfer</c>: the last day with the earlier provider.</summary>
    public sealed record Transfer(Place At) : DayName(At);

    /// <summary><c>end of WINDOW</c>.</summary>
    public sealed record EndOf(Name Window) : DayName(Window.Place);

    /// <summary><c>close of COHORT</c>.</summary>
    public sealed record CloseOf(Name Cohort) : DayName(Cohort.Place);

    /// <summary>A date.</summary>
    public sealed record Fixed(int Day, Place At) : DayName(At);

    /// <summary>A known day, a fact (its first one on or after the start) or a fee (its first occurrence).</summary>
    public sealed record Named(Name Name) : DayName(Name.Place);
}

/// <summary>On which side of a day a duration lies.</summary>
public enum Side
{
    /// <summary>The day is the first of them.</summary>
    From,

    /// <summary>The day after is the first.</summary>
    After,

    /// <summary>The day before is the last.</summary>
    Before,
}

/// <summary>A window as a clause names it: by its name, or as a duration around a day.</summary>
public abstract record Frame
{
    private Frame()
    {
    }

    /// <summary>A declared window.</summary>
    public sealed record Window(Name Name) : Frame;

    /// <summary>A duration from, after or before a day.</summary>
    public sealed record Around(Lasting Duration, Side Side, DayName Day) : Frame;
}
