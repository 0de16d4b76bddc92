using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Porras.Web.Tests;

/// <summary>A program that works for somebody, with a token of theirs.</summary>
/// <param name="Http">The client that sends the token.</param>
/// <param name="Token">The token.</param>
internal sealed partial record ApiCaller(HttpClient Http, string Token) : IDisposable
{
    /// <summary>Signs in to the demonstration in a role, makes a token and goes on with it alone.</summary>
    public static Task<ApiCaller> Come(Site site, string role, string language = "en") =>
        Come(site.Client, role, language);

    /// <inheritdoc cref="Come(Site, string, string)"/>
    public static async Task<ApiCaller> Come(Func<HttpClient> client, string role, string language = "en")
    {
        using var browser = await SignedIn(client, role);
        using var asked = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tokens")
        {
            Content = JsonContent.Create(new { name = "test" }),
        };
        asked.Headers.Add("X-Porras", "1");
        using var made = await browser.SendAsync(asked, Now);
        var body = await made.Content.ReadFromJsonAsync<JsonObject>(Now);
        var token = (string)body!["token"]!;
        var http = client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return new(http, token);
    }

    /// <summary>Somebody who has signed in with a browser's cookie.</summary>
    public static Task<HttpClient> SignedIn(Site site, string role) => SignedIn(site.Client, role);

    /// <inheritdoc cref="SignedIn(Site, string)"/>
    public static async Task<HttpClient> SignedIn(Func<HttpClient> client, string role)
    {
        var browser = client();
        browser.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        var page = await browser.GetStringAsync("/", Now);
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", Stamp().Match(page).Groups[1].Value), new("role", role)]);
        using var signed = await browser.PostAsync("/demonstration", form, Now);
        Assert.True((int)signed.StatusCode is 200 or 302, $"{signed.StatusCode}");
        return browser;
    }

    /// <summary>Sends a request with a body.</summary>
    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, HttpContent? content = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await Http.SendAsync(request, Now);
    }

    /// <summary>Sends JSON.</summary>
    public Task<HttpResponseMessage> Post(string path, string json, string? ifMatch = null) =>
        Send(HttpMethod.Post, path, new StringContent(json, null, "application/json"), ifMatch);

    /// <summary>The body of an answer.</summary>
    public static async Task<JsonNode> Body(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Now))!;

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Stamp();
}
