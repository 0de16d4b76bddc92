namespace Porras.Web.Tests;

public sealed class ApiPageTests(Site site)
{
    [Theory]
    [InlineData("en", false, false)]
    [InlineData("fi", true, true)]
    [InlineData("sv", false, true)]
    public async Task The_page_of_the_API_shows_every_endpoint_without_a_script_and_fits(
        string language, bool phone, bool dark)
    {
        var contract = await ApiContract.Of(site);
        await using var visitor = await Visitor.Come(site, language, phone, dark);
        await visitor.Page.GotoAsync("/api");
        Assert.Equal(
            contract.Operations.Count(), await visitor.Page.Locator("details.api-entry:has(.api-method)").CountAsync());
        await visitor.MustBeAccessible();
        foreach (var name in (string[])["simulate", "save-version", "shape-FigureAnswer"])
        {
            await visitor.Page.Locator($"#{name} > summary").ClickAsync();
        }

        await visitor.Picture($"api-{language}{(phone ? "-phone" : "")}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
    }
}
