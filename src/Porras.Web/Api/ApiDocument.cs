using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Porras.Web;

/// <summary>The description of the API (OpenAPI).</summary>
internal static class ApiDocument
{
    /// <summary>Its name.</summary>
    public const string Name = "v1";

    private const string About =
        """
        All that the pages of Porras do, for programs. Everything is read and written for one organisation, in one role:
        those of the token, or of who has signed in.

        **Refusals** are problems (RFC 9457) with every diagnostic: code, place, message and hint, in Finnish, Swedish
        or English by Accept-Language. **Lists** come in pages: send `next` as `from`. **Amounts** are texts with a
        decimal point where they are exact, numbers where they are simulated. **Days** are written 2027-01-31.
        """;

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, o =>
    {
        o.ShouldInclude = d => d.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        o.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        o.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Porras", Version = Name, Description = About,
            License = new() { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer",
                Description = "A personal access token: POST /api/v1/tokens, once signed in.",
            },
            ["session"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "porras",
                Description = $"The cookie of who has signed in. What changes something needs the header "
                    + $"{ApiDoor.OwnRequest} beside it, with any value.",
            },
        };
        document.Security =
        [
            new() { [new OpenApiSecuritySchemeReference("token", document)] = [] },
            new() { [new OpenApiSecuritySchemeReference("session", document)] = [] },
        ];
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<Right>().Select(r => (Right?)r).LastOrDefault() is { } right)
        {
            operation.Description = $"{operation.Description}\n\nNeeds the right **{right}**.".Trim();
        }

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Description ??= parameter.Name switch
            {
                "from" => "How many to leave out: next of the page before.",
                "most" => "How many at most, 1 to 200; 50 without it.",
                "reference" => "A slug of the gallery, own-12 or own-12-3.",
                "id" => "Its number.",
                "number" => "The number of the line.",
                "name" => "What it is to be called.",
                "dryRun" => "Only reads the files: nothing is kept.",
                "participant" => "Whose lines: a participant, or whom else a fee is for.",
                "fee" => "The fee, by its name in the model.",
                "occurrence" => "The occurrence, from 1; without it, the first that was not paid.",
                "episode" => "The episode, from 1.",
                _ => null,
            };
        }

        if (ApiExamples.Of(operation.OperationId) is { } example && operation.RequestBody?.Content is { } content)
        {
            foreach (var media in content.Values)
            {
                media.Example = JsonNode.Parse(example);
            }
        }

        if (operation.OperationId == "save-version")
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "If-Match", In = ParameterLocation.Header, Required = true,
                Description = "The number of the latest version that you have seen, in quotes.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = "\"3\"",
            });
        }
    }
}

/// <summary>A body for each request that has one; the tests send them.</summary>
internal static class ApiExamples
{
    private const string Model = """{ "reference": "coaching-north" }""";

    private static readonly Dictionary<string, string> All = new()
    {
        ["make-token"] = """{ "name": "monthly report", "days": 90 }""",
        ["begin-model"] = """{ "name": "koto", "text": "model koto\n", "note": "first thoughts" }""",
        ["save-version"] = """{ "text": "model koto\n  version 1\n", "note": "a version" }""",
        ["check"] = """{ "text": "model koto\n  version 1\n" }""",
        ["explain"] = Model,
        ["bounds"] = Model,
        ["differences"] = """
            { "before": { "reference": "coaching-north" }, "after": { "reference": "tampere-progress" } }
            """,
        ["simulate"] = """
            { "models": [{ "reference": "coaching-north" }], "set": ["provider.delay=3"], "replications": 64 }
            """,
        ["stress"] = """{ "model": { "reference": "coaching-north" }, "replications": 64 }""",
        ["plan"] = """{ "model": { "reference": "coaching-north" }, "replications": 64, "step": 0.2 }""",
        ["calibrate"] = """{ "model": { "reference": "coaching-north" }, "replications": 64, "margin": 0.05 }""",
        ["example-data-set"] = """{ "reference": "own-1-1", "name": "example" }""",
        ["settle"] = """
            { "reference": "own-1-1", "dataSet": 1, "name": "January", "until": "2028-01-31", "known": "2028-02-05" }
            """,
        ["advance"] = """{ "state": "approved" }""",
        ["keep-run"] = """{ "reference": "own-1-1", "name": "slow payment", "set": ["provider.delay=6"], "seed": 7 }""",
    };

    /// <summary>The body of an operation; null for none.</summary>
    public static string? Of(string? operation) => operation is null ? null : All.GetValueOrDefault(operation);
}
