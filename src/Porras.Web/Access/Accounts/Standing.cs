using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace Porras.Web;

/// <summary>Whose rights changed in this process, and when: their cookies are looked at again at once.</summary>
/// <param name="clock">What says which instant it is.</param>
internal sealed class Changes(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _at = new();

    /// <summary>A person's rights have changed.</summary>
    public void Note(string person) => _at[person] = clock.GetUtcNow();

    /// <summary>Whether they have changed since a cookie was written. Cookies know whole seconds only.</summary>
    public bool Since(string person, DateTimeOffset issued) => _at.TryGetValue(person, out var at) && issued <= at;
}

/// <summary>Looks at a cookie again: whether its person may still sign in, and still wears its hat.</summary>
internal sealed class Standing(
    SignInManager<Account> signIn, Store.Store store, StorePlace place, Changes changes, TimeProvider clock)
    : ISecurityStampValidator
{
    /// <summary>How long a cookie is believed.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        var issued = context.Properties.IssuedUtc ?? DateTimeOffset.MinValue;
        var isFresh = clock.GetUtcNow() - issued <= Interval
            && !changes.Since(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", issued);
        if (isFresh && (place.HasDemonstration || AccountPrincipal.IsAccount(user)))
        {
            return;
        }

        if (await Renew(user) is { } renewed)
        {
            context.ReplacePrincipal(renewed);
            context.ShouldRenew = true;
        }
        else
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    /// <summary>Somebody as they are now; null if they may not be here any more.</summary>
    public async Task<ClaimsPrincipal?> Renew(ClaimsPrincipal user)
    {
        var worn = Hat.Of(user);
        if (!AccountPrincipal.IsAccount(user))
        {
            return place.HasDemonstration && worn is not null && await Has(user, worn) ? user : null;
        }

        if (await signIn.ValidateSecurityStampAsync(user) is not { } account)
        {
            return null;
        }

        // Another window may have put on another hat; this one keeps its own while it is theirs.
        if (worn is not null && await Has(user, worn))
        {
            (account.HatOrganisation, account.HatRole) = (worn.Organisation, worn.Role.ToString());
        }

        return await signIn.CreateUserPrincipalAsync(account);
    }

    private async Task<bool> Has(ClaimsPrincipal user, Hat worn)
    {
        var hats = await Hat.AllOf(store, user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "");
        return hats.Any(h => h.IsSame(worn.Organisation, worn.Role.ToString()));
    }
}

/// <summary>The same for parts of a page that stay alive long after the cookie was seen.</summary>
internal sealed class LiveStanding(ILoggerFactory logs, IServiceScopeFactory scopes)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var standing = (Standing)scope.ServiceProvider.GetRequiredService<ISecurityStampValidator>();
        var now = await standing.Renew(authenticationState.User);
        return now is not null && Hat.Of(now) == Hat.Of(authenticationState.User);
    }
}
