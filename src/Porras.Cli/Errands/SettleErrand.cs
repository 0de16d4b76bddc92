using System.CommandLine;
using System.Text.Json.Nodes;
using Porras.Exchange;
using Spectre.Console;

namespace Porras.Cli;

/// <summary><c>porras settle</c>: from facts to lines.</summary>
internal static class SettleErrand
{
    private const int ReasonsMost = 100_000;
    private const int LinesShown = 40;
    private const int LongJob = 50_000;

    public static Command Command(Words words)
    {
        var job = new JobOptions(words);
        var to = Options.Word(words, "out");
        var book = new BookOptions(words);
        var threads = Options.Number(words, "threads", Environment.ProcessorCount);
        var reasons = Options.Flag(words, "reasons");
        var stream = Options.Flag(words, "stream");
        var form = Options.Form(words, "text", "json", "csv");
        var command = new Command("settle", words["settle"]) { to, threads, reasons, stream, form };
        job.AddTo(command);
        book.AddTo(command);
        command.SetAction(r =>
        {
            if (book.IsAsked(r) && (r.GetValue(stream) || LinesFile.IsParquet(r.GetValue(to) ?? "")))
            {
                throw new WrongUseException(Diagnostic.At(default, "P7132"));
            }

            if (r.GetValue(stream))
            {
                Reasons Told(Settled part) =>
                    LineReasons.Of(words, LineReasons.Everybody(SettledVersions.Of(part)));
                return StreamErrand.Run(
                    words, job.ReadStreamed(r, r.GetValue(to)), r.GetValue(threads), r.GetValue(reasons) ? Told : null);
            }

            var what = job.Read(r);
            var asked = new SettleForm(r.GetValue(form), r.GetValue(to));
            return Run(words, what, book.Read(r, what, asked.To), asked, r.GetValue(threads), r.GetValue(reasons));
        });
        return command;
    }

    private static int Run(Words words, Job job, BookJob? book, SettleForm form, int threads, bool all)
    {
        var settled = Settled(words, job, threads);
        var notes = Sheet.Notes();
        notes.Findings(settled.AllFindings, null, words.Tongue);
        if (settled.IsRefused)
        {
            return Exit.Findings;
        }

        if (book is null)
        {
            Write(words, job, settled, form, Told(LineReasons.Everybody(settled), settled.Count));
        }
        else
        {
            BookAnswer.Write(words, job, book, settled, form, owners => Told([.. owners], owners.LongCount()));
        }

        return Exit.Done;

        Reasons? Told(IEnumerable<(Settled, int)> owners, long count)
        {
            if (all || count <= ReasonsMost)
            {
                return LineReasons.Of(words, owners);
            }

            if (form.To is not null || form.Output != Output.Text)
            {
                notes.Paragraph(words["reasons-left-out", Words.Number(ReasonsMost)]);
            }

            return null;
        }
    }

    private static void Write(Words words, Job job, SettledVersions settled, SettleForm form, Reasons? reasons)
    {
        Func<Settled, FeeLine, string>? told = reasons is null ? null : reasons.Invoke;
        if (form.To is { } to)
        {
            LinesFile.Write(to, settled, told);
        }

        switch (form.Output)
        {
            case Output.Csv when form.To is null:
                LinesCsv.Write(Console.Out, settled, told);
                break;
            case Output.Json:
                Json(words, job, settled, told);
                break;
            case Output.Text or Output.Csv or Output.Markdown:
                Text(words, job, settled, form.To);
                break;
            default:
                throw new InvalidOperationException($"Unknown form {form.Output}.");
        }
    }

    private static SettledVersions Settled(Words words, Job job, int threads)
    {
        var people = job.Data.Starts.Count;
        if (Console.IsErrorRedirected || people < LongJob)
        {
            return job.Settle(threads);
        }

        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress().AutoClear(true).Start(progress =>
        {
            var task = progress.AddTask(words["working"], maxValue: (double)people * job.Versions.Count);
            return job.Settle(threads, done => task.Value = done);
        });
    }

    private static void Text(Words words, Job job, SettledVersions settled, string? to)
    {
        var sheet = Sheet.Answer();
        var spoken = new Spoken(words.Tongue, job.Plan.Currency);
        if (to is null && settled.Count > 0)
        {
            sheet.Table(Lines(words, settled, spoken));
            if (settled.Count > LinesShown)
            {
                sheet.Aside(words["more", Words.Number(settled.Count - LinesShown)]);
            }

            sheet.Gap();
        }

        var totals = new FeeTotals([.. job.Versions.Select(v => v.Plan)]);
        settled.Versions.ToList().ForEach(totals.Add);
        sheet.Table(totals.Table(words, spoken));
        sheet.Gap();
        var key = job.IsToday ? "settled.today" : "settled";
        var count = words.Count("lines", settled.Count);
        sheet.Paragraph(words[key, Day.Write(job.Until), count, spoken.Money(settled.Total)]);
        if (to is not null)
        {
            sheet.Paragraph(words["written", to]);
        }
    }

    private static SheetTable Lines(Words words, SettledVersions settled, Spoken spoken)
    {
        var amended = settled.IsAmended;
        string[] version = amended ? ["version"] : [];
        string[] headings = ["earned", "participant", "fee", "time", .. version, "amount"];
        return new(
            [.. headings.Select(h => words["column." + h])],
            [.. headings.Select((_, i) => i > 2)],
            [.. settled.InOrder().Take(LinesShown).Select(l => (IReadOnlyList<string>)
            [
                Day.Write(l.Line.Earned),
                l.Version.OwnerName(l.Line),
                l.Version.Plan.Fees[l.Line.Fee].Source.Name.Text,
                Words.Number(l.Line.Time),
                .. amended ? (string[])[VersionOf(l.Version)] : [],
                spoken.Money(l.Line.Amount),
            ])]);
    }

    private static string VersionOf(Settled version) => Words.Number(version.Plan.Model.Header.Version);

    private static void Json(Words words, Job job, SettledVersions settled, Func<Settled, FeeLine, string>? told)
    {
        var all = Head(job);
        all["until"] = Day.Write(job.Until);
        all["known"] = job.KnownOn == int.MaxValue ? null : Day.Write(job.KnownOn);
        all["currency"] = job.Plan.Currency.Code;
        all["total"] = settled.Total.ToString(job.Plan.Currency);
        all["notes"] = JsonText.Findings(settled.AllFindings, words.Tongue);
        all["lines"] = JsonText.Array(settled.InOrder(), l => Json(job, l.Version, l.Line, told));
        JsonText.Write(Console.Out, all);
    }

    /// <summary>The model; of a contract that was amended, its latest version and then all of them.</summary>
    internal static JsonObject Head(Job job)
    {
        var head = Version(job.Versions[^1]);
        head.Insert(0, "model", job.Plan.Model.Header.Name.Text);
        if (job.IsAmended)
        {
            head["versions"] = JsonText.Array(job.Versions, Version);
        }

        return head;

        static JsonObject Version(JobVersion version) => new()
        {
            ["version"] = version.Model.Header.Version,
            ["hash"] = ModelHash.Of(version.Model),
        };
    }

    private static JsonObject Json(Job job, Settled version, FeeLine line, Func<Settled, FeeLine, string>? told)
    {
        var json = LinesJson.Of(version, line, told?.Invoke(version, line));
        if (job.IsAmended)
        {
            json["version"] = version.Plan.Model.Header.Version;
        }

        return json;
    }
}
