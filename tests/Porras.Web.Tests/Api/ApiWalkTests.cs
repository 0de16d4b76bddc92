using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Porras.Web.Tests;

public sealed partial class ApiWalkTests(Site site)
{
    private const string Root = "/api/v1";

    [Fact]
    public async Task Every_answer_is_as_the_document_says_and_every_endpoint_answers()
    {
        var contract = await ApiContract.Of(site);
        using var expert = await ApiCaller.Come(site, "ProcurementExpert");
        using var administrator = await ApiCaller.Come(site, "Administrator");
        await Access(contract, expert, administrator);
        await Token(contract);
        var reference = await Models(contract, expert);
        await Texts(contract, expert, reference);
        await Lab(contract, expert, reference);
        var set = await DataSets(contract, expert, reference);
        await Settlements(contract, expert, reference, set);
        Assert.Empty(contract.Unanswered);
    }

    [Fact]
    public async Task Every_endpoint_is_in_the_document_with_a_summary_and_its_refusals()
    {
        var contract = await ApiContract.Of(site);
        var said = contract.Operations.Select(o => $"{o.Method} {o.Path}").ToHashSet();
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith(Root, StringComparison.Ordinal) == true)
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m =>
                $"{m.ToLowerInvariant()} {Kind().Replace(e.RoutePattern.RawText!, "").TrimEnd('/')}"));
        Assert.Empty(routes.Except(said));
        Assert.All(contract.Operations, o =>
        {
            Assert.NotNull(o.Operation["summary"]);
            Assert.NotNull(o.Operation["responses"]!["401"]);
            Assert.NotNull(o.Operation["responses"]!["403"]);
        });
    }

    private static async Task Access(ApiContract contract, ApiCaller expert, ApiCaller administrator)
    {
        await Get(contract, expert, "me", "/me");
        await Get(contract, expert, "tokens", "/tokens");
        await Get(contract, administrator, "log", "/log?most=3");
        await Get(contract, expert, "log", "/log", HttpStatusCode.Forbidden);
        using var made = await expert.Post(Root + "/tokens", contract.ExampleOf("make-token"));
        Assert.Equal(HttpStatusCode.Forbidden, made.StatusCode);
        await contract.MustHold("make-token", made);
        using var ended = await expert.Send(HttpMethod.Delete, Root + "/tokens/1");
        await contract.MustHold("end-token", ended);
    }

    private async Task Token(ApiContract contract)
    {
        using var browser = await ApiCaller.SignedIn(site, "ProcurementExpert");
        browser.DefaultRequestHeaders.Add("X-Porras", "1");
        using var made = await browser.PostAsync(
            Root + "/tokens", new StringContent(contract.ExampleOf("make-token"), null, "application/json"),
            TestContext.Current.CancellationToken);
        await contract.MustHold("make-token", made);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    private static async Task<string> Models(ApiContract contract, ApiCaller expert)
    {
        await Get(contract, expert, "gallery", "/gallery");
        await Get(contract, expert, "models", "/models?most=1");
        using var text = await Get(contract, expert, "text", "/models/coaching-north/text");
        var body = System.Text.Json.JsonSerializer.Serialize(new
        {
            name = $"walk {Guid.NewGuid():N}",
            text = await text.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        });
        using var begun = await Post(contract, expert, "begin-model", "/models", body, HttpStatusCode.Created);
        using var again = await Post(contract, expert, "begin-model", "/models", body, HttpStatusCode.Conflict);
        var reference = (string)(await ApiCaller.Body(begun))["reference"]!;
        await Get(contract, expert, "model", $"/models/{reference}");
        await Get(contract, expert, "model", "/models/own-999999", HttpStatusCode.NotFound);
        await Get(contract, expert, "versions", $"/models/{reference}/versions");
        using var saved = await Post(contract, expert, "save-version", $"/models/{reference}/versions",
            contract.ExampleOf("save-version"), HttpStatusCode.Created, "\"1\"");
        using var late = await Post(contract, expert, "save-version", $"/models/{reference}/versions",
            """{ "text": "another" }""", HttpStatusCode.PreconditionFailed, "\"1\"");
        using var frozen = await Post(contract, expert, "freeze-version", $"/models/{reference}/freeze", "{}");
        using var draft = await Post(contract, expert, "freeze-version",
            $"/models/{(string)(await ApiCaller.Body(saved))["reference"]!}/freeze", "{}",
            HttpStatusCode.UnprocessableEntity);
        return reference;
    }

    private static async Task Texts(ApiContract contract, ApiCaller expert, string reference)
    {
        foreach (var operation in (string[])["check", "explain", "bounds", "differences"])
        {
            using var answer = await Post(
                contract, expert, operation, "/models/" + operation, contract.ExampleOf(operation));
        }

        using var refused = await Post(contract, expert, "explain", "/models/explain",
            """{ "text": "fee" }""", HttpStatusCode.UnprocessableEntity);
        Assert.NotEmpty((await ApiCaller.Body(refused))["findings"]!.AsArray());
        using var json = await Get(contract, expert, "json", $"/models/{reference}/json");
    }

    private static async Task Lab(ApiContract contract, ApiCaller expert, string reference)
    {
        await Get(contract, expert, "world", "/lab/coaching-north/world");
        foreach (var operation in (string[])["simulate", "stress", "plan", "calibrate"])
        {
            using var answer = await Post(
                contract, expert, operation, "/lab/" + operation, contract.ExampleOf(operation));
        }

        using var pair = await Post(contract, expert, "simulate", "/lab/simulate", $$"""
            { "models": [{ "reference": "coaching-north" }, { "reference": "{{reference}}" }],
              "replications": 16, "whole": false }
            """);
        using var impossible = await Post(contract, expert, "simulate", "/lab/simulate",
            """{ "models": [{ "reference": "coaching-north" }], "set": ["provider.delay=-1"] }""",
            HttpStatusCode.UnprocessableEntity);
        using var kept = await Post(contract, expert, "keep-run", "/lab/runs",
            contract.ExampleOf("keep-run").Replace("own-1-1", reference, StringComparison.Ordinal));
        await Get(contract, expert, "runs", "/lab/runs");
        await Get(contract, expert, "run", $"/lab/runs/{(await ApiCaller.Body(kept))["id"]}");
    }

    [GeneratedRegex(":[a-z]+(?=})")]
    private static partial Regex Kind();

    private static async Task<HttpResponseMessage> Get(
        ApiContract contract,
        ApiCaller caller,
        string operation,
        string path,
        HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await caller.Send(HttpMethod.Get, Root + path);
        await contract.MustHold(operation, answer);
        Assert.Equal(expected, answer.StatusCode);
        return answer;
    }

    private static async Task<HttpResponseMessage> Post(
        ApiContract contract,
        ApiCaller caller,
        string operation,
        string path,
        string json,
        HttpStatusCode expected = HttpStatusCode.OK,
        string? ifMatch = null)
    {
        var answer = await caller.Post(Root + path, json, ifMatch);
        await contract.MustHold(operation, answer);
        Assert.Equal(expected, answer.StatusCode);
        return answer;
    }
}
