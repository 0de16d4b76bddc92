using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Porras.Exchange;
using Porras.Lab;
using Porras.Store;

namespace Porras.Web;

/// <summary>What the API says when it does not do what was asked (RFC 9457).</summary>
/// <param name="Type">What kind of refusal it is, the same in every language.</param>
/// <param name="Title">The kind in the reader's language.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Request">By which the request is found in the logs.</param>
/// <param name="Findings">The diagnostics, where there are any.</param>
public sealed record Problem(
    [property: Description("What kind of refusal it is, the same in every language, such as urn:porras:not-found.")]
    string Type,
    [property: Description("The kind in the reader's language.")]
    string Title,
    [property: Description("The status of the answer.")]
    int Status,
    [property: Description("What was found, in the reader's language.")]
    string Detail,
    [property: Description("By which the request is found in the logs.")]
    string Request,
    [property: Description("Every diagnostic, where there are any.")]
    IReadOnlyList<Finding> Findings);

/// <summary>A diagnostic: what was found, where, and what to do.</summary>
public sealed record Finding(
    [property: Description("The code, such as P2001; each has a page in the manual.")]
    string Code,
    [property: Description("mistake: something is refused; note and advice: nothing is.")]
    string Severity,
    [property: Description("The file or the part it was found in; null for the only text there is.")]
    string? File,
    [property: Description("The line, from 1; null where no place is meant.")]
    int? Line,
    [property: Description("The column, from 1.")]
    int? Column,
    [property: Description("What was found and what is expected, in the reader's language.")]
    string Message,
    [property: Description("What to do; empty for some codes.")]
    string Hint)
{
    /// <summary>A diagnostic in the words of a language.</summary>
    public static Finding Of(Diagnostic finding, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new(
            finding.Code, finding.Severity.ToString().ToLowerInvariant(), finding.File,
            finding.Place.IsKnown ? finding.Place.Line : null, finding.Place.IsKnown ? finding.Place.Column : null,
            finding.Message(tongue), finding.Hint(tongue));
    }
}

/// <summary>The API does not do what was asked.</summary>
/// <param name="status">The status.</param>
/// <param name="kind">The kind, a key of the texts.</param>
/// <param name="findings">What was found.</param>
public sealed partial class ApiException(int status, string kind, params IReadOnlyList<Diagnostic> findings)
    : Exception(kind)
{
    /// <summary>The status of the answer.</summary>
    public int Status { get; } = status;

    /// <summary>The kind, a key of the texts.</summary>
    public string Kind { get; } = kind;

    /// <summary>What was found.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; } = findings;

    /// <summary>What fills the sentence of the kind.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>There is nothing of that name or number for the caller.</summary>
    public static ApiException NotFound(string what) =>
        new(StatusCodes.Status404NotFound, "not-found", Diagnostic.At(default, "P8605", what));

    /// <summary>A member of the body or of the query that cannot be what it is.</summary>
    public static ApiException Malformed(string where) =>
        new(StatusCodes.Status400BadRequest, "malformed") { Arguments = [where] };

    /// <summary>Findings of which at least one refuses what was asked.</summary>
    public static ApiException Of(IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var code = findings.FirstOrDefault(f => f.Severity == Severity.Mistake)?.Code ?? "";
        return Of(code, findings);
    }

    /// <summary>What an exception means to who asked; null for a fault of the program.</summary>
    public static ApiException? Of(Exception thrown) => thrown switch
    {
        ApiException refusal => refusal,
        RefusedException refused => new(StatusCodes.Status422UnprocessableEntity, "refused", refused.Findings),
        StoreException store => Of(store.Finding.Code, [store.Finding]),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new(StatusCodes.Status413PayloadTooLarge, "too-large"),
        BadHttpRequestException { InnerException: JsonException json } => Malformed(PlaceOf(json)),
        BadHttpRequestException bad => new(bad.StatusCode, KindOf(bad.StatusCode)) { Arguments = ["?"] },
        _ => null,
    };

    /// <summary>The kind of a status that nobody explained.</summary>
    public static string KindOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "malformed",
        StatusCodes.Status401Unauthorized => "unauthenticated",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method",
        StatusCodes.Status413PayloadTooLarge => "too-large",
        StatusCodes.Status415UnsupportedMediaType => "media-type",
        StatusCodes.Status429TooManyRequests => "too-many",
        StatusCodes.Status504GatewayTimeout => "too-long",
        _ => "failed",
    };

    // The framework says which members are missing only in its sentence, behind the name of the type.
    private static string PlaceOf(JsonException json) => string.Join(", ", Quoted().Matches(json.Message)
        .Select(m => m.Groups[1].Value).Skip(1).Prepend(json.Path ?? "$"));

    [GeneratedRegex("'([^' ]+)'")]
    private static partial Regex Quoted();

    private static ApiException Of(string code, IReadOnlyList<Diagnostic> findings) => code switch
    {
        "P7019" => new(StatusCodes.Status413PayloadTooLarge, "too-large", findings),
        "P8605" => new(StatusCodes.Status404NotFound, "not-found", findings),
        "P8604" or "P8613" or "P8616" or "P8618" => new(StatusCodes.Status409Conflict, "conflict", findings),
        "P8602" => new(StatusCodes.Status503ServiceUnavailable, "failed", findings),
        _ => new(StatusCodes.Status422UnprocessableEntity, "refused", findings),
    };
}

/// <summary>Writes refusals.</summary>
internal static class ApiProblem
{
    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Writes a refusal as the answer.</summary>
    public static Task Write(HttpContext context, ApiException refusal)
    {
        var words = new Wording(Languages.Of(context.Request));
        var first = refusal.Findings.FirstOrDefault(f => f.Severity == Severity.Mistake);
        var problem = new JsonObject
        {
            ["type"] = "urn:porras:" + refusal.Kind,
            ["title"] = words[$"api.{refusal.Kind}"],
            ["status"] = refusal.Status,
            ["detail"] = first?.Message(words.Tongue) ?? words[$"api.{refusal.Kind}.detail", refusal.Arguments],
            ["request"] = context.TraceIdentifier,
            ["findings"] = JsonText.Findings(refusal.Findings, words.Tongue),
        };
        context.Response.StatusCode = refusal.Status;
        context.Response.Headers.ContentLanguage = words.Tongue.Code();
        return context.Response.WriteAsJsonAsync(problem, options: null, MediaType);
    }
}
