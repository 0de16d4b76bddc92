using System.IO.Compression;
using System.Net;
using System.Text;

namespace Porras.Web.Tests;

/// <summary>The part of the walk through data sets and settlements.</summary>
public sealed partial class ApiWalkTests
{
    private const int LinesLookedAt = 30;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static async Task<long> DataSets(ApiContract contract, ApiCaller expert, string reference)
    {
        using var template = await Get(contract, expert, "template", $"/models/{reference}/template");
        Assert.Contains("participants.csv", (await FilesOf(template)).Keys);
        var name = $"walk {Guid.NewGuid():N}";
        var example = $$"""{ "reference": "{{reference}}", "name": "{{name}}" }""";
        using var simulated = await Post(
            contract, expert, "example-data-set", "/data-sets/example", example, HttpStatusCode.Created);
        using var again = await Post(
            contract, expert, "example-data-set", "/data-sets/example", example, HttpStatusCode.Conflict);
        var id = (long)(await ApiCaller.Body(simulated))["dataSet"]!["id"]!;
        await Get(contract, expert, "data-sets", "/data-sets?most=1");
        using var set = await Get(contract, expert, "data-set", $"/data-sets/{id}");
        using var tables = await Get(contract, expert, "data-set-tables", $"/data-sets/{id}/tables");
        var files = await FilesOf(tables);
        using var dry = await Import(contract, expert, reference, name, files, HttpStatusCode.OK, dryRun: true);
        using var kept = await Import(contract, expert, reference, name + " 2", files, HttpStatusCode.Created);
        var (given, back) = ((await ApiCaller.Body(set))["dataSet"]!, (await ApiCaller.Body(kept))["dataSet"]!);
        Assert.Equal((int)given["participants"]!, (int)back["participants"]!);
        Assert.Equal((long)given["facts"]!, (long)back["facts"]!);
        files["participants.csv"] += "broken\n";
        using var broken = await Import(
            contract, expert, reference, name + " 3", files, HttpStatusCode.UnprocessableEntity);
        var finding = (await ApiCaller.Body(broken))["findings"]!.AsArray()[0]!;
        Assert.Equal("participants.csv", (string)finding["file"]!);
        Assert.NotNull(finding["line"]);
        return id;
    }

    private async Task Settlements(ApiContract contract, ApiCaller expert, string reference, long set)
    {
        var asked = $$"""
            { "reference": "{{reference}}", "dataSet": {{set}}, "name": "walk", "until": "2031-12-31" }
            """;
        using var settled = await Post(contract, expert, "settle", "/settlements", asked, HttpStatusCode.Created);
        var id = (long)(await ApiCaller.Body(settled))["settlement"]!["id"]!;
        using var absent = await Post(contract, expert, "settle", "/settlements",
            asked.Replace($"\"dataSet\": {set}", "\"dataSet\": 999999", StringComparison.Ordinal),
            HttpStatusCode.NotFound);
        await Get(contract, expert, "settlements", "/settlements");
        await Get(contract, expert, "settlement", $"/settlements/{id}");
        await Why(contract, expert, id);
        await Get(contract, expert, "lines-csv", $"/settlements/{id}/lines.csv");
        await Get(contract, expert, "all-lines", $"/settlements/{id}/lines.json");
        using var kit = await Get(contract, expert, "kit", $"/settlements/{id}/kit");
        Assert.NotEmpty(await FilesOf(kit));
        var approval = contract.ExampleOf("advance");
        using var own = await Post(
            contract, expert, "advance", $"/settlements/{id}/advance", approval, HttpStatusCode.Conflict);
        using var controller = await ApiCaller.Come(site, "Controller");
        using var approved = await Post(contract, controller, "advance", $"/settlements/{id}/advance", approval);
        Assert.Equal("approved", (string)(await ApiCaller.Body(approved))["state"]!);
    }

    private static async Task Why(ApiContract contract, ApiCaller expert, long id)
    {
        using var page = await Get(contract, expert, "lines", $"/settlements/{id}/lines?most={LinesLookedAt}");
        var lines = (await ApiCaller.Body(page))["items"]!.AsArray();
        Assert.NotEmpty(lines);
        var participant = Uri.EscapeDataString((string)lines[0]!["participant"]!);
        using var own = await Get(contract, expert, "lines", $"/settlements/{id}/lines?participant={participant}");
        Assert.All(
            (await ApiCaller.Body(own))["items"]!.AsArray(),
            l => Assert.Equal((string)lines[0]!["participant"]!, (string)l!["participant"]!));
        foreach (var line in lines)
        {
            using var why = await Get(contract, expert, "why", $"/settlements/{id}/lines/{line!["number"]}/why");
            if ((await ApiCaller.Body(why))["others"]!.AsArray() is [{ } other, ..])
            {
                using var not = await Get(
                    contract, expert, "why-not",
                    $"/settlements/{id}/why-not?participant={line["participant"]}&fee={other["fee"]}");
                Assert.NotEmpty((await ApiCaller.Body(not))["sentences"]!.AsArray());
                return;
            }
        }

        Assert.Fail("Everybody was paid everything.");
    }

    private static async Task<HttpResponseMessage> Import(
        ApiContract contract,
        ApiCaller caller,
        string reference,
        string name,
        Dictionary<string, string> files,
        HttpStatusCode expected,
        bool dryRun = false)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (file, text) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", file);
        }

        var answer = await caller.Send(
            HttpMethod.Post,
            $"{Root}/data-sets?reference={reference}&name={Uri.EscapeDataString(name)}&dryRun={dryRun}", form);
        await contract.MustHold("import", answer);
        Assert.Equal(expected, answer.StatusCode);
        return answer;
    }

    private static async Task<Dictionary<string, string>> FilesOf(HttpResponseMessage answer)
    {
        using var bytes = await answer.Content.ReadAsStreamAsync(Now);
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open());
            files[entry.FullName] = await text.ReadToEndAsync(Now);
        }

        return files;
    }
}
