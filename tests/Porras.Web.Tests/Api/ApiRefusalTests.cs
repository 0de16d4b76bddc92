using System.Net;

namespace Porras.Web.Tests;

public sealed class ApiRefusalTests(Site site)
{
    private const string Check = "/api/v1/models/check";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/models", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/nothing", HttpStatusCode.Unauthorized)]
    public async Task Without_a_token_or_a_cookie_there_is_nothing(string path, HttpStatusCode expected)
    {
        using var http = site.Client();
        using var answer = await http.GetAsync(path, Now);
        await MustBeProblem(answer, expected, "urn:porras:unauthenticated");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_token_that_was_ended_or_never_was_opens_nothing_even_beside_a_cookie()
    {
        using var expert = await ApiCaller.Come(site, "ProcurementExpert");
        using var browser = await ApiCaller.SignedIn(site, "ProcurementExpert");
        var mine = (await ApiCaller.Body(await expert.Send(HttpMethod.Get, "/api/v1/tokens"))).AsArray();
        browser.DefaultRequestHeaders.Add("X-Porras", "1");
        foreach (var token in mine)
        {
            using var ended = await browser.DeleteAsync($"/api/v1/tokens/{token!["id"]}", Now);
            Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        }

        using var after = await expert.Send(HttpMethod.Get, "/api/v1/me");
        await MustBeProblem(after, HttpStatusCode.Unauthorized, "urn:porras:unauthenticated");
        browser.DefaultRequestHeaders.Authorization = new("Bearer", "porras_" + new string('a', 43));
        using var wrong = await browser.GetAsync("/api/v1/me", Now);
        await MustBeProblem(wrong, HttpStatusCode.Unauthorized, "urn:porras:unauthenticated");
    }

    [Fact]
    public async Task A_token_may_do_what_the_role_may_and_no_more()
    {
        using var coach = await ApiCaller.Come(site, "JobCoach");
        using var simulated = await coach.Post(
            "/api/v1/lab/simulate", """{ "models": [{ "reference": "coaching-north" }] }""");
        await MustBeProblem(simulated, HttpStatusCode.Forbidden, "urn:porras:forbidden");
        using var page = await coach.Send(HttpMethod.Get, "/models");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task A_foreign_page_cannot_use_the_cookie_of_somebody_who_has_signed_in()
    {
        using var browser = await ApiCaller.SignedIn(site, "ProcurementExpert");
        using var read = await browser.GetAsync("/api/v1/models", Now);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var forged = await browser.PostAsync(Check, Json("""{ "text": "fee" }"""), Now);
        await MustBeProblem(forged, HttpStatusCode.Forbidden, "urn:porras:foreign");
        using var asForm = await browser.PostAsync(
            Check, new FormUrlEncodedContent([new("text", "fee")]), Now);
        await MustBeProblem(asForm, HttpStatusCode.Forbidden, "urn:porras:foreign");
        using var preflight = new HttpRequestMessage(HttpMethod.Options, Check);
        preflight.Headers.Add("Origin", "https://elsewhere.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "x-porras");
        using var leave = await browser.SendAsync(preflight, Now);
        Assert.False(leave.Headers.Contains("Access-Control-Allow-Origin"));
        browser.DefaultRequestHeaders.Add("X-Porras", "1");
        using var own = await browser.PostAsync(Check, Json("""{ "text": "fee" }"""), Now);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Theory]
    [InlineData("""{ "text": "fee", "fomr": "page" }""", "fomr")]
    [InlineData("""{ "reference": "own-1", "text": "fee" }""", "reference, text")]
    [InlineData("""{ "text": 5 }""", "$.text")]
    [InlineData("{ \"text\": ", "$.text")]
    public async Task A_body_that_cannot_be_read_is_refused_with_the_place(string body, string place)
    {
        using var expert = await ApiCaller.Come(site, "ProcurementExpert");
        using var answer = await expert.Post(Check, body);
        await MustBeProblem(answer, HttpStatusCode.BadRequest, "urn:porras:malformed");
        Assert.Contains(place, (string)(await ApiCaller.Body(answer))["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Refused", "mistake")]
    [InlineData("fi", "Torjuttu", "mistake")]
    [InlineData("sv", "Avvisat", "mistake")]
    public async Task A_refusal_is_told_in_the_language_of_the_reader(string language, string title, string severity)
    {
        using var expert = await ApiCaller.Come(site, "ProcurementExpert", language);
        using var answer = await expert.Post("/api/v1/models/explain", """{ "text": "model koto\nversion one\n" }""");
        await MustBeProblem(answer, HttpStatusCode.UnprocessableEntity, "urn:porras:refused");
        var problem = await ApiCaller.Body(answer);
        Assert.Equal(title, (string)problem["title"]!);
        var finding = problem["findings"]!.AsArray()[0]!;
        Assert.Equal(severity, (string)finding["severity"]!);
        Assert.NotNull(finding["line"]);
        Assert.StartsWith("P", (string)finding["code"]!, StringComparison.Ordinal);
        Assert.Equal((string)problem["detail"]!, (string)finding["message"]!);
        Assert.Equal([language], answer.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_not_read()
    {
        using var expert = await ApiCaller.Come(site, "ProcurementExpert");
        using var answer = await expert.Post(Check, $"{{ \"text\": \"{new string('a', 2 << 20)}\" }}");
        await MustBeProblem(answer, HttpStatusCode.RequestEntityTooLarge, "urn:porras:too-large");
        using var text = await expert.Post(Check, $"{{ \"text\": \"{new string('a', 300_000)}\" }}");
        await MustBeProblem(text, HttpStatusCode.RequestEntityTooLarge, "urn:porras:too-large");
    }

    [Fact]
    public async Task Another_organisation_has_nothing_of_ours()
    {
        using var ministry = await ApiCaller.Come(site, "MinistryEvaluator");
        using var expert = await ApiCaller.Come(site, "ProcurementExpert");
        var own = (await ApiCaller.Body(await expert.Send(HttpMethod.Get, "/api/v1/models")))["items"]!.AsArray();
        var theirs = (await ApiCaller.Body(await ministry.Send(HttpMethod.Get, "/api/v1/models")))["items"]!.AsArray();
        var references = own.Select(m => (string)m!["reference"]!).ToList();
        Assert.NotEmpty(references);
        Assert.Empty(references.Intersect(theirs.Select(m => (string)m!["reference"]!)));
        foreach (var reference in references)
        {
            using var hidden = await ministry.Send(HttpMethod.Get, $"/api/v1/models/{reference}");
            await MustBeProblem(hidden, HttpStatusCode.NotFound, "urn:porras:not-found");
        }
    }

    [Fact]
    public async Task Saving_without_saying_what_was_seen_is_refused()
    {
        using var expert = await ApiCaller.Come(site, "ProcurementExpert");
        var own = (await ApiCaller.Body(await expert.Send(HttpMethod.Get, "/api/v1/models")))["items"]!.AsArray();
        var versions = $"/api/v1/models/{own[0]!["reference"]}/versions";
        using var silent = await expert.Post(versions, """{ "text": "model koto" }""");
        await MustBeProblem(silent, HttpStatusCode.PreconditionRequired, "urn:porras:if-match");
        using var vague = await expert.Post(versions, """{ "text": "model koto" }""", "\"latest\"");
        await MustBeProblem(vague, HttpStatusCode.BadRequest, "urn:porras:malformed");
    }

    private static StringContent Json(string text) => new(text, null, "application/json");

    private static async Task MustBeProblem(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        var text = await answer.Content.ReadAsStringAsync(Now);
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await ApiCaller.Body(answer);
        Assert.Equal(type, (string)problem["type"]!);
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.NotEqual("", (string)problem["detail"]!);
        Assert.NotEqual("", (string)problem["request"]!);
    }
}
