namespace Porras.Store;

/// <summary>What a person may be in an organisation.</summary>
public enum Role
{
    /// <summary>Drafts models and compares them.</summary>
    ProcurementExpert,

    /// <summary>Confirms or rejects claims.</summary>
    ServiceCoordinator,

    /// <summary>Settles and approves.</summary>
    Controller,

    /// <summary>Owns a provider.</summary>
    ProviderOwner,

    /// <summary>Works with participants.</summary>
    JobCoach,

    /// <summary>Compares pilots.</summary>
    MinistryEvaluator,

    /// <summary>Gives roles.</summary>
    Administrator,
}

/// <summary>An organisation: everything that is kept belongs to one.</summary>
public sealed class Organisation
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Its name; no two have the same.</summary>
    public required string Name { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A person who uses the store. What they sign in with is kept elsewhere under the same id.</summary>
public sealed class Person
{
    /// <summary>Its id: any text that never changes, such as a GUID.</summary>
    public required string Id { get; init; }

    /// <summary>The e-mail address in small letters; no two have the same.</summary>
    public required string Email { get; init; }

    /// <summary>The name as it is shown.</summary>
    public required string Name { get; init; }

    /// <summary>When the person was added.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a person is in an organisation.</summary>
public sealed class Membership
{
    /// <summary>The organisation.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>The role; a person may have several.</summary>
    public required Role Role { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }
}
