using System.Text.Json.Nodes;
using NJsonSchema;

namespace Porras.Web.Tests;

/// <summary>The description of the API, and whether answers are as it says.</summary>
/// <param name="document">The document.</param>
internal sealed class ApiContract(JsonObject document)
{
    private static readonly string[] Methods = ["get", "post", "put", "delete", "patch"];

    private readonly HashSet<string> _answered = [];

    /// <summary>The operations: method, path and name.</summary>
    public IEnumerable<(string Method, string Path, JsonObject Operation)> Operations =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where Methods.Contains(operation.Key)
        select (operation.Key, path.Key, operation.Value!.AsObject());

    /// <summary>The names of operations that have not answered well yet.</summary>
    public IEnumerable<string> Unanswered => Operations.Select(o => NameOf(o.Operation)).Except(_answered);

    /// <summary>Reads the document of the app.</summary>
    public static async Task<ApiContract> Of(Site site)
    {
        using var http = site.Client();
        return new(JsonNode.Parse(
            await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!.AsObject());
    }

    /// <summary>The example of a body.</summary>
    public string ExampleOf(string operation) => Operations.Single(o => NameOf(o.Operation) == operation)
        .Operation["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString();

    /// <summary>The status, the content type and the body of an answer are as the document says.</summary>
    public async Task MustHold(string operation, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var said = Operations.Single(o => NameOf(o.Operation) == operation).Operation["responses"]![status];
        Assert.True(said is not null, $"{operation} answers {status}, which the document does not say: {body}");
        if (answer.IsSuccessStatusCode)
        {
            _answered.Add(operation);
        }

        if (said["content"]?.AsObject() is not { Count: > 0 } content)
        {
            Assert.Equal("", body);
            return;
        }

        var type = answer.Content.Headers.ContentType!.MediaType!;
        Assert.True(content.ContainsKey(type), $"{operation} answers {status} as {type}.");
        if (type.EndsWith("json", StringComparison.Ordinal))
        {
            var schema = await SchemaOf(content[type]!["schema"]!);
            var wrong = schema.Validate($"{{ \"body\": {body} }}");
            Assert.True(
                wrong.Count == 0,
                $"{operation} {status}: {string.Join("; ", wrong.Select(w => $"{w.Path} {w.Kind}"))}\n{body}");
        }
    }

    private static string NameOf(JsonObject operation) => (string)operation["operationId"]!;

    // The schema stands inside another one, where references to its neighbours are found.
    private Task<JsonSchema> SchemaOf(JsonNode schema) => JsonSchema.FromJsonAsync(new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["body"] = schema.DeepClone() },
        ["definitions"] = document["components"]!["schemas"]!.DeepClone(),
    }.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
}
