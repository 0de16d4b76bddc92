using System.CommandLine;
using System.Text.Json.Nodes;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Cli;

/// <summary><c>porras plan</c>: how fast a model can move from outputs to outcomes.</summary>
internal static class PlanErrand
{
    private const int Usually = 1024;

    public static Command Command(Words words)
    {
        var model = Options.Model(words);
        var world = new WorldOptions(words);
        var step = Options.Word(words, "step");
        var most = Options.Word(words, "most");
        var write = Options.Flag(words, "write");
        var form = Options.Form(words, "text", "json");
        var command = new Command("plan", words["plan"]) { model };
        world.AddTo(command);
        foreach (var option in (Option[])[step, most, write, form])
        {
            command.Options.Add(option);
        }

        command.SetAction(r =>
        {
            var path = r.GetValue(model)!;
            var plan = new ComparedModels(words).Plans([path])[0].Plan;
            var study = world.Study(r, Usually);
            var options = new ShareOptions(study.Run)
            {
                Ruin = study.Ruin,
                Behaviour = study.Behaviour,
                Step = WorldOptions.Share(r.GetValue(step) ?? "100%"),
                Most = WorldOptions.Share(r.GetValue(most) ?? "100%"),
            };
            return Run(words, path, plan.Model, world.World(r, plan), options, r.GetValue(form), r.GetValue(write));
        });
        return command;
    }

    private static int Run(
        Words words, string path, FeeModel model, World world, ShareOptions options, Output form, bool write)
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

        if (form == Output.Json)
        {
            Console.Out.Write(Json(planned).ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n");
        }
        else
        {
            new PlanSheet(planned, words.Tongue).Write(Sheet.Answer());
        }

        if (write)
        {
            var file = ModelFile.Read(path);
            WholeFile.Write(path, to => to.Write(TransitionText.Write(file.Text, file.IsPage, planned.Multipliers)));
            Sheet.Notes().Paragraph(words["written", path]);
        }

        return planned.Keeps ? Exit.Done : Exit.Findings;
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
        ["check"] = new JsonObject { ["ruin"] = Interval(plan.Check.Ruin) },
        ["remedies"] = new JsonArray([.. plan.Remedies.Select(r => new JsonObject
        {
            ["remedy"] = r.Remedy.ToString().ToLowerInvariant(), ["share"] = Interval(r.Largest),
        })]),
        ["replications"] = plan.Options.Run.Replications,
        ["seed"] = plan.Options.Run.Seed,
    };

    private static JsonArray Interval(Interval interval) => [interval.Lower, interval.Value, interval.Upper];
}
