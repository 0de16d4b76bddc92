using System.CommandLine;
using System.Text.Json.Nodes;

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
        var why = About(job, person)
            ?? throw new WrongUseException(Near("P7106", person, job.Data.Starts.Participants, ""));
        var text = new WhyText(job.Plan, words.Tongue);
        var told = Paid(job, why, text, which).ToList();
        if (told.Count == 0 || which.Fee is null)
        {
            told.AddRange(NotPaid(job, why, text, which));
        }

        if (form == Output.Json)
        {
            JsonText.Write(Console.Out, JsonText.Array(told, Json));
        }
        else
        {
            Show(told);
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
    private static Why? About(Job job, string owner)
    {
        if (!job.Plan.IsAcross)
        {
            return job.Data.Find(owner) is var p and >= 0
                ? Why.About(job.Plan, job.Data, p, job.Until, job.KnownOn) : null;
        }

        var settled = Settle.All(job.Plan, job.Data, job.Until, job.KnownOn, Environment.ProcessorCount);
        return settled.Across!.Owners.Find(owner) is var place and >= 0 ? Why.About(settled, place) : null;
    }

    private static IEnumerable<ToldWhy> Paid(Job job, Why why, WhyText text, Which which) =>
        why.Reasons()
            .Where(r => which.Fee is null || r.Fee.Name.Text == which.Fee)
            .Where(r => which.Time == 0 || r.Line.Time == which.Time)
            .Where(r => which.Episode == 0 || r.Line.Episode == which.Episode)
            .Select(r => text.Reason(r, why));

    // Without a fee: those that were not paid at all; with one: the occurrence that is asked for.
    private static IEnumerable<ToldWhy> NotPaid(Job job, Why why, WhyText text, Which which)
    {
        var names = job.Plan.Fees.Select(f => f.Source.Name.Text).ToList();
        var asked = job.Plan.Fees.Where(f => which.Fee is null || f.Source.Name.Text == which.Fee).ToList();
        if (asked.Count == 0)
        {
            throw new WrongUseException(Near("P7107", which.Fee!, names, string.Join(", ", names)));
        }

        var episode = Math.Max(1, which.Episode);
        var paid = which.Fee is null ? why.Reasons().Select(r => r.Line.Fee).ToHashSet() : [];
        foreach (var plan in asked.Where(f => why.CanEarn(f) && !paid.Contains(f.Index)))
        {
            if (why.NotPaid(plan.Index, which.Time, episode) is { } not)
            {
                yield return text.Not(not, why, episode);
            }
        }
    }

    private static Diagnostic Near(string code, string found, IEnumerable<string> valid, string all)
    {
        var near = Nearest.To(found, valid);
        var finding = Diagnostic.At(default, code, found, near ?? all);
        return near is null ? finding : finding with { Variant = "near" };
    }

    private static void Show(List<ToldWhy> told)
    {
        var sheet = Sheet.Answer();
        for (var i = 0; i < told.Count; i++)
        {
            if (i > 0)
            {
                sheet.Gap();
            }

            sheet.Title(told[i].Title);
            sheet.Aside(told[i].About);
            told[i].Sentences.ToList().ForEach(s => Sentence(sheet, s));
            Table(sheet, told[i].Facts);
            Table(sheet, told[i].Measures);
            Table(sheet, told[i].Receipt);
            told[i].After.ToList().ForEach(s => Sentence(sheet, s));
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

    private static JsonObject Json(ToldWhy told) => new()
    {
        ["title"] = told.Title,
        ["about"] = told.About,
        ["sentences"] = JsonText.Sentences(told.Sentences),
        ["facts"] = JsonText.Table(told.Facts),
        ["measures"] = JsonText.Table(told.Measures),
        ["receipt"] = JsonText.Table(told.Receipt),
        ["after"] = JsonText.Sentences(told.After),
    };
}

/// <summary>What is asked about.</summary>
/// <param name="Fee">The fee; null for all.</param>
/// <param name="Time">The occurrence, from 1; 0 for all.</param>
/// <param name="Episode">The episode, from 1; 0 for all.</param>
internal sealed record Which(string? Fee, int Time, int Episode);
