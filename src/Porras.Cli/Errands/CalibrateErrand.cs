using System.CommandLine;
using Porras.Exchange;
using Porras.Lab;

namespace Porras.Cli;

/// <summary><c>porras calibrate</c>: prices for a margin, and what fees buy.</summary>
internal static class CalibrateErrand
{
    // Where pay depends on others every replication is settled whole.
    private const int Usually = 1024, Across = 256;

    public static Command Command(Words words)
    {
        var model = Options.Model(words);
        var world = new WorldOptions(words);
        var margin = Options.Word(words, "margin");
        var together = Options.Flag(words, "together");
        var write = Options.Flag(words, "write");
        var report = Options.Word(words, "report");
        var form = Options.Form(words, "text", "json", "csv");
        var command = new Command("calibrate", words["calibrate"]) { model };
        world.AddTo(command);
        foreach (var option in (Option[])[margin, together, write, report, form])
        {
            command.Options.Add(option);
        }

        command.SetAction(r =>
        {
            var path = r.GetValue(model)!;
            var asked = new CalibrationOptions(
                WorldOptions.Share(r.GetValue(margin) ?? "5%"), r.GetValue(together));
            var plans = new ComparedModels(words).Plans([path]);
            var options = world.Study(r, plans[0].Plan.IsAcross ? Across : Usually);
            options = options with { Sizes = [], Risks = false };
            var studied = SimulateErrand.Studies(words, plans, world.World(r, plans[0].Plan), options);
            var all = Calibrated(words, path, studied[0].Study, asked);
            var told = new StudyWords(studied, words.Tongue);
            Answer(words, told, all, r.GetValue(form));
            if (r.GetValue(report) is { } page)
            {
                WholeFile.Write(page, to => CalibrationPage.Write(to, told, all));
                Sheet.Notes().Paragraph(words["written", page]);
            }

            return (!r.GetValue(write) || Written(words, path, all)) && all.IsWhole ? Exit.Done : Exit.Findings;
        });
        return command;
    }

    private static Calibration Calibrated(Words words, string path, Study study, CalibrationOptions options)
    {
        try
        {
            return Calibration.Of(study, options);
        }
        catch (Porras.Lab.RefusedException refused)
        {
            Show(words, path, refused.Findings);
            throw new RefusedException();
        }
    }

    private static void Answer(Words words, StudyWords told, Calibration all, Output form)
    {
        switch (form)
        {
            case Output.Csv:
                StudyCsv.Head(Console.Out);
                StudyCsv.Write(Console.Out, told.Models[0].Label, "", CalibrationFigure.All(all));
                break;
            case Output.Json:
                JsonText.Write(Console.Out, PlanJson.Of(all, words.Tongue));
                break;
            case Output.Text or Output.Markdown:
                new CalibrationSheet(told, all).Write(Sheet.Answer());
                break;
            default:
                throw new InvalidOperationException($"Unknown form {form}.");
        }

        Show(words, null, all.Findings);
    }

    private static bool Written(Words words, string path, Calibration all)
    {
        var file = ModelFile.Read(path);
        var (text, findings) = PriceFactorsText.Write(file.Text, file.IsPage, all.Rewritten);
        Show(words, path, findings);
        if (text is null)
        {
            return false;
        }

        WholeFile.Write(path, to => to.Write(text));
        Sheet.Notes().Paragraph(words["written", path]);
        return true;
    }

    private static void Show(Words words, string? path, IReadOnlyList<Diagnostic> findings) =>
        Sheet.Notes().Findings(findings.Select(f => f with { File = path }), null, words.Tongue);
}
