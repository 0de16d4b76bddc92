using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

/// <summary>The planner: from a plan to a draft of one's own; runs that are kept.</summary>
[Collection("lab")]
public sealed class LabPlanTests(Site site)
{
    [Theory]
    [InlineData("fi", false)]
    [InlineData("sv", true)]
    public async Task A_planned_transition_is_written_back_as_a_draft(string language, bool phone)
    {
        await using var visitor = await Visitor.Come(site, language, phone);
        await visitor.Be("ProcurementExpert");
        var page = visitor.Page;
        await page.GotoAsync("/lab/coaching-north/plan?step=0.15");
        var clause = page.Locator(".clause-text");
        await clause.WaitForAsync(new() { Timeout = 180_000 });
        var planned = (await clause.InnerTextAsync()).Trim();
        Assert.StartsWith("transition", planned, StringComparison.Ordinal);
        await Expect(page.Locator("[aria-labelledby=path-title] .chart svg")).ToBeVisibleAsync();
        await Expect(page.Locator("#write-back")).ToBeEnabledAsync();
        await visitor.Picture($"plan-{language}{(phone ? "-phone" : "")}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
        await page.Locator("#write-back").ClickAsync();
        await page.WaitForURLAsync("**/models/own-*");
        var own = page.Url[(page.Url.LastIndexOf('/') + 1)..];

        // The copy is planned with its transition now.
        await page.GotoAsync($"/lab/{own}/plan?step=0.1");
        await clause.WaitForAsync(new() { Timeout = 180_000 });
        await Expect(page.Locator("#write-back")).ToBeEnabledAsync();
        await page.Locator("#write-back").ClickAsync();
        await page.WaitForURLAsync("**/models/own-*");
        Assert.EndsWith(own, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_write_models_plans_without_writing()
    {
        await using var visitor = await Visitor.Come(site, "en");
        await visitor.Be("ProviderOwner");
        await visitor.Page.GotoAsync("/lab/coaching-north/plan");
        await visitor.Page.Locator(".clause-text").WaitForAsync(new() { Timeout = 180_000 });
        await Expect(visitor.Page.Locator("#write-back")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_model_that_cannot_be_planned_for_says_why()
    {
        await using var visitor = await Visitor.Come(site, "en");
        await visitor.Be("MinistryEvaluator");
        await visitor.Page.GotoAsync("/lab/employment-bond/plan");
        await Expect(visitor.Page.Locator(".lab-answers [role=alert]")).ToContainTextAsync(
            "joins the pay of several participants", new() { Timeout = 120_000 });
    }

    [Fact]
    public async Task A_run_that_was_kept_is_reopened_exactly()
    {
        await using var visitor = await Visitor.Come(site, "en");
        await visitor.Be("ProcurementExpert");
        var page = visitor.Page;
        await page.GotoAsync("/lab/own-1?provider.delay=4&provider.capital=300&seed=11");
        var values = page.Locator(".metric dd.value");
        await Expect(values.Nth(1)).ToContainTextAsync("%", new() { Timeout = 120_000 });
        var shown = await values.AllInnerTextsAsync();
        var name = "Slow payment " + Guid.NewGuid().ToString("N");
        await page.Locator("#keep-name").FillAsync(name);
        await page.Locator("#keep-run").ClickAsync();
        await page.Locator(".kept a", new() { HasText = name }).ClickAsync();
        await page.WaitForURLAsync("**run=*");
        await Expect(values).ToHaveTextAsync(shown, new() { Timeout = 120_000 });
        await Expect(page.Locator("#provider-delay")).ToHaveValueAsync("4");
        await Expect(page.Locator("#seed")).ToHaveValueAsync("11");
    }

    [Fact]
    public async Task Prices_for_a_margin_are_written_into_a_copy()
    {
        await using var visitor = await Visitor.Come(site, "en");
        await visitor.Be("ProcurementExpert");
        var page = visitor.Page;
        await page.GotoAsync("/lab/coaching-north/prices?margin=0.1&together=true");
        await page.Locator("#write-back").WaitForAsync(new() { Timeout = 180_000 });
        await Expect(page.Locator("[aria-labelledby=margins-title] .chart svg")).ToBeVisibleAsync();
        await visitor.Picture("prices-en");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
        await page.Locator("#write-back").ClickAsync();
        await page.WaitForURLAsync("**/models/own-*");
    }
}
