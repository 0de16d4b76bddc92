namespace Porras.Web.Tests;

/// <summary>Every page in every language, and on a phone in one of them; light and dark.</summary>
public sealed class PageTests(Site site)
{
    private static readonly string[] Addresses =
        ["/", "/models", "/models/coaching-north", "/models/new", "/lab/work-programme"];

    public static TheoryData<string, string, bool, bool> Views =>
    [
        .. from address in Addresses
           from language in (string[])["fi", "sv", "en"]
           from phone in (bool[])[false, true]
           where !phone || language == (address.Length % 2 == 0 ? "fi" : "sv")
           select new TheoryDataRow<string, string, bool, bool>(address, language, phone, language == "sv"),
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_is_accessible_and_fits_the_screen(string address, string language, bool phone, bool dark)
    {
        await using var visitor = await Visitor.Come(site, language, phone, dark);
        await visitor.Be("ProcurementExpert");
        await visitor.Page.GotoAsync(address);
        if (await visitor.Page.Locator(".code-editor").CountAsync() > 0)
        {
            await visitor.Page.Locator(".cm-content").WaitForAsync();
        }

        if (address.StartsWith("/lab", StringComparison.Ordinal))
        {
            await visitor.Page.Locator("#rewards-title").WaitForAsync(new() { Timeout = 60_000 });
            await visitor.Page.Locator(".chart svg").First.WaitForAsync();
        }

        Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        await visitor.Picture($"{address.Trim('/').Replace('/', '-')}-{language}{(phone ? "-phone" : "")}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
    }

    [Theory]
    [InlineData("fi", "Valitse rooli")]
    [InlineData("sv", "Välj roll")]
    [InlineData("en", "Pick a role")]
    public async Task A_visitor_picks_a_role_in_their_language(string language, string title)
    {
        await using var visitor = await Visitor.Come(site, language);
        await visitor.Page.GotoAsync("/");
        Assert.Equal(title, await visitor.Page.Locator("h1").InnerTextAsync());
        await visitor.Picture($"pick-{language}");
        await visitor.MustBeAccessible();
    }

    [Fact]
    public async Task What_is_not_accessible_is_found()
    {
        await using var visitor = await Visitor.Come(site);
        await visitor.Page.GotoAsync("/");
        await visitor.Page.EvaluateAsync("() => document.body.append(document.createElement('button'))");
        var failed = await Assert.ThrowsAnyAsync<Exception>(visitor.MustBeAccessible);
        Assert.Contains("button-name", failed.Message, StringComparison.Ordinal);
    }
}
