using System.Globalization;
using System.Security.Claims;
using Porras.Store;

namespace Porras.Web;

/// <summary>For whom, and as what, somebody works: one organisation and one role at a time.</summary>
/// <param name="Organisation">The number of the organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">The role.</param>
public sealed record Hat(long Organisation, string Name, Role Role)
{
    /// <summary>The hat that somebody wears; null for none.</summary>
    public static Hat? Of(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Roles.Of(user) is { } role
            && long.TryParse(user.FindFirstValue(Roles.Organisation), CultureInfo.InvariantCulture, out var id)
            ? new(id, user.FindFirstValue(Roles.OrganisationName) ?? "", role) : null;
    }

    /// <summary>All hats of a person, by organisation and role.</summary>
    public static async Task<IReadOnlyList<Hat>> AllOf(
        Store.Store store, string person, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return
        [
            .. from belonging in await store.People.Of(person, cancelled)
               from role in belonging.Roles
               select new Hat(belonging.Organisation.Id, belonging.Organisation.Name, role),
        ];
    }

    /// <summary>How forms name it.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Organisation} {Role}");

    /// <summary>Whether it is the same organisation and role; organisations may change their name.</summary>
    public bool IsSame(long? organisation, string? role) =>
        Organisation == organisation && Role.ToString() == role;

    /// <summary>The claims that say so.</summary>
    public IEnumerable<Claim> Claims =>
    [
        new(Roles.Claim, Role.ToString()), new(Roles.OrganisationName, Name),
        new(Roles.Organisation, Organisation.ToString(CultureInfo.InvariantCulture)),
    ];
}
