using System.CommandLine;
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
            JsonText.Write(Console.Out, PlanJson.Of(planned));
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
}

/// <summary>What is asked for beside the plan itself.</summary>
/// <param name="Path">The model's file.</param>
/// <param name="Write">Whether the clause is written into it.</param>
/// <param name="Report">The page to write; null for none.</param>
/// <param name="Charts">The folder for charts; null for none.</param>
internal sealed record PlanAsked(string Path, bool Write, string? Report, string? Charts);
