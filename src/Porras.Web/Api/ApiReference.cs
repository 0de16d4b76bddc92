using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Porras.Web;

/// <summary>The description of the API as the page shows it.</summary>
/// <param name="About">What it is, a paragraph each.</param>
/// <param name="Parts">The endpoints by tag.</param>
/// <param name="Shapes">The shapes of bodies.</param>
public sealed record ApiReference(
    IReadOnlyList<string> About, IReadOnlyList<ApiPart> Parts, IReadOnlyList<ApiShape> Shapes)
{
    /// <summary>Reads the document of the running app.</summary>
    public static async Task<ApiReference> Of(IServiceProvider services, CancellationToken cancelled)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name)
            .GetOpenApiDocumentAsync(cancelled);
        return Of(JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancelled))!
            .AsObject());
    }

    /// <summary>Reads a document.</summary>
    public static ApiReference Of(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var operations =
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select ApiOperation.Of(path.Key, operation.Key, operation.Value!.AsObject());
        return new(
            Paragraphs(document["info"]!["description"]),
            [.. operations.GroupBy(o => o.Tag).Select(g => new ApiPart(g.Key, [.. g]))],
            [.. document["components"]!["schemas"]!.AsObject().OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => ApiShape.Of(s.Key, s.Value!.AsObject()))]);
    }

    /// <summary>A text in paragraphs, without marks.</summary>
    public static IReadOnlyList<string> Paragraphs(JsonNode? text) =>
        [.. ((string?)text ?? "").Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal)
            .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>Endpoints that belong together.</summary>
public sealed record ApiPart(string Title, IReadOnlyList<ApiOperation> Operations);

/// <summary>An endpoint.</summary>
public sealed record ApiOperation(
    string Name,
    string Tag,
    string Method,
    string Path,
    string Summary,
    IReadOnlyList<string> About,
    IReadOnlyList<ApiMember> Parameters,
    ApiType? Body,
    string? Example,
    IReadOnlyList<(string Status, string Means, ApiType? Content)> Answers)
{
    internal static ApiOperation Of(string path, string method, JsonObject operation)
    {
        var content = operation["requestBody"]?["content"]?.AsObject().Select(c => c.Value!).FirstOrDefault();
        return new(
            (string)operation["operationId"]!, (string)operation["tags"]![0]!, method.ToUpperInvariant(), path,
            (string?)operation["summary"] ?? "", ApiReference.Paragraphs(operation["description"]),
            [.. operation["parameters"]?.AsArray().Select(p => ApiMember.OfParameter(p!.AsObject())) ?? []],
            content is null ? null : ApiType.Of(content["schema"]),
            content?["example"]?.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }),
            [.. operation["responses"]!.AsObject().OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (
                r.Key, (string?)r.Value!["description"] ?? "",
                r.Value["content"]?.AsObject().Select(c => ApiType.Of(c.Value!["schema"])).FirstOrDefault()))]);
    }
}

/// <summary>The shape of a body.</summary>
public sealed record ApiShape(string Name, IReadOnlyList<ApiMember> Members, IReadOnlyList<string> Values)
{
    internal static ApiShape Of(string name, JsonObject schema)
    {
        var required = schema["required"]?.AsArray().Select(r => (string)r!).ToHashSet() ?? [];
        return new(
            name,
            [.. schema["properties"]?.AsObject().Select(p => new ApiMember(
                p.Key, "", ApiType.Of(p.Value), required.Contains(p.Key),
                (string?)p.Value!["description"] ?? "")) ?? []],
            [.. schema["enum"]?.AsArray().Select(v => v!.ToString()) ?? []]);
    }
}

/// <summary>A member of a shape, or a parameter.</summary>
public sealed record ApiMember(string Name, string In, ApiType Type, bool IsRequired, string About)
{
    internal static ApiMember OfParameter(JsonObject parameter) => new(
        (string)parameter["name"]!, (string)parameter["in"]!, ApiType.Of(parameter["schema"]),
        (bool?)parameter["required"] ?? false, (string?)parameter["description"] ?? "");
}

/// <summary>A type: words, and the shape that it names.</summary>
/// <param name="Text">The type in words, such as <c>list of</c>.</param>
/// <param name="Shape">The shape it names; null for none.</param>
public sealed record ApiType(string Text, string? Shape)
{
    private const string Reference = "#/components/schemas/";

    internal static ApiType Of(JsonNode? schema) => schema switch
    {
        null => new("", null),
        _ when (string?)schema["$ref"] is { } named => new("", named[Reference.Length..]),
        _ when schema["oneOf"] is JsonArray either => Of(either.Last(e => (string?)e!["type"] != "null")) is var one
            ? one with { Text = ("null or " + one.Text).Trim() } : throw new InvalidOperationException("No type."),
        _ when Types(schema["type"]) is { } types && types.StartsWith("array", StringComparison.Ordinal) =>
            Of(schema["items"]) is var item ? item with { Text = ("list of " + item.Text).Trim() }
            : throw new InvalidOperationException("No items."),
        _ => new((Types(schema["type"]) ?? "any") + ((string?)schema["format"] is { } form ? $" ({form})" : ""), null),
    };

    private static string? Types(JsonNode? type) => type switch
    {
        JsonArray several => string.Join(" or ", several.Select(t => (string)t!).Order(StringComparer.Ordinal)),
        JsonValue one => (string?)one,
        _ => null,
    };
}
