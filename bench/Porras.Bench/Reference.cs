using System.Globalization;
using System.Text;

namespace Porras.Bench;

/// <summary>What a run of the reference job was asked for.</summary>
/// <param name="Participants">For how many participants.</param>
/// <param name="Runs">How many timed runs each peer has.</param>
/// <param name="Day">The day under which the result is written down; null: it is only printed.</param>
public sealed record ReferenceOrder(int Participants, int Runs, string? Day);

/// <summary>The reference job: all peers in turn, and a page with the result.</summary>
public static class Reference
{
    /// <summary>Runs it and prints the page; writes it under <c>bench/results</c> if a day is given.</summary>
    public static void Run(ReferenceOrder order, bool withDuck = true)
    {
        var job = ReferenceJob.Draw(order.Participants);
        var facts = ReferenceFacts.Of(job);
        using var duck = withDuck ? new Duck(job, threads: 2) : null;
        Peer[] peers =
        [
            .. duck is null ? [] : new[] { InDuck(duck) },
            Loop(facts, 1),
            Loop(facts, 2),
            Engine(facts, 1),
            Engine(facts, 2),
        ];
        var expected = order.Participants == ReferenceJob.FullSize ? Totals.Published : null;
        var (times, totals) = Race.Run(peers, order.Runs, expected, Console.Error.WriteLine);
        var page = Page(order, job, times, totals);
        Console.Write(page);
        if (order.Day is { } day)
        {
            File.WriteAllText(Path.Combine("bench", "results", day + "-reference.md"), page);
        }
    }

    private static Peer InDuck(Duck duck) => new($"DuckDB {duck.Version}", 2, () =>
    {
        duck.Settle();
        return duck.Totals;
    });

    private static Peer Loop(DataSet facts, int threads) => new("Hand-written loop", threads, () =>
    {
        var lines = HandLoop.Settle(facts, threads);
        return () => Totals.Of(lines);
    });

    private static Peer Engine(DataSet facts, int threads) => new("Porras", threads, () =>
    {
        var settled = Settle.All(Plan.Compile(ReferenceFacts.Model), facts, ReferenceFacts.Until, threads: threads);
        return () => Totals.Of(settled);
    });

    private static string Page(ReferenceOrder order, ReferenceJob job, IReadOnlyList<Times> times, Totals totals)
    {
        var (duck, loop) = (times[0], times.Last(t => t.Peer.Name == "Hand-written loop"));
        var culture = CultureInfo.InvariantCulture;
        var page = new StringBuilder();
        page.Append("# The reference job").Append(order.Day is null ? "" : ", " + order.Day).Append("\n\n");
        page.Append(culture, $"- Participants: {job.Participants:N0}; facts: {job.Facts:N0}\n");
        page.Append(culture, $"- Every peer, every run: {totals}\n");
        page.Append(culture, $"- Runs: {order.Runs} each after one to warm up, peers in turn; ");
        page.Append("ratios are medians run by run\n");
        page.Append(culture, $"- Machine: {Machine.Line()}\n\n");
        page.Append("| Peer | Threads | Median s | Fastest s | Slowest s | Processor s ");
        page.Append("| Times as fast as DuckDB | Times the loop on two |\n");
        page.Append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var time in times)
        {
            page.Append(culture, $"| {time.Peer.Name} | {time.Peer.Threads} | {time.Median:F3} ");
            page.Append(culture, $"| {time.Seconds.Min():F3} | {time.Seconds.Max():F3} | {time.MedianBusy:F3} ");
            page.Append(culture, $"| {duck.RatioTo(time):F1} | {time.RatioTo(loop):F1} |\n");
        }

        return page.ToString();
    }
}
