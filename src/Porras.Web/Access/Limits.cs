using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Porras.Web;

/// <summary>How often somebody may try a key, a password, a link or a passkey.</summary>
internal static class Limits
{
    /// <summary>The policy of what lets people in. Looking at a page is free; each try counts.</summary>
    public const string SignIn = "sign-in";

    /// <summary>The setting: tries a minute from one address, which a whole town hall may share.</summary>
    public const string Setting = "PORRAS_TRIES_PER_MINUTE";

    private const int Usual = 20;

    public static void AddLimits(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : OneMinute;
            context.HttpContext.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        o.AddPolicy(SignIn, Tries);
    });

    private static TimeSpan OneMinute => TimeSpan.FromMinutes(1);

    private static RateLimitPartition<string> Tries(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return RateLimitPartition.GetNoLimiter("looking");
        }

        var settings = context.RequestServices.GetRequiredService<IConfiguration>();
        var most = settings.GetValue(Setting, Usual);
        return RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new() { PermitLimit = most, Window = OneMinute, QueueLimit = 0 });
    }
}
