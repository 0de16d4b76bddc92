using System.Globalization;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Porras.Web;

/// <summary>How long a request may take, and how long the app waits for requests when it stops.</summary>
internal static class RequestLimits
{
    /// <summary>The setting for requests that only read or write, in seconds.</summary>
    public const string UsualSeconds = "PORRAS_REQUEST_SECONDS";

    /// <summary>The setting for requests that calculate or import, in seconds.</summary>
    public const string SlowSeconds = "PORRAS_SLOW_REQUEST_SECONDS";

    /// <summary>The policy of requests that only read or write.</summary>
    public const string Usual = "usual";

    /// <summary>The policy of requests that calculate or import.</summary>
    public const string Slow = "slow";

    private const int StopSeconds = 30, HeadersSeconds = 30;

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        builder.Services.AddRequestTimeouts(o =>
        {
            o.AddPolicy(Usual, Policy(settings, UsualSeconds, 60));
            o.AddPolicy(Slow, Policy(settings, SlowSeconds, 600));
        });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(StopSeconds));
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(HeadersSeconds);
        });
    }

    private static RequestTimeoutPolicy Policy(ConfigurationManager settings, string name, int otherwise) => new()
    {
        Timeout = TimeSpan.FromSeconds(
            int.TryParse(settings[name], CultureInfo.InvariantCulture, out var said) && said > 0 ? said : otherwise),
        TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
    };
}
