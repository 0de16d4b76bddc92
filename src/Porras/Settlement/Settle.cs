using System.Globalization;
using System.Runtime.InteropServices;

namespace Porras;

/// <summary>What one settlement gives: lines, and what a person should know about it.</summary>
/// <param name="Plan">The model, made ready.</param>
/// <param name="Data">The data set as given.</param>
/// <param name="Parts">The lines, in the order of participants; each part is a range of them.</param>
/// <param name="Findings">Mistakes (then nothing is settled) and notes.</param>
public sealed record Settled(Plan Plan, DataSet Data, IReadOnlyList<Lines> Parts, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>How many lines there are.</summary>
    public long Count => Parts.Sum(p => (long)p.Count);

    /// <summary>The total of all lines.</summary>
    public Money Total => Parts.Aggregate(Money.Zero, (total, part) => total + part.Total);

    /// <summary>Whether it was refused: there are mistakes, and no lines.</summary>
    public bool IsRefused => Findings.Any(f => f.Severity == Severity.Mistake);

    /// <summary>All lines as one list, in the order of participants.</summary>
    public Lines Lines()
    {
        if (Parts.Count == 1)
        {
            return Parts[0];
        }

        var all = new Lines();
        all.Reserve(checked((int)Count));
        foreach (var part in Parts)
        {
            all.AddRange(part);
        }

        return all;
    }
}

/// <summary>Settling: model × facts known on a day × up to a day → lines. Nothing else goes in.</summary>
public static class Settle
{
    private const int Smallest = 256, Largest = 16384, Pieces = 64;

    /// <summary>Settles a data set.</summary>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="data">The data set, as read for this model's schema.</param>
    /// <param name="until">The day of settlement: facts and moments after it are not there yet.</param>
    /// <param name="knownOn">Only facts known by this day; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="threads">How many threads; the result never depends on it.</param>
    /// <param name="progress">Called now and then with the number of participants done; from any thread.</param>
    /// <returns>Lines, or mistakes and no line: nothing is ever half settled.</returns>
    public static Settled All(
        Plan plan, DataSet data, int until, int knownOn = int.MaxValue, int threads = 1, Action<int>? progress = null)
    {
        var counting = data.Counting(knownOn);
        var people = data.Starts.Count;
        var size = Math.Clamp(people / Pieces, Smallest, Largest);
        var parts = new Lines[Math.Max(1, (people + size - 1) / size)];
        var findings = new List<Diagnostic>[parts.Length];
        var workers = Math.Clamp(threads, 1, parts.Length);
        var nothing = new Dictionary<string, int>[workers];
        var (next, done) = (-1, 0);
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
        {
            // Whoever is ready takes the next range; a part belongs to its range, whoever settled it.
            var c = plan.NewCase(counting, until);
            nothing[worker] = c.SharesOfNothing;
            var room = 4 * size;
            for (var part = Interlocked.Increment(ref next); part < parts.Length;
                part = Interlocked.Increment(ref next))
            {
                var (from, to) = (part * size, Math.Min(people, (part + 1) * size));
                (parts[part], findings[part]) = (new(room), []);
                for (var p = from; p < to; p++)
                {
                    Episodes(plan, c, p, parts[part], findings[part]);
                }

                room = parts[part].Count + parts[part].Count / 16;
                progress?.Invoke(Interlocked.Add(ref done, to - from));
            }
        });
        var all = Bids.Check(plan, data).Concat(findings.SelectMany(f => f)).Concat(Notes(nothing)).ToList();
        return new(plan, data, all.Exists(f => f.Severity == Severity.Mistake) ? [new()] : parts, all);
    }

    /// <summary>
    /// Fills a case with one episode: its group and whether it is eligible. False if it is not, or refused.
    /// </summary>
    public static bool Begin(Plan plan, ServiceCase c, int participant, int episode, List<Diagnostic> findings)
    {
        var starts = c.Data.Starts;
        var row = starts.Offsets[participant] + episode - 1;
        var isLast = row + 1 == starts.Offsets[participant + 1] || plan.Schema.SecondStart != SecondStart.NewEpisode;
        c.Begin(participant, episode, row, isLast ? int.MaxValue : starts.Day[row + 1] - 1);
        if (!Starts.IsAllowed(plan, c, findings))
        {
            return false;
        }

        var spot = new Spot(c.Start, c.Start, new(c.Start, c.Start));
        for (var g = 0; g < plan.Groups.Count && c.Group < 0; g++)
        {
            c.Group = plan.Groups[g]?.Holds(c, spot) ?? true ? g : -1;
        }

        if (TestPlan.All(plan.OnlyIf, c, spot))
        {
            return true;
        }

        findings.Add(Diagnostic.At(default, "P6010", starts.Participants[participant], Day.Write(c.Start)));
        return false;
    }

    /// <summary>The lines of a case after limits and taking back, in order of earned day, fee and time.</summary>
    public static List<DraftLine> Draft(Plan plan, ServiceCase c)
    {
        var lines = new List<DraftLine>();
        for (var fee = 0; fee < plan.Fees.Count; fee++)
        {
            var occurrences = c.Occurrences(fee);
            var paid = c.Paid(fee);
            for (var i = 0; i < paid.Count; i++)
            {
                if (paid[i] != Money.Zero)
                {
                    var line = new FeeLine(
                        c.Participant, c.Episode, fee, i + 1, occurrences[i].Day, LineKind.Fee, paid[i]);
                    lines.Add(new() { Line = line, Occurrence = i });
                }
            }
        }

        lines.Sort((a, b) => Place(a.Line).CompareTo(Place(b.Line)));
        foreach (var limit in plan.Limits)
        {
            limit.Apply(c, lines);
        }

        foreach (var back in plan.TakeBacks)
        {
            back.Apply(c, lines);
        }

        return lines;
    }

    private static (int Earned, int Fee, int Time) Place(in FeeLine line) => (line.Earned, line.Fee, line.Time);

    private static void Episodes(Plan plan, ServiceCase c, int participant, Lines lines, List<Diagnostic> findings)
    {
        var starts = c.Data.Starts;
        var episodes = plan.Schema.SecondStart == SecondStart.NewEpisode
            ? starts.Offsets[participant + 1] - starts.Offsets[participant] : 1;
        for (var episode = 1; episode <= episodes; episode++)
        {
            try
            {
                if (starts.Day[starts.Offsets[participant] + episode - 1] <= c.Until
                    && Begin(plan, c, participant, episode, findings))
                {
                    Pay(plan, c, lines);
                }
            }
            catch (OverflowException)
            {
                findings.Add(Diagnostic.At(default, "P6005", starts.Participants[participant]));
            }

            Refused(c, findings);
        }
    }

    // Without limits and taking back nothing can change a line: it goes straight to the columns.
    private static void Pay(Plan plan, ServiceCase c, Lines lines)
    {
        if (!plan.IsPlain)
        {
            foreach (var draft in Draft(plan, c))
            {
                if (draft.Line.Amount != Money.Zero)
                {
                    lines.Add(draft.Line);
                }
            }

            return;
        }

        foreach (var fee in plan.FeeArray)
        {
            if (fee.IsDirect && c.Remembers && !c.HasOccurrences(fee.Index))
            {
                fee.PayDirectly(c, lines);
                continue;
            }

            var occurrences = CollectionsMarshal.AsSpan(c.Occurrences(fee.Index));
            var paid = CollectionsMarshal.AsSpan(c.Paid(fee.Index));
            lines.AddFee(c.Participant, c.Episode, fee.Index, occurrences, paid);
        }
    }

    private static void Refused(ServiceCase c, List<Diagnostic> findings)
    {
        if (c.Refusals.Count == 0)
        {
            return;
        }

        foreach (var refusal in c.Refusals.Distinct())
        {
            var code = refusal.Kind switch
            {
                RefusalKind.NoRow => "P6003",
                RefusalKind.EmptyCell => "P6004",
                RefusalKind.TwoLatest => "P6006",
                _ => throw new InvalidOperationException("Unknown refusal."),
            };
            findings.Add(Diagnostic.At(
                default, code, c.Data.Starts.Participants[c.Participant], refusal.Name, Day.Write(refusal.Day)));
        }

        c.Refusals.Clear();
    }

    private static IEnumerable<Diagnostic> Notes(IEnumerable<Dictionary<string, int>> nothing) => nothing
        .SelectMany(n => n)
        .GroupBy(n => n.Key, n => n.Value)
        .OrderBy(n => n.Key, StringComparer.Ordinal)
        .Select(n => Diagnostic.At(default, "P6011", n.Key, n.Sum().ToString(CultureInfo.InvariantCulture)));
}
