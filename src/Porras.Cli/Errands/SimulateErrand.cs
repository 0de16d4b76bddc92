using System.CommandLine;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Cli;

/// <summary><c>porras simulate</c>: what models would do before anybody signs them.</summary>
internal static class SimulateErrand
{
    private const int Usually = 1024, ForReports = 8192;

    public static Command Command(Words words)
    {
        var models = new Argument<string[]>("MODEL")
        {
            Description = words["simulate.models"], Arity = ArgumentArity.OneOrMore,
        };
        var world = new WorldOptions(words);
        var sensitivity = Options.Flag(words, "sensitivity");
        var report = Options.Word(words, "report");
        var charts = Options.Word(words, "charts");
        var facts = Options.Word(words, "facts");
        var form = Options.Form(words, "text", "json", "csv");
        var command = new Command("simulate", words["simulate"]) { models };
        world.AddTo(command);
        foreach (var option in (Option[])[sensitivity, report, charts, facts, form])
        {
            command.Options.Add(option);
        }

        command.SetAction(r =>
        {
            var options = world.Study(r, r.GetValue(report) is null ? Usually : ForReports) with
            {
                Sensitivity = r.GetValue(sensitivity),
            };
            var made = NewFolder(r.GetValue(facts));
            var plans = new ComparedModels(words).Plans(r.GetValue(models)!);
            var played = world.World(r, plans[0].Plan);
            var told = new StudyWords(Studies(words, plans, played, options), words.Tongue);
            Answer(told, r.GetValue(form));
            if (r.GetValue(report) is { } page)
            {
                WholeFile.Write(page, to => StudyPage.Write(to, told));
                Sheet.Notes().Paragraph(words["written", page]);
            }

            if (r.GetValue(charts) is { } folder)
            {
                foreach (var file in StudyChartFiles.Write(folder, told))
                {
                    Sheet.Notes().Paragraph(words["written", file]);
                }
            }

            Facts(words, made, plans[0].Plan, played, options.Run.Seed);
            return Exit.Done;
        });
        return command;
    }

    // No file of another data set may stay among those that are written.
    private static string? NewFolder(string? folder) =>
        folder is not null && DataSetFolder.FilesIn(folder) is { Count: > 0 } files
            ? throw new WrongUseException(Diagnostic.At(default, "P7130", folder, string.Join(", ", files))) : folder;

    private static void Facts(Words words, string? folder, Plan plan, World world, ulong seed)
    {
        if (folder is not null)
        {
            CsvDataSet.Write(folder, SimulatedFacts.Of(plan, world, seed));
            Sheet.Notes().Paragraph(words["written", folder]);
        }
    }

    /// <summary>Studies models on the same random numbers; costs are those planned for the first.</summary>
    /// <exception cref="RefusedException">A model refuses what is simulated; why has been shown.</exception>
    public static IReadOnlyList<StudiedModel> Studies(
        Words words, IReadOnlyList<(string Path, Plan Plan)> plans, World world, StudyOptions options)
    {
        var labels = ComparedModels.Labels(plans);
        var studied = new List<StudiedModel>();
        foreach (var (m, (path, plan)) in plans.Index())
        {
            try
            {
                var own = m == 0 ? world : WorldBeside.Of(studied[0].Study.World, plan.Model);
                studied.Add(new(labels[m], Study.Of(plan, own, m == 0 ? options : options with
                {
                    Sizes = [], Risks = false, Sensitivity = false,
                })));
            }
            catch (Porras.Lab.RefusedException refused)
            {
                Sheet.Notes().Findings(refused.Findings.Select(f => f with { File = path }), null, words.Tongue);
                throw new RefusedException();
            }
        }

        return studied;
    }

    private static void Answer(StudyWords words, Output form)
    {
        switch (form)
        {
            case Output.Csv:
                StudyCsv.Head(Console.Out);
                for (var m = 0; m < words.Models.Count; m++)
                {
                    StudyCsv.Write(Console.Out, words.Models[m].Label, "", StudyFigure.All(words.Models, m));
                }

                break;
            case Output.Json:
                JsonText.Write(Console.Out, StudyJson.Of(words));
                break;
            case Output.Text or Output.Markdown:
                StudySheet.Write(words);
                break;
            default:
                throw new InvalidOperationException($"Unknown form {form}.");
        }
    }
}
