using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

/// <summary>The form of a model and its text are the same draft.</summary>
public sealed class FormTests(Site site)
{
    private const string Form = ".form-designer";

    [Theory]
    [InlineData("fi", false, "Lomake", "1 350,00")]
    [InlineData("sv", true, "Formulär", "1 350,00")]
    [InlineData("en", false, "Form", "1,350.00")]
    public async Task A_price_changed_in_the_form_stands_in_the_text_and_the_other_way_round(
        string language, bool phone, string form, string shown)
    {
        await using var visitor = await Visitor.Come(site, language, phone);
        var page = await Open(visitor, "/models/coaching-north");
        await Press(page, form);
        var price = page.Locator("[id='f-table-start-price-others-cell-job-price']");
        await price.FillAsync("1350");
        await price.BlurAsync();
        await Expect(price).ToHaveValueAsync(shown.Replace(' ', '\u00a0'));
        await visitor.Picture($"form-{language}{(phone ? "-phone" : "")}");
        await visitor.MustBeAccessible();
        await visitor.MustFit();
        await page.Locator(".form-part", new() { Has = price }).Locator("header .tools button").First.ClickAsync();
        await Expect(page.Locator(Form)).ToHaveCountAsync(0);
        await Expect(page.Locator(".cm-line", new() { HasText = "others       300.00    1350.00" })).ToBeVisibleAsync();
        await page.Locator(".cm-line", new() { HasText = "1350.00" }).ClickAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Control+z");
        await Press(page, form);
        await Expect(price).ToHaveValueAsync(shown.Replace(' ', '\u00a0').Replace("350", "200"));
    }

    [Fact]
    public async Task A_fee_is_drafted_in_the_form_with_a_mistake_and_mended_there()
    {
        await using var visitor = await Visitor.Come(site, "fi");
        var page = await Open(visitor, "/models/new");
        await Press(page, "Lomake");
        await page.Locator("#add-outcomefee").FillAsync("Työ jatkuu");
        await page.Locator("#add-outcomefee").PressAsync("Enter");
        var fee = page.GetByRole(AriaRole.Article, new() { Name = "Työ jatkuu" });
        await fee.GetByLabel("Ansaitaan, kun", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "work täyttää" });
        var days = fee.GetByLabel("Ansaitaan, kun, arvo");
        await days.FillAsync("kaksi");
        await days.BlurAsync();
        await Expect(fee.Locator(".error")).ToContainTextAsync("\"kaksi\"");
        await visitor.Picture("form-mistake");
        await visitor.MustBeAccessible();
        await days.FillAsync("180");
        await days.BlurAsync();
        await Expect(fee.Locator(".error")).ToHaveCountAsync(0);
        await Expect(page.Locator(".card-head [role=status]")).ToHaveTextAsync("Ei virheitä");
        await Press(page, "Teksti");
        await Expect(page.Locator(".cm-content")).ToContainTextAsync("work reaches 180 days");
    }

    [Fact]
    public async Task What_the_text_leaves_out_is_asked_at_its_field()
    {
        await using var visitor = await Visitor.Come(site);
        var page = await Open(visitor, "/models/new");
        await page.Locator(".cm-line", new() { HasText = "once" }).Last.ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Shift+Home");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator(".card-head [role=status]")).ToHaveTextAsync("1 mistake");
        await Press(page, "Form");
        var often = page.Locator("#f-fee-employed-often");
        await Expect(often).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.Picture("form-asks");
        await visitor.MustBeAccessible();
        await often.SelectOptionAsync(new SelectOptionValue { Label = "Once" });
        await Expect(page.Locator(".card-head [role=status]")).ToHaveTextAsync("No mistakes");
        await Expect(often).Not.ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task What_is_still_named_is_not_taken_away()
    {
        await using var visitor = await Visitor.Come(site, "sv", phone: true);
        var page = await Open(visitor, "/models/coaching-north");
        await Press(page, "Formulär");
        var group = page.Locator(".form-item", new() { HasText = "Grupp weak" });
        await group.GetByRole(AriaRole.Button, new() { Name = "Ta bort" }).ClickAsync();
        await Expect(group.Locator(".error")).ToContainTextAsync("table by group");
        await visitor.MustBeAccessible();
        await visitor.MustFit();
    }

    [Theory]
    [InlineData("fi", false, false)]
    [InlineData("sv", true, true)]
    [InlineData("en", false, true)]
    public async Task The_ladder_and_the_transition_are_pictures_with_a_table(string language, bool phone, bool dark)
    {
        await using var visitor = await Visitor.Come(site, language, phone, dark);
        var page = await Open(visitor, "/models/coaching-north");
        await page.Locator("#tab-ladder").ClickAsync();
        await Expect(page.Locator("#panel-ladder svg g")).ToHaveCountAsync(6);
        await Expect(page.Locator("#panel-ladder svg g.pays")).ToHaveCountAsync(3);
        await Expect(page.Locator("#panel-ladder table").First).ToBeVisibleAsync();
        await visitor.Picture($"stair-{language}{(phone ? "-phone" : "")}");
        await visitor.MustBeAccessible();
        await page.Locator("#tab-transition").ClickAsync();
        await Expect(page.Locator("#panel-transition svg rect.outcome")).ToHaveCountAsync(3);
        await visitor.Picture($"glide-{language}{(phone ? "-phone" : "")}");
        await visitor.MustBeAccessible();
        await visitor.MustFit();
    }

    [Fact]
    public async Task Completion_offers_what_the_text_declares()
    {
        await using var visitor = await Visitor.Come(site);
        var page = await Open(visitor, "/models/coaching-north");
        await page.Locator(".cm-content").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("take back first");
        await Expect(page.Locator(".cm-tooltip-autocomplete")).ToContainTextAsync("first-meeting");
        await Expect(page.Locator(".cm-tooltip-autocomplete")).ToContainTextAsync("fee");
    }

    [Fact]
    public async Task The_list_of_models_keeps_its_menu_in_every_language()
    {
        await using var visitor = await Visitor.Come(site);
        await visitor.Be("ProcurementExpert");
        await visitor.Page.GotoAsync("/models?lang=fi");
        await Expect(visitor.Page.Locator(".shell-rail")).ToHaveCountAsync(0);
    }

    private static async Task<IPage> Open(Visitor visitor, string address)
    {
        await visitor.Be("ProcurementExpert");
        await visitor.Page.GotoAsync(address);
        await visitor.Page.Locator(".cm-content").WaitForAsync();
        return visitor.Page;
    }

    private static async Task Press(IPage page, string view)
    {
        await page.Locator(".views").GetByRole(AriaRole.Button, new() { Name = view, Exact = true }).ClickAsync();
        await Expect(page.Locator(Form)).ToHaveCountAsync(view is "Teksti" or "Text" ? 0 : 1);
    }
}
