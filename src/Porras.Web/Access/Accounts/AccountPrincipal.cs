using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Porras.Web;

/// <summary>Who somebody is, once they have signed in: their person, their stamp, and one hat.</summary>
/// <param name="store">Where their hats are.</param>
internal sealed class AccountPrincipal(Store.Store store) : IUserClaimsPrincipalFactory<Account>
{
    /// <summary>The claim that changes with the password; only accounts have it.</summary>
    public static readonly string Stamp = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>The account's principal, with the hat worn last or the first there is.</summary>
    public async Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var hats = await Hat.AllOf(store, user.Id);
        var hat = hats.FirstOrDefault(h => h.IsSame(user.HatOrganisation, user.HatRole))
            ?? (hats.Count > 0 ? hats[0] : null);
        var name = (await store.People.Find(user.Id))?.Name ?? user.Email ?? "";
        return Of(user, name, hat);
    }

    /// <summary>Whether somebody has an account, and is no guest of the demonstration.</summary>
    public static bool IsAccount(ClaimsPrincipal user) => user.HasClaim(c => c.Type == Stamp);

    private static ClaimsPrincipal Of(Account user, string name, Hat? hat) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, user.Id), new(ClaimTypes.Name, name),
            new(Stamp, user.SecurityStamp ?? ""), .. hat?.Claims ?? [],
        ],
        IdentityConstants.ApplicationScheme));
}
