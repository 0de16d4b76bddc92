using System.CommandLine;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Cli;

/// <summary><c>porras stress</c>: what a model does when something goes wrong.</summary>
internal static class StressErrand
{
    private const int Usually = 1024;

    public static Command Command(Words words)
    {
        var model = Options.Model(words);
        var world = new WorldOptions(words);
        var form = Options.Form(words, "text", "json", "csv");
        var command = new Command("stress", words["stress"]) { model };
        world.AddTo(command);
        command.Options.Add(form);
        command.SetAction(r =>
        {
            var options = world.Study(r, Usually) with { Sizes = [], Risks = false };
            var plans = new ComparedModels(words).Plans([r.GetValue(model)!]);
            var studied = SimulateErrand.Studies(words, plans, world.World(r, plans[0].Plan), options);
            Answer(new(studied, words.Tongue), Stress.Of(studied[0].Study, Scenario.Usual), r.GetValue(form));
            return Exit.Done;
        });
        return command;
    }

    private static void Answer(StudyWords words, Stress stress, Output form)
    {
        switch (form)
        {
            case Output.Csv:
                StudyCsv.Head(Console.Out);
                foreach (var (name, figures) in StudyJson.Stressed(words, stress))
                {
                    StudyCsv.Write(Console.Out, words.Models[0].Label, name, figures);
                }

                break;
            case Output.Json:
                JsonText.Write(Console.Out, StudyJson.Of(words, stress));
                break;
            case Output.Text or Output.Markdown:
                StudySheet.Write(words, stress);
                break;
            default:
                throw new InvalidOperationException($"Unknown form {form}.");
        }
    }
}
