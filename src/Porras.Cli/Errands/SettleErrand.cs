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
                Reasons Told(Settled part) => Reasons(words, part, Everybody(part));
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
        notes.Findings(settled.Findings, null, words.Tongue);
        if (settled.IsRefused)
        {
            return Exit.Findings;
        }

        if (book is null)
        {
            Write(words, job, settled, form, Told(Everybody(settled), settled.Count));
        }
        else
        {
            BookAnswer.Write(words, job, book, settled, form, owners => Told([.. owners], owners.LongCount()));
        }

        return Exit.Done;

        Reasons? Told(IEnumerable<int> owners, long count)
        {
            if (all || count <= ReasonsMost)
            {
                return Reasons(words, settled, owners);
            }

            if (form.To is not null || form.Output != Output.Text)
            {
                notes.Paragraph(words["reasons-left-out", Words.Number(ReasonsMost)]);
            }

            return null;
        }
    }

    private static void Write(Words words, Job job, Settled settled, SettleForm form, Reasons? reasons)
    {
        Func<FeeLine, string>? told = reasons is null ? null : line => reasons(line);
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

    private static IEnumerable<int> Everybody(Settled settled) =>
        settled.Lines().InOrder().Select(l => l.Participant).Distinct();

    private static Settled Settled(Words words, Job job, int threads)
    {
        if (Console.IsErrorRedirected || job.Data.Starts.Count < LongJob)
        {
            return Settle.All(job.Plan, job.Data, job.Until, job.KnownOn, threads);
        }

        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress().AutoClear(true).Start(progress =>
        {
            var task = progress.AddTask(words["working"], maxValue: job.Data.Starts.Count);
            return Settle.All(job.Plan, job.Data, job.Until, job.KnownOn, threads, done => task.Value = done);
        });
    }

    private static Reasons Reasons(Words words, Settled settled, IEnumerable<int> owners)
    {
        var text = new WhyText(settled.Plan, words.Tongue);
        var told = new Dictionary<FeeLine, string>();
        foreach (var reason in owners.SelectMany(o => Why.About(settled, o).Reasons()))
        {
            told[reason.Line.Bare()] = text.Short(reason);
        }

        return line => told[line.Bare()];
    }

    private static void Text(Words words, Job job, Settled settled, string? to)
    {
        var sheet = Sheet.Answer();
        var spoken = new Spoken(words.Tongue, job.Plan.Currency);
        var lines = settled.Lines().InOrder().Take(LinesShown).ToList();
        if (to is null && lines.Count > 0)
        {
            string[] headings = ["earned", "participant", "fee", "time", "amount"];
            sheet.Table(new(
                [.. headings.Select(h => words["column." + h])],
                [false, false, false, true, true],
                [.. lines.Select(l => (IReadOnlyList<string>)
                [
                    Day.Write(l.Earned),
                    settled.OwnerName(l),
                    job.Plan.Fees[l.Fee].Source.Name.Text,
                    Words.Number(l.Time),
                    spoken.Money(l.Amount),
                ])]));
            if (settled.Count > lines.Count)
            {
                sheet.Aside(words["more", Words.Number(settled.Count - lines.Count)]);
            }

            sheet.Gap();
        }

        sheet.Table(Totals(words, settled, spoken));
        sheet.Gap();
        var key = job.IsToday ? "settled.today" : "settled";
        var count = words.Count("lines", settled.Count);
        sheet.Paragraph(words[key, Day.Write(job.Until), count, spoken.Money(settled.Total)]);
        if (to is not null)
        {
            sheet.Paragraph(words["written", to]);
        }
    }

    private static SheetTable Totals(Words words, Settled settled, Spoken spoken)
    {
        var totals = new FeeTotals(settled.Plan);
        totals.Add(settled);
        return totals.Table(words, spoken);
    }

    private static void Json(Words words, Job job, Settled settled, Func<FeeLine, string>? told) =>
        JsonText.Write(Console.Out, new JsonObject
        {
            ["model"] = job.Plan.Model.Header.Name.Text,
            ["version"] = job.Plan.Model.Header.Version,
            ["hash"] = ModelHash.Of(job.Plan.Model),
            ["until"] = Day.Write(job.Until),
            ["known"] = job.KnownOn == int.MaxValue ? null : Day.Write(job.KnownOn),
            ["currency"] = job.Plan.Currency.Code,
            ["total"] = settled.Total.ToString(job.Plan.Currency),
            ["notes"] = JsonText.Findings(settled.Findings, words.Tongue),
            ["lines"] = JsonText.Array(settled.Lines().InOrder(), l => new JsonObject
            {
                ["participant"] = settled.OwnerName(l),
                ["fee"] = job.Plan.Fees[l.Fee].Source.Name.Text,
                ["occurrence"] = l.Time,
                ["episode"] = l.Episode,
                ["earned"] = Day.Write(l.Earned),
                ["kind"] = l.Kind == LineKind.Fee ? "fee" : "take-back",
                ["amount"] = l.Amount.ToString(job.Plan.Currency),
                ["payable"] = Day.Write(job.Plan.Fees[l.Fee].PayableFrom(l.Earned, job.Data.Holidays) ?? l.Earned),
                ["payer"] = settled.PayerName(l),
                ["payee"] = settled.PayeeName(l),
                ["clause"] = job.Plan.Fees[l.Fee].Source.Mark.Clause,
                ["reason"] = told?.Invoke(l),
            }),
        });
}
