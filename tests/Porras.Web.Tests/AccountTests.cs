using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Porras.Store;
using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

public sealed class AccountTests(Site site)
{
    [Fact]
    public async Task The_first_account_is_made_with_the_set_up_key_and_nobody_makes_a_second_one()
    {
        await using var gate = GatedSite.Start();
        await using var visitor = await Visitor.Come(site, "fi", address: gate.Address);
        var page = visitor.Page;
        await page.GotoAsync("/");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Ota Porras käyttöön");
        await visitor.Picture("set-up-fi");
        await visitor.MustBeAccessible();
        await SetUp("wrong key");
        await Expect(page.Locator(".field .error")).ToHaveTextAsync("Tämä ei ole käyttöönottoavain.");
        await visitor.MustBeAccessible();
        await SetUp(GatedSite.Key);
        await Expect(page.Locator(".topbar-area")).ToContainTextAsync("Harjun kunta");
        await Expect(page.Locator(".topbar-area")).ToContainTextAsync("Pääkäyttäjä");
        await visitor.Picture("home-administrator-fi");
        await page.GotoAsync("/set-up");
        await Expect(page.Locator("form[method=post] input[name=Said]")).ToHaveCountAsync(0);
        Assert.Contains("signed-in", await gate.Acts());

        async Task SetUp(string key)
        {
            await page.Locator("input[name=Said]").FillAsync(key);
            await page.Locator("input[name=Organisation]").FillAsync("Harjun kunta");
            await page.Locator("input[name=Name]").FillAsync("Aino Esimerkki");
            await page.Locator("input[name=Email]").FillAsync("aino@harju.example");
            await page.Locator("input[name=Password]").FillAsync(GatedSite.Password);
            await page.Locator(".gate .btn-primary").ClickAsync();
        }
    }

    [Theory]
    [InlineData("sv", false, "Adressen eller lösenordet stämmer inte.")]
    [InlineData("en", true, "The address or the password is not right.")]
    public async Task A_password_lets_its_owner_in_and_nobody_else(string language, bool phone, string refusal)
    {
        await using var gate = GatedSite.Start();
        await gate.Add("owner@askelma.example", "Askelma", Role.ProviderOwner);
        await using var visitor = await Visitor.Come(site, language, phone, dark: phone, address: gate.Address);
        var page = visitor.Page;
        await page.GotoAsync("/lab/work-programme");
        await Try("a wrong one, surely");
        await Expect(page.Locator(".notice-error")).ToHaveTextAsync(refusal);
        await visitor.Picture($"sign-in-{language}{(phone ? "-phone" : "")}");
        await visitor.MustBeAccessible();
        await visitor.MustFit();
        await Try(GatedSite.Password);
        await page.WaitForURLAsync("**/lab/work-programme");
        await page.GotoAsync("/account");
        await page.Locator(".who summary").ClickAsync();
        await visitor.Picture($"account-{language}{(phone ? "-phone" : "")}");
        await visitor.MustBeAccessible();
        await visitor.MustFit();
        await page.Locator(".who-panel button.link").ClickAsync();
        await page.WaitForURLAsync("**/sign-in");

        async Task Try(string password)
        {
            await page.Locator("input[name=Email]").FillAsync("owner@askelma.example");
            await page.Locator("input[name=Password]").FillAsync(password);
            await page.Locator(".gate .btn-primary").ClickAsync();
        }
    }

    [Fact]
    public async Task Without_the_demonstration_nobody_can_pick_a_role()
    {
        await using var gate = GatedSite.Start();
        Assert.DoesNotContain(
            gate.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(),
            e => e.RoutePattern.RawText == "/demonstration");
        using var client = gate.Client();
        using var picked = await GatedSite.Post(
            client, "/sign-in", "/demonstration", ("role", nameof(Role.Administrator)));
        Assert.False(picked.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.Redirect, await GatedSite.Status(client, "/models"));
    }

    [Fact]
    public async Task A_person_with_several_hats_wears_one_and_loses_it_at_once_when_it_is_taken_away()
    {
        await using var gate = GatedSite.Start();
        var person = await gate.Add("both@harju.example", "Harju", Role.Controller, Role.JobCoach);
        using var client = await gate.SignedIn("both@harju.example");
        Assert.Equal(HttpStatusCode.OK, await GatedSite.Status(client, "/lab/work-programme"));
        using var switched = await GatedSite.Post(client, "/account", "/hat", ("hat", "1 JobCoach"));
        Assert.Equal(HttpStatusCode.Redirect, switched.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await GatedSite.Status(client, "/lab/work-programme"));
        using var stolen = await GatedSite.Post(client, "/account", "/hat", ("hat", "1 Administrator"));
        Assert.Equal(HttpStatusCode.BadRequest, stolen.StatusCode);
        using var back = await GatedSite.Post(client, "/account", "/hat", ("hat", "1 Controller"));
        Assert.Equal(HttpStatusCode.OK, await GatedSite.Status(client, "/lab/work-programme"));
        await gate.Revoke(person, Role.Controller);
        Assert.Equal(HttpStatusCode.Forbidden, await GatedSite.Status(client, "/lab/work-programme"));
    }

    [Fact]
    public async Task A_cookie_is_for_this_site_only_and_behind_https_for_https_only()
    {
        await using var gate = GatedSite.Start();
        await gate.Add("one@harju.example", "Harju", Role.Controller);
        using var client = gate.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await GatedSite.Submit(
            client, "/sign-in", "sign-in", ("Email", "one@harju.example"), ("Password", GatedSite.Password));
        Assert.Contains(page.Headers.GetValues("Set-Cookie"), c => c.StartsWith("porras=", StringComparison.Ordinal)
            && c.Contains("secure", StringComparison.Ordinal));
        using var plain = gate.Client();
        using var answer = await GatedSite.Submit(
            plain, "/sign-in", "sign-in", ("Email", "one@harju.example"), ("Password", GatedSite.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("porras=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
    }

    [Theory]
    [InlineData("short", "password-length")]
    [InlineData("aino.esimerkki1", "password-name")]
    [InlineData("Salasana1234", "password-common")]
    [InlineData("abababababab", "password-common")]
    [InlineData("seven grey herons wade slowly", null)]
    [InlineData("kolmetoista pientä porrasta", null)]
    public void A_password_is_refused_if_it_is_short_or_easy_to_guess(string password, string? wrong) =>
        Assert.Equal(wrong, PasswordRules.Wrong(password, "Aino Esimerkki", "aino@harju.example"));
}
