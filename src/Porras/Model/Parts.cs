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

    /// <summary><c>sum|latest|mean|lowest of COLUMN in FACT</c>, or <c>sum|mean of MEASURE</c> where the fact is null.</summary>
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

/// <summary>What a table is read by.</summary>
public abstract record TableKey
{
    private TableKey()
    {
    }

    /// <summary><c>group</c>.</summary>
    public sealed record Group : TableKey;

    /// <summary><c>contract year</c>.</summary>
    public sealed record ContractYear : TableKey;

    /// <summary><c>calendar year</c>.</summary>
    public sealed record CalendarYear : TableKey;

    /// <summary><c>date</c>.</summary>
    public sealed record Dated : TableKey;

    /// <summary><c>step</c>.</summary>
    public sealed record OfStep : TableKey;

    /// <summary><c>time</c>: the number of the occurrence.</summary>
    public sealed record Time : TableKey;

    /// <summary><c>place in COHORT|provider|contract</c>.</summary>
    public sealed record PlaceIn(Owner Owner) : TableKey;

    /// <summary>A known value, a measure, or a column of the moment's fact or of a measure's <c>for each</c>.</summary>
    public sealed record Named(Name Name) : TableKey;
}

/// <summary>What values a row of a table fits.</summary>
public enum LabelKind
{
    /// <summary>The value itself.</summary>
    Is,

    /// <summary>That and more, up to the next row's edge.</summary>
    From,

    /// <summary>More than that, up to the next row's edge.</summary>
    Above,

    /// <summary>Less than that; only as the first row of its kind.</summary>
    Below,

    /// <summary>That and less; only as the first row of its kind.</summary>
    UpTo,

    /// <summary>What no other row fits, also no value; only as the last.</summary>
    Otherwise,
}

/// <summary>A label of a table's row.</summary>
/// <param name="Kind">How it fits.</param>
/// <param name="Value">A literal; null where it is a word, a date or <c>otherwise</c>.</param>
/// <param name="Word">A label, or the name of a known value or bid; null where it is a literal.</param>
/// <param name="Date">The day; null where it is none.</param>
/// <param name="Share">A share taken of the name (<c>below 50 % of goal</c>); null for none.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Label(LabelKind Kind, Literal? Value, Name? Word, int? Date, Literal? Share, Place Place);

/// <summary>A row of a table: a label for each key, a cell for each column.</summary>
/// <param name="Labels">The labels.</param>
/// <param name="Cells">The cells; null is the empty cell <c>-</c>.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record TableRow(IReadOnlyList<Label> Labels, IReadOnlyList<Literal?> Cells, Mark Mark);

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

/// <summary>What a fee pays, before its steps.</summary>
public abstract record Pay
{
    private Pay()
    {
    }

    /// <summary><c>pay AMOUNT</c>.</summary>
    public sealed record Fixed(Amount Amount) : Pay;

    /// <summary><c>pay SHARE of X, …</c>: of fees, or of one amount if X is one.</summary>
    public sealed record ShareOf(Share Share, IReadOnlyList<Name> Names) : Pay;

    /// <summary><c>pay share of POOL by MEASURE in COHORT</c>, or <c>in contract</c> where the cohort is null.</summary>
    public sealed record Pool(Amount Amount, Name Measure, Name? Cohort) : Pay;

    /// <summary><c>pay unpaid of FEE, …</c>.</summary>
    public sealed record Unpaid(IReadOnlyList<Name> Fees) : Pay;

    /// <summary><c>pay by KEY LABEL X, …</c>: a table in one line.</summary>
    public sealed record ByKey(TableKey Key, IReadOnlyList<(Label Label, Amount Amount)> Rows) : Pay;
}

/// <summary>A step after <c>pay</c>.</summary>
public abstract record PayStep
{
    private PayStep()
    {
    }

    /// <summary><c>plus X</c> or <c>plus SHARE</c>.</summary>
    public sealed record Plus(Amount Amount) : PayStep;

    /// <summary><c>times SHARE</c>.</summary>
    public sealed record Times(Share Share) : PayStep;

    /// <summary><c>less X</c> or <c>less SHARE</c>, or <c>less FEE</c> if the name is a fee's.</summary>
    public sealed record Less(Amount Amount) : PayStep;

    /// <summary><c>less FEE, FEE …</c>: several fees.</summary>
    public sealed record LessFees(IReadOnlyList<Name> Fees) : PayStep;

    /// <summary><c>settles FEE, …</c>.</summary>
    public sealed record Settles(IReadOnlyList<Name> Fees) : PayStep;

    /// <summary><c>at most X each time</c>.</summary>
    public sealed record AtMost(Amount Amount) : PayStep;
}

/// <summary>What a period pays that is cut by the first or last day of the window or the contract.</summary>
public enum PartPeriods
{
    /// <summary>The amount × its days ÷ days of the whole period.</summary>
    ByDays,

    /// <summary>The amount.</summary>
    InFull,

    /// <summary>Nothing.</summary>
    Nothing,
}

/// <summary>How many occurrences one owner has.</summary>
public abstract record HowOften
{
    private HowOften()
    {
    }

    /// <summary><c>once</c>.</summary>
    public sealed record Once : HowOften;

    /// <summary><c>at most N times</c>, N a number or a name.</summary>
    public sealed record AtMost(Basis Times) : HowOften;

    /// <summary><c>every time</c>.</summary>
    public sealed record Every : HowOften;
}

/// <summary>How much is taken back.</summary>
public abstract record Takes
{
    private Takes()
    {
    }

    /// <summary><c>all</c>.</summary>
    public sealed record All : Takes;

    /// <summary>A share.</summary>
    public sealed record Part(Share Share) : Takes;

    /// <summary><c>the unused part</c> of a period paid for.</summary>
    public sealed record Unused : Takes;
}
