namespace Porras;

/// <summary>A fact that a line rests on.</summary>
/// <param name="Table">The kind of fact.</param>
/// <param name="Row">Its row in that table, of the participant's own facts.</param>
/// <param name="Counted">The days of it that counted.</param>
public sealed record FactUsed(FactTable Table, int Row, DaySpan Counted)
{
    /// <summary>The day, or the first and the last day, as recorded; <see cref="int.MaxValue"/>: still runs.</summary>
    public DaySpan Days => new(Table.First[Row], Table.Last[Row]);

    /// <summary>How many of the days in <see cref="Counted"/> counted.</summary>
    public int CountedDays { get; init; } = Counted.Length;

    /// <summary>The line in its file; 0 if it came from no file.</summary>
    public int FileLine => Table.FileLine?[Row] ?? 0;
}

/// <summary>How a moment came about: what was counted, and what was asked.</summary>
/// <param name="Way">The clause: <c>when</c>, or the <c>or</c> or <c>and</c> that made it.</param>
/// <param name="Measure">The measure; null for a day, a fact, a step or a period.</param>
/// <param name="Value">Its value over <see cref="Counted"/>; null without a measure.</param>
/// <param name="Asked">What was asked of it; null without a measure.</param>
/// <param name="Counted">The days counted.</param>
/// <param name="Step">The step of a ladder; 0 otherwise.</param>
public sealed record MomentReason(
    Said<Moment> Way, Declaration.Measure? Measure, Exact? Value, Exact? Asked, DaySpan Counted, int Step)
{
    /// <summary>The day on which the condition was reached; for a taking back, that of the line it reverses.</summary>
    public int Day { get; init; }
}

/// <summary>Why a line is what it is: fee, moment, facts, and arithmetic whose changes sum to the amount.</summary>
/// <param name="Line">The line.</param>
/// <param name="Fee">The fee.</param>
/// <param name="Moment">How its condition was reached.</param>
/// <param name="Facts">The facts it rests on.</param>
/// <param name="Arithmetic">The steps; their changes sum to the line's amount.</param>
/// <param name="Limits">What limits did to it, in order; also among the steps.</param>
/// <param name="PayableFrom">The day from which it may be invoiced; null: from the earned day.</param>
/// <param name="TakenBack">The taking back, for a line that reverses another; else null.</param>
public sealed record Reason(
    FeeLine Line,
    Declaration.Fee Fee,
    MomentReason Moment,
    IReadOnlyList<FactUsed> Facts,
    IReadOnlyList<TraceStep> Arithmetic,
    IReadOnlyList<LimitEffect> Limits,
    int? PayableFrom,
    Declaration.TakeBack? TakenBack);

/// <summary>What is missing for a fee that was not paid.</summary>
public enum WhyNotKind
{
    /// <summary>The participant has not started by the day of settlement.</summary>
    NotStarted,

    /// <summary>The participant is not eligible.</summary>
    NotEligible,

    /// <summary>A day on which counting begins has not happened.</summary>
    NotBegun,

    /// <summary>The days within the bounds are none.</summary>
    NoDays,

    /// <summary>What is counted has not reached what is asked.</summary>
    NotReached,

    /// <summary>What is asked is reached, but outside the bounds.</summary>
    OutsideBounds,

    /// <summary>There is no such fact, step, day or end of a period yet.</summary>
    NotHappened,

    /// <summary>A test does not hold.</summary>
    TestFails,

    /// <summary>The fee is paid at most so many times.</summary>
    OftenEnough,

    /// <summary>The day on which it is priced has not happened.</summary>
    NotPriced,

    /// <summary>A fact it rests on became known too late.</summary>
    ClaimedLate,

    /// <summary>The arithmetic gives zero.</summary>
    Zero,

    /// <summary>A limit leaves nothing of it.</summary>
    LimitReached,

    /// <summary>What is earned on its day belongs to another version of the model.</summary>
    OtherVersion,
}

/// <summary>Why a fee was not paid: the nearest condition that was not met, and what would have been enough.</summary>
/// <param name="Fee">The fee.</param>
/// <param name="Kind">What is missing.</param>
public sealed record WhyNot(Declaration.Fee Fee, WhyNotKind Kind)
{
    /// <summary>The occurrence that was asked for, from 1.</summary>
    public int Time { get; init; } = 1;

    /// <summary>The clause that was not met; null where it is none of the fee's.</summary>
    public Said<Moment>? Way { get; init; }

    /// <summary>The measure that has not reached what is asked; null if there is none.</summary>
    public Declaration.Measure? Measure { get; init; }

    /// <summary>What was counted at best.</summary>
    public Exact? Best { get; init; }

    /// <summary>What is asked.</summary>
    public Exact? Asked { get; init; }

    /// <summary>How much more would have been enough.</summary>
    public Exact? Missing { get; init; }

    /// <summary>The days in which it counts.</summary>
    public DaySpan Frame { get; init; } = DaySpan.Empty;

    /// <summary>The day on which it was reached outside the bounds, priced, or known too late.</summary>
    public int? OnDay { get; init; }

    /// <summary>
    /// The last day for it: the end of the windows, or the deadline of a claim; null where there is none.
    /// </summary>
    public int? LastDay { get; init; }

    /// <summary>The name of the day, fact or ladder that has not happened.</summary>
    public string Name { get; init; } = "";

    /// <summary>The test that does not hold; null without one.</summary>
    public FailedTest? Test { get; init; }

    /// <summary>The arithmetic that gives zero, or what limits did.</summary>
    public IReadOnlyList<TraceStep> Arithmetic { get; init; } = [];

    /// <summary>The limits that leave nothing.</summary>
    public IReadOnlyList<LimitEffect> Limits { get; init; } = [];
}

/// <summary>A test that does not hold, with the values it compared.</summary>
/// <param name="Line">The line of tests it stands in.</param>
/// <param name="Mark">Where that line stands.</param>
/// <param name="Test">The test.</param>
/// <param name="Value">The value; null if there is none.</param>
/// <param name="With">What it was compared with; null if it compares nothing.</param>
/// <param name="Day">The day on which it was tested.</param>
public sealed record FailedTest(TestLinePlan Line, Mark Mark, Test Test, Exact? Value, Exact? With, int Day);

/// <summary>A measure that a line reads.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Value">Its value, in the engine's measure.</param>
/// <param name="Sample">On how much it rests; null for one that counts a single participant.</param>
public sealed record MeasureRead(Declaration.Measure Measure, Exact Value, Sample? Sample);
