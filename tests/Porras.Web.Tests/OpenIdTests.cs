using Microsoft.Playwright;
using Porras.Store;
using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

public sealed class OpenIdTests(Site site)
{
    [Fact]
    public async Task Who_was_invited_comes_in_from_another_server_and_nobody_else()
    {
        await using var server = await OpenIdServer.Start();
        await using var gate = GatedSite.Start([.. server.Settings]);
        await server.Know(gate.Address);
        using (var client = gate.Client())
        {
            Assert.Equal(System.Net.HttpStatusCode.Redirect, await GatedSite.Status(client, "/sign-in/elsewhere"));
        }

        var administrator = await gate.Add("admin@harju.example", "Harju", Role.Administrator);
        await gate.Invite(administrator, "iida@harju.example", Role.Controller);

        await Refused("fi", "Vilho Vieras", "Sinua ei ole vielä kutsuttu.");
        await Refused("sv", "Eero Epäselvä", "Din e-postadress är inte bekräftad där");

        await using (var visitor = await Visitor.Come(site, "en", address: gate.Address))
        {
            await Choose(visitor, "Iida Kutsuttu");
            await Expect(visitor.Page.Locator(".topbar-area")).ToContainTextAsync("Controller");
            await Expect(visitor.Page.Locator(".who summary")).ToHaveTextAsync("Iida Kutsuttu");
        }

        await using (var again = await Visitor.Come(site, "fi", phone: true, address: gate.Address))
        {
            await Choose(again, "Iida Kutsuttu");
            await Expect(again.Page.Locator(".who summary")).ToHaveCountAsync(1);
        }

        var acts = await gate.Acts();
        Assert.Contains("invitation-accepted", acts);
        Assert.Equal(2, acts.Count(a => a == "signed-in"));

        async Task Refused(string language, string name, string why)
        {
            await using var visitor = await Visitor.Come(site, language, address: gate.Address);
            await Choose(visitor, name);
            await Expect(visitor.Page.Locator(".notice-error")).ToContainTextAsync(why);
            await visitor.Picture($"elsewhere-refused-{language}");
            await visitor.MustBeAccessible();
        }
    }

    private static async Task Choose(Visitor visitor, string name)
    {
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Harju ID") }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/connect/", StringComparison.Ordinal));
    }
}
