using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;

namespace Porras.Web;

/// <summary>The HTTP API: all that the pages do, for programs.</summary>
internal static class ApiSetup
{
    /// <summary>Under which all of it lies.</summary>
    public const string Root = "/api/v1";

    /// <summary>The policy of what belongs to whoever has signed in, in whichever role.</summary>
    public const string SignedIn = "SignedIn";

    private const int BytesMost = 1 << 20;

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            var json = o.SerializerOptions;
            json.NumberHandling = JsonNumberHandling.Strict;
            json.RespectNullableAnnotations = true;
            json.RespectRequiredConstructorParameters = true;
            json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.Converters.Add(
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        });
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddAuthorizationBuilder()
            .AddPolicy(SignedIn, p => p.RequireAssertion(c => Roles.Of(c.User) is not null));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ApiAuthorizationAnswer>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<ApiReferences>();
        services.AddApiDocument();
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).WithMetadata(new SizeLimit(BytesMost))
            .Refuses(StatusCodes.Status401Unauthorized).Refuses(StatusCodes.Status403Forbidden)
            .Refuses(StatusCodes.Status500InternalServerError);
        api.WithRequestTimeout(RequestLimits.Usual);
        api.MapMe();
        api.MapTokens();
        api.MapGallery();
        api.MapOwnModels();
        api.MapModelTexts();
        api.MapLab();
        api.MapDataSets();
        api.MapSettlements();
        api.MapLog();
        routes.MapTokensForms();
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }

    /// <summary>Asks for a right.</summary>
    public static T Requires<T>(this T endpoint, Right right)
        where T : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(right.ToString()).WithMetadata(right);

    /// <summary>Says in the document that it may be refused with these statuses.</summary>
    public static T Refuses<T>(this T endpoint, params IEnumerable<int> statuses)
        where T : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [ApiProblem.MediaType]));
        }

        return endpoint;
    }

    private sealed record SizeLimit(long? MaxRequestBodySize)
        : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Items">The part.</param>
/// <param name="From">How many were left out before it.</param>
/// <param name="Next">What to ask for as <c>from</c> to go on; null: this was the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int From, int? Next);

/// <summary>Which part of a list is asked for.</summary>
public static class Paging
{
    private const int Usual = 50, Most = 200;

    /// <summary>Asks for one more than a page holds, to know whether it is the last.</summary>
    public static async Task<Page<TTo>> Of<T, TTo>(
        int? from, int? most, Func<Store.Slice, Task<IReadOnlyList<T>>> ask, Func<T, TTo> shown)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var (first, size) = (from ?? 0, most ?? Usual);
        if (first < 0 || size is < 1 or > Most)
        {
            throw ApiException.Malformed(first < 0 ? "from" : "most");
        }

        var items = await ask(new(first, size + 1));
        return new([.. items.Take(size).Select(shown)], first, items.Count > size ? first + size : null);
    }
}
