using System.Text.Json.Nodes;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary>The answer of <c>porras settle</c> when it pays the difference to what was settled before.</summary>
internal static class BookAnswer
{
    private const int CausesMost = 100_000;
    private const int LinesShown = 40;

    public static void Write(
        Words words,
        Job job,
        BookJob book,
        SettledVersions settled,
        SettleForm form,
        Func<IEnumerable<(Settled, int)>, Reasons?> reasons)
    {
        var difference = Difference.Of(settled, book.Before);
        var told = reasons(difference.Entries.Where(e => e.Now is not null)
            .Select(e => (e.Version, e.Now!.Value.Participant)).Distinct()
            .Select(o => (settled.Versions[o.Version], o.Participant)));
        var because = Because(words, job, book, difference);
        var lines = BookRun.Lines(
            difference,
            book.Terms,
            book.Locked,
            because is null ? null : e => because[e],
            told is null ? null : e => told(settled.Versions[e.Version], e.Now!.Value),
            [.. job.Runs.Select(r => r.Tag!)]);
        if (form.To is { } path)
        {
            WholeFile.Write(path, file => SettledCsv.Write(file, lines, job.Plan.Currency));
        }

        switch (form.Output)
        {
            case Output.Csv when form.To is null:
                SettledCsv.Write(Console.Out, lines, job.Plan.Currency);
                break;
            case Output.Json:
                Json(words, job, book, difference, lines);
                break;
            case Output.Text or Output.Csv or Output.Markdown:
                Text(words, job, book, difference, because, form.To);
                break;
            default:
                throw new InvalidOperationException($"Unknown form {form.Output}.");
        }
    }

    private static Dictionary<Entry, string>? Because(Words words, Job job, BookJob book, Difference difference)
    {
        if (difference.Entries.Count > CausesMost)
        {
            Sheet.Notes().Paragraph(words["causes-left-out", Words.Number(CausesMost)]);
            return null;
        }

        var causes = new Causes(job.Runs, book.Terms, book.Before.Latest);
        var text = new CauseText(words.Tongue);
        return difference.Entries.ToDictionary(e => e, e => text.Short(causes.Of(e)));
    }

    private static void Text(
        Words words, Job job, BookJob book, Difference difference, Dictionary<Entry, string>? because, string? to)
    {
        var sheet = Sheet.Answer();
        var spoken = new Spoken(words.Tongue, job.Plan.Currency);
        if (to is null && difference.Entries.Count > 0)
        {
            Entries(words, sheet, spoken, difference, because);
        }

        sheet.Table(Totals(words, book, difference, spoken));
        sheet.Gap();
        string Money(Money money) => spoken.Money(money);
        sheet.Paragraph(words[
            "booked", book.Terms.Name, Day.Write(job.Until), Money(difference.Now.Total), Money(book.Before.Total),
            Money(difference.Total)]);
        if (to is not null)
        {
            sheet.Paragraph(words["written", to]);
        }
    }

    private static void Entries(
        Words words, Sheet sheet, Spoken spoken, Difference difference, Dictionary<Entry, string>? because)
    {
        var shown = difference.Entries.Take(LinesShown).ToList();
        string[] headings = ["earned", "participant", "fee", "time", "before", "now", "difference"];
        sheet.Table(new(
            [.. headings.Select(h => words["column." + h])],
            [false, false, false, true, true, true, true],
            [.. shown.Select(e => (IReadOnlyList<string>)
            [
                Day.Write(e.Earned), e.Key.Owner, e.Key.Fee, Words.Number(e.Key.Occurrence),
                e.Before is { } before ? spoken.Money(before.Amount) : "",
                e.Now is { } now ? spoken.Money(now.Amount) : "", spoken.Money(e.Amount),
            ])]));
        sheet.Gap();
        foreach (var entry in shown.Where(e => because?[e].Length > 0))
        {
            sheet.Item($"{entry.Key.Owner}, {entry.Key.Fee} {Words.Number(entry.Key.Occurrence)}: {because![entry]}");
        }

        if (shown.Exists(e => because?[e].Length > 0))
        {
            sheet.Gap();
        }

        if (difference.Entries.Count > shown.Count)
        {
            sheet.Aside(words["more", Words.Number(difference.Entries.Count - shown.Count)]);
            sheet.Gap();
        }
    }

    private static SheetTable Totals(Words words, BookJob book, Difference difference, Spoken spoken)
    {
        var kinds = Enum.GetValues<EntryKind>().Select(k => Row(
            "book." + k.ToString().ToLowerInvariant(), difference.Entries.Where(e => e.Kind == k).ToList()));
        return new(
            [words["column.book"], words["column.lines"], words["column.amount"]],
            [false, true, true],
            [
                [words["book.entitlement"], Words.Number(difference.Now.Count), spoken.Money(difference.Now.Total)],
                [words["book.before"], Words.Number(book.Before.Open.Count), spoken.Money(book.Before.Total)],
                .. kinds,
                Row("book.difference", difference.Entries),
            ],
            HasTotal: true);

        IReadOnlyList<string> Row(string key, IReadOnlyList<Entry> entries) =>
        [
            words[key], Words.Number(entries.Count),
            spoken.Money(entries.Aggregate(Money.Zero, (sum, e) => sum + e.Amount)),
        ];
    }

    private static void Json(
        Words words, Job job, BookJob book, Difference difference, IReadOnlyList<BookedLine> lines)
    {
        var currency = job.Plan.Currency;
        var all = SettleErrand.Head(job);
        all["run"] = book.Terms.Name;
        all["until"] = Day.Write(job.Until);
        all["known"] = job.KnownOn == int.MaxValue ? null : Day.Write(job.KnownOn);
        all["locked"] = book.Locked is { } locked ? Day.Write(locked) : null;
        all["currency"] = currency.Code;
        all["entitlement"] = difference.Now.Total.ToString(currency);
        all["before"] = book.Before.Total.ToString(currency);
        all["difference"] = difference.Total.ToString(currency);
        all["new"] = difference.Entries.Count(e => e.Kind == EntryKind.New);
        all["changed"] = difference.Entries.Count(e => e.Kind == EntryKind.Changed);
        all["gone"] = difference.Entries.Count(e => e.Kind == EntryKind.Gone);
        all["notes"] = JsonText.Findings(difference.Now.AllFindings, words.Tongue);
        all["lines"] = JsonText.Array(lines, l =>
        {
            var line = Json(l, currency);
            if (job.IsAmended)
            {
                line["version"] = l.Run.Model!.Version;
            }

            return line;
        });
        JsonText.Write(Console.Out, all);
    }

    private static JsonObject Json(BookedLine line, Currency currency) => new()
    {
        ["line"] = line.Number,
        ["booked"] = Day.Write(line.Booked),
        ["participant"] = line.Key.Owner,
        ["fee"] = line.Key.Fee,
        ["occurrence"] = line.Key.Occurrence,
        ["episode"] = line.Key.Episode,
        ["earned"] = Day.Write(line.Earned),
        ["kind"] = line.Key.Kind == LineKind.Fee ? "fee" : "take-back",
        ["amount"] = line.Amount.ToString(currency),
        ["payable"] = Day.Write(line.Payable),
        ["payer"] = Said(line.Key.Payer),
        ["payee"] = Said(line.Key.Payee),
        ["clause"] = Said(line.Clause),
        ["reverses"] = Said(line.Reverses),
        ["because"] = Said(line.Because),
        ["reason"] = Said(line.Reason),
    };

    private static string? Said(string text) => text.Length == 0 ? null : text;
}

/// <summary>In which form a settlement is answered, and where its lines are written.</summary>
/// <param name="Output">The form.</param>
/// <param name="To">The file; null for none.</param>
internal sealed record SettleForm(Output Output, string? To);
