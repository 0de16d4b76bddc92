using System.Net;
using Porras.Store;
using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

public sealed class InvitationTests(Site site)
{
    [Fact]
    public async Task Somebody_who_is_invited_by_a_link_joins_in_their_role_and_the_link_opens_once()
    {
        await using var gate = GatedSite.Start();
        await gate.Add("admin@harju.example", "Harju", Role.Administrator);
        await using var administrator = await Come(gate, "fi", "admin@harju.example");
        var page = administrator.Page;
        await page.GotoAsync("/members");
        await administrator.MustBeAccessible();
        await page.Locator("input[name=Email]").FillAsync("maija@harju.example");
        await page.Locator("input[name=Name]").FillAsync("Maija Meikäläinen");
        await page.Locator(".account .btn-primary").ClickAsync();
        await Expect(page.Locator("#roles-error")).ToHaveTextAsync("Valitse vähintään yksi rooli.");
        await page.Locator("input[value=Controller]").CheckAsync();
        await page.Locator(".account .btn-primary").ClickAsync();
        var link = await page.Locator(".link-once").InnerTextAsync();
        await administrator.Picture("members-fi");
        await administrator.MustBeAccessible();

        await using (var invited = await Visitor.Come(site, "sv", phone: true, address: gate.Address))
        {
            await invited.Page.GotoAsync(link);
            await Expect(invited.Page.Locator(".tag")).ToHaveTextAsync("Controller");
            await invited.Page.Locator("input[name=Password]").FillAsync("maijameikäläinen");
            await invited.Page.Locator(".gate .btn-primary").ClickAsync();
            await Expect(invited.Page.Locator(".field .error")).ToContainTextAsync("Välj ett annat.");
            await invited.Picture("invitation-sv-phone");
            await invited.MustBeAccessible();
            await invited.MustFit();
            await invited.Page.Locator("input[name=Password]").FillAsync(GatedSite.Password);
            await invited.Page.Locator(".gate .btn-primary").ClickAsync();
            await invited.Page.WaitForURLAsync(gate.Address + "/");
            await invited.Page.GotoAsync(link);
            await Expect(invited.Page.Locator("h1")).ToHaveTextAsync("Länken fungerar inte längre");
        }

        await page.GotoAsync("/log");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("Maija Meikäläinen");
        await Expect(page.Locator("tbody")).ToContainTextAsync("Hyväksyi kutsun");
        await administrator.Picture("log-fi");
        await administrator.MustBeAccessible();
        await administrator.MustFit();
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_at_once_and_the_last_administrator_stays()
    {
        await using var gate = GatedSite.Start();
        var boss = await gate.Add("admin@harju.example", "Harju", Role.Administrator);
        var person = await gate.Add("one@harju.example", "Harju", Role.Controller, Role.JobCoach);
        using var client = await gate.SignedIn("one@harju.example");
        Assert.Equal(HttpStatusCode.OK, await GatedSite.Status(client, "/lab/work-programme"));
        await using var administrator = await Come(gate, "en", "admin@harju.example", phone: true);
        var page = administrator.Page;
        await page.GotoAsync("/members/" + person);
        await page.Locator("input[value=Controller]").UncheckAsync();
        await page.Locator("form .btn-primary").ClickAsync();
        await Expect(page.Locator(".notice-success")).ToContainTextAsync("hold at once");
        Assert.Equal(HttpStatusCode.Forbidden, await GatedSite.Status(client, "/lab/work-programme"));
        await administrator.Picture("member-en-phone");
        await administrator.MustBeAccessible();
        await administrator.MustFit();
        await page.GotoAsync("/members/" + boss);
        await page.Locator("input[value=Administrator]").UncheckAsync();
        await page.Locator("form .btn-primary").ClickAsync();
        await Expect(page.Locator(".notice-error")).ToContainTextAsync("Somebody has to be left");
    }

    [Fact]
    public async Task A_link_for_a_new_password_is_not_made_for_who_belongs_elsewhere_too()
    {
        await using var gate = GatedSite.Start();
        await gate.Add("admin@harju.example", "Harju", Role.Administrator);
        var here = await gate.Add("here@harju.example", "Harju", Role.Controller);
        var both = await gate.Add("both@harju.example", "Harju", Role.Controller);
        var other = await gate.Store.People.TheOrganisation("Niemi", "", TestContext.Current.CancellationToken);
        await gate.Store.People.Grant(
            new(other.Id), both, Role.Administrator, TestContext.Current.CancellationToken);
        await using var administrator = await Come(gate, "sv", "admin@harju.example");
        var page = administrator.Page;
        await page.GotoAsync("/members/" + both);
        await page.Locator("section .btn").ClickAsync();
        await Expect(page.Locator(".notice-error")).ToContainTextAsync("en annan organisation");
        await page.GotoAsync("/members/" + here);
        await page.Locator("section .btn").ClickAsync();
        var link = await page.Locator(".link-once").InnerTextAsync();
        await using var member = await Visitor.Come(site, "fi", address: gate.Address);
        await member.Page.GotoAsync(link);
        await member.Page.Locator("input[name=Password]").FillAsync("uusi ja riittävän pitkä lause");
        await member.Page.Locator(".gate .btn-primary").ClickAsync();
        await member.Page.WaitForURLAsync(gate.Address + "/");
        Assert.Contains("password-renewed", await gate.Acts());
    }

    [Fact]
    public async Task Who_has_an_account_already_signs_in_to_accept_and_then_changes_hats()
    {
        await using var gate = GatedSite.Start();
        var boss = await gate.Add("admin@harju.example", "Harju", Role.Administrator);
        await gate.Add("both@niemi.example", "Niemi", Role.JobCoach);
        var word = await gate.Invite(boss, "both@niemi.example", Role.Controller);
        await using var visitor = await Visitor.Come(site, "en", address: gate.Address);
        var page = visitor.Page;
        await page.GotoAsync("/invitation/" + word);
        await visitor.MustBeAccessible();
        await page.Locator(".card .btn-primary").ClickAsync();
        await page.Locator("input[name=Email]").FillAsync("both@niemi.example");
        await page.Locator("input[name=Password]").FillAsync(GatedSite.Password);
        await page.Locator(".gate form.card .btn-primary").ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await page.WaitForURLAsync(gate.Address + "/");
        await Expect(page.Locator(".topbar-area b")).ToHaveTextAsync("Niemi");
        await page.Locator(".who summary").ClickAsync();
        await visitor.Picture("hats-en");
        await visitor.MustBeAccessible();
        await page.Locator("button.hat:not([aria-current])").ClickAsync();
        await Expect(page.Locator(".topbar-area")).ToContainTextAsync("Controller");
        await Expect(page.Locator(".topbar-area b")).ToHaveTextAsync("Harju");
    }

    [Fact]
    public async Task A_link_never_gives_what_another_organisation_gave()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var gate = GatedSite.Start();
        var boss = await gate.Add("admin@harju.example", "Harju", Role.Administrator);
        var other = await gate.Store.People.TheOrganisation("Niemi", "", cancelled);
        await gate.Store.People.Add("restored", "boss@niemi.example", "Without an account", cancelled);
        await gate.Store.People.Grant(new(other.Id), "restored", Role.Administrator, cancelled);
        var word = await gate.Invite(boss, "boss@niemi.example", Role.JobCoach);
        using var client = gate.Client();
        using var answer = await GatedSite.Submit(
            client, "/invitation/" + word, "join", ("Name", "Somebody"), ("Password", GatedSite.Password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await GatedSite.Status(client, "/models"));
        Assert.DoesNotContain("invitation-accepted", await gate.Acts());
    }

    private async Task<Visitor> Come(GatedSite gate, string language, string email, bool phone = false)
    {
        var visitor = await Visitor.Come(site, language, phone, address: gate.Address);
        await GatedSite.SignIn(visitor, email);
        return visitor;
    }
}
