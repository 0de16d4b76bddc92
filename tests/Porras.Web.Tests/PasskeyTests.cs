using Microsoft.Playwright;
using Porras.Store;
using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

public sealed class PasskeyTests(Site site)
{
    [Theory]
    [InlineData("fi", false)]
    [InlineData("en", true)]
    public async Task A_passkey_is_added_and_lets_its_owner_in_until_it_is_removed(string language, bool phone)
    {
        await using var gate = GatedSite.Start();
        await gate.Add("coach@askelma.example", "Askelma", Role.JobCoach);
        await using var visitor = await Visitor.Come(site, language, phone, address: gate.Address);
        var page = visitor.Page;
        await GiveAuthenticator(page);
        await GatedSite.SignIn(visitor, "coach@askelma.example");
        await page.GotoAsync("/account");
        await page.Locator("form[data-passkey=create] input[name=name]").FillAsync("Puhelin");
        await page.Locator("form[data-passkey=create] button").ClickAsync();
        await page.WaitForURLAsync("**/account?done=passkey");
        await Expect(page.Locator(".passkeys li")).ToHaveCountAsync(1);
        await page.Locator(".passkeys input[name=name]").FillAsync("Työpuhelin");
        await page.Locator(".passkeys form:not(.remove) button").ClickAsync();
        await page.WaitForURLAsync("**/account?done=passkey-renamed");
        await Expect(page.Locator(".passkeys input[name=name]")).ToHaveValueAsync("Työpuhelin");
        await visitor.Picture($"passkeys-{language}{(phone ? "-phone" : "")}");
        await visitor.MustBeAccessible();
        await visitor.MustFit();

        await SignOut();
        await page.GotoAsync("/sign-in?back=/models");
        await page.Locator("form[data-passkey=get] button").ClickAsync();
        await page.WaitForURLAsync(gate.Address + "/models");

        await page.GotoAsync("/account");
        await page.Locator(".passkeys form.remove button").ClickAsync();
        await page.WaitForURLAsync("**/account?done=passkey-removed");
        await SignOut();
        await page.GotoAsync("/sign-in");
        await page.Locator("form[data-passkey=get] button").ClickAsync();
        await page.WaitForURLAsync("**/sign-in?wrong=passkey");
        await Expect(page.Locator(".notice-error")).ToHaveCountAsync(1);
        var acts = await gate.Acts();
        Assert.Contains("passkey-added", acts);
        Assert.Contains("passkey-removed", acts);

        async Task SignOut()
        {
            await page.Locator(".who summary").ClickAsync();
            await page.Locator(".who-panel button.link").ClickAsync();
            await page.WaitForURLAsync(gate.Address + "/sign-in");
        }
    }

    // What a phone has: a key store of its own, whose owner is present and has unlocked it.
    private static async Task GiveAuthenticator(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
