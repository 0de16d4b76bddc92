using Porras.Exchange;

namespace Porras.Cli;

/// <summary>A settlement part by part.</summary>
/// <param name="Plan">The model.</param>
/// <param name="Folder">The folder of the data set.</param>
/// <param name="To">The file for the lines.</param>
internal sealed record StreamedJob(Plan Plan, string Folder, string To)
{
    /// <summary>How files are read.</summary>
    public required CsvOptions Options { get; init; }

    /// <summary>The day of settlement.</summary>
    public required int Until { get; init; }

    /// <summary>Whether that is today because nothing was said.</summary>
    public required bool IsToday { get; init; }

    /// <summary>Only facts known by this day.</summary>
    public required int KnownOn { get; init; }
}

/// <summary><c>porras settle --stream</c>: from sorted Parquet files to lines, in little memory.</summary>
internal static class StreamErrand
{
    /// <summary>Settles, writes the lines and says what they come to.</summary>
    /// <param name="words">The words.</param>
    /// <param name="job">What is settled.</param>
    /// <param name="threads">How many threads settle.</param>
    /// <param name="reasons">What gives the reasons of a part's lines; null: they stay empty.</param>
    public static int Run(
        Words words, StreamedJob job, int threads, Func<Settled, Reasons>? reasons)
    {
        var totals = new FeeTotals(job.Plan);
        var done = new SettledByParts([], [], 0);
        LinesFile.Write(job.To, job.Plan, file =>
        {
            done = SettleByParts.Run(job.Plan, job.Folder, job.Until, job.KnownOn, threads, Add, job.Options);
            return !done.IsRefused;

            void Add(Settled part)
            {
                Func<FeeLine, string>? told = reasons is null ? null : reasons(part).Invoke;
                file.Add(part, told);
                totals.Add(part);
            }
        });
        var notes = Sheet.Notes();
        notes.Findings(done.Findings, null, words.Tongue);
        foreach (var row in done.Skipped)
        {
            notes.Paragraph(words["skipped", row.File, Words.Number(row.Line)]);
        }

        if (done.IsRefused)
        {
            return Exit.Findings;
        }

        var spoken = new Spoken(words.Tongue, job.Plan.Currency);
        var sheet = Sheet.Answer();
        sheet.Table(totals.Table(words, spoken));
        sheet.Gap();
        var key = job.IsToday ? "settled.today" : "settled";
        var count = words.Count("lines", totals.Lines);
        sheet.Paragraph(words[key, Day.Write(job.Until), count, spoken.Money(totals.Sum)]);
        sheet.Paragraph(words.Count("settled.parts", done.Participants));
        sheet.Paragraph(words["written", job.To]);
        return Exit.Done;
    }
}

/// <summary>How many lines each fee has, and what they come to.</summary>
/// <param name="plan">The model.</param>
internal sealed class FeeTotals(Plan plan)
{
    private readonly long[] _counts = new long[plan.Fees.Count];
    private readonly Money[] _sums = new Money[plan.Fees.Count];

    /// <summary>All lines.</summary>
    public long Lines => _counts.Sum();

    /// <summary>What they come to.</summary>
    public Money Sum => _sums.Aggregate(Money.Zero, (a, b) => a + b);

    /// <summary>Adds the lines of a settlement.</summary>
    public void Add(Settled settled)
    {
        foreach (var part in settled.Parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                _counts[part.Fees[i]]++;
                _sums[part.Fees[i]] += new Money(part.Amounts[i]);
            }
        }
    }

    /// <summary>The totals as a table.</summary>
    public SheetTable Table(Words words, Spoken spoken)
    {
        var rows = Enumerable.Range(0, plan.Fees.Count).Select(f => (IReadOnlyList<string>)
            [plan.Fees[f].Source.Name.Text, Words.Number(_counts[f]), spoken.Money(_sums[f])]);
        return new(
            [words["column.fee"], words["column.lines"], words["column.amount"]],
            [false, true, true],
            [.. rows, [words["total"], Words.Number(Lines), spoken.Money(Sum)]],
            HasTotal: true);
    }
}
