using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

/// <summary>Settlements on pages: settled by one, approved by another, each line with its reason.</summary>
public sealed class SettlementTests(Site site)
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("fi", true)]
    [InlineData("sv", false)]
    public async Task A_data_set_is_settled_and_every_line_says_why(string language, bool phone)
    {
        await using var visitor = await Visitor.Come(site, language, phone, dark: language == "sv");
        var page = visitor.Page;
        await visitor.Be("ProcurementExpert");
        await page.GotoAsync("/settlements");
        await Look(visitor, $"settlements-{language}");
        await page.GotoAsync("/settlements/new");
        await page.SelectOptionAsync("#data", new SelectOptionValue { Label = "Valmennus, simuloidut osallistujat" });
        await page.FillAsync("#until", "2028-06-30");
        await page.FillAsync("#known", "2028-06-30");
        await page.FillAsync("#name", $"Half {language}");
        await Look(visitor, $"settle-{language}");
        await page.ClickAsync("form button.btn-primary");
        await page.WaitForURLAsync(u => int.TryParse(new Uri(u).Segments[^1], out _));
        Assert.Equal($"Half {language}", await page.Locator("h1").InnerTextAsync());
        await Look(visitor, $"settlement-{language}");
        var settlement = new Uri(page.Url).AbsolutePath;

        await page.SelectOptionAsync("#fee", "employed");
        await page.ClickAsync(".line-filter button");
        await page.WaitForURLAsync("**?*fee=employed*", new() { WaitUntil = WaitUntilState.Commit });
        var first = page.Locator("#lines tbody tr").First;
        var owner = (await first.Locator("th a").InnerTextAsync()).Split(',')[0].Trim();
        var amount = await first.Locator("td.num").InnerTextAsync();
        await first.Locator("th a").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync(owner);
        await Expect(page.Locator(".receipt .sum")).ToContainTextAsync(amount);
        await Expect(page.Locator(".why-sentences").First).ToContainTextAsync("90");
        await Expect(page.Locator("#facts-title")).ToBeVisibleAsync();
        await Look(visitor, $"line-{language}");

        await page.GotoAsync($"{settlement}/why?owner=T-0001&fee=employed&occurrence=2");
        await Expect(page.Locator("#told-title")).ToBeVisibleAsync();
        await Look(visitor, $"why-not-{language}");
    }

    [Fact]
    public async Task The_words_of_a_line_are_those_of_the_command_line()
    {
        await using var visitor = await Visitor.Come(site, "fi");
        var page = visitor.Page;
        await visitor.Be("Controller");
        await page.GotoAsync("/settlements");
        await page.Locator("tbody a", new() { HasText = "31.12.2027" }).First.ClickAsync();
        await page.WaitForURLAsync(u => int.TryParse(new Uri(u).Segments[^1], out _));
        var id = new Uri(page.Url).AbsolutePath;
        var csv = await page.RunAndWaitForDownloadAsync(
            () => page.Locator($"a[href='{id}/lines.csv']").First.ClickAsync());
        var rows = await File.ReadAllLinesAsync(await csv.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(
            "participant,fee,occurrence,episode,earned,kind,amount,currency,payable,clause,reason", rows[0]);
        var shown = await page.Locator("#lines tbody tr").First.Locator("td.text").InnerTextAsync();
        Assert.Contains(shown, rows[1], StringComparison.Ordinal);
        var kit = await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href='{id}/kit']").ClickAsync());
        var (read, findings) = Porras.Exchange.KitFile.Read(File.OpenRead(await kit.PathAsync()));
        Assert.Empty(findings);
        Assert.Equal(rows.Length - 1, LinesOf(read!));
    }

    [Fact]
    public async Task Who_settled_does_not_approve_and_a_colleague_approves_and_locks()
    {
        await using var visitor = await Visitor.Come(site);
        var page = visitor.Page;
        await visitor.Be("ProcurementExpert");
        await page.GotoAsync("/settlements/new");
        await page.FillAsync("#name", "Two people");
        await page.ClickAsync("form button.btn-primary");
        await page.WaitForURLAsync(u => int.TryParse(new Uri(u).Segments[^1], out _));
        var address = page.Url;
        Assert.Equal(0, await page.Locator("button[name=state]").CountAsync());
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await visitor.Be("Controller");
        await page.GotoAsync(address);
        await page.Locator("button[name=state][value=Approved]").ClickAsync();
        await page.Locator("button[name=state][value=Locked]").ClickAsync();
        await Expect(page.Locator(".stages li.done")).ToHaveCountAsync(3);
        Assert.Equal(0, await page.Locator("button[name=state]").CountAsync());
        await visitor.Picture("settlement-locked");
    }

    [Fact]
    public async Task The_tutorial_comes_to_what_it_says()
    {
        await using var visitor = await Visitor.Come(site);
        var page = visitor.Page;
        await visitor.Be("ProcurementExpert");
        await page.GotoAsync("/data/import");
        await ImportTests.Choose(page, "coaching-north");
        await page.FillAsync("#name", "Tutorial");
        await page.SetInputFilesAsync("#files", [
            ImportTests.Csv("participants.csv", "participant,start,age,unemployed,education\n"
                + "n1,2027-02-01,41,400,secondary\nn2,2027-02-15,23,100,basic\n"),
            ImportTests.Csv("job.csv", "participant,start,end,hours,subsidised\nn1,2027-05-10,2028-03-31,30,no\n"),
        ]);
        await page.ClickAsync("button[value=import]");
        await page.WaitForURLAsync("**/data/*?new=*");
        await page.ClickAsync("a[href^='/settlements/new']");
        await page.FillAsync("#until", "2028-12-31");
        await page.ClickAsync("form button.btn-primary");
        await Expect(page.Locator(".metric dd.value").First).ToHaveTextAsync("EUR\u00a01,320.00");
        await page.FillAsync("#why-owner", "n2");
        await page.SelectOptionAsync("#why-fee", "employed");
        await page.ClickAsync("section[aria-labelledby=whynot-title] button");
        await Expect(page.Locator("#told-title ~ .why-sentences")).ToContainTextAsync(
            "90 days more by 14 August 2028 would have been enough.");
    }

    [Fact]
    public async Task A_settlement_of_another_organisation_is_not_there()
    {
        await using var visitor = await Visitor.Come(site);
        await visitor.Be("ProviderOwner");
        await visitor.Page.GotoAsync("/settlements");
        await Expect(visitor.Page.Locator(".empty")).ToBeVisibleAsync();
        Assert.Equal(0, await visitor.Page.Locator("tbody").CountAsync());
        await visitor.MustBeAccessible();
    }

    private static int LinesOf(Porras.Exchange.Kit kit) =>
        System.Text.Encoding.UTF8.GetString(kit.Parts[Porras.Exchange.Kit.LinesPart]).Count(c => c == '\n') - 1;

    private static async Task Look(Visitor visitor, string name)
    {
        await visitor.Picture(name);
        await visitor.MustFit();
        await visitor.MustBeAccessible();
    }
}
