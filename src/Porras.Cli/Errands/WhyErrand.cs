using System.CommandLine;
using System.Text.Json.Nodes;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary><c>porras why</c>: why a line is what it is, or why a fee was not paid.</summary>
internal static class WhyErrand
{
    public static Command Command(Words words)
    {
        var job = new JobOptions(words);
        var person = Options.Word(words, "participant");
        var changed = new Option<string[]>("--changed")
        {
            Description = words["option.changed"], Arity = new(2, 2), AllowMultipleArgumentsPerToken = true,
        };
        var book = new Option<string[]>("--settled")
        {
            Description = words["option.changed.settled"], AllowMultipleArgumentsPerToken = true,
        };
        var fee = Options.Word(words, "fee");
        var occurrence = Options.Number(words, "occurrence", 0);
        var episode = Options.Number(words, "episode", 0);
        var form = Options.Form(words, "text", "json");
        var command = new Command("why", words["why"]) { person, fee, occurrence, episode, changed, book, form };
        job.AddTo(command);
        command.SetAction(r =>
        {
            var which = new Which(r.GetValue(fee), r.GetValue(occurrence), r.GetValue(episode));
            return (r.GetValue(changed), r.GetValue(book), r.GetValue(person)) switch
            {
                ([var a, var b], { Length: > 0 } settled, var name) =>
                    Changed(words, job.Read(r), new(a, b, settled), name, which, r.GetValue(form)),
                (not { Length: > 0 }, _, { } name) => Run(words, job.Read(r), name, which, r.GetValue(form)),
                _ => throw new WrongUseException(Diagnostic.At(default, "P7114")),
            };
        });
        return command;
    }

    private static int Run(Words words, Job job, string person, Which which, Output form)
    {
        var whys = About(words, job, person);
        if (whys.Count == 0)
        {
            throw new WrongUseException(Near("P7106", person, job.Data.Starts.Participants, ""));
        }

        var told = whys.SelectMany(w => Paid(words, w, which)).OrderBy(l => l.Day).Select(l => l.Told).ToList();
        if (told.Count == 0 || which.Fee is null)
        {
            told.AddRange(NotPaid(words, job, whys, which));
        }

        if (form == Output.Json)
        {
            JsonText.Write(Console.Out, JsonText.Array(told, Json));
        }
        else
        {
            Show(words, told);
        }

        return Exit.Done;
    }

    private static int Changed(
        Words words, Job job, ChangedRuns runs, string? person, Which which, Output form) => ChangedAnswer.Write(
        words,
        job,
        runs,
        key => (person is null || key.Owner == person) && (which.Fee is null || key.Fee == which.Fee)
            && (which.Time == 0 || key.Occurrence == which.Time)
            && (which.Episode == 0 || key.Episode == which.Episode),
        form);

    // A provider, a cohort or the contract can be asked about like a participant, where the model has fees for them.
    // What was expected of it, or what a limit reports of it, is said beside its lines.
    private static List<Version> About(Words words, Job job, string owner)
    {
        var whys = new List<Version>();
        foreach (var (_, plan, data) in job.Versions)
        {
            if (!plan.IsAcross)
            {
                var place = data.Find(owner);
                whys.AddRange(place < 0 ? [] : [new(plan, Why.About(plan, data, place, job.Until, job.KnownOn))]);
                continue;
            }

            var settled = Settle.All(plan, data, job.Until, job.KnownOn, Environment.ProcessorCount);
            Sheet.Notes().Findings(
                settled.Findings.Where(f => f.Severity == Severity.Mistake || IsAbout(f, owner)), null, words.Tongue);
            var found = settled.IsRefused ? throw new RefusedException() : settled.Across!.Owners.Find(owner);
            whys.AddRange(found < 0 ? [] : [new(plan, Why.About(settled, found))]);
        }

        return whys;
    }

    private static bool IsAbout(Diagnostic finding, string owner) =>
        finding.Code is "P6012" or "P6013" && finding.Arguments[0] == owner;

    private static IEnumerable<(int Day, ToldLine Told)> Paid(Words words, Version version, Which which)
    {
        var text = new WhyText(version.Plan, words.Tongue);
        return version.Why.Reasons()
            .Where(r => which.Fee is null || r.Fee.Name.Text == which.Fee)
            .Where(r => which.Time == 0 || r.Line.Time == which.Time)
            .Where(r => which.Episode == 0 || r.Line.Episode == which.Episode)
            .Select(r => (r.Line.Earned, new ToldLine(text.Reason(r, version.Why), version.Number)));
    }

    // Without a fee: those that were not paid at all; with one: the occurrence that is asked for.
    private static IEnumerable<ToldLine> NotPaid(Words words, Job job, List<Version> whys, Which which)
    {
        var names = job.Versions.SelectMany(v => v.Plan.Fees).Select(f => f.Source.Name.Text).Distinct().ToList();
        if (which.Fee is { } asked && !names.Contains(asked))
        {
            throw new WrongUseException(Near("P7107", asked, names, string.Join(", ", names)));
        }

        var episode = Math.Max(1, which.Episode);
        var version = Owning(whys, episode);
        var text = new WhyText(version.Plan, words.Tongue);
        var paid = which.Fee is not null ? []
            : whys.SelectMany(w => w.Why.Reasons()).Select(r => r.Fee.Name.Text).ToHashSet();
        foreach (var plan in version.Plan.Fees.Where(f => version.Why.CanEarn(f)))
        {
            var name = plan.Source.Name.Text;
            if (which.Fee is null ? paid.Contains(name) : name != which.Fee)
            {
                continue;
            }

            if (version.Why.NotPaid(plan.Index, which.Time, episode) is { } not)
            {
                yield return new(text.Not(not, version.Why, episode), version.Number);
            }
        }
    }

    // What is not paid is told by the version under which it could still be.
    private static Version Owning(List<Version> whys, int episode) => whys.LastOrDefault(w =>
        w.Plan.Days is not { } days || (w.Why.StartOf(episode) is not { } start || days.Starts.Contains(start))
            && days.Earned.First <= w.Why.Until) ?? whys[0];

    private static Diagnostic Near(string code, string found, IEnumerable<string> valid, string all)
    {
        var near = Nearest.To(found, valid);
        var finding = Diagnostic.At(default, code, found, near ?? all);
        return near is null ? finding : finding with { Variant = "near" };
    }

    private static void Show(Words words, List<ToldLine> told)
    {
        var sheet = Sheet.Answer();
        foreach (var (i, (line, version)) in told.Index())
        {
            if (i > 0)
            {
                sheet.Gap();
            }

            sheet.Title(line.Title);
            sheet.Aside(line.About);
            if (version is { } number)
            {
                sheet.Aside(words["why.version", Words.Number(number)]);
            }

            line.Sentences.ToList().ForEach(s => Sentence(sheet, s));
            Table(sheet, line.Facts);
            Table(sheet, line.Measures);
            Table(sheet, line.Receipt);
            line.After.ToList().ForEach(s => Sentence(sheet, s));
        }
    }

    private static void Sentence(Sheet sheet, ExplainedSentence sentence) =>
        sheet.Item(sentence.Text + (sentence.Clause is null ? "" : $" (§ {sentence.Clause})"));

    private static void Table(Sheet sheet, ExplainedTable? table)
    {
        if (table is not null)
        {
            sheet.Gap();
            sheet.Table(SheetTable.Of(table));
            sheet.Gap();
        }
    }

    private static JsonObject Json(ToldLine line)
    {
        var json = ModelAnswers.Why(line.Told);
        if (line.Version is { } number)
        {
            json["version"] = number;
        }

        return json;
    }

    // One version of the model, asked about one owner of lines.
    private sealed record Version(Plan Plan, Why Why)
    {
        public int? Number => Plan.Days is null ? null : Plan.Model.Header.Version;
    }

    // The version is said where there are several.
    private sealed record ToldLine(ToldWhy Told, int? Version);
}

/// <summary>What is asked about.</summary>
/// <param name="Fee">The fee; null for all.</param>
/// <param name="Time">The occurrence, from 1; 0 for all.</param>
/// <param name="Episode">The episode, from 1; 0 for all.</param>
internal sealed record Which(string? Fee, int Time, int Episode);
