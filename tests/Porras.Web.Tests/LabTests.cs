using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

[Collection("lab")]
public sealed class LabTests(Site site)
{
    [Fact]
    public async Task A_slider_changes_the_answer_and_a_link_reopens_it()
    {
        await using var visitor = await Visitor.Come(site);
        await visitor.Be("ProviderOwner");
        var page = visitor.Page;
        await page.GotoAsync("/lab/work-programme");
        var ruin = page.Locator(".metric dd.value").Nth(1);
        var before = await ruin.InnerTextAsync();
        await page.Locator("#slider-provider-delay").EvaluateAsync(
            "e => { e.value = 6; e.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Expect(ruin).Not.ToHaveTextAsync(before, new() { Timeout = 60_000 });
        await page.Locator("[aria-labelledby=stress-title] .chart svg").WaitForAsync(new() { Timeout = 60_000 });
        var after = await ruin.InnerTextAsync();
        var link = await page.Locator(".lab-bar a[href*='provider.delay=6']").First.GetAttributeAsync("href");
        await page.GotoAsync(link!);
        await Expect(ruin).ToHaveTextAsync(after, new() { Timeout = 60_000 });
        await Expect(page.Locator(".chart svg")).Not.ToHaveCountAsync(0);
        await visitor.Picture("lab-slow-payment");
    }

    [Fact]
    public async Task A_coach_has_no_simulation()
    {
        await using var visitor = await Visitor.Come(site);
        await visitor.Be("JobCoach");
        await Expect(visitor.Page.Locator("#sidenav")).Not.ToContainTextAsync("Simulation");
        visitor.MayBeRefused = true;
        var answer = await visitor.Page.GotoAsync("/lab/work-programme");
        Assert.Equal(403, answer!.Status);
        await Expect(visitor.Page.Locator(".lab")).ToHaveCountAsync(0);
    }
}
