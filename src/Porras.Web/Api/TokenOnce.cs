using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Porras.Web;

/// <summary>Carries a token that was made to the page that shows it, once.</summary>
/// <remarks>
/// The form is answered with a redirection, so that loading the page again neither makes another token nor shows this
/// one. On the way it lies sealed in the owner's own browser, for a minute at most, and nowhere in the app.
/// </remarks>
internal static class TokenOnce
{
    private const string Name = "porras-token";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Hands a token over to the next look at the page.</summary>
    public static void Put(HttpContext context, long id, string token) => context.Response.Cookies.Append(
        Name,
        SealOf(context).Protect(string.Create(CultureInfo.InvariantCulture, $"{id} {token}"), Longest),
        Cookie(context, Longest));

    /// <summary>Takes out the token that was handed over, and forgets it; null for none.</summary>
    public static (long Id, string Token)? Take(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { } said)
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, Cookie(context, null));
        try
        {
            return SealOf(context).Unprotect(said).Split(' ') is [var id, var token]
                ? (long.Parse(id, CultureInfo.InvariantCulture), token) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // Nobody else's browser opens it, not even if it signs in there as another person.
    private static ITimeLimitedDataProtector SealOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector(Name, context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "")
            .ToTimeLimitedDataProtector();

    private static CookieOptions Cookie(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = age,
        Path = TokensForms.Page,
    };
}
