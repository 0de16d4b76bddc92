using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Porras.Web;

/// <summary>Another server that says who somebody is, by OpenID Connect.</summary>
/// <param name="settings">Where it is described.</param>
internal sealed class Elsewhere(IConfiguration settings)
{
    private const string Scheme = "elsewhere";

    /// <summary>Its address; null: there is none.</summary>
    public string? Authority => Said("AUTHORITY");

    /// <summary>What people call it.</summary>
    public string Name => Said("NAME") ?? "OpenID Connect";

    /// <summary>Whether it knows the addresses it tells to be right, even where it does not say so.</summary>
    public bool HasVerifiedEmails => Said("EMAILS_ARE_VERIFIED") == "true";

    /// <summary>Adds it to the ways to sign in, if there is one.</summary>
    public void AddTo(AuthenticationBuilder ways)
    {
        if (Authority is not null)
        {
            ways.AddOpenIdConnect(Scheme, Name, Describe);
        }
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<Elsewhere>().Authority is null)
        {
            return;
        }

        var open = routes.MapGroup("/sign-in").AllowAnonymous().RequireRateLimiting(Limits.SignIn)
            .ExcludeFromDescription();
        open.MapGet("/elsewhere", (string? back) => Results.Challenge(
            new() { RedirectUri = "/sign-in/arrived?back=" + Uri.EscapeDataString(Languages.Local(back)) }, [Scheme]));
        open.MapGet("/arrived", Arrive);
    }

    private void Describe(OpenIdConnectOptions o)
    {
        o.Authority = Authority;
        o.ClientId = Said("CLIENT_ID") ?? "porras";
        o.ClientSecret = Said("CLIENT_SECRET");
        o.RequireHttpsMetadata = !new Uri(Authority!).IsLoopback;
        o.SignInScheme = IdentityConstants.ExternalScheme;
        o.CallbackPath = "/sign-in/oidc";
        o.ResponseType = OpenIdConnectResponseType.Code;
        o.ResponseMode = OpenIdConnectResponseMode.Query;
        o.UsePkce = true;
        o.MapInboundClaims = false;
        o.GetClaimsFromUserInfoEndpoint = true;
        o.Scope.Add("email");
        o.ClaimActions.MapJsonKey("email_verified", "email_verified");
        foreach (var cookie in (CookieBuilder[])[o.CorrelationCookie, o.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        o.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect("/sign-in?wrong=elsewhere-failed");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private string? Said(string end) => settings["PORRAS_OIDC_" + end] is { Length: > 0 } said ? said : null;

    private static async Task<IResult> Arrive(
        string? back, HttpContext context, Elsewhere elsewhere, Arrivals arrivals)
    {
        var shown = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        var wrong = shown.Principal is { } who ? await arrivals.LetIn(elsewhere, who) : "elsewhere-failed";
        return Results.LocalRedirect(wrong is null ? Languages.Local(back) : "/sign-in?wrong=" + wrong);
    }
}

/// <summary>Lets in whom another server vouches for, if they were invited here.</summary>
internal sealed class Arrivals(
    UserManager<Account> users, Accounts accounts, Invitations invitations, Store.Store store)
{
    /// <summary>Lets somebody in.</summary>
    /// <returns>Why not, as the end of a text's key; null: they are in.</returns>
    public async Task<string?> LetIn(Elsewhere elsewhere, ClaimsPrincipal who)
    {
        if (who.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            return "elsewhere-failed";
        }

        var login = new UserLoginInfo(elsewhere.Authority!, subject, elsewhere.Name);
        if (await users.FindByLoginAsync(login.LoginProvider, login.ProviderKey) is { } known)
        {
            await accounts.SignIn(known, "openid-connect");
            return null;
        }

        var isVerified = elsewhere.HasVerifiedEmails
            || (bool.TryParse(who.FindFirstValue("email_verified"), out var said) && said);
        if (who.FindFirstValue("email") is not { Length: > 0 } email || !isVerified)
        {
            return "unverified";
        }

        var invitation = await invitations.OfAddress(email);
        var account = await users.FindByEmailAsync(email)
            ?? (invitation is not null || await IsMember(email) ? await Make(email, who, invitation) : null);
        if (account is null)
        {
            return "not-invited";
        }

        if (invitation is not null)
        {
            await invitations.Accept(invitation, account);
        }

        await users.AddLoginAsync(account, login);
        await accounts.SignIn(account, "openid-connect");
        return null;
    }

    // Somebody whose account was not restored with the store.
    private async Task<bool> IsMember(string email) =>
        await store.People.FindByEmail(email) is { } person && (await store.People.Of(person.Id)).Count > 0;

    private async Task<Account?> Make(string email, ClaimsPrincipal who, Invitation? invitation)
    {
        var name = who.FindFirstValue("name") is { Length: > 0 } said ? said : invitation?.Name ?? email;
        return (await accounts.Make(email, name, null)).Account;
    }
}
