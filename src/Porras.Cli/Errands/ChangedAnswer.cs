using System.Text.Json.Nodes;
using Porras.Exchange;

namespace Porras.Cli;

/// <summary>The answer of <c>porras why --changed</c>: what differs between two runs, cause by cause.</summary>
internal static class ChangedAnswer
{
    private const int CausesShown = 40;

    /// <summary>Answers.</summary>
    /// <param name="words">The words.</param>
    /// <param name="job">The model and the data set.</param>
    /// <param name="asked">The runs, and where they are.</param>
    /// <param name="wanted">Which lines are asked about.</param>
    /// <param name="form">Text or JSON.</param>
    /// <exception cref="WrongUseException">There is no such run.</exception>
    /// <exception cref="RefusedException">The settled lines have mistakes, which have been shown.</exception>
    public static int Write(Words words, Job job, ChangedRuns asked, Func<LineKey, bool> wanted, Output form)
    {
        var lines = Read(words, job, asked.Settled);
        var (before, now) = (Run(words, lines, asked.First), Run(words, lines, asked.Second));
        if (Moment(now).CompareTo(Moment(before)) < 0)
        {
            (before, now) = (now, before);
        }

        // The later run is repeated as it was, so its terms count and not those of the command.
        var terms = BookOptions.TermsOf(job, now.Name) with { Until = now.Until ?? job.Until, Known = now.Known };
        var sofar = UpTo(lines, now);
        var findings = BookCheck.Check(sofar, job.Runs, terms with { Name = "" });
        Sheet.Notes().Findings(findings, null, words.Tongue);
        var settled = job.SettleUp(terms.Until.Value, terms.Known ?? int.MaxValue, Environment.ProcessorCount);
        Sheet.Notes().Findings(settled.AllFindings, null, words.Tongue);
        if (findings.Any(f => f.Severity == Severity.Mistake) || settled.IsRefused)
        {
            throw new RefusedException();
        }

        if (Difference.Of(settled, Book.Of(sofar)).Entries.Count is var other and > 0)
        {
            Sheet.Notes().Paragraph(words["changed.other", now.Name, words.Count("lines", other)]);
        }

        var difference = Difference.Of(settled, Book.Of(UpTo(lines, before)));
        var causes = new Causes(job.Runs, terms, before);
        var text = new CauseText(words.Tongue);
        var entries = difference.Entries.Where(e => wanted(e.Key)).ToList();
        var groups = entries.GroupBy(e => text.Short(causes.Of(e)), StringComparer.Ordinal).ToList();
        if (form == Output.Json)
        {
            JsonText.Write(Console.Out, Json(job.Plan.Currency, before, now, groups));
        }
        else
        {
            Text(words, job.Plan.Currency, (before, now), groups);
        }

        return Exit.Done;
    }

    private static IReadOnlyList<BookedLine> Read(Words words, Job job, IReadOnlyList<string> paths)
    {
        var (lines, findings) = SettledCsv.Read(
            BookOptions.Files(paths).Select(f => (f, (Func<Stream>)(() => File.OpenRead(f)))), job.Plan.Currency);
        Sheet.Notes().Findings(findings, null, words.Tongue);
        return findings.Any(f => f.Severity == Severity.Mistake) ? throw new RefusedException() : lines;
    }

    private static RunTerms Run(Words words, IReadOnlyList<BookedLine> lines, string name)
    {
        // A run that settled several versions is named by the latest of which it has lines, as in a book.
        var own = lines.Where(l => l.Run.Name == name).ToList();
        if (own.Count > 0)
        {
            return Book.Of(own).Latest!;
        }

        var names = lines.Select(l => l.Run.Name).Distinct().ToList();
        var near = Nearest.To(name, names);
        throw new WrongUseException(Diagnostic.At(
            default, "P7113", name, near ?? (names.Count > 0 ? string.Join(", ", names) : words["no-cases"])) with
        {
            Variant = near is null ? null : "near",
        });
    }

    // Runs follow each other by the day of settlement, then by what was known.
    private static (int Until, int Known) Moment(RunTerms run) =>
        (run.Until ?? int.MinValue, run.Known ?? int.MaxValue);

    private static List<BookedLine> UpTo(IReadOnlyList<BookedLine> lines, RunTerms run) =>
        [.. lines.Where(l => l.Run.Name == run.Name || Moment(l.Run).CompareTo(Moment(run)) < 0)];

    private static void Text(
        Words words, Currency currency, (RunTerms Before, RunTerms Now) runs, List<IGrouping<string, Entry>> groups)
    {
        var sheet = Sheet.Answer();
        var spoken = new Spoken(words.Tongue, currency);
        foreach (var group in groups.Take(CausesShown))
        {
            sheet.Paragraph(group.Key.Length > 0 ? group.Key : words["changed.since", Until(words, runs.Before)]);
            sheet.Gap();
            Table(words, sheet, spoken, group);
            sheet.Gap();
        }

        if (groups.Count > CausesShown)
        {
            sheet.Aside(words["changed.more", Words.Number(groups.Count - CausesShown)]);
            sheet.Gap();
        }

        sheet.Paragraph(words[
            "changed", runs.Before.Name, Until(words, runs.Before), runs.Now.Name, Until(words, runs.Now),
            words.Count("lines", groups.Sum(g => g.Count())), spoken.Money(Sum(groups.SelectMany(g => g)))]);
    }

    private static void Table(Words words, Sheet sheet, Spoken spoken, IEnumerable<Entry> entries)
    {
        string[] headings = ["earned", "participant", "fee", "time", "before", "now", "difference"];
        sheet.Table(new(
            [.. headings.Select(h => words["column." + h])],
            [false, false, false, true, true, true, true],
            [.. entries.Select(e => (IReadOnlyList<string>)
            [
                Day.Write(e.Earned), e.Key.Owner, e.Key.Fee, Words.Number(e.Key.Occurrence),
                e.Before is { } before ? spoken.Money(before.Amount) : "",
                e.Now is { } now ? spoken.Money(now.Amount) : "", spoken.Money(e.Amount),
            ])]));
    }

    private static JsonObject Json(
        Currency currency, RunTerms before, RunTerms now, List<IGrouping<string, Entry>> groups) => new()
    {
        ["before"] = before.Name,
        ["now"] = now.Name,
        ["currency"] = currency.Code,
        ["difference"] = Sum(groups.SelectMany(g => g)).ToString(currency),
        ["causes"] = JsonText.Array(groups, g => new JsonObject
        {
            ["because"] = g.Key.Length > 0 ? g.Key : null,
            ["difference"] = Sum(g).ToString(currency),
            ["lines"] = JsonText.Array(g, e => new JsonObject
            {
                ["participant"] = e.Key.Owner,
                ["fee"] = e.Key.Fee,
                ["occurrence"] = e.Key.Occurrence,
                ["episode"] = e.Key.Episode,
                ["kind"] = e.Key.Kind == LineKind.Fee ? "fee" : "take-back",
                ["earned"] = Day.Write(e.Earned),
                ["line"] = e.Before?.Id,
                ["before"] = e.Before?.Amount.ToString(currency),
                ["now"] = e.Now?.Amount.ToString(currency),
                ["difference"] = e.Amount.ToString(currency),
            }),
        }),
    };

    private static Money Sum(IEnumerable<Entry> entries) => entries.Aggregate(Money.Zero, (sum, e) => sum + e.Amount);

    private static string Until(Words words, RunTerms run) =>
        run.Until is { } day ? Day.Write(day) : words["changed.never"];
}

/// <summary>Two runs of a book.</summary>
/// <param name="First">The name of one.</param>
/// <param name="Second">The name of the other.</param>
/// <param name="Settled">The files of the book, or their folder.</param>
internal sealed record ChangedRuns(string First, string Second, IReadOnlyList<string> Settled);
