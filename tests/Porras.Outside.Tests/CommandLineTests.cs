using System.Diagnostics;
using System.Text.Json;

namespace Porras.Outside.Tests;

/// <summary>The command line as a process of its own, run in the repository.</summary>
public sealed class CommandLineTests
{
    private const string Model = "models/work-programme.md";
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static TheoryData<string> Pages() =>
    [
        .. ((string[])["P71*.md", "P853*.md"])
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, "cases", "diagnostics"), p))
            .Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Models() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "models"), "*.md").Select(p => "models/" + Path.GetFileName(p)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_about_the_command_line_shows_exactly_what_it_says(string name)
    {
        var page = File.ReadAllText(Path.Combine(Root, "cases", "diagnostics", name));
        var block = page.Split("```console\n$ porras ")[1].Split("\n```")[0];
        var cut = block.IndexOf('\n', StringComparison.Ordinal);
        var (exit, answer, notes) = Run(block[..cut].Split(' '));
        Assert.Equal(block[(cut + 1)..], $"{(answer + notes).TrimEnd('\n')}\n(exit {exit})");
        Assert.StartsWith(Path.GetFileNameWithoutExtension(name), block[(cut + 1)..]);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_of_the_gallery_passes_check_and_is_in_canonical_layout(string model)
    {
        var (exit, answer, notes) = Run("check", model, "--no-advice");
        Assert.Equal((0, ""), (exit, notes));
        Assert.EndsWith(": 0 mistakes, 0 pieces of advice.\n", answer);
        Assert.Equal(0, Run("format", "--check", model).Exit);
    }

    [Fact]
    public void A_folder_is_settled_to_the_cent()
    {
        var (exit, answer, _) = Run(
            "settle", "--model", Model, "--data", "models/data/work-programme", "--until", "2015-12-31");
        Assert.Equal(0, exit);
        Assert.Contains("Settled up to 2015-12-31: 29 lines, total GBP 11,945.00.", answer.Replace('\u00a0', ' '));
        Assert.DoesNotContain('\u001b', answer);
    }

    [Fact]
    public void Lines_are_written_whole_to_a_file_with_their_reasons()
    {
        var file = Path.GetTempFileName();
        Assert.Equal(0, Run("settle", "--model", Model, "--case", "WP-04", "--out", file).Exit);
        var rows = File.ReadAllLines(file);
        File.Delete(file);
        Assert.Equal(6, rows.Length);
        Assert.Equal(
            "p4,sustained,3,1,2013-03-10,fee,250.00,GBP,2013-03-29,,work reached 28 days (2013-02-11 to 2013-03-10)",
            rows[^1]);
    }

    [Fact]
    public void A_data_set_is_converted_there_and_back_and_settles_alike_in_both_forms_and_part_by_part()
    {
        var folder = Directory.CreateTempSubdirectory("porras-forms-").FullName;
        string In(string name) => Path.Combine(folder, name);
        string[] model = ["--model", Model];
        const string Csv = "models/data/work-programme";
        Assert.Equal(0, Run(["convert", .. model, "--data", Csv, "--out", In("a"), "--to", "parquet"]).Exit);
        Assert.Equal(0, Run(["convert", .. model, "--data", In("a"), "--out", In("b"), "--to", "csv"]).Exit);
        Assert.Equal(0, Run(["convert", .. model, "--data", In("b"), "--out", In("c"), "--to", "parquet"]).Exit);
        Assert.Equal(
            File.ReadAllBytes(In("a/job.parquet")), File.ReadAllBytes(In("c/job.parquet")));
        string[] settle = ["settle", .. model, "--until", "2015-12-31", "--reasons"];
        Assert.Equal(0, Run([.. settle, "--data", Csv, "--out", In("whole.csv")]).Exit);
        Assert.Equal(0, Run([.. settle, "--data", In("a"), "--out", In("parts.csv"), "--stream"]).Exit);
        Assert.Equal(0, Run([.. settle, "--data", In("a"), "--out", In("whole.parquet")]).Exit);
        Assert.Equal(0, Run([.. settle, "--data", In("a"), "--out", In("parts.parquet"), "--stream"]).Exit);
        Assert.Equal(
            File.ReadAllLines(In("whole.csv")).Order(StringComparer.Ordinal),
            File.ReadAllLines(In("parts.csv")).Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllBytes(In("whole.parquet")), File.ReadAllBytes(In("parts.parquet")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Lines_as_json_have_amounts_days_and_the_hash_of_the_model()
    {
        var answer = Run("settle", "--model", Model, "--case", "WP-04", "--output", "json").Answer;
        using var json = JsonDocument.Parse(answer);
        var root = json.RootElement;
        Assert.Equal("2250.00", root.GetProperty("total").GetString());
        Assert.Equal(64, root.GetProperty("hash").GetString()!.Length);
        Assert.Equal("2012-06-11", root.GetProperty("lines")[0].GetProperty("earned").GetString());
    }

    [Theory]
    [InlineData("check", Model)]
    [InlineData("explain", Model)]
    [InlineData("bounds", Model)]
    [InlineData("diff", "models/fair-start-scotland.md", "models/fair-start-scotland-consecutive.md")]
    [InlineData("why", "--model", Model, "--case", "WP-03", "--participant", "p3")]
    public void Every_answer_can_be_had_as_json(params string[] arguments)
    {
        var (exit, answer, _) = Run([.. arguments, "--output", "json"]);
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(answer);
        Assert.NotEqual(JsonValueKind.Null, json.RootElement.ValueKind);
    }

    [Fact]
    public void A_comparison_is_told_as_json_and_written_as_a_page()
    {
        var page = Path.GetTempFileName();
        string[] models = ["models/coaching-north.md", "models/coaching-north-one-price.md"];
        var (exit, answer, notes) = Run([
            "compare", "--data", "models/data/coaching-north", .. models, "--until", "2031-06-30", "--output", "json",
            "--report", page, "--language", "fi",
        ]);
        Assert.Equal(0, exit);
        Assert.Contains("P7144 models/coaching-north-one-price.md", notes);
        using var json = JsonDocument.Parse(answer);
        Assert.Equal("11625.00", json.RootElement.GetProperty("models")[1].GetProperty("difference").GetString());
        Assert.Equal(10, json.RootElement.GetProperty("gains")[0].GetProperty("most").GetArrayLength());
        Assert.StartsWith("<!doctype html>\n<html lang=\"fi\">", File.ReadAllText(page));
        File.Delete(page);
    }

    [Theory]
    [InlineData("en", "Job outcome: not paid", "1 day more")]
    [InlineData("fi", "Job outcome", "181 päivää")]
    [InlineData("sv", "Job outcome", "181 dagar")]
    public void Why_not_is_said_in_three_languages(string language, string title, string shortfall)
    {
        string[] asked = ["why", "--model", Model, "--case", "WP-03", "--participant", "p3", "--fee", "job-outcome"];
        var answer = Run([.. asked, "--language", language]).Answer;
        Assert.StartsWith(title, answer);
        Assert.Contains(shortfall, answer.ReplaceLineEndings(" ").Replace('\u00a0', ' '));
    }

    [Fact]
    public void A_data_set_with_a_mistake_settles_nothing_and_ends_with_one()
    {
        var folder = Directory.CreateTempSubdirectory("porras-bad-").FullName;
        var (people, lines) = (Path.Combine(folder, "participants.csv"), Path.Combine(folder, "lines.csv"));
        File.WriteAllText(people, "participant,start,payment-group\np1,2011-07-04,2\np2,x,1\n");
        string[] settle = ["settle", "--model", Model, "--data", folder, "--until", "2012-01-01"];
        var (exit, answer, notes) = Run([.. settle, "--out", lines]);
        Assert.Equal((1, ""), (exit, answer));
        Assert.Contains("participants.csv line 3, column \"start\"", notes);
        Assert.False(File.Exists(lines));
        Assert.Equal(0, Run([.. settle, "--skip-bad-rows"]).Exit);
        Directory.Delete(folder, recursive: true);
    }

    internal static (int Exit, string Answer, string Notes) Run(params string[] arguments)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "Porras.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [tool, .. arguments])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LANG"] = "C";
        start.Environment.Remove("LC_ALL");
        using var process = Process.Start(start)!;
        var notes = process.StandardError.ReadToEndAsync();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, answer, notes.Result);
    }

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "Porras.slnx"))
        ? folder : FindRoot(Directory.GetParent(folder)!.FullName);
}
