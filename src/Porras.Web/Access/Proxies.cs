using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Porras.Web;

/// <summary>Which servers in front of the app are believed when they say who asks, and whether over HTTPS.</summary>
internal static class Proxies
{
    /// <summary>
    /// The setting: addresses and networks with commas between them, such as <c>10.0.0.0/8</c>. One on the same machine
    /// is believed without it.
    /// </summary>
    public const string Setting = "PORRAS_PROXIES";

    public static void AddProxies(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((o, settings) =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var said in (settings[Setting] ?? "").Split(
                ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (said.Contains('/', StringComparison.Ordinal))
                {
                    o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(said));
                }
                else
                {
                    o.KnownProxies.Add(IPAddress.Parse(said));
                }
            }
        });
}
