using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Porras.Web.Tests;

/// <summary>A server of OpenID Connect on this machine, with three people whom it vouches for.</summary>
public sealed class OpenIdServer : IAsyncDisposable
{
    /// <summary>The app as the server knows it.</summary>
    public const string ClientId = "porras-test", Secret = "only for this test";

    private static readonly (string Subject, string Name, string Email, bool IsVerified)[] People =
    [
        ("s-1", "Iida Kutsuttu", "iida@harju.example", true), ("s-2", "Vilho Vieras", "vilho@harju.example", true),
        ("s-3", "Eero Epäselvä", "iida@harju.example", false),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("porras-oidc-");
    private readonly WebApplication _app;

    private OpenIdServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContext<Applications>(o =>
            o.UseSqlite($"Data Source={Path.Combine(_folder.FullName, "oidc.db")}").UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(o => o.UseEntityFrameworkCore().UseDbContext<Applications>())
            .AddServer(Serve);
        _app = builder.Build();
        _app.UseAuthentication();
        _app.MapGet("/favicon.ico", () => Results.NoContent());
        _app.MapMethods("/connect/authorize", ["GET", "POST"], Authorize);
    }

    /// <summary>Its address.</summary>
    public string Address => _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>What the app is told of it.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("PORRAS_OIDC_AUTHORITY", Address), ("PORRAS_OIDC_CLIENT_ID", ClientId), ("PORRAS_OIDC_CLIENT_SECRET", Secret),
        ("PORRAS_OIDC_NAME", "Harju ID"),
    ];

    /// <summary>Starts it.</summary>
    public static async Task<OpenIdServer> Start()
    {
        var server = new OpenIdServer();
        await using (var scope = server._app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Applications>().Database.EnsureCreatedAsync();
        }

        await server._app.StartAsync();
        return server;
    }

    /// <summary>Makes an app known to it.</summary>
    public async Task Know(string address)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(
            new OpenIddictApplicationDescriptor
            {
                ClientId = ClientId, ClientSecret = Secret, ConsentType = ConsentTypes.Implicit,
                RedirectUris = { new(address + "/sign-in/oidc") },
                Permissions =
                {
                    Permissions.Endpoints.Authorization, Permissions.Endpoints.Token,
                    Permissions.Endpoints.PushedAuthorization, Permissions.GrantTypes.AuthorizationCode,
                    Permissions.ResponseTypes.Code, Permissions.Scopes.Email, Permissions.Scopes.Profile,
                },
                Requirements = { Requirements.Features.ProofKeyForCodeExchange },
            });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static void Serve(OpenIddictServerBuilder o)
    {
        o.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token")
            .SetUserInfoEndpointUris("connect/userinfo");
        o.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        o.RegisterScopes(Scopes.Email, Scopes.Profile);
        o.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        o.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
    }

    // Asks who somebody is, and believes it.
    private static IResult Authorize(HttpContext context)
    {
        if (People.FirstOrDefault(p => p.Subject == context.Request.Query["as"]) is not { Subject: not null } person)
        {
            var query = context.Request.QueryString;
            return Results.Content(
                "<!doctype html><html lang=en><title>Harju ID</title><h1>Who are you?</h1>" + string.Concat(
                    People.Select(p => $"<p><a href=\"{query}&amp;as={p.Subject}\">{p.Name}</a></p>")),
                "text/html; charset=utf-8");
        }

        var request = context.GetOpenIddictServerRequest()!;
        var identity = new ClaimsIdentity(
            TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Subject).SetClaim(Claims.Name, person.Name)
            .SetClaim(Claims.Email, person.Email).SetClaim(Claims.EmailVerified, person.IsVerified);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return Results.SignIn(
            new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private sealed class Applications(DbContextOptions<Applications> options) : DbContext(options);
}
