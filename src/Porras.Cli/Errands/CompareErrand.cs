using System.CommandLine;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary><c>porras compare</c>: one cohort under several models.</summary>
internal static class CompareErrand
{
    public static Command Command(Words words)
    {
        var models = new Argument<string[]>("MODEL")
        {
            Description = words["compare.models"], Arity = ArgumentArity.OneOrMore,
        };
        var data = new Option<string>("--data") { Description = words["option.data"], Required = true };
        var until = Options.Word(words, "until");
        var known = Options.Word(words, "known");
        var by = Options.Word(words, "by");
        var report = Options.Word(words, "report");
        var form = Options.Form(words, "text", "csv", "json");
        var command = new Command("compare", words["compare"]) { models, data, until, known, by, report, form };
        command.SetAction(r => Run(
            words,
            new(
                r.GetValue(models)!,
                r.GetValue(data)!,
                r.GetValue(until),
                r.GetValue(known),
                r.GetValue(by),
                r.GetValue(report)),
            r.GetValue(form)));
        return command;
    }

    private static int Run(Words words, CompareAsked asked, Output form)
    {
        if (asked.Models.Count < 2)
        {
            throw new WrongUseException(Diagnostic.At(default, "P7141"));
        }

        var until = Options.DayOf(asked.Until, DateOnly.FromDateTime(DateTime.Today).DayNumber);
        var knownOn = Options.DayOf(asked.Known, int.MaxValue);
        var reading = new ComparedModels(words);
        var plans = reading.Plans(asked.Models);
        var data = reading.DataSets(plans, asked.Data);
        var possible = Possible(plans, data);
        if (asked.By is { } said && !possible.Contains(said))
        {
            throw new WrongUseException(Near(said, possible));
        }

        var labels = ComparedModels.Labels(plans);
        var settled = reading.Settle(plans, data, until, knownOn);
        var known = asked.By is { } name && !IsAlways(name) ? name : null;
        var all = Comparison.Of([.. labels.Zip(settled, (l, s) => new ComparedModel(l, s))], known);
        var told = new ComparisonWords(all, words.Tongue);
        Answer(told, asked, possible, form);
        if (asked.Report is { } page)
        {
            WholeFile.Write(page, to => ComparisonPage.Write(to, told));
            Sheet.Notes().Paragraph(words["written", page]);
        }

        return Exit.Done;
    }

    private static void Answer(
        ComparisonWords words, CompareAsked asked, IReadOnlyList<string> possible, Output form)
    {
        var all = words.Comparison;
        switch (form)
        {
            case Output.Csv:
                ComparisonCsv.Write(Console.Out, all, asked.By is { } one ? all.Find(one) : null);
                break;
            case Output.Json:
                JsonText.Write(Console.Out, ComparisonJson.Of(all));
                break;
            default:
                var by = asked.By is { } said ? all.Find(said)! : all.By[0];
                CompareSheet.Write(words, by, possible.Where(p => p != by.By), asked.Report is null);
                break;
        }
    }

    private static IReadOnlyList<string> Possible(
        IReadOnlyList<(string Path, Plan Plan)> plans, IReadOnlyList<DataSet> data) =>
        Comparison.Possible([.. plans.Select(p => p.Plan)], data[0].Starts.Provider.Any(p => p >= 0));

    private static bool IsAlways(string by) =>
        by is Breakdown.Group or Breakdown.Fee or Breakdown.Month or Breakdown.Provider;

    private static Diagnostic Near(string found, IReadOnlyList<string> valid)
    {
        var near = Nearest.To(found, valid);
        var finding = Diagnostic.At(default, "P7143", found, near ?? string.Join(", ", valid));
        return near is null ? finding : finding with { Variant = "near" };
    }
}

/// <summary>What is to be compared, as asked for.</summary>
/// <param name="Models">The model files; the first is the baseline.</param>
/// <param name="Data">The folder of the data set.</param>
/// <param name="Until">The day of settlement; null for today.</param>
/// <param name="Known">The day by which facts were known; null for all.</param>
/// <param name="By">By what the sums are cut; null for the first way there is.</param>
/// <param name="Report">The page to write; null for none.</param>
internal sealed record CompareAsked(
    IReadOnlyList<string> Models, string Data, string? Until, string? Known, string? By, string? Report);
