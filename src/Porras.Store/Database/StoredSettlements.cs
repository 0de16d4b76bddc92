namespace Porras.Store;

/// <summary>How far a settlement has come.</summary>
public enum SettlementState
{
    /// <summary>Settled, and not yet approved.</summary>
    Settled,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Locked: paid.</summary>
    Locked,
}

/// <summary>A settlement: which model, which facts, up to which day. Only its state ever changes.</summary>
public sealed class Settlement
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The version of the model.</summary>
    public required long VersionId { get; init; }

    /// <summary>The data set.</summary>
    public required long DataSetId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The day of settlement, as days since 1 January of year 1.</summary>
    public required int UntilDay { get; init; }

    /// <summary>Only facts known by this day; null for all.</summary>
    public required int? KnownOn { get; init; }

    /// <summary>How far it has come.</summary>
    public required SettlementState State { get; init; }

    /// <summary>Which engine settled it.</summary>
    public required string Engine { get; init; }

    /// <summary>The currency.</summary>
    public required string Currency { get; init; }

    /// <summary>How many lines it has.</summary>
    public required int Lines { get; init; }

    /// <summary>The total of the lines, in minor units.</summary>
    public required long Total { get; init; }

    /// <summary>SHA-256 of the lines as CSV without reasons.</summary>
    public required string Hash { get; init; }

    /// <summary>Who settled; null for the command line.</summary>
    public required string? PersonId { get; init; }

    /// <summary>When it was settled.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A line of a settlement. It is never changed and never deleted.</summary>
public sealed class SettledLine
{
    /// <summary>The settlement.</summary>
    public required long SettlementId { get; init; }

    /// <summary>Its number, from 1 in the order of a settlement.</summary>
    public required int Number { get; init; }

    /// <summary>Whose line it is: the participant, or whom else the fee is for.</summary>
    public required string Owner { get; init; }

    /// <summary>The fee.</summary>
    public required string Fee { get; init; }

    /// <summary>The occurrence, from 1.</summary>
    public required int Occurrence { get; init; }

    /// <summary>The episode, from 1.</summary>
    public required int Episode { get; init; }

    /// <summary>The earned day, as days since 1 January of year 1.</summary>
    public required int Earned { get; init; }

    /// <summary>The day from which it may be invoiced.</summary>
    public required int Payable { get; init; }

    /// <summary>A fee, or a taking back.</summary>
    public required LineKind Kind { get; init; }

    /// <summary>The amount in minor units.</summary>
    public required long Amount { get; init; }

    /// <summary>Who pays this share; null where nothing is split.</summary>
    public required string? Payer { get; init; }

    /// <summary>Who receives this share; null where nothing is split.</summary>
    public required string? Payee { get; init; }

    /// <summary>The fee's clause; empty if the model names none.</summary>
    public required string Clause { get; init; }
}
