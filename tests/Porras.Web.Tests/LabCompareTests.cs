using System.Globalization;
using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

/// <summary>Two models beside each other, what is saved, what is refused.</summary>
[Collection("lab")]
public sealed class LabCompareTests(Site site)
{
    [Theory]
    [InlineData("fi", false)]
    [InlineData("sv", true)]
    [InlineData("en", false)]
    public async Task Two_models_are_compared_on_the_same_random_numbers(string language, bool phone)
    {
        await using var visitor = await Visitor.Come(site, language, phone);
        await visitor.Be("ProcurementExpert");
        var page = visitor.Page;
        await page.GotoAsync("/lab/coaching-north");
        await page.Locator("#budget-title").WaitForAsync(new() { Timeout = 120_000 });
        await page.Locator("#beside").SelectOptionAsync("coaching-north-final");
        await page.Locator("#against-title").WaitForAsync(new() { Timeout = 120_000 });
        await page.Locator("[aria-labelledby=stress-title] .chart svg").WaitForAsync(new() { Timeout = 120_000 });
        await Expect(page.Locator("[aria-labelledby=against-title] tbody tr"))
            .ToHaveCountAsync(5);
        await Expect(page.Locator(".lab-key b")).ToHaveTextAsync(["A", "B"]);
        await Expect(page.Locator("[aria-labelledby=budget-title] .chart path[stroke-dasharray]").First)
            .ToBeAttachedAsync();
        var shown = await page.Locator(".metric dd.value").AllInnerTextsAsync();
        Assert.Contains("beside=coaching-north-final", page.Url, StringComparison.Ordinal);
        await visitor.Picture($"lab-compare-{language}{(phone ? "-phone" : "")}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
        await page.GotoAsync(page.Url);
        await Expect(page.Locator(".metric dd.value")).ToHaveTextAsync(shown, new() { Timeout = 120_000 });
        await Expect(page.Locator("#beside")).ToHaveValueAsync("coaching-north-final");
    }

    [Fact]
    public async Task A_picture_is_saved_as_svg_and_png_and_its_numbers_as_csv()
    {
        await using var visitor = await Visitor.Come(site, "fi");
        await visitor.Be("MinistryEvaluator");
        var page = visitor.Page;
        await page.GotoAsync("/lab/coaching-north");
        var card = page.Locator("[aria-labelledby=cash-title]");
        await card.Locator(".chart svg").WaitForAsync(new() { Timeout = 120_000 });
        var svg = await Saved(card.Locator(".save button").Nth(0));
        Assert.Equal("coaching-north-cash.svg", svg.Name);
        var drawing = System.Text.Encoding.UTF8.GetString(svg.Content);
        Assert.StartsWith("<svg", drawing, StringComparison.Ordinal);
        Assert.Contains("Tuottajan kassa", drawing, StringComparison.Ordinal);
        Assert.DoesNotContain("var(", drawing, StringComparison.Ordinal);
        var png = await Saved(card.Locator(".save button").Nth(1));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png.Content.Take(4));
        Assert.Equal(1920, BitConverter.ToInt32([.. png.Content[16..20].Reverse()]));
        var csv = await Saved(card.Locator(".save button").Nth(2));
        var lines = System.Text.Encoding.UTF8.GetString(csv.Content).TrimStart('\ufeff').Split("\r\n");
        Assert.Equal("kuukausi,P5,P25,P50,P75,P95", lines[0]);
        Assert.Equal(6, lines[1].Split(',').Length);
        Assert.True(int.TryParse(lines[1].Split(',')[1], CultureInfo.InvariantCulture, out _), lines[1]);
        var figures = await Saved(page.Locator(".lab-bar button"));
        var rows = System.Text.Encoding.UTF8.GetString(figures.Content);
        Assert.Contains("provider,,insolvency,share", rows, StringComparison.Ordinal);

        async Task<(string Name, byte[] Content)> Saved(Microsoft.Playwright.ILocator button)
        {
            var file = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
            return (file.SuggestedFilename, await File.ReadAllBytesAsync(await file.PathAsync()));
        }
    }

    [Fact]
    public async Task A_number_is_written_exactly_and_a_bad_one_is_refused_at_its_field()
    {
        await using var visitor = await Visitor.Come(site, "sv", phone: true);
        await visitor.Be("ProviderOwner");
        var page = visitor.Page;
        await page.GotoAsync("/lab/coaching-north?provider.delay=99");
        await page.Locator("#budget-title").WaitForAsync(new() { Timeout = 120_000 });
        await Expect(page.Locator(".lab-answers [role=alert]")).ToContainTextAsync("99");
        await Expect(page.Locator("#lab-knobs")).ToBeHiddenAsync();
        await page.Locator(".lab-open").ClickAsync();
        var field = page.Locator("#provider-delay");
        await field.FillAsync("2,5");
        await field.PressAsync("Enter");
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#provider-delay-error")).ToContainTextAsync("heltal");
        await visitor.Picture("lab-refused-sv-phone");
        await visitor.MustBeAccessible();
        await field.FillAsync("3");
        await field.PressAsync("Enter");
        await Expect(page.Locator("#provider-delay-error")).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex("provider.delay=3"), new() { Timeout = 120_000 });
        var slider = page.Locator("#slider-provider-delay");
        await slider.FocusAsync();
        await slider.PressAsync("ArrowRight");
        await Expect(field).ToHaveValueAsync("4");
        await Expect(page).ToHaveURLAsync(new Regex("provider.delay=4"), new() { Timeout = 120_000 });
    }

    [Fact]
    public async Task The_report_of_a_run_has_its_numbers()
    {
        await using var visitor = await Visitor.Come(site, "en");
        await visitor.Be("Controller");
        var page = visitor.Page;
        await page.GotoAsync("/lab/coaching-north?provider.delay=4&seed=7");
        var ruin = page.Locator(".metric dd.value").Nth(1);
        await Expect(ruin).ToContainTextAsync("%", new() { Timeout = 120_000 });
        var shown = await ruin.InnerTextAsync();
        var report = await page.Locator("a[href*='/report']").GetAttributeAsync("href");
        await page.GotoAsync(report!, new() { Timeout = 300_000 });
        await Expect(page.Locator("h1")).ToContainTextAsync("What would happen");
        await Expect(page.Locator(".metrics")).ToContainTextAsync(shown);
        await Expect(page.Locator("body")).ToContainTextAsync("seed 7");
        await visitor.MustBeAccessible();
    }
}
