using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Porras.Store;

namespace Porras.Web;

/// <summary>Asks for a right; a page without one, and without leave for everybody, opens for nobody.</summary>
/// <param name="right">The right.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class AllowAttribute(Right right) : AuthorizeAttribute(right.ToString());

/// <summary>Asks for an account of one's own, whatever its role; a guest of the demonstration has none.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false)]
public sealed class OwnAccountAttribute() : AuthorizeAttribute(Policy)
{
    /// <summary>The policy.</summary>
    public new const string Policy = "OwnAccount";
}

/// <summary>Signing in and out, and a policy for every right.</summary>
public static class AccessSetup
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(12);

    public static void AddAccess(this IServiceCollection services, IConfiguration settings)
    {
        services.AddAccounts();
        services.AddLimits();
        services.AddProxies();
        var ways = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        ways.AddIdentityCookies(o => o.ApplicationCookie!.Configure(Cookie));
        var elsewhere = new Elsewhere(settings);
        services.AddSingleton(elsewhere);
        elsewhere.AddTo(ways);
        var policies = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(OwnAccountAttribute.Policy, p => p.RequireAssertion(c => AccountPrincipal.IsAccount(c.User)));
        foreach (var right in Enum.GetValues<Right>())
        {
            policies.AddPolicy(right.ToString(), p => p.RequireAssertion(c => Roles.May(c.User, right)));
        }

        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, LiveStanding>();
    }

    /// <summary>Lays out the tables of accounts, and looks whether there is an account.</summary>
    /// <exception cref="StoreException">They are newer than this program.</exception>
    public static async Task OpenAccess(this WebApplication app)
    {
        var place = app.Services.GetRequiredService<StorePlace>();
        await using var db = AccountsDb.On(place.Address);
        await app.Services.GetRequiredService<Store.Store>().LayOut(db);
        if (!place.HasDemonstration)
        {
            await app.Services.GetRequiredService<SetUpKey>().Look(db, app.Configuration, app.Logger);
        }
    }

    /// <summary>A form that is refused is answered with a page, which is only ever asked for.</summary>
    public static void UseRefusals(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest })
        {
            context.Request.Method = HttpMethods.Get;
        }
    });

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<StorePlace>().HasDemonstration)
        {
            routes.MapPost("/demonstration", SignInToDemonstration).AllowAnonymous().ExcludeFromDescription();
        }

        routes.MapPost("/sign-out", async ([FromForm] string? back, HttpContext context) =>
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            return Results.LocalRedirect(Languages.Local(back));
        }).AllowAnonymous().ExcludeFromDescription();
        routes.MapPasskeys();
        Elsewhere.Map(routes);
        routes.MapPost("/members/take-back", TakeBack).RequireAuthorization(nameof(Right.Administer))
            .ExcludeFromDescription();
        routes.MapPost("/hat", PutOnHat).RequireAuthorization(OwnAccountAttribute.Policy).ExcludeFromDescription();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<SetUpKey>().AddSingleton<Changes>();
        services.AddScoped(p => AccountsDb.On(p.GetRequiredService<StorePlace>().Address));
        services.AddScoped<Accounts>().AddScoped<Invitations>().AddScoped<Memberships>()
            .AddScoped<Arrivals>();
        services.AddIdentityCore<Account>(o =>
        {
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            o.User.RequireUniqueEmail = true;
            o.User.AllowedUserNameCharacters = "";
            o.Password = new()
            {
                RequiredLength = PasswordRules.Least, RequireDigit = false, RequireLowercase = false,
                RequireUppercase = false, RequireNonAlphanumeric = false,
            };
        }).AddEntityFrameworkStores<AccountsDb>().AddSignInManager().AddPasswordValidator<PasswordCheck>();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountPrincipal>();
        services.AddScoped<ISecurityStampValidator, Standing>();
        services.Configure<IdentityPasskeyOptions>(o =>
            o.ResidentKeyRequirement = o.UserVerificationRequirement = "required");
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddDataProtection().SetApplicationName("porras");
        services.AddOptions<KeyManagementOptions>()
            .Configure<StorePlace>((o, place) => o.XmlRepository = new KeyRing(place));
    }

    private static void Cookie(CookieAuthenticationOptions o)
    {
        o.LoginPath = "/sign-in";
        o.ReturnUrlParameter = "back";
        o.ExpireTimeSpan = Day;
        o.SlidingExpiration = true;
        o.Cookie.Name = "porras";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.Events.OnRedirectToLogin = context => Refuse(context, StatusCodes.Status401Unauthorized);
        o.Events.OnRedirectToAccessDenied = context => Refuse(context, StatusCodes.Status403Forbidden);
    }

    // A person is led to where they can sign in; a program is told.
    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status == StatusCodes.Status401Unauthorized
            && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            var place = context.HttpContext.RequestServices.GetRequiredService<StorePlace>();
            context.Response.Redirect(place.HasDemonstration ? "/" : context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }

    private static async Task<IResult> TakeBack(
        [FromForm] long invitation, HttpContext context, Invitations invitations)
    {
        await invitations.TakeBack(Roles.CallerOf(context.User), invitation);
        return Results.LocalRedirect("/members");
    }

    private static async Task<IResult> PutOnHat(
        [FromForm] string hat, HttpContext context, UserManager<Account> users, Accounts accounts) =>
        await users.GetUserAsync(context.User) is { } account && await accounts.PutOn(account, hat)
            ? Results.LocalRedirect("/") : Results.BadRequest();

    private static async Task<IResult> SignInToDemonstration(
        [FromForm] string role, Store.Store store, HttpContext context)
    {
        if (!Enum.TryParse<Role>(role, out var chosen) || !Enum.IsDefined(chosen))
        {
            return Results.BadRequest();
        }

        var identity = new ClaimsIdentity(
            await Demonstration.ClaimsOf(store, chosen), IdentityConstants.ApplicationScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity));
        return Results.LocalRedirect("/");
    }
}
