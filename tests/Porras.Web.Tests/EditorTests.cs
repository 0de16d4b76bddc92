using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

public sealed class EditorTests(Site site)
{
    [Theory]
    [InlineData("en", false, "No mistakes", "1 mistake")]
    [InlineData("fi", true, "Ei virheitä", "1 virhe")]
    [InlineData("sv", false, "Inga fel", "1 fel")]
    public async Task A_mistake_is_shown_as_it_is_typed_and_goes_when_it_is_mended(
        string language, bool phone, string none, string one)
    {
        await using var visitor = await Visitor.Come(site, language, phone);
        await visitor.Be("ProcurementExpert");
        var page = visitor.Page;
        await page.GotoAsync("/models/new");
        await page.Locator(".cm-content").WaitForAsync();
        await Expect(page.Locator(".card-head [role=status]")).ToHaveTextAsync(none);
        await page.Locator(".cm-line", new() { HasText = "once" }).First.ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" more");
        await Expect(page.Locator(".card-head [role=status]")).ToHaveTextAsync(one);
        await Expect(page.Locator(".diags li")).ToHaveCountAsync(1);
        await visitor.Picture($"editor-mistake-{language}{(phone ? "-phone" : "")}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
        for (var i = 0; i < " more".Length; i++)
        {
            await page.Keyboard.PressAsync("Backspace");
        }

        await Expect(page.Locator(".card-head [role=status]")).ToHaveTextAsync(none);
    }

    [Fact]
    public async Task Sentences_follow_the_text()
    {
        await using var visitor = await Visitor.Come(site, "fi");
        await visitor.Be("ProcurementExpert");
        var page = visitor.Page;
        await page.GotoAsync("/models/new");
        await page.Locator(".cm-content").WaitForAsync();
        await Expect(page.Locator("#panel-sentences")).ToContainTextAsync("1 200,00");
        await page.Locator(".cm-line", new() { HasText = "1200.00" }).ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.TypeAsync("9");
        await Expect(page.Locator("#panel-sentences")).ToContainTextAsync("1 200,09");
    }
}
