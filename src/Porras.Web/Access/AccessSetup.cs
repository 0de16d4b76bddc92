using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Porras.Store;

namespace Porras.Web;

/// <summary>Asks for a right; a page without one, and without leave for everybody, opens for nobody.</summary>
/// <param name="right">The right.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class AllowAttribute(Right right) : AuthorizeAttribute(right.ToString());

/// <summary>Signing in and out, and a policy for every right.</summary>
public static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.LoginPath = o.AccessDeniedPath = "/";
            o.Cookie.Name = "porras";
            o.Cookie.SameSite = SameSiteMode.Lax;
        });
        var policies = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var right in Enum.GetValues<Right>())
        {
            policies.AddPolicy(right.ToString(), p => p.RequireAssertion(c => Roles.May(c.User, right)));
        }

        services.AddCascadingAuthenticationState();
    }

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<StorePlace>().HasDemonstration)
        {
            routes.MapPost("/demonstration", SignInToDemonstration).AllowAnonymous().ExcludeFromDescription();
        }

        routes.MapPost("/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync();
            return Results.LocalRedirect("/");
        }).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> SignInToDemonstration(
        [FromForm] string role, Store.Store store, HttpContext context)
    {
        if (!Enum.TryParse<Role>(role, out var chosen) || !Enum.IsDefined(chosen))
        {
            return Results.BadRequest();
        }

        var identity = new ClaimsIdentity(
            await Demonstration.ClaimsOf(store, chosen), CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return Results.LocalRedirect("/");
    }
}
