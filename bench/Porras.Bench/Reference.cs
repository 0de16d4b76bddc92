using System.Globalization;

namespace Porras.Bench;

/// <summary>What a run of the reference job was asked for.</summary>
/// <param name="Participants">For how many participants.</param>
/// <param name="Runs">How many timed runs each peer has.</param>
/// <param name="Day">The day under which the result is written down; null: it is only printed.</param>
public sealed record ReferenceOrder(int Participants, int Runs, string? Day)
{
    /// <summary>How often the world of the lab's benchmark is played through.</summary>
    public int Replications { get; init; } = LabWorld.Replications;
}

/// <summary>The reference job: all peers in turn, and a page with the result.</summary>
public static class Reference
{
    private const string HandWritten = "Hand-written loop";

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
            Engine(facts, 1),
            Loop(facts, 2),
            Engine(facts, 2),
        ];
        var expected = order.Participants == ReferenceJob.FullSize ? Totals.Published : null;
        var (times, totals) = Race.Run(peers, order.Runs, expected, Console.Error.WriteLine);
        var page = Page(order, job, times, totals);
        Result.Give(order, "reference", page);
    }

    private static Peer InDuck(Duck duck) => new($"DuckDB {duck.Version}", 2, () =>
    {
        duck.Settle();
        return duck.Totals;
    });

    private static Peer Loop(DataSet facts, int threads) => new(HandWritten, threads, () =>
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
        var first = times[0];
        string[] said =
        [
            string.Create(CultureInfo.InvariantCulture, $"Participants: {job.Participants:N0}; facts: {job.Facts:N0}"),
            $"Every peer, every run: {totals}",
        ];
        return Result.Page(
            order,
            "The reference job",
            said,
            times,
            ("Median s", t => t.Median, 3),
            ("Fastest s", t => t.Seconds.Min(), 3),
            ("Slowest s", t => t.Seconds.Max(), 3),
            ("Processor s", t => t.MedianBusy, 3),
            ($"Times as fast as {first.Peer.Name.Split(' ')[0]}", first.RatioTo, 1),
            ("Times the loop on two", t => t.RatioTo(LoopOn(2)), 1),
            ("Times the loop on as many", t => t.RatioTo(LoopOn(t.Peer.Threads)), 1));

        Times LoopOn(int threads) => times.Single(t => t.Peer.Name == HandWritten && t.Peer.Threads == threads);
    }
}
