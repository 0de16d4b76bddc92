namespace Porras;

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

    /// <summary>
    /// <c>pay share of POOL by MEASURE in COHORT</c>, or <c>in contract</c> where the cohort is null.
    /// </summary>
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
