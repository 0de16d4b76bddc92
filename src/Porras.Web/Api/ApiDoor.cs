using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Porras.Web;

/// <summary>Through which every request to the API comes in and every refusal goes out.</summary>
/// <remarks>
/// A program shows a token; a page of ours sends the cookie. No form of a foreign page can send the header that goes
/// with the cookie, and no script of one may without our leave, which nobody gets.
/// </remarks>
internal static partial class ApiDoor
{
    /// <summary>The header that a request with the cookie has to have where it changes something.</summary>
    public const string OwnRequest = "X-Porras";

    /// <summary>Whether a path is the API's.</summary>
    public static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments(ApiSetup.Root, StringComparison.OrdinalIgnoreCase);

    /// <summary>Answers what goes wrong on the API as a problem, not as a page.</summary>
    public static void UseApiProblems(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!IsApi(context))
        {
            await Page(context, next);
            return;
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Language, Authorization, Cookie";
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                var status = context.Response.StatusCode;
                await ApiProblem.Write(context, new(status, ApiException.KindOf(status)) { Arguments = ["?"] });
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception thrown) when (!context.Response.HasStarted)
        {
            var refusal = ApiException.Of(thrown);
            if (refusal is null)
            {
                Failed(context.RequestServices.GetRequiredService<ILogger<Program>>(), thrown);
            }

            await ApiProblem.Write(context, refusal ?? new(StatusCodes.Status500InternalServerError, "failed"));
        }
    });

    /// <summary>Takes a token for who asks, and refuses what a foreign page may have sent.</summary>
    public static void UseApiCallers(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (IsApi(context))
        {
            if (ApiTokens.In(context.Request) is { } token)
            {
                context.User = await context.RequestServices.GetRequiredService<ApiTokens>()
                    .Caller(token, context.RequestAborted) ?? new();
            }
            else if (Changes(context.Request) && context.User.Identity?.IsAuthenticated == true
                && !context.Request.Headers.ContainsKey(OwnRequest))
            {
                throw new ApiException(StatusCodes.Status403Forbidden, "foreign") { Arguments = [OwnRequest] };
            }
        }

        await next(context);
    });

    // A form that cannot be read is refused by a page that opens like any other, without the form.
    private static async Task Page(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception thrown) when (!context.Response.HasStarted
            && thrown is BadHttpRequestException or AntiforgeryValidationException)
        {
            var request = context.Request;
            (request.Method, request.Body, request.ContentLength, request.ContentType) =
                (HttpMethods.Get, Stream.Null, null, null);
            context.Features.Set<IAntiforgeryValidationFeature>(null);
            context.Response.StatusCode = (thrown as BadHttpRequestException)?.StatusCode
                ?? StatusCodes.Status400BadRequest;
        }
    }

    private static bool Changes(HttpRequest request) => !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    [LoggerMessage(LogLevel.Error, "A request to the API failed.")]
    private static partial void Failed(ILogger logger, Exception thrown);
}

/// <summary>Who may not use the API is told so in its own words; on pages all is as usual.</summary>
internal sealed class ApiAuthorizationAnswer : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _pages = new();

    /// <inheritdoc/>
    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || !ApiDoor.IsApi(context))
        {
            return _pages.HandleAsync(next, context, policy, authorizeResult);
        }

        if (authorizeResult.Forbidden)
        {
            return ApiProblem.Write(context, new(StatusCodes.Status403Forbidden, "forbidden"));
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.Write(context, new(StatusCodes.Status401Unauthorized, "unauthenticated"));
    }
}
