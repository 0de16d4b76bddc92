using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Porras.Store;
using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

public sealed partial class TokenPageTests(Site site)
{
    private const string Tokens = "/account/tokens", Who = "pipe@harju.example", Ends = "select[name=Days]";

    [Theory]
    [InlineData("fi", false, false, "Kopioitu")]
    [InlineData("sv", true, false, "Kopierad")]
    [InlineData("en", true, true, "Copied")]
    [InlineData("en", false, true, "Copied")]
    public async Task A_token_is_shown_once_opens_the_API_and_opens_nothing_once_it_is_ended(
        string language, bool phone, bool dark, string copied)
    {
        await using var gate = GatedSite.Start();
        await gate.Add(Who, "Harju", Role.Controller);
        await using var visitor = await Visitor.Come(site, language, phone, dark, gate.Address);
        var (page, name) = (visitor.Page, $"tokens-{language}{(phone ? "-phone" : "")}{(dark ? "-dark" : "")}");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await GatedSite.SignIn(visitor, Who);
        await page.Locator(".who summary").ClickAsync();
        await page.Locator($".who-panel a[href='{Tokens}']").ClickAsync();
        await Expect(page.Locator(".token-list")).ToHaveCountAsync(0);
        await page.Locator("input[name=Name]").FillAsync("Kuukausiraportti");
        await page.Locator(Ends).SelectOptionAsync("30");
        await page.Locator(".tokens .btn-primary").ClickAsync();
        await Expect(page.Locator(".token-list li")).ToHaveCountAsync(1);
        var token = await page.Locator("#token").InnerTextAsync();
        Assert.StartsWith(ApiTokens.Prefix, token, StringComparison.Ordinal);
        await page.Locator("[data-copy=token]").ClickAsync();
        await Expect(page.Locator("[data-copy=token]")).ToHaveTextAsync(copied);
        Assert.Equal(token, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Expect(page.Locator("#curl")).ToContainTextAsync(gate.Address + "/api/v1/me");
        await MustBeGood(visitor, name + "-made");
        Assert.Equal(HttpStatusCode.OK, await Me(gate, token));

        await page.ReloadAsync();
        await Expect(page.Locator("#token")).ToHaveCountAsync(0);
        await Expect(page.Locator(".token-list li")).ToHaveCountAsync(1);
        Assert.DoesNotContain(token, await page.ContentAsync(), StringComparison.Ordinal);
        await page.Locator(".token-end summary").ClickAsync();
        await MustBeGood(visitor, name + "-end");
        await page.Locator(".token-end button").ClickAsync();
        await page.WaitForURLAsync("**" + Tokens + "?done=ended");
        await Expect(page.Locator(".notice-success")).ToHaveCountAsync(1);
        await Expect(page.Locator(".token-list")).ToHaveCountAsync(0);
        await MustBeGood(visitor, name + "-ended");
        Assert.Equal(HttpStatusCode.Unauthorized, await Me(gate, token));
        Assert.Equal(["token-ended", "token-made"], (await gate.Acts()).Take(2));
    }

    [Fact]
    public async Task Without_a_script_too_a_token_is_made_and_only_its_maker_is_handed_it()
    {
        await using var gate = GatedSite.Start();
        await gate.Add(Who, "Harju", Role.Controller);
        await gate.Add("other@harju.example", "Harju", Role.Controller);
        var cookies = new CookieContainer();
        using var client = await gate.SignedIn(Who, cookies);
        using var made = await Make(client, "report", "90");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.DoesNotContain(ApiTokens.Prefix, made.Headers.ToString(), StringComparison.Ordinal);
        var handed = cookies.GetAllCookies().Single(c => c.Name == "porras-token");
        Assert.True(handed.HttpOnly);

        using var other = await gate.SignedIn("other@harju.example");
        using var stolen = new HttpRequestMessage(HttpMethod.Get, Tokens);
        stolen.Headers.Add("Cookie", $"porras-token={handed.Value}");
        using var theirs = await other.SendAsync(stolen, Now);
        Assert.DoesNotMatch(Shown(), await theirs.Content.ReadAsStringAsync(Now));

        using var once = await client.GetAsync(Tokens, Now);
        Assert.True(once.Headers.CacheControl!.NoStore);
        var token = Shown().Match(await once.Content.ReadAsStringAsync(Now)).Value;
        Assert.Equal(HttpStatusCode.OK, await Me(gate, token));
        Assert.DoesNotMatch(Shown(), await client.GetStringAsync(Tokens, Now));

        // A page is nothing for a token, and nobody ends another one's.
        using var program = gate.Client();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.Redirect, await GatedSite.Status(program, Tokens));
        var id = Number().Match(await client.GetStringAsync(Tokens, Now)).Groups[1].Value;
        using var tried = await GatedSite.Post(other, Tokens, Tokens + "/end", ("token", id));
        Assert.Equal(HttpStatusCode.OK, await Me(gate, token));
        using var ended = await GatedSite.Post(client, Tokens, Tokens + "/end", ("token", id));
        Assert.Equal(HttpStatusCode.Unauthorized, await Me(gate, token));
    }

    [Fact]
    public async Task What_the_API_refuses_is_told_in_words()
    {
        await using var gate = GatedSite.Start();
        await gate.Add(Who, "Harju", Role.JobCoach);
        using var client = await gate.SignedIn(Who);
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        Assert.Contains("A token cannot make another one", await client.GetStringAsync(Tokens, Now));
        await MustSay("Give a name of at most 100 letters.", " ", "7");
        await MustSay("Give a name of at most 100 letters.", new string('a', 101), "7");
        await MustSay("Choose how long it works, at most 366 days.", "report", "367");
        await MustSay("Choose how long it works, at most 366 days.", "report", "soon");
        for (var i = 0; i < 50; i++)
        {
            using var made = await Make(client, $"report {i}", "7");
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        }

        await MustSay("You have 50 tokens here: end one first.", "one too many", "7");

        async Task MustSay(string words, string name, string days)
        {
            using var answer = await Make(client, name, days);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(Now));
        }
    }

    [Fact]
    public async Task A_guest_of_the_demonstration_gets_what_the_API_gives_and_is_told_who_shares_it()
    {
        await using var visitor = await Visitor.Come(site, "fi", phone: true);
        var page = visitor.Page;
        await visitor.Be("MinistryEvaluator");
        await page.GotoAsync("/api");
        await page.Locator($"a[href='{Tokens}']").ClickAsync();
        await Expect(page.Locator(".notice-plain")).ToContainTextAsync("esittelyn vieras");
        await page.Locator("input[name=Name]").FillAsync("Kokeilu");
        await page.Locator(".tokens .btn-primary").ClickAsync();
        await Expect(page.Locator("#token")).ToHaveCountAsync(1);
        await MustBeGood(visitor, "tokens-guest-fi-phone");
    }

    private static async Task MustBeGood(Visitor visitor, string name)
    {
        await visitor.Picture(name);
        await visitor.MustBeAccessible();
        await visitor.MustFit();
    }

    private static async Task<HttpStatusCode> Me(GatedSite gate, string token)
    {
        using var program = gate.Client();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return await GatedSite.Status(program, "/api/v1/me");
    }

    private static Task<HttpResponseMessage> Make(HttpClient client, string name, string days) =>
        GatedSite.Submit(client, Tokens, "token", ("Name", name), ("Days", days));

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [GeneratedRegex("porras_[A-Za-z0-9_-]{43}")]
    private static partial Regex Shown();

    [GeneratedRegex("name=\"token\" value=\"([0-9]+)\"")]
    private static partial Regex Number();
}
