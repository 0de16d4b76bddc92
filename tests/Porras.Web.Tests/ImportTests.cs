using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Porras.Web.Tests;

/// <summary>Data sets on pages: bad rows, mended rows, examples, and files that are meant to do harm.</summary>
public sealed class ImportTests(Site site)
{
    private const string People = "participant,start,age,unemployed,education\nn1,2027-02-01,41,400,secondary\n";
    private const string Bad = "n2,2027-02-30,30,10,basic\nn3,2027-03-01,x,10,<script>alert(1)</script>\n";
    private const string Jobs = "participant,start,end,hours,subsidised\n";

    [Theory]
    [InlineData("fi", false)]
    [InlineData("sv", true)]
    [InlineData("en", false)]
    public async Task Bad_rows_are_shown_all_at_once_and_mended_rows_are_imported(string language, bool phone)
    {
        await using var visitor = await Visitor.Come(site, language, phone, dark: language == "sv");
        var page = visitor.Page;
        await visitor.Be("ProcurementExpert");
        await page.GotoAsync("/data/import");
        await Choose(page, "coaching-north");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
        await visitor.Picture($"import-{language}{(phone ? "-phone" : "")}");

        await page.FillAsync("#name", $"Round {language}");
        await page.SetInputFilesAsync("#files", [
            Csv("participants.csv", People + Bad),
            Csv("job.csv", Jobs + "n1,2027-05-10,,30,perhaps\n=1+1,2027-05-10,,30,no\n"),
        ]);
        await page.ClickAsync("button[value=import]");
        await page.Locator(".findings tbody tr").First.WaitForAsync();
        var said = await page.Locator(".findings").InnerTextAsync();
        string[] expected = ["2027-02-30", "\"x\"", "<script>alert(1)</script>", "perhaps", "=1+1", "P5012"];
        foreach (var found in expected)
        {
            Assert.Contains(found, said, StringComparison.Ordinal);
        }

        Assert.Equal($"Round {language}", await page.InputValueAsync("#name"));
        await visitor.Picture($"import-refused-{language}{(phone ? "-phone" : "")}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
        await MustListFindings(page);
        await Mend(visitor, language, phone);
        await page.GotoAsync("/data");
        await Expect(page.Locator("tbody")).ToContainTextAsync($"Round {language}");
        await visitor.Picture($"data-{language}{(phone ? "-phone" : "")}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
    }

    private static async Task MustListFindings(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href^='/data/findings/']"));
        var csv = await File.ReadAllTextAsync(await download.PathAsync(), Cancelled);
        Assert.StartsWith("file,line,column,code,severity,found,message,hint\n", csv, StringComparison.Ordinal);
        Assert.Contains("participants.csv,3,start,P5001,mistake,2027-02-30,", csv, StringComparison.Ordinal);
    }

    private static async Task Mend(Visitor visitor, string language, bool phone)
    {
        var page = visitor.Page;
        await page.SetInputFilesAsync("#files", [
            Csv("participants.csv", People), Csv("job.csv", Jobs + "n1,2027-05-10,,30,no\n"),
        ]);
        await page.ClickAsync("button[value=check]");
        await page.Locator("#read-title").WaitForAsync();
        await page.SetInputFilesAsync("#files", [
            Csv("participants.csv", People), Csv("job.csv", Jobs + "n1,2027-05-10,,30,no\n"),
        ]);
        await page.ClickAsync("button[value=import]");
        await page.WaitForURLAsync("**/data/*?new=*");
        Assert.Equal($"Round {language}", await page.Locator("h1").InnerTextAsync());
        await Expect(page.Locator(".notice-success")).ToBeVisibleAsync();
        await visitor.Picture($"data-set-{language}{(phone ? "-phone" : "")}");
        await visitor.MustFit();
        await visitor.MustBeAccessible();
    }

    [Fact]
    public async Task An_example_is_made_and_taken_along()
    {
        await using var visitor = await Visitor.Come(site);
        var page = visitor.Page;
        await visitor.Be("ProcurementExpert");
        await page.GotoAsync("/data/import");
        await Choose(page, "coaching-north");
        await page.Locator("section[aria-labelledby=example-title] button").ClickAsync();
        await page.WaitForURLAsync("**/data/*?new=*");
        var zip = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href$='tables.zip']"));
        using var archive = await System.IO.Compression.ZipFile.OpenReadAsync(
            await zip.PathAsync(), Cancelled);
        Assert.Contains(archive.Entries, e => e.Name == "participants.csv" && e.Length > 5_000);
    }

    [Fact]
    public async Task Names_are_text_and_never_script()
    {
        await using var visitor = await Visitor.Come(site);
        var page = visitor.Page;
        await visitor.Be("ProcurementExpert");
        const string Name = "<img src=x onerror=alert(1)>\"'";
        await page.GotoAsync("/data/import");
        await Choose(page, "coaching-north");
        await page.FillAsync("#name", Name);
        await page.SetInputFilesAsync("#files", [Csv("participants.csv", People.Replace("n1", "<b>n1</b>"))]);
        await page.ClickAsync("button[value=import]");
        await page.WaitForURLAsync("**/data/*?new=*");
        Assert.Equal(Name, await page.Locator("h1").InnerTextAsync());
        await page.ClickAsync("a[href^='/settlements/new']");
        await page.ClickAsync("form button.btn-primary");
        await page.WaitForURLAsync("**/settlements/*");
        await Expect(page.Locator("#lines-title")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("main img, main b:text('n1')").CountAsync());
    }

    [Theory]
    [InlineData("facts.zip", "P7016")]
    [InlineData("facts.xlsx", "P7015")]
    [InlineData("participants.parquet", "P7040")]
    public async Task A_file_of_another_kind_gets_a_clear_refusal(string name, string code)
    {
        await using var visitor = await Visitor.Come(site);
        var page = visitor.Page;
        await visitor.Be("ProcurementExpert");
        await page.GotoAsync("/data/import");
        await page.SetInputFilesAsync(
            "#files", new FilePayload { Name = name, MimeType = "x/y", Buffer = "PK\x03\x04"u8.ToArray() });
        await page.ClickAsync("button[value=import]");
        await Expect(page.Locator(".findings")).ToContainTextAsync(code);
    }

    [Fact]
    public async Task A_gigabyte_is_refused_before_it_is_sent()
    {
        await using var visitor = await Visitor.Come(site);
        await visitor.Be("ProcurementExpert");
        var cookies = await visitor.Page.Context.CookiesAsync();
        var uri = new Uri(site.Address);
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(uri.Host, uri.Port, Cancelled);
        var stream = client.GetStream();
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST /data/import HTTP/1.1
            Host: {uri.Authority}
            Cookie: {string.Join("; ", cookies.Select(c => $"{c.Name}={c.Value}"))}
            Content-Type: multipart/form-data; boundary=x
            Content-Length: 1000000000


            """).ReplaceLineEndings("\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancelled);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(Cancelled);
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("P7019", answer, StringComparison.Ordinal);
        Assert.Contains("256", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_import_finds_no_way_to()
    {
        await using var visitor = await Visitor.Come(site);
        var page = visitor.Page;
        await visitor.Be("Controller");
        await page.GotoAsync("/data");
        await Expect(page.Locator("tbody")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("a[href='/data/import']").CountAsync());
    }

    /// <summary>Chooses the latest version of a model.</summary>
    internal static async Task Choose(IPage page, string model)
    {
        var option = page.Locator("#version option", new() { HasText = model }).First;
        await page.SelectOptionAsync("#version", (await option.GetAttributeAsync("value"))!);
        await page.Locator("form[method=get] button").ClickAsync();
        await page.WaitForURLAsync("**/data/import?version=*");
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A CSV file.</summary>
    internal static FilePayload Csv(string name, string text) =>
        new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
