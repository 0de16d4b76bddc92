using Porras.Exchange;

namespace Porras.Cli;

/// <summary>A settlement part by part.</summary>
/// <param name="Versions">The model, or its versions.</param>
/// <param name="Folder">The folder of the data set.</param>
/// <param name="To">The file for the lines.</param>
internal sealed record StreamedJob(IReadOnlyList<Plan> Versions, string Folder, string To)
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
        var totals = new FeeTotals(job.Versions);
        var done = new SettledByParts([], [], 0);
        LinesFile.Write(job.To, job.Versions, file =>
        {
            done = SettleByParts.Run(job.Versions, job.Folder, job.Until, job.KnownOn, threads, Add, job.Options);
            return !done.IsRefused;

            void Add(Settled part)
            {
                var told = reasons?.Invoke(part);
                file.Add(part, told is null ? null : line => told(part, line));
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

        var spoken = new Spoken(words.Tongue, job.Versions[0].Currency);
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

/// <summary>How many lines each fee has, and what they come to; a fee of several versions is one.</summary>
/// <param name="versions">The model, or its versions.</param>
internal sealed class FeeTotals(IReadOnlyList<Plan> versions)
{
    private readonly List<string> _fees =
        [.. versions.SelectMany(v => v.Fees).Select(f => f.Source.Name.Text).Distinct()];

    private readonly Dictionary<string, (long Count, Money Sum)> _of = [];

    /// <summary>All lines.</summary>
    public long Lines => _of.Values.Sum(f => f.Count);

    /// <summary>What they come to.</summary>
    public Money Sum => _of.Values.Aggregate(Money.Zero, (a, b) => a + b.Sum);

    /// <summary>Adds the lines of a settlement.</summary>
    public void Add(Settled settled)
    {
        var sums = new (long Count, Money Sum)[settled.Plan.Fees.Count];
        foreach (var part in settled.Parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                ref var sum = ref sums[part.Fees[i]];
                sum = (sum.Count + 1, sum.Sum + new Money(part.Amounts[i]));
            }
        }

        foreach (var (fee, sum) in sums.Index())
        {
            var name = settled.Plan.Fees[fee].Source.Name.Text;
            var sofar = _of.GetValueOrDefault(name);
            _of[name] = (sofar.Count + sum.Count, sofar.Sum + sum.Sum);
        }
    }

    /// <summary>The totals as a table.</summary>
    public SheetTable Table(Words words, Spoken spoken)
    {
        var rows = _fees.Select(f => (f, Of: _of.GetValueOrDefault(f))).Select(f => (IReadOnlyList<string>)
            [f.f, Words.Number(f.Of.Count), spoken.Money(f.Of.Sum)]);
        return new(
            [words["column.fee"], words["column.lines"], words["column.amount"]],
            [false, true, true],
            [.. rows, [words["total"], Words.Number(Lines), spoken.Money(Sum)]],
            HasTotal: true);
    }
}
