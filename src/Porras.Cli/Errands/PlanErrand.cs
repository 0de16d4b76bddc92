using System.CommandLine;
using System.Text.Json.Nodes;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Cli;

/// <summary><c>porras plan</c>: how fast a model can move from outputs to outcomes.</summary>
internal static class PlanErrand
{
    private const int Usually = 1024, ForReports = 8192;

    public static Command Command(Words words)
    {
        var model = Options.Model(words);
        var world = new WorldOptions(words);
        var step = Options.Word(words, "step");
        var most = Options.Word(words, "most");
        var write = Options.Flag(words, "write");
        var report = Options.Word(words, "report");
        var charts = Options.Word(words, "charts");
        var form = Options.Form(words, "text", "json");
        var command = new Command("plan", words["plan"]) { model };
        world.AddTo(command);
        foreach (var option in (Option[])[step, most, write, report, charts, form])
        {
            command.Options.Add(option);
        }

        command.SetAction(r =>
        {
            var path = r.GetValue(model)!;
            var plan = new ComparedModels(words).Plans([path])[0].Plan;
            var study = world.Study(r, r.GetValue(report) is null ? Usually : ForReports);
            var options = new ShareOptions(study.Run)
            {
                Ruin = study.Ruin,
                Behaviour = study.Behaviour,
                Step = WorldOptions.Share(r.GetValue(step) ?? "100%"),
                Most = WorldOptions.Share(r.GetValue(most) ?? "100%"),
                Sizes = Sizes.Usual,
            };
            var asked = new PlanAsked(path, r.GetValue(write), r.GetValue(report), r.GetValue(charts));
            return Run(words, asked, plan.Model, world.World(r, plan), options, r.GetValue(form));
        });
        return command;
    }

    private static int Run(
        Words words, PlanAsked asked, FeeModel model, World world, ShareOptions options, Output form)
    {
        SharePlan planned;
        try
        {
            planned = SharePlan.Of(model, world, options);
        }
        catch (Porras.Lab.RefusedException refused)
        {
            Sheet.Notes().Findings(refused.Findings, null, words.Tongue);
            return Exit.Findings;
        }

        var told = new PlanWords(planned, words.Tongue);
        if (form == Output.Json)
        {
            Console.Out.Write(Json(planned).ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n");
        }
        else
        {
            PlanSheet.Write(told);
        }

        Files(words, asked, told);
        return planned.Keeps ? Exit.Done : Exit.Findings;
    }

    private static void Files(Words words, PlanAsked asked, PlanWords told)
    {
        var written = new List<string>();
        if (asked.Write)
        {
            var file = ModelFile.Read(asked.Path);
            WholeFile.Write(asked.Path, to =>
                to.Write(TransitionText.Write(file.Text, file.IsPage, told.Plan.Multipliers)));
            written.Add(asked.Path);
        }

        if (asked.Report is { } page)
        {
            var study = Study.Of(Plan.Compile(told.Plan.Rewritten), told.Plan.World, new(told.Plan.Options.Run)
            {
                Ruin = told.Plan.Options.Ruin, Sizes = [], Risks = false,
            });
            WholeFile.Write(page, to => PlanPage.Write(to, told, study));
            written.Add(page);
        }

        written.AddRange(asked.Charts is { } folder ? StudyChartFiles.Write(folder, told) : []);
        foreach (var file in written)
        {
            Sheet.Notes().Paragraph(words["written", file]);
        }
    }

    private static JsonObject Json(SharePlan plan) => new()
    {
        ["keeps"] = plan.Keeps,
        ["single"] = Interval(plan.Single),
        ["ruin without outcomes"] = plan.NoneRuin,
        ["years"] = new JsonArray([.. plan.Years.Select(y => new JsonObject
        {
            ["year"] = y.Year,
            ["share"] = y.Share,
            ["outputs"] = y.Written.Outputs,
            ["outcomes"] = y.Written.Outcomes,
            ["budget"] = y.Budget / plan.Check.Cash.Run.Plan.Currency.Scale,
            ["ruin"] = y.Ruin,
            ["may help later"] = y.MayHelp,
        })]),
        ["sizes"] = new JsonArray([.. plan.Sizes.Select(s => new JsonObject
        {
            ["clients"] = s.Clients, ["share"] = Interval(s.Largest),
        })]),
        ["check"] = new JsonObject
        {
            ["ruin"] = Interval(plan.Check.Ruin),
            ["ruin by year"] = new JsonArray([.. plan.Check.RuinBy.Select(Interval)]),
        },
        ["remedies"] = new JsonArray([.. plan.Remedies.Select(r => new JsonObject
        {
            ["remedy"] = r.Remedy.ToString().ToLowerInvariant(), ["share"] = Interval(r.Largest),
        })]),
        ["replications"] = plan.Options.Run.Replications,
        ["seed"] = plan.Options.Run.Seed,
    };

    private static JsonArray Interval(Interval interval) => [interval.Lower, interval.Value, interval.Upper];
}

/// <summary>What is asked for beside the plan itself.</summary>
/// <param name="Path">The model's file.</param>
/// <param name="Write">Whether the clause is written into it.</param>
/// <param name="Report">The page to write; null for none.</param>
/// <param name="Charts">The folder for charts; null for none.</param>
internal sealed record PlanAsked(string Path, bool Write, string? Report, string? Charts);
