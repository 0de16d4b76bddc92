using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.AspNetCore.Identity;

namespace Porras.Web;

/// <summary>What a person signs in with. Its id is the person's in the store.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>The organisation for which the person worked last; null: none yet.</summary>
    public long? HatOrganisation { get; set; }

    /// <summary>The role in which the person worked last; null: none yet.</summary>
    public string? HatRole { get; set; }

    /// <summary>The person's name, while a password is checked against it; the store keeps it.</summary>
    [NotMapped]
    public string? PersonName { get; set; }
}

/// <summary>A link that lets somebody in. Who holds it is believed to be the one who was invited.</summary>
public sealed class Invitation
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>SHA-256 of the word in the link; the word itself is kept nowhere.</summary>
    public required string Hash { get; init; }

    /// <summary>The e-mail address in small letters.</summary>
    public required string Email { get; init; }

    /// <summary>The name of the person, as the one who invites knows it.</summary>
    public required string Name { get; init; }

    /// <summary>The organisation that invites.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The roles they get, with spaces between them; empty: only a new password for a member.</summary>
    public required string Roles { get; init; }

    /// <summary>Who invites.</summary>
    public required string PersonId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The last instant at which it opens.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>When it was used or taken back; null: it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>A key that seals cookies; kept beside the accounts so that all copies of the app know it.</summary>
public sealed class SealingKey
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The name by which the framework knows it.</summary>
    public required string Name { get; init; }

    /// <summary>The key.</summary>
    public required string Xml { get; init; }
}
