using System.Diagnostics;
using System.Globalization;

namespace Porras.Bench;

/// <summary>The time for each participant, from few participants to many: it should be the same.</summary>
public static class Growth
{
    private const int Threads = 2, SettlingsLeast = 5;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    /// <summary>Prints a row for each size and peer.</summary>
    /// <remarks>
    /// The first settling of a size also makes the program warm and the memory its own; it is shown alone. After it
    /// come as many as take a second in all, and five at least, for each run that was asked for. Memory that is touched
    /// for the first time is counted where the system says so: what a settling spends on it is no work of its own.
    /// </remarks>
    public static void Run(ReferenceOrder order)
    {
        Say($"- {Machine.Line()}");
        Say($"- nanoseconds for each participant on two threads; fresh memory in bytes for each participant");
        Say($"");
        Say($"| Participants | Peer | Settlings | First | Median | Fastest | Processor | Fresh memory |");
        Say($"|---:|---|---:|---:|---:|---:|---:|---:|");
        foreach (var people in (int[])[10_000, 100_000, 1_000_000, 5_000_000])
        {
            var facts = ReferenceFacts.Of(ReferenceJob.Draw(people));
            var plan = Plan.Compile(ReferenceFacts.Model);
            Row(people, "Porras", order.Runs, () => Settle.All(plan, facts, ReferenceFacts.Until, threads: Threads));
            Row(people, "Hand-written loop", order.Runs, () => HandLoop.Settle(facts, Threads));
        }
    }

    private static void Row(int people, string peer, int runs, Action settle)
    {
        var first = Seconds(settle);
        var seconds = new List<double>();
        var (busy, fresh) = (Environment.CpuUsage.TotalTime, Machine.FreshMemory());
        while (seconds.Count < SettlingsLeast * runs || seconds.Sum() < Long.TotalSeconds * runs)
        {
            seconds.Add(Seconds(settle));
        }

        var all = (double)people * seconds.Count;
        double[] cells =
        [
            first / people * 1e9,
            Pairs.Middle(seconds) / people * 1e9,
            seconds.Min() / people * 1e9,
            (Environment.CpuUsage.TotalTime - busy).TotalNanoseconds / all,
            (Machine.FreshMemory() - fresh) / all,
        ];
        var text = string.Join(" | ", cells.Select(c => c.ToString("N0", CultureInfo.InvariantCulture)));
        Say($"| {people:N0} | {peer} | {seconds.Count} | {text} |");
    }

    private static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static void Say(FormattableString line) =>
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
