using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Porras.Store;

namespace Porras.Web.Tests;

/// <summary>Every page and endpoint, asked for by nobody and by every role, over the wire.</summary>
public sealed class RoleWalkTests
{
    // What opens for everybody, and why. A new one has to be written down here too.
    private static readonly string[] Open =
    [
        "/", "/sign-in", "/sign-out", "/set-up", "/error", "/not-found", "/language/{code}", "/passkeys/options",
        "/passkeys/sign-in", "/invitation/{Word}", "/sign-in/elsewhere", "/sign-in/arrived",
        "/api", "/openapi/{documentName}.json", "/health/live", "/health/ready",
    ];

    // What belongs to whoever has signed in, whatever their role.
    private static readonly string[] OfAccounts =
    [
        "/account", "/hat", "/passkeys/options/new", "/account/passkeys/add", "/account/passkeys/rename",
        "/account/passkeys/remove",
    ];

    // What the API gives whoever has signed in, whatever their role, and the page of the same.
    private static readonly string[] OfEverybody =
    [
        "/api/v1/me", "/api/v1/tokens/", "/api/v1/tokens/{id:long}", "/account/tokens", "/account/tokens/end",
    ];

    [Fact]
    public async Task Nothing_is_reached_that_is_not_granted()
    {
        await using var gate = GatedSite.Start();
        var visitors = new List<(string Name, Role? Role, HttpClient Client)> { ("nobody", null, gate.Client()) };
        foreach (var role in Enum.GetValues<Role>())
        {
            await gate.Add($"{role}@walk.example", "Walk", role);
            visitors.Add((role.ToString(), role, await gate.SignedIn($"{role}@walk.example")));
        }

        var findings = new List<string>();
        var asked = 0;
        foreach (var endpoint in Endpoints(gate))
        {
            foreach (var method in Methods(endpoint))
            {
                foreach (var (name, role, client) in visitors)
                {
                    using var request = new HttpRequestMessage(new(method), Path(endpoint));
                    request.Headers.Add(ApiDoor.OwnRequest, "1");
                    using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                    asked++;
                    if (IsGranted(endpoint, role) == IsRefused(answer))
                    {
                        findings.Add($"{method} {Path(endpoint)} by {name}: {answer.StatusCode}");
                    }
                }
            }
        }

        visitors.ForEach(v => v.Client.Dispose());
        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.True(asked > 200, $"{asked} is too few to be everything.");
    }

    [Fact]
    public async Task Every_endpoint_asks_for_a_right_or_stands_among_those_that_are_open()
    {
        await using var gate = GatedSite.Start(("PORRAS_OIDC_AUTHORITY", "https://id.example"));
        var findings =
            from endpoint in Endpoints(gate)
            let path = Pattern(endpoint)
            let rights = RightsOf(endpoint)
            let isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            where !IsPart(endpoint)
            where isOpen ? !Open.Contains(path)
                : OfAccounts.Contains(path) ? rights is not [OwnAccountAttribute.Policy]
                : OfEverybody.Contains(path) ? rights is not [ApiSetup.SignedIn]
                : rights is not [var right] || !Enum.TryParse<Right>(right, out _)
            select $"{path}, open: {isOpen}, asks for \"{string.Join(", ", rights)}\".";
        Assert.Equal([], findings);
    }

    [Fact]
    public async Task The_documentation_says_which_role_has_which_right()
    {
        var page = await File.ReadAllLinesAsync(
            System.IO.Path.Combine(Root(), "docs", "concepts", "access.md"), TestContext.Current.CancellationToken);
        var heading = Array.FindIndex(page, l => l.StartsWith("| Role |", StringComparison.Ordinal));
        var rights = Cells(page[heading]).Skip(1).Select(Enum.Parse<Right>).ToList();
        Assert.Equal(Enum.GetValues<Right>(), rights.Order());
        foreach (var (i, role) in Enum.GetValues<Role>().Index())
        {
            var cells = Cells(page[heading + 2 + i]);
            Assert.Equal(role.ToString(), cells[0]);
            Assert.Equal(rights.Select(r => Roles.May(role, r)), cells.Skip(1).Select(c => c == "yes"));
        }
    }

    private static string[] Cells(string row) => [.. row.Trim('|', ' ').Split('|').Select(c => c.Trim(' ', '`'))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Porras.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static IEnumerable<RouteEndpoint> Endpoints(GatedSite gate) =>
        gate.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>().Distinct()
            .Where(e => !e.RoutePattern.RawText!.Contains("{*", StringComparison.Ordinal)
                || e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null);

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    // Files of the app, and what the framework itself needs to keep a page alive.
    private static bool IsPart(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor")
        || Pattern(endpoint).StartsWith("/_", StringComparison.Ordinal);

    private static List<string> RightsOf(Endpoint endpoint) =>
        [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy ?? "").Distinct()];

    private static bool IsGranted(RouteEndpoint endpoint, Role? role) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || (role is { } worn && (RightsOf(endpoint) is [var asked]
            ? asked is OwnAccountAttribute.Policy or ApiSetup.SignedIn
                || (Enum.TryParse<Right>(asked, out var right) && Roles.May(worn, right))
            : IsPart(endpoint)));

    // Forms without their word against forgery, and questions without an answer, come in as far as they are granted.
    private static bool IsRefused(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (answer.StatusCode == HttpStatusCode.Redirect
            && answer.Headers.Location!.ToString().Contains("/sign-in?back=", StringComparison.Ordinal));

    private static IReadOnlyList<string> Methods(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } said
            ? said : ["GET", "POST"];

    private static string Path(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "code" } => "en",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies.Count: > 0 } => "1",
            _ => "coaching-north",
        }))));
}
