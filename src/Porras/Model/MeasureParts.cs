namespace Porras;

/// <summary>Whose a fee, a measure or a limit is.</summary>
public abstract record Owner
{
    private Owner()
    {
    }

    /// <summary><c>each participant</c>.</summary>
    public sealed record Participant : Owner;

    /// <summary><c>each COHORT</c>.</summary>
    public sealed record Cohort(Name Name) : Owner;

    /// <summary><c>each provider</c>.</summary>
    public sealed record Provider : Owner;

    /// <summary><c>the contract</c>.</summary>
    public sealed record Contract : Owner;
}

/// <summary>How participants come into a cohort.</summary>
public abstract record CohortBy
{
    private CohortBy()
    {
    }

    /// <summary>By the period of their start.</summary>
    public sealed record Start(Period Period) : CohortBy;

    /// <summary>By a known value.</summary>
    public sealed record Known(Name Name) : CohortBy;
}

/// <summary>What a measure counts. One operator; longer sums are built of named measures.</summary>
public abstract record MeasureHead
{
    private MeasureHead()
    {
    }

    /// <summary><c>days of [each] FACT</c>.</summary>
    public sealed record DaysOf(Name Fact, bool Each) : MeasureHead;

    /// <summary><c>weeks of FACT</c> or <c>months of FACT</c>.</summary>
    public sealed record UnitsOf(bool Months, Name Fact) : MeasureHead;

    /// <summary>
    /// <c>sum|latest|mean|lowest of COLUMN in FACT</c>, or <c>sum|mean of MEASURE</c> where the fact is null.
    /// </summary>
    public sealed record Aggregated(Aggregate Aggregate, Name Name, Name? Fact) : MeasureHead;

    /// <summary><c>count of FACT</c> or <c>of FEE, …</c>.</summary>
    public sealed record CountOf(IReadOnlyList<Name> Names) : MeasureHead;

    /// <summary><c>count of participants</c>.</summary>
    public sealed record CountOfParticipants : MeasureHead;

    /// <summary><c>SHARE of M and SHARE of M …</c>.</summary>
    public sealed record Weighted(IReadOnlyList<(Share Share, Name Measure)> Terms) : MeasureHead;

    /// <summary><c>A less B</c>.</summary>
    public sealed record Less(Name From, Basis What) : MeasureHead;

    /// <summary><c>A as share of B</c>.</summary>
    public sealed record ShareOf(Name Part, Basis Whole) : MeasureHead;
}

/// <summary>How the values of a column are made one.</summary>
public enum Aggregate
{
    /// <summary>The total; of nothing, 0.</summary>
    Sum,

    /// <summary>The value on the latest day; of nothing, no value.</summary>
    Latest,

    /// <summary>Sum ÷ number; of nothing, no value.</summary>
    Mean,

    /// <summary>The least value; of nothing, no value.</summary>
    Lowest,
}

/// <summary><c>gaps up to D | during FACT do not break it, and [do not] count</c>.</summary>
/// <param name="UpTo">The longest gap that is bridged; null with a fact.</param>
/// <param name="During">The fact under which a gap must lie; null with a duration.</param>
/// <param name="Count">Whether the days of a bridged gap count.</param>
public sealed record Gaps(Lasting? UpTo, Name? During, bool Count);

/// <summary><c>with COLUMN COMPARE X</c>.</summary>
/// <param name="Column">The column that is summed in the unit.</param>
/// <param name="Compare">How it is compared.</param>
/// <param name="Value">With what.</param>
public sealed record WithTest(Name Column, Compare Compare, Amount Value);

/// <summary>What keeps a measure's value in bounds.</summary>
/// <param name="Kind">At least, at most, or below … counts as 0.</param>
/// <param name="Value">The bound.</param>
public sealed record Clamp(ClampKind Kind, Amount Value);

/// <summary>How a bound works.</summary>
public enum ClampKind
{
    /// <summary>The value is not less.</summary>
    AtLeast,

    /// <summary>The value is not more.</summary>
    AtMost,

    /// <summary>A value that is less is 0; the bound itself stays.</summary>
    BelowIsZero,
}
