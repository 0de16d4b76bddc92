namespace Porras.Web.Tests;

/// <summary>The front page says to each role what waits for it.</summary>
public sealed class HomeTests(Site site)
{
    [Fact]
    public async Task A_procurement_expert_sees_what_each_model_would_cost()
    {
        await using var visitor = await Visitor.Come(site);
        await visitor.Be("ProcurementExpert");
        var page = visitor.Page;
        var row = page.Locator(".rows-linked tr", new() { HasText = "Coaching service, north" }).First;
        await row.Locator("td.num a").WaitForAsync(new() { Timeout = 120_000 });
        Assert.Contains("EUR", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator(".todo li").CountAsync() >= 2);
        await visitor.Picture("home-procurement-en");
        await visitor.MustBeAccessible();
    }

    [Theory]
    [InlineData("Administrator", "/members", "fi", false)]
    [InlineData("Controller", "/lab/coaching-north", "sv", true)]
    [InlineData("JobCoach", "/models", "fi", true)]
    public async Task Each_role_finds_its_work(string role, string link, string language, bool phone)
    {
        await using var visitor = await Visitor.Come(site, language, phone);
        await visitor.Be(role);
        await visitor.Page.Locator($".todo a[href='{link}']").WaitForAsync();
        await visitor.Picture($"home-{role}-{language}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
    }
}
