using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Porras.Web.Tests;

/// <summary>One's own models: saved, changed, held against each other, frozen, printed.</summary>
public sealed partial class OwnModelTests(Site site)
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("fi", true)]
    public async Task A_draft_is_saved_changed_compared_and_frozen(string language, bool phone)
    {
        await using var visitor = await Visitor.Come(site, language, phone);
        var page = visitor.Page;
        await visitor.Be("ProcurementExpert");
        await page.GotoAsync("/models/new");
        await Write(page, " version 1", $"-{language} version 1");
        await page.FillAsync("#save-note", "first");
        await page.ClickAsync(".save-bar button");
        await page.WaitForURLAsync(OwnAddress());
        var own = new Uri(page.Url).AbsolutePath;

        await Write(page, "pay       1200.00", "pay       1500.00");
        await page.ClickAsync(".save-bar button");
        await page.Locator(".save-said:not(:empty)").WaitForAsync();
        await visitor.MustBeAccessible();
        await page.GotoAsync($"{own}/versions");
        Assert.Equal(2, await page.Locator("tbody tr").CountAsync());
        await visitor.Picture($"versions-{language}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();

        await page.Locator("a[href*='differences']").ClickAsync();
        await page.Locator(".changes").WaitForAsync();
        Assert.Contains("1", await page.Locator(".changes del").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("500", await page.Locator(".changes ins").First.InnerTextAsync(), StringComparison.Ordinal);
        await visitor.Picture($"differences-{language}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();

        await page.GotoAsync($"{own}/versions");
        await page.Locator("form[action$='-2/freeze'] button").ClickAsync();
        await page.WaitForURLAsync("**/versions");
        Assert.Equal(0, await page.Locator("form[action$='-2/freeze']").CountAsync());
        await page.GotoAsync($"{own}/annex");
        Assert.Equal(0, await page.Locator(".notice-alert").CountAsync());
        Assert.Contains("1500.00", await page.Locator(".annex-text pre").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.Picture($"annex-{language}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
    }

    [Fact]
    public async Task A_version_saved_meanwhile_is_not_passed_over()
    {
        await using var visitor = await Visitor.Come(site);
        var page = visitor.Page;
        await visitor.Be("ProcurementExpert");
        await page.GotoAsync("/models/new");
        await Write(page, "my-model", "shared");
        await page.ClickAsync(".save-bar button");
        await page.WaitForURLAsync(OwnAddress());
        await using var colleague = await Visitor.Come(site);
        await colleague.Be("ProcurementExpert");
        await colleague.Page.GotoAsync(page.Url);
        await Write(colleague.Page, "300.00", "310.00");
        await colleague.Page.ClickAsync(".save-bar button");
        await colleague.Page.Locator(".save-said:not(:empty)").WaitForAsync();

        await Write(page, "300.00", "320.00");
        await page.ClickAsync(".save-bar button");
        var refused = page.Locator(".notice-error");
        Assert.Contains("\"shared\" is 2, not 1", await refused.InnerTextAsync(), StringComparison.Ordinal);
        await visitor.MustBeAccessible();
        await refused.Locator("button").ClickAsync();
        await page.Locator(".save-said:not(:empty)").WaitForAsync();
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/versions");
        Assert.Equal(3, await page.Locator("tbody tr").CountAsync());
    }

    [Fact]
    public async Task A_coach_reads_own_models_and_saves_none()
    {
        await using var visitor = await Visitor.Come(site, "sv");
        await visitor.Be("JobCoach");
        await visitor.Page.GotoAsync("/models");
        await visitor.Page.Locator("a[href^='/models/own-']").First.ClickAsync();
        await visitor.Page.Locator(".cm-content").WaitForAsync();
        Assert.Equal(0, await visitor.Page.Locator(".save-bar").CountAsync());
        await visitor.MustBeAccessible();
    }

    [GeneratedRegex(@"/models/own-\d+$")]
    private static partial Regex OwnAddress();

    private static async Task Write(IPage page, string before, string after)
    {
        await page.Locator(".cm-content").WaitForAsync();
        var text = string.Join(
            '\n', (await page.Locator(".cm-line").AllInnerTextsAsync()).Select(line => line.TrimEnd('\n')));
        Assert.Contains(before, text, StringComparison.Ordinal);
        await page.Locator(".cm-content").ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text.Replace(before, after, StringComparison.Ordinal));
        await page.WaitForTimeoutAsync(700);
    }
}
