using System.Text.Json;
using System.Text.RegularExpressions;

namespace Porras.Outside.Tests;

/// <summary><c>porras calibrate</c> as a process of its own.</summary>
public sealed partial class CalibrateCommandTests
{
    private const string Groups = "models/fair-start-scotland.md", Single = "models/jobpath.md";
    private static readonly string[] Few = ["--replications", "4"];

    [Fact]
    public void A_calibration_as_json_has_the_factors_their_clauses_and_the_check()
    {
        var (exit, answer, notes) = Run(Groups, "--margin", "8%", "--output", "json");
        Assert.Equal((0, ""), (exit, notes));
        using var json = JsonDocument.Parse(answer);
        var root = json.RootElement;
        Assert.Equal("fair-start-scotland", root.GetProperty("model").GetString());
        Assert.Equal((0.08, 4), (root.GetProperty("margin").GetDouble(), root.GetProperty("replications").GetInt32()));
        Assert.True(root.GetProperty("straight").GetBoolean() && root.GetProperty("whole").GetBoolean());
        Assert.Equal(0, root.GetProperty("findings").GetArrayLength());
        var figures = root.GetProperty("figures").EnumerateArray().ToDictionary(Key, f => f.GetProperty("value"));
        var clauses = root.GetProperty("clauses").GetString()!;
        foreach (var group in (string[])["core", "advanced", "intense"])
        {
            var factor = figures[$"calibration/{group}/factor"].GetDouble();
            var written = figures[$"calibration/{group}/factor-written"].GetDouble();
            Assert.InRange(written - factor, 0, 0.001);
            Assert.Matches(FormattableString.Invariant($"{group} +{100 * written:0.#} %"), clauses);
            Assert.Equal(JsonValueKind.Number, figures[$"check/{group}/margin"].ValueKind);
        }

        Assert.Equal(JsonValueKind.Null, figures["calibration/all/factor-written"].ValueKind);
        Assert.Contains("fee job-13\n  times     calibration\n", clauses);
    }

    [Fact]
    public void A_calibration_as_csv_has_each_figure_once_and_no_number_that_is_none()
    {
        var (exit, answer, notes) = Run(Single, "--output", "csv");
        Assert.Equal((0, ""), (exit, notes));
        var rows = answer.TrimEnd('\n').Split('\n').Select(l => l.TrimEnd('\r').Split(',')).ToList();
        Assert.Equal(
            ["model", "scenario", "part", "of", "figure", "unit", "value", "lower", "upper"], rows[0].Take(9));
        Assert.All(rows, r => Assert.Equal(rows[0].Length, r.Length));
        var names = rows.Skip(1).Select(r => string.Join('/', r.Skip(2).Take(3))).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.Contains("calibration/all/factor", names);
        Assert.Contains("price/sustained/1/then", names);
        Assert.All(rows.Skip(1).SelectMany(r => r.Skip(6)), c => Assert.Matches("^(-?[0-9]+([.][0-9]+)?)?$", c));
    }

    [Theory]
    [InlineData("en", "Prices for a margin: Fair Start Scotland", "Does the fee buy effort?")]
    [InlineData("fi", "Hinnat katetta varten: Fair Start Scotland", "Ostaako palkkio työtä?")]
    [InlineData("sv", "Priser för en marginal: Fair Start Scotland", "Köper arvodet insats?")]
    public void A_calibration_is_a_page_of_its_own_in_three_languages(string language, string title, string effort)
    {
        var page = Page(Groups, "--language", language);
        Assert.StartsWith($"<!doctype html>\n<html lang=\"{language}\">", page);
        Assert.Contains($"<title>{title}", page);
        Assert.Contains(effort, page);
        Assert.Contains("times     calibration", page);
        Assert.DoesNotMatch(Foreign(), page);
        Assert.Equal(8, Charts().Count(page));
    }

    [Fact]
    public void Where_no_fee_buys_an_hour_the_page_has_the_table_of_hours_and_no_empty_chart()
    {
        var page = Page(Single);
        var effort = page.Split("<h2 id=\"effort\"")[1].Split("</section>")[0];
        Assert.Contains("this fee only shifts risk", effort);
        Assert.Contains("<table", effort);
        Assert.DoesNotContain("<svg", effort);
        Assert.Equal(6, Charts().Count(page));
    }

    private static (int Exit, string Answer, string Notes) Run(params string[] arguments) =>
        CommandLineTests.Run(["calibrate", .. arguments, .. Few]);

    private static string Page(params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            var (exit, answer, notes) = Run([.. arguments, "--report", file]);
            Assert.Equal(0, exit);
            Assert.NotEmpty(answer);
            Assert.Contains(file, notes);
            return File.ReadAllText(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Key(JsonElement figure) => string.Join(
        '/', ((string[])["part", "of", "figure"]).Select(n => figure.GetProperty(n).GetString()));

    [GeneratedRegex("<svg class=\"(wide|narrow)\"")]
    private static partial Regex Charts();

    // What a page that stands alone never has: scripts, other files, and numbers that are none.
    [GeneratedRegex("<script|<iframe|src=|@import|href=\"(?!#|data:)|url\\((?!\"?#|['\"]?data:)|NaN|∞")]
    private static partial Regex Foreign();
}
