using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Porras.Web.Tests;

public sealed class TelemetryTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_and_metrics_go_to_the_collector_that_is_named_and_name_nobody()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await Collector(received);
        var endpoint = collector.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.Single();
        await using (var app = new OwnApp(b => b
            .UseSetting(Telemetry.Endpoint, endpoint).UseSetting("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            using var expert = await ApiCaller.Come(app.Client, "ProcurementExpert");
            using var simulated = await expert.Post(
                "/api/v1/lab/simulate?who=erna-7731",
                """{ "models": [{ "reference": "coaching-north" }], "replications": 8, "whole": false }""");
            Assert.True(simulated.IsSuccessStatusCode);
            app.Services.GetRequiredService<TracerProvider>().ForceFlush();
            app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        }

        string All(string path) => string.Concat(received.Where(r => r.Path == path).Select(r => r.Body));
        Assert.Contains("simulate", All("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("/api/v1/lab/simulate", All("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("porras.work.duration", All("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", All("/v1/metrics"), StringComparison.Ordinal);
        Assert.DoesNotContain(received, r => r.Body.Contains("erna-7731", StringComparison.Ordinal));
        Assert.DoesNotContain(received, r => r.Body.Contains("porras_", StringComparison.Ordinal));
    }

    private static async Task<WebApplication> Collector(ConcurrentQueue<(string Path, string Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync(Now);
        return collector;
    }
}
