using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Porras.Web.Tests;

public sealed class HeaderTests(Site site)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/api", HttpStatusCode.OK)]
    [InlineData("/error", HttpStatusCode.OK)]
    [InlineData("/models", HttpStatusCode.Redirect)]
    [InlineData("/css/porras.css", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/api/v1/models", HttpStatusCode.Unauthorized)]
    public async Task Every_kind_of_answer_tells_the_browser_to_run_nothing_foreign(string path, HttpStatusCode status)
    {
        using var http = site.Client();
        using var answer = await http.GetAsync(path, Now);
        Assert.Equal(status, answer.StatusCode);
        MustBeSafe(answer);
    }

    [Fact]
    public async Task A_page_that_is_not_there_and_a_form_without_its_stamp_are_as_safe()
    {
        await using var app = new OwnApp();
        using var expert = await ApiCaller.SignedIn(app.Client, "ProcurementExpert");
        using var absent = await expert.GetAsync("/nothing/here", Now);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        MustBeSafe(absent);
        using var form = new FormUrlEncodedContent([new("role", "JobCoach")]);
        using var forged = await expert.PostAsync("/demonstration", form, Now);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        MustBeSafe(forged);
        Assert.Contains(
            "Something went wrong", await forged.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_program_reads_may_not_become_a_page()
    {
        using var expert = await ApiCaller.Come(site, "ProcurementExpert");
        using var answer = await expert.Send(HttpMethod.Get, "/api/v1/models/coaching-north/text");
        Assert.Equal(
            ["default-src 'none'; frame-ancestors 'none'"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_failure_says_nothing_of_its_cause()
    {
        await using var app = new OwnApp(parts: s => s.AddSingleton<ModelShelf>(
            _ => throw new InvalidOperationException("Password=open-sesame")));
        using var expert = await ApiCaller.Come(app.Client, "ProcurementExpert");
        using var answer = await expert.Send(HttpMethod.Get, "/api/v1/models/coaching-north");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        MustBeSafe(answer);
        var text = await answer.Content.ReadAsStringAsync(Now);
        Assert.DoesNotContain("open-sesame", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Equal("urn:porras:failed", (string)(await ApiCaller.Body(answer))["type"]!);
        Assert.DoesNotContain("Server", answer.Headers.Select(h => h.Key));
    }

    private static void MustBeSafe(HttpResponseMessage answer)
    {
        string Said(string name) => string.Join(' ', answer.Headers.TryGetValues(name, out var said) ? said : []);
        var policy = Said("Content-Security-Policy");
        Assert.Contains("default-src '", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Said("X-Content-Type-Options"));
        Assert.NotEqual("", Said("Referrer-Policy"));
        Assert.NotEqual("", Said("Permissions-Policy"));
        Assert.Equal("same-origin", Said("Cross-Origin-Opener-Policy"));
    }
}
