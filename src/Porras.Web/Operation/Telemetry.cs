using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Porras.Web;

/// <summary>What the app measures of itself: traces and metrics, sent by OTLP if an endpoint is named.</summary>
/// <remarks>No trace names a person, an organisation or what was looked for.</remarks>
public static class Telemetry
{
    /// <summary>The setting that names where traces and metrics go; without it, nowhere.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The name of our traces and metrics.</summary>
    public const string Name = "Porras";

    private static readonly ActivitySource Traces = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Seconds =
        Meter.CreateHistogram<double>("porras.work.duration", "s", "How long calculating and importing took.");

    /// <summary>Measures a piece of work: <c>simulate</c>, <c>settle</c>, <c>import</c> …</summary>
    public static T Measured<T>(string work, Func<T> doing)
    {
        ArgumentNullException.ThrowIfNull(doing);
        using var piece = new Piece(work);
        var result = doing();
        piece.IsDone = true;
        return result;
    }

    /// <inheritdoc cref="Measured{T}(string, Func{T})"/>
    public static async Task<T> Measured<T>(string work, Func<Task<T>> doing)
    {
        ArgumentNullException.ThrowIfNull(doing);
        using var piece = new Piece(work);
        var result = await doing();
        piece.IsDone = true;
        return result;
    }

    internal static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 })
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("porras"))
            .WithTracing(t => t.AddSource(Name).AddAspNetCoreInstrumentation(o =>
            {
                o.Filter = c => !c.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
                o.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.path", null).SetTag("url.query", null);
            }))
            .WithMetrics(m => m.AddMeter(Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation())
            .UseOtlpExporter();
    }

    // What is not done when it is disposed of has failed.
    private sealed class Piece(string work) : IDisposable
    {
        private readonly long _began = Stopwatch.GetTimestamp();
        private readonly Activity? _trace = Traces.StartActivity(work);

        public bool IsDone { get; set; }

        public void Dispose()
        {
            _trace?.SetStatus(IsDone ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            _trace?.Dispose();
            Seconds.Record(Stopwatch.GetElapsedTime(_began).TotalSeconds, new("work", work), new("done", IsDone));
        }
    }
}
