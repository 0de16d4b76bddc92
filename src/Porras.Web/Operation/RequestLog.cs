using System.Diagnostics;

namespace Porras.Web;

/// <summary>What the logs say: one line a request, without anything of a person.</summary>
/// <remarks>
/// The route is written as it is declared, never the path or the query with what somebody looked for. The framework's
/// own lines with the path are left out.
/// </remarks>
internal static partial class RequestLog
{
    public static void AddRequestLog(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddJsonConsole(o =>
            {
                (o.IncludeScopes, o.UseUtcTimestamp) = (true, true);
                o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
    }

    /// <summary>Writes a line for each request, and marks all others of it with its number.</summary>
    public static void UseRequestLog(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Porras.Requests");
        app.Use(async (context, next) =>
        {
            var began = Stopwatch.GetTimestamp();
            using var scope = logger.BeginScope(new Dictionary<string, object?>
            {
                ["Request"] = context.TraceIdentifier,
                ["Organisation"] = context.User.FindFirst(Roles.Organisation)?.Value,
            });
            Exception? failed = null;
            try
            {
                await next(context);
            }
            catch (Exception thrown)
            {
                failed = thrown;
                throw;
            }
            finally
            {
                if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
                {
                    Answered(
                        logger, context.Request.Method, route, StatusOf(context, failed),
                        (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            }
        });
    }

    // A refusal is turned into its status further out.
    private static int StatusOf(HttpContext context, Exception? failed) => failed is null
        ? context.Response.StatusCode : ApiException.Of(failed)?.Status ?? StatusCodes.Status500InternalServerError;

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds} ms")]
    private static partial void Answered(ILogger logger, string method, string route, int status, long milliseconds);
}
