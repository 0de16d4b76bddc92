using System.Globalization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Porras.Exchange;

namespace Porras.Web;

/// <summary>Marks a page or an endpoint that takes files: it may be sent as much as an import may be large.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute : Attribute;

/// <summary>Refuses files that are too large before they are read, and says so.</summary>
public static class UploadGuard
{
    /// <summary>The setting that says how many megabytes an import may have.</summary>
    public const string Megabytes = "PORRAS_UPLOAD_MEGABYTES";

    // What a form says beside its files.
    private const long Beside = 1 << 16;

    /// <summary>The limits of the settings.</summary>
    public static GivenLimits LimitsOf(IConfiguration settings) =>
        int.TryParse(settings[Megabytes], NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0
            ? new(most * GivenLimits.Megabyte) : new();

    /// <summary>What is said instead of reading the files; null if they may be read.</summary>
    public static Diagnostic? RefusedIn(HttpContext context) => context.Items[typeof(UploadGuard)] as Diagnostic;

    public static void AddUploads(this IServiceCollection services)
    {
        services.AddSingleton(p => LimitsOf(p.GetRequiredService<IConfiguration>()));
        services.AddOptions<FormOptions>().Configure<GivenLimits>((form, limits) =>
        {
            form.MultipartBodyLengthLimit = limits.BytesMost + Beside;
        });
    }

    /// <summary>
    /// Before a form is read: files may be as large as the limit; of a page that was sent more, the form is not read at
    /// all and the page opens with the refusal.
    /// </summary>
    public static void UseUploads(this WebApplication app) => app.Use(async (context, next) =>
    {
        var (request, endpoint) = (context.Request, context.GetEndpoint());
        if (endpoint?.Metadata.GetMetadata<TakesFilesAttribute>() is null || !HttpMethods.IsPost(request.Method))
        {
            await next(context);
            return;
        }

        var limits = context.RequestServices.GetRequiredService<GivenLimits>();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
        {
            most.MaxRequestBodySize = limits.BytesMost + Beside;
        }

        if (request.ContentLength is not { } bytes || bytes <= limits.BytesMost + Beside)
        {
            await next(context);
            return;
        }

        var refusal = limits.TooLarge(bytes);
        if (ApiDoor.IsApi(context))
        {
            throw ApiException.Of([refusal]);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        context.Response.Headers.Connection = "close";
        if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            await context.Response.WriteAsJsonAsync(ShownFinding.Of(refusal, Languages.Of(request)));
            return;
        }

        context.Items[typeof(UploadGuard)] = refusal;
        (request.Method, request.Body, request.ContentLength, request.ContentType) =
            (HttpMethods.Get, Stream.Null, null, null);
        await next(context);
    });
}
