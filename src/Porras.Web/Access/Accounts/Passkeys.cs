using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Porras.Web;

/// <summary>Signing in with a passkey, and keeping one's own.</summary>
internal static class Passkeys
{
    private const int Most = 20, LongestName = 60;
    private const string Own = "/account";

    /// <summary>How forms name a passkey.</summary>
    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/passkeys").RequireRateLimiting(Limits.SignIn).ExcludeFromDescription();
        open.MapPost("/options", Options).AllowAnonymous();
        open.MapPost("/sign-in", SignIn).AllowAnonymous();
        open.MapPost("/options/new", OptionsForNew).RequireAuthorization(OwnAccountAttribute.Policy);
        var own = routes.MapGroup(Own + "/passkeys").RequireAuthorization(OwnAccountAttribute.Policy)
            .ExcludeFromDescription();
        own.MapPost("/add", Add).RequireRateLimiting(Limits.SignIn);
        own.MapPost("/rename", Rename);
        own.MapPost("/remove", Remove);
    }

    // Forms bring the token against forgery along; that is why these read one.
    private static async Task<IResult> Options(IFormCollection form, SignInManager<Account> signIn) =>
        Results.Text(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> OptionsForNew(
        IFormCollection form, ClaimsPrincipal user, UserManager<Account> users, SignInManager<Account> signIn)
    {
        if (await users.GetUserAsync(user) is not { } account
            || (await users.GetPasskeysAsync(account)).Count >= Most)
        {
            return Results.BadRequest();
        }

        return Results.Text(
            await signIn.MakePasskeyCreationOptionsAsync(new()
            {
                Id = account.Id, Name = account.Email!, DisplayName = user.Identity!.Name!,
            }),
            "application/json");
    }

    private static async Task<IResult> SignIn(
        [FromForm] string? credential, [FromForm] string? back, UserManager<Account> users,
        SignInManager<Account> signIn, Accounts accounts)
    {
        if (await Tried(() => signIn.PerformPasskeyAssertionAsync(credential ?? ""))
            is not { Succeeded: true, User: { } account, Passkey: { } passkey })
        {
            return Results.LocalRedirect("/sign-in?wrong=passkey");
        }

        await users.AddOrUpdatePasskeyAsync(account, passkey);
        await accounts.SignIn(account, "passkey");
        return Results.LocalRedirect(Languages.Local(back));
    }

    private static async Task<IResult> Add(
        [FromForm] string? credential, [FromForm] string? name, ClaimsPrincipal user, UserManager<Account> users,
        SignInManager<Account> signIn, Accounts accounts, TimeProvider clock)
    {
        if (await users.GetUserAsync(user) is not { } account
            || await Tried(() => signIn.PerformPasskeyAttestationAsync(credential ?? ""))
                is not { Succeeded: true, Passkey: { } passkey, UserEntity: { } owner }
            || owner.Id != account.Id)
        {
            return Results.LocalRedirect(Own + "?wrong=passkey");
        }

        passkey.Name = Named(name) ?? clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await users.AddOrUpdatePasskeyAsync(account, passkey);
        await accounts.Note(account.Id, "passkey-added", ("passkey", passkey.Name));
        return Results.LocalRedirect(Own + "?done=passkey");
    }

    private static async Task<IResult> Rename(
        [FromForm] string id, [FromForm] string? name, ClaimsPrincipal user, UserManager<Account> users)
    {
        if (await Find(id, user, users) is not ({ } account, { } passkey) || Named(name) is not { } named)
        {
            return Results.LocalRedirect(Own + "?wrong=name");
        }

        passkey.Name = named;
        await users.AddOrUpdatePasskeyAsync(account, passkey);
        return Results.LocalRedirect(Own + "?done=passkey-renamed");
    }

    private static async Task<IResult> Remove(
        [FromForm] string id, ClaimsPrincipal user, UserManager<Account> users, Accounts accounts)
    {
        if (await Find(id, user, users) is ({ } account, { } passkey))
        {
            await users.RemovePasskeyAsync(account, passkey.CredentialId);
            await accounts.Note(account.Id, "passkey-removed", ("passkey", passkey.Name));
        }

        return Results.LocalRedirect(Own + "?done=passkey-removed");
    }

    private static async Task<(Account? Account, UserPasskeyInfo? Passkey)> Find(
        string id, ClaimsPrincipal user, UserManager<Account> users)
    {
        var account = await users.GetUserAsync(user);
        var all = account is null ? [] : await users.GetPasskeysAsync(account);
        return (account, all.FirstOrDefault(p => IdOf(p) == id));
    }

    private static string? Named(string? name) =>
        name?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, LongestName)] : null;

    // Without options that were asked for before, or after another browser's, Identity throws.
    private static async Task<T?> Tried<T>(Func<Task<T>> attempt)
        where T : class
    {
        try
        {
            return await attempt();
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException
            or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
