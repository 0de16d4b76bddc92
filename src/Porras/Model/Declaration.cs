namespace Porras;

/// <summary>A column or known value: its name and its type. Named by a unit, it needs no type.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
public sealed record ColumnDecl(Name Name, ColumnType Type);

/// <summary>One kind of fact as declared.</summary>
/// <param name="Name">Its name, also the file's.</param>
/// <param name="IsSpan">From day to day; otherwise on a day.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Evidence">The sources that count; <see cref="Sources.Any"/> if nothing is said.</param>
/// <param name="Title">Its title; null without one.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record FactKind(
    Name Name, bool IsSpan, IReadOnlyList<ColumnDecl> Columns, Sources Evidence, Title? Title, Mark Mark);

/// <summary>One group: its name and its tests.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title; null without one.</param>
/// <param name="When">Its tests; null for <c>otherwise</c>.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record Group(Name Name, Title? Title, TestLine? When, Mark Mark);

/// <summary>One step of a ladder.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title; null without one.</param>
/// <param name="Evidence">The sources that count.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record LadderStep(int Number, Title? Title, Sources Evidence, Mark Mark);

/// <summary>One bid: a known value of the provider, offered in the tender.</summary>
/// <param name="Column">Name and type.</param>
/// <param name="From">The least value; null without limits.</param>
/// <param name="To">The largest value; null without limits.</param>
public sealed record Bid(ColumnDecl Column, Literal? From, Literal? To);

/// <summary>A declared window.</summary>
public abstract record WindowRule
{
    private WindowRule()
    {
    }

    /// <summary><c>lasts D from|after|before DAY</c>.</summary>
    public sealed record Lasts(Lasting Duration, Side Side, DayName Day) : WindowRule;

    /// <summary><c>from DAY to DAY</c>.</summary>
    public sealed record Between(DayName First, DayName Last) : WindowRule;
}

/// <summary>A named window.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rule">Its days.</param>
public sealed record WindowDecl(Name Name, WindowRule Rule);

/// <summary>Who is paid when a participant has changed provider.</summary>
public enum TransferRule
{
    /// <summary>Not said: a second provider is refused.</summary>
    Refused,

    /// <summary>The provider at the start.</summary>
    FirstProvider,

    /// <summary>The provider on the earned day.</summary>
    ProviderOfTheDay,
}

/// <summary>The shares of one contract year.</summary>
/// <param name="Year">The contract year.</param>
/// <param name="Outputs">The share of output fees.</param>
/// <param name="Outcomes">The share of outcome fees.</param>
public sealed record TransitionYear(int Year, Literal Outputs, Literal Outcomes);

/// <summary>What a limit does when it is reached.</summary>
public enum LimitRule
{
    /// <summary>The line that would pass is cut to what is left.</summary>
    Cut,

    /// <summary>That line and all later ones pay nothing.</summary>
    Stop,

    /// <summary>All lines of the scope and period are multiplied by limit ÷ sum.</summary>
    ProRata,

    /// <summary>No line changes: the settlement notes that the limit is passed.</summary>
    Report,
}

/// <summary>One share of a split.</summary>
/// <param name="Name">Who.</param>
/// <param name="Share">Which share.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record SplitPart(Name Name, Share Share, Mark Mark);

/// <summary>One party of a split in order.</summary>
/// <param name="Name">Who.</param>
/// <param name="UpTo">How much of the running total; null for the rest.</param>
/// <param name="Mark">Where it stands.</param>
public sealed record PartInOrder(Name Name, Amount? UpTo, Mark Mark);

/// <summary>A declaration: one of the blocks that begin at the margin, other than <c>model</c>.</summary>
public abstract record Declaration
{
    private Declaration(Mark mark) => Mark = mark;

    /// <summary>Where it stands, with its clause reference.</summary>
    public Mark Mark { get; }

    /// <summary><c>providers</c>: values that come with a provider's contract.</summary>
    public sealed record Providers(Mark At) : Declaration(At)
    {
        /// <summary>The <c>known</c> lines.</summary>
        public IReadOnlyList<Said<IReadOnlyList<ColumnDecl>>> Known { get; init; } = [];

        /// <summary>The <c>bid</c> lines.</summary>
        public IReadOnlyList<Said<Bid>> Bids { get; init; } = [];

        /// <summary><c>transfer …</c>; null if it is not said.</summary>
        public Said<TransferRule>? Transfer { get; init; }
    }

    /// <summary><c>participants NOUN</c>: who is counted.</summary>
    public sealed record Participants(Name Noun, Mark At) : Declaration(At)
    {
        /// <summary>The <c>known</c> lines.</summary>
        public IReadOnlyList<Said<IReadOnlyList<ColumnDecl>>> Known { get; init; } = [];

        /// <summary><c>start "…" [, until DATE]</c>.</summary>
        public Said<(Title Title, int? Until)>? Start { get; init; }

        /// <summary>The windows.</summary>
        public IReadOnlyList<Said<WindowDecl>> Windows { get; init; } = [];

        /// <summary><c>again …</c>; null if it is not said.</summary>
        public Said<SecondStart>? Again { get; init; }

        /// <summary><c>only if</c>: who is eligible.</summary>
        public IReadOnlyList<Said<TestLine>> OnlyIf { get; init; } = [];
    }

    /// <summary><c>facts</c>: what can happen to a participant.</summary>
    public sealed record Facts(IReadOnlyList<FactKind> Kinds, Mark At) : Declaration(At);

    /// <summary><c>groups fixed at start</c>.</summary>
    public sealed record Groups(IReadOnlyList<Group> All, Mark At) : Declaration(At);

    /// <summary><c>cohort NAME</c>.</summary>
    public sealed record Cohort(Name Name, Title? Title, Mark At) : Declaration(At)
    {
        /// <summary><c>by</c>: the period of the start, or a known value.</summary>
        public Said<CohortBy>? By { get; init; }

        /// <summary><c>closes D after it ends</c>.</summary>
        public Said<Lasting>? Closes { get; init; }

        /// <summary>The <c>known</c> lines.</summary>
        public IReadOnlyList<Said<IReadOnlyList<ColumnDecl>>> Known { get; init; } = [];
    }

    /// <summary><c>ladder NAME</c>.</summary>
    public sealed record Ladder(Name Name, Title? Title, IReadOnlyList<LadderStep> Steps, Mark At) : Declaration(At);

    /// <summary><c>measure NAME is HEAD</c>.</summary>
    public sealed record Measure(Name Name, MeasureHead Head, Title? Title, Mark At) : Declaration(At)
    {
        /// <summary><c>where TESTS</c>.</summary>
        public IReadOnlyList<Said<TestLine>> Where { get; init; } = [];

        /// <summary><c>except FACT</c>.</summary>
        public IReadOnlyList<Said<Name>> Except { get; init; } = [];

        /// <summary>The <c>gaps</c> lines.</summary>
        public IReadOnlyList<Said<Gaps>> Gaps { get; init; } = [];

        /// <summary><c>with COLUMN COMPARE X</c>.</summary>
        public IReadOnlyList<Said<WithTest>> With { get; init; } = [];

        /// <summary><c>within WINDOW</c>.</summary>
        public Said<Frame>? Within { get; init; }

        /// <summary><c>for each COLUMN</c>.</summary>
        public Said<Name>? ForEach { get; init; }

        /// <summary><c>over …</c>.</summary>
        public Said<Owner>? Over { get; init; }

        /// <summary><c>needs N of FACT</c>.</summary>
        public Said<(int Count, Name Fact)>? Needs { get; init; }

        /// <summary><c>at least</c>, <c>at most</c> and <c>below … counts as 0</c>, in the order written.</summary>
        public IReadOnlyList<Said<Clamp>> Clamps { get; init; } = [];
    }

    /// <summary><c>table by KEYS</c>.</summary>
    public sealed record Table(
        IReadOnlyList<TableKey> Keys, IReadOnlyList<Name> Columns, IReadOnlyList<TableRow> Rows, Title? Title, Mark At)
        : Declaration(At);

    /// <summary><c>transition multiplies prices</c>.</summary>
    public sealed record Transition(IReadOnlyList<Said<TransitionYear>> Years, Mark At) : Declaration(At);

    /// <summary><c>fee NAME output|outcome</c>.</summary>
    public sealed record Fee(Name Name, bool IsOutcome, Title? Title, Mark At) : Declaration(At)
    {
        /// <summary><c>for …</c>: the owner; null is the participant.</summary>
        public Said<Owner>? For { get; init; }

        /// <summary><c>when MOMENT</c>; null if it is missing.</summary>
        public Said<Moment>? When { get; init; }

        /// <summary><c>or MOMENT</c>: other ways to the same occurrence.</summary>
        public IReadOnlyList<Said<Moment>> Or { get; init; } = [];

        /// <summary><c>and MOMENT</c>: all must have occurred, the latest day counts.</summary>
        public IReadOnlyList<Said<Moment>> And { get; init; } = [];

        /// <summary><c>only if TESTS</c>.</summary>
        public IReadOnlyList<Said<TestLine>> OnlyIf { get; init; } = [];

        /// <summary><c>pay …</c>; null if it is missing.</summary>
        public Said<Pay>? Pay { get; init; }

        /// <summary>The steps after <c>pay</c>, in the order written.</summary>
        public IReadOnlyList<Said<PayStep>> Steps { get; init; } = [];

        /// <summary><c>beside FEE, …</c>: both are paid.</summary>
        public IReadOnlyList<Said<IReadOnlyList<Name>>> Beside { get; init; } = [];

        /// <summary><c>part periods pay …</c>.</summary>
        public Said<PartPeriods>? PartPeriods { get; init; }

        /// <summary><c>skipped steps are paid</c> (true) or <c>are not paid</c>.</summary>
        public Said<bool>? SkippedPaid { get; init; }

        /// <summary><c>priced …</c>.</summary>
        public Said<Priced>? Priced { get; init; }

        /// <summary><c>claim within D</c>.</summary>
        public Said<Lasting>? Claim { get; init; }

        /// <summary><c>payable …</c>.</summary>
        public Said<Payable>? Payable { get; init; }

        /// <summary><c>once</c>, <c>at most N times</c> or <c>every time</c>; null if it is missing.</summary>
        public Said<HowOften>? Often { get; init; }
    }

    /// <summary><c>limit AMOUNT …</c>.</summary>
    public sealed record Limit(
        Amount Amount, IReadOnlyList<Name> Fees, Owner Scope, Period? Period, LimitRule? Rule, Mark At)
        : Declaration(At);

    /// <summary><c>expect MEASURE at least X …</c>: never pays.</summary>
    public sealed record Expect(
        Name Of, Compare Compare, Amount Value, Owner Scope, Period? Period, Title? Title, Mark At)
        : Declaration(At);

    /// <summary><c>take back FEE</c>.</summary>
    public sealed record TakeBack(Name Of, Mark At) : Declaration(At)
    {
        /// <summary><c>when MOMENT</c>.</summary>
        public Said<Moment>? When { get; init; }

        /// <summary><c>only if TESTS</c>.</summary>
        public IReadOnlyList<Said<TestLine>> OnlyIf { get; init; } = [];

        /// <summary><c>takes …</c>.</summary>
        public Said<Takes>? Takes { get; init; }
    }

    /// <summary><c>split between payers|payees</c>: parts, <c>by COLUMN in FACT</c>, or one after the other.</summary>
    public sealed record SplitBetween(bool Payees, IReadOnlyList<SplitPart> Parts, Mark At) : Declaration(At)
    {
        /// <summary><c>by COLUMN in FACT</c>; null with parts.</summary>
        public Said<(Name Column, Name Fact)>? By { get; init; }

        /// <summary><c>in order</c>: the running total of all lines fills one party after the other.</summary>
        public bool IsInOrder { get; init; }

        /// <summary>Whom it fills, in order; empty unless <see cref="IsInOrder"/>.</summary>
        public IReadOnlyList<PartInOrder> Order { get; init; } = [];
    }
}
