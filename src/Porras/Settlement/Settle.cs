using System.Globalization;
using System.Runtime.InteropServices;

namespace Porras;

/// <summary>Settling: model × facts known on a day × up to a day → lines. Nothing else goes in.</summary>
public static class Settle
{
    /// <summary>Settles a data set.</summary>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="data">The data set, as read for this model's schema.</param>
    /// <param name="until">The day of settlement: facts and moments after it are not there yet.</param>
    /// <param name="knownOn">Only facts known by this day; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="threads">How many threads; the result never depends on it.</param>
    /// <param name="progress">Called now and then with the number of participants done; from any thread.</param>
    /// <param name="reasons">
    /// Whether the reason of each line is kept with it (<see cref="Settled.Reasons"/>); never with rules across
    /// participants.
    /// </param>
    /// <param name="spare">Room for the lines; null: new room.</param>
    /// <returns>Lines, or mistakes and no line: nothing is ever half settled.</returns>
    public static Settled All(
        Plan plan,
        DataSet data,
        int until,
        int knownOn = int.MaxValue,
        int threads = 1,
        Action<int>? progress = null,
        bool reasons = false,
        SpareLines? spare = null)
    {
        var counting = data.Counting(knownOn);
        var everybody = plan.Everybody(counting, until, threads);
        var first = new FirstPass(plan, counting, until, everybody, reasons);
        first.Run(threads, progress, spare);
        var (parts, nothing) = (first.Parts, first.SharesOfNothing);
        var found = first.Findings.SelectMany(f => f).ToList();
        var across = everybody is null ? null : new Across(everybody, new Owners(plan, everybody, found));
        if (across is not null)
        {
            var second = new SecondPass(plan, across, found);
            parts = [second.Run(Joined(parts))];
            nothing = [.. nothing, second.SharesOfNothing];
        }

        var all = Bids.Check(plan, data).Concat(found).Concat(Notes(nothing)).ToList();
        var refused = all.Exists(f => f.Severity == Severity.Mistake);
        return new(plan, data, refused ? [new()] : parts, all)
        {
            Across = across,
            Until = until,
            KnownOn = knownOn,
            Reasons = refused || across is not null ? null : first.Reasons,
        };
    }

    /// <summary>
    /// Settles some participants again, such as those of whom a fact came late: their lines, and nobody else is gone
    /// through. The lines are those that a settlement of all would give them.
    /// </summary>
    /// <param name="plan">The model, made ready; without rules across participants.</param>
    /// <param name="data">The data set as it is now.</param>
    /// <param name="participants">The participants, as places in it, in rising order.</param>
    /// <param name="until">The day of settlement.</param>
    /// <param name="knownOn">Only facts known by this day; <see cref="int.MaxValue"/> for all.</param>
    /// <returns>Lines of these participants as places in <paramref name="data"/>, or mistakes and no line.</returns>
    /// <exception cref="ArgumentException">Lines of the model can depend on other participants.</exception>
    public static Settled Again(
        Plan plan, DataSet data, IReadOnlyList<int> participants, int until, int knownOn = int.MaxValue)
    {
        if (plan.IsAcross)
        {
            throw new ArgumentException("The model has rules across participants: settle all of them.", nameof(plan));
        }

        var (parts, findings) = (new List<Lines>(), new List<Diagnostic>());
        foreach (var participant in participants)
        {
            var own = All(plan, data.Only(participant), until, knownOn);
            parts.AddRange(own.Parts);
            own.Parts[0].Rename(participant);
            findings.AddRange(own.Findings);
        }

        var refused = findings.Exists(f => f.Severity == Severity.Mistake);
        return new(plan, data, refused ? [new()] : parts, [.. findings.Distinct()])
        {
            Until = until,
            KnownOn = knownOn,
        };
    }

    /// <summary>Several lists of lines as one, in their order.</summary>
    internal static Lines Joined(IReadOnlyList<Lines> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var all = new Lines();
        all.Reserve(checked((int)parts.Sum(p => (long)p.Count)));
        foreach (var part in parts)
        {
            all.AddRange(part);
        }

        return all;
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
        c.Group = plan.GroupOf(c, spot);
        if (TestPlan.All(plan.OnlyIf, c, spot))
        {
            return true;
        }

        findings.Add(Diagnostic.At(default, "P6010", starts.Participants[participant], Day.Write(c.Start)));
        return false;
    }

    /// <summary>
    /// The lines of a case after limits and taking back, in order of earned day, fee and time. In a settlement across
    /// participants, the first pass leaves what comes after the first limit across them to the second pass.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="c">The case.</param>
    /// <param name="across">What the second pass did; null while it has not run.</param>
    /// <param name="notes">Takes the notes of limits; null where nobody asks.</param>
    public static List<DraftLine> Draft(
        Plan plan, ServiceCase c, Across? across = null, List<Diagnostic>? notes = null)
    {
        var lines = new List<DraftLine>();
        var owner = c.Owner is null ? c.Participant : across!.Owners.Place(c.Owner);
        IEnumerable<FeePlan> fees = c.Owner is { } o ? plan.Fees.Where(f => f.Scope == o.Scope) : plan.OwnFees;
        foreach (var fee in fees.Select(f => f.Index))
        {
            foreach (var line in Earned(plan, c, owner, fee))
            {
                lines.Add(new() { Line = line, Occurrence = line.Time - 1 });
            }
        }

        lines.Sort((a, b) => Place(a.Line).CompareTo(Place(b.Line)));
        foreach (var limit in c.Owner is null ? plan.FirstLimits : [])
        {
            limit.Apply(c, lines, notes);
        }

        if (across is null && plan.SecondLimits.Count > 0)
        {
            return lines;
        }

        lines.ForEach(line => line.Apply(across?.EffectsOn(line.Line) ?? []));
        TakeBack(plan, c, lines);
        return lines;
    }

    /// <summary>
    /// The lines of one fee of a case before limits: of what pays something and belongs to the plan's version.
    /// </summary>
    internal static IEnumerable<FeeLine> Earned(Plan plan, ServiceCase c, int owner, int fee)
    {
        var (occurrences, paid) = (c.Occurrences(fee), c.Paid(fee));
        for (var i = 0; i < paid.Count; i++)
        {
            if (paid[i] != Money.Zero && plan.Has(occurrences[i].Day))
            {
                yield return new(owner, c.Episode, fee, i + 1, occurrences[i].Day, LineKind.Fee, paid[i]);
            }
        }
    }

    /// <summary>Takes back what is to be taken back of the lines of a case.</summary>
    internal static void TakeBack(Plan plan, ServiceCase c, List<DraftLine> lines)
    {
        foreach (var back in plan.TakeBacks.Where(b => plan.Fees[b.Fee].Scope == c.Owner?.Scope))
        {
            back.Apply(c, lines);
        }
    }

    /// <summary>Adds the lines of one fee of a participant.</summary>
    internal static void Add(ServiceCase c, int fee, Lines lines) => lines.AddFee(
        c.Participant,
        c.Episode,
        fee,
        CollectionsMarshal.AsSpan(c.Occurrences(fee)),
        CollectionsMarshal.AsSpan(c.Paid(fee)));

    private static (int Earned, int Fee, int Time) Place(in FeeLine line) => (line.Earned, line.Fee, line.Time);

    /// <summary>Reports what a case was refused for.</summary>
    internal static void Refused(ServiceCase c, string owner, List<Diagnostic> findings)
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
            findings.Add(Diagnostic.At(default, code, owner, refusal.Name, Day.Write(refusal.Day)));
        }

        c.Refusals.Clear();
    }

    private static IEnumerable<Diagnostic> Notes(IEnumerable<Dictionary<string, int>> nothing) => nothing
        .SelectMany(n => n)
        .GroupBy(n => n.Key, n => n.Value)
        .OrderBy(n => n.Key, StringComparer.Ordinal)
        .Select(n => Diagnostic.At(default, "P6011", n.Key, n.Sum().ToString(CultureInfo.InvariantCulture)));
}
