namespace Porras;

/// <summary>Who vouches for a fact.</summary>
[Flags]
public enum Sources
{
    /// <summary>Nobody is named.</summary>
    None = 0,

    /// <summary>A public register.</summary>
    Register = 1,

    /// <summary>A document.</summary>
    Document = 2,

    /// <summary>The organiser has confirmed it.</summary>
    Organiser = 4,

    /// <summary>The evaluator.</summary>
    Evaluator = 8,

    /// <summary>The provider.</summary>
    Provider = 16,

    /// <summary>The participant.</summary>
    Participant = 32,

    /// <summary>Every source counts.</summary>
    Any = 63,
}

/// <summary>Whether a fact has been confirmed.</summary>
public enum FactStatus
{
    /// <summary>Confirmed, or nothing is said.</summary>
    Confirmed,

    /// <summary>Claimed and not yet decided; counts.</summary>
    Claimed,

    /// <summary>Rejected; never counts.</summary>
    Rejected,
}

/// <summary>One kind of fact: the table of that name in a data set.</summary>
/// <param name="Name">The name of the fact, and of its file.</param>
/// <param name="IsSpan">From day to day; otherwise on a day.</param>
/// <param name="Columns">Its columns, in the model's order. A ladder has one, <c>step</c>.</param>
/// <param name="Evidence">The sources that count. For a ladder, per step, see <see cref="StepEvidence"/>.</param>
public sealed record FactSchema(string Name, bool IsSpan, IReadOnlyList<ColumnSchema> Columns, Sources Evidence)
{
    /// <summary>For a ladder: the steps it has and the sources that count for each; else null.</summary>
    public IReadOnlyDictionary<int, Sources>? StepEvidence { get; init; }

    /// <summary>Whether this is a ladder.</summary>
    public bool IsLadder => StepEvidence is not null;
}

/// <summary>What a second start of a participant means.</summary>
public enum SecondStart
{
    /// <summary>The model does not say: it is refused.</summary>
    Refused,

    /// <summary>It begins a new episode.</summary>
    NewEpisode,

    /// <summary>It is recorded and changes nothing.</summary>
    SameEpisode,
}

/// <summary>What a data set for one model has to hold: names of files and columns are the model's names.</summary>
/// <param name="Known">Known values of participants.</param>
/// <param name="Facts">The kinds of fact, ladders last, in the order of the model.</param>
/// <param name="Provider">Known values and bids of providers; empty if the model has none.</param>
/// <param name="Cohorts">The cohorts with their known values.</param>
/// <param name="Money">The model's currency: its decimals are those of money columns.</param>
/// <param name="SecondStart">What a later row of the same participant means.</param>
public sealed record DataSchema(
    IReadOnlyList<ColumnSchema> Known,
    IReadOnlyList<FactSchema> Facts,
    IReadOnlyList<ColumnSchema> Provider,
    IReadOnlyList<(string Name, IReadOnlyList<ColumnSchema> Known)> Cohorts,
    Currency Money,
    SecondStart SecondStart);
