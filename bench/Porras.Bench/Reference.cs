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
    public static void Run(ReferenceOrder order)
    {
        var job = ReferenceJob.Draw(order.Participants);
        var facts = ReferenceFacts.Of(job);
        using var duck = new Duck(job, threads: 2);
        Peer[] peers =
        [
            new($"DuckDB {duck.Version}", 2, () => { duck.Settle(); return duck.Totals; }),
            Loop("Hand-written loop", facts, 1),
            Loop("Hand-written loop", facts, 2),
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

    private static Peer Loop(string name, DataSet facts, int threads) => new(name, threads, () =>
    {
        var lines = HandLoop.Settle(facts, threads);
        return () => Totals.Of(lines);
    });

    private static string Page(ReferenceOrder order, ReferenceJob job, IReadOnlyList<Times> times, Totals totals)
    {
        var duck = times[0].Median;
        var loop = times.Last(t => t.Peer.Name == "Hand-written loop").Median;
        var culture = CultureInfo.InvariantCulture;
        var page = new StringBuilder();
        page.Append("# The reference job").Append(order.Day is null ? "" : ", " + order.Day).Append("\n\n");
        page.Append(culture, $"- Participants: {job.Participants:N0}; facts: {job.Facts:N0}\n");
        page.Append(culture, $"- Every peer, every run: {totals}\n");
        page.Append(culture, $"- Runs: {order.Runs} each after one to warm up, peers in turn\n");
        page.Append(culture, $"- Machine: {Machine.Line()}\n\n");
        page.Append("| Peer | Threads | Median s | Fastest s | Slowest s ");
        page.Append("| Times as fast as DuckDB | Times the loop on two |\n");
        page.Append("|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var time in times)
        {
            page.Append(culture, $"| {time.Peer.Name} | {time.Peer.Threads} | {time.Median:F3} ");
            page.Append(culture, $"| {time.Seconds[0]:F3} | {time.Seconds[^1]:F3} ");
            page.Append(culture, $"| {duck / time.Median:F1} | {time.Median / loop:F1} |\n");
        }

        return page.ToString();
    }
}
