using System.Collections.Concurrent;
using System.Globalization;

namespace Porras.Bench;

/// <summary>A line of a participant.</summary>
/// <param name="Person">Which participant, from 0.</param>
/// <param name="Paid">What is paid.</param>
public readonly record struct PaidLine(int Person, Paid Paid);

/// <summary>A slice of the reference job beside engines of rules that settle one object after the other.</summary>
public static class RulesRace
{
    /// <summary>How many participants the slice has if nothing else is asked for.</summary>
    public const int Slice = 10_000;

    private const int Threads = 2, EngineTimes = 300;

    /// <summary>Runs it and prints the page; writes it under <c>bench/results</c> if a day is given.</summary>
    public static void Run(ReferenceOrder order)
    {
        var facts = ReferenceFacts.Of(ReferenceJob.Draw(order.Participants));
        var plan = Plan.Compile(ReferenceFacts.Model);
        var expected = Lines(Settle.All(plan, facts, ReferenceFacts.Until));
        var (workflows, rules) = (new WorkflowRules(), new ObjectRules());
        Peer[] peers =
        [
            new("Porras", Threads, () =>
            {
                var settled = Settle.All(plan, facts, ReferenceFacts.Until, threads: Threads);
                return () => Totals.Of(settled);
            }, EngineTimes),
            One("Microsoft RulesEngine 6.0.1, fact by fact", People, workflows.SettleFacts),
            One("Microsoft RulesEngine 6.0.1, participant by participant", People, workflows.SettlePeople),
            One("Rules in JSON about JSON objects", () => Array.ConvertAll(People(), ObjectRules.Object), rules.Settle),
        ];
        var (times, totals) = Race.Run(peers, order.Runs, null, Console.Error.WriteLine);
        Result.Give(order, "rules", Page(order, times, totals));

        Person[] People() => Person.Of(facts);

        // What one peer reads does not lie in memory while another runs: a collection would go through it.
        Peer One<T>(string name, Func<T[]> objects, Action<T, List<PaidLine>> settle)
        {
            T[] all = [];
            return new(name, Threads, Prepare: () => all = objects(), Run: () =>
            {
                var lines = Each(all, settle);
                all = [];
                return () => Same(lines, expected, name);
            });
        }
    }

    private static List<PaidLine> Each<T>(T[] all, Action<T, List<PaidLine>> settle)
    {
        var parts = new ConcurrentBag<List<PaidLine>>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Threads };
        Parallel.ForEach(Partitioner.Create(0, all.Length), options, range =>
        {
            var lines = new List<PaidLine>();
            for (var i = range.Item1; i < range.Item2; i++)
            {
                settle(all[i], lines);
            }

            parts.Add(lines);
        });
        return [.. parts.SelectMany(p => p)];
    }

    private static List<PaidLine> Lines(Settled settled)
    {
        int[] place = [.. settled.Plan.Fees.Select(f => Totals.PlaceOf(f.Source.Name.Text))];
        return
        [
            .. from part in settled.Parts
               from i in Enumerable.Range(0, part.Count)
               let line = part[i]
               select new PaidLine(
                   line.Participant, new(place[line.Fee], line.Time, line.Earned, (int)line.Amount.Minor)),
        ];
    }

    private static Totals Same(List<PaidLine> lines, List<PaidLine> expected, string peer)
    {
        static IEnumerable<PaidLine> InOrder(List<PaidLine> of) =>
            of.OrderBy(l => l.Person).ThenBy(l => l.Paid.Fee).ThenBy(l => l.Paid.Number);
        if (lines.Count != expected.Count)
        {
            throw new InvalidOperationException($"{peer} has {lines.Count} lines, expected {expected.Count}.");
        }

        foreach (var (own, theirs) in InOrder(lines).Zip(InOrder(expected)))
        {
            if (own != theirs)
            {
                throw new InvalidOperationException($"{peer} has {own}, expected {theirs}.");
            }
        }

        var (count, pence) = (new long[Totals.Fees.Count], new long[Totals.Fees.Count]);
        foreach (var (_, paid) in lines)
        {
            count[paid.Fee]++;
            pence[paid.Fee] += paid.Pence;
        }

        return new(count, pence);
    }

    private static string Page(ReferenceOrder order, IReadOnlyList<Times> times, Totals totals)
    {
        string[] said =
        [
            string.Create(CultureInfo.InvariantCulture, $"Participants: {order.Participants:N0}"),
            $"Every peer, every run: {totals}, line by line the same",
            $"A run of Porras is the mean of {EngineTimes}",
        ];
        return Result.Page(
            order,
            "Beside engines of rules",
            said,
            times,
            ("Median ms", t => t.Median * 1e3, 1),
            ("Fastest ms", t => t.Seconds.Min() * 1e3, 1),
            ("Slowest ms", t => t.Seconds.Max() * 1e3, 1),
            ("Processor ms", t => t.MedianBusy * 1e3, 1),
            ("µs a participant", t => t.Median * 1e6 / order.Participants, 2),
            ("Times as long as Porras", t => t.RatioTo(times[0]), 0),
            ("Times its processor time", t => t.MedianBusy / times[0].MedianBusy, 0));
    }
}
