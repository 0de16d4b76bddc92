using System.Diagnostics;
using System.Globalization;

namespace Porras.Bench;

/// <summary>What follows from a settlement beside its own time: reasons, one why, a late fact, memory.</summary>
public static class Figures
{
    private const int Asked = 1000;

    /// <summary>Prints one figure a line, each beside the time of settling all in the same run.</summary>
    public static void Run(ReferenceOrder order)
    {
        var facts = ReferenceFacts.Of(ReferenceJob.Draw(order.Participants));
        var plan = Plan.Compile(ReferenceFacts.Model);
        Settled All(bool reasons) =>
            Settle.All(plan, facts, ReferenceFacts.Until, threads: 2, reasons: reasons);

        var (batch, ratios) = Reasons(order.Runs, All);
        Say($"all on two threads: {batch:F3} s (median of {order.Runs})");
        Say($"with reasons kept: {ratios:F2} times as long (median of the ratios run by run)");
        var settled = All(reasons: false);
        var why = Each(order.Participants, p => Why.About(plan, facts, p, ReferenceFacts.Until).Reasons());
        Say($"one why: {why * 1e6:F1} microseconds (mean of {Asked}), 1/{batch / why:F0} of all");
        var late = Each(order.Participants, p => Late(plan, facts, settled, p));
        Say($"one late fact: {late * 1e6:F1} microseconds (mean of {Asked}), 1/{batch / late:F0} of all");
        Memory(facts, () => All(reasons: false));
    }

    private static (double Batch, double Ratio) Reasons(int runs, Func<bool, Settled> all)
    {
        var (plain, kept) = (new List<double>(), new List<double>());
        for (var run = 0; run <= runs; run++)
        {
            plain.Add(Seconds(() => all(false)));
            kept.Add(Seconds(() => all(true)));
        }

        return (Pairs.Middle(plain.Skip(1)), Pairs.Middle(kept.Zip(plain, (k, p) => k / p).Skip(1)));
    }

    // A job span that came late: the participant is settled with it, and compared with the lines of before.
    private static int Late(Plan plan, DataSet facts, Settled before, int participant)
    {
        var own = facts.Only(participant);
        var jobs = own.Facts[1];
        var first = own.Starts.Day[0] + ReferenceJob.AttachmentDays - 200;
        (int First, int Last)[] spans =
            [.. jobs.First.Zip(jobs.Last).Append((first, first + 99)).Order()];
        var with = new FactTable
        {
            Schema = jobs.Schema,
            Offsets = [0, spans.Length],
            First = [.. spans.Select(s => s.First)],
            Last = [.. spans.Select(s => s.Last)],
            Columns = [],
        };
        var overlay = new DataSet { Schema = own.Schema, Starts = own.Starts, Facts = [own.Facts[0], with] };
        var again = Settle.Again(plan, overlay, [0], ReferenceFacts.Until);
        var old = before.LinesOf(participant).Select(l => l with { Participant = 0 }).ToHashSet();
        return again.LinesOf(0).Count(l => !old.Contains(l));
    }

    // The highest memory of the process, set back before settling; kept by Linux.
    private static void Memory(DataSet facts, Func<Settled> all)
    {
        const string Reset = "/proc/self/clear_refs", Status = "/proc/self/status";
        if (!File.Exists(Reset))
        {
            return;
        }

        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText(Reset, "5");
        var lines = all().Count * 22;
        var peak = long.Parse(
            File.ReadLines(Status).First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ')[^2],
            CultureInfo.InvariantCulture) * 1024;
        // A case number is a reference and a text of seven letters.
        var columns = facts.Starts.Count * (4L + 4 + 4 + 8 + 8 + 40) + facts.Facts.Sum(f =>
            4L * (f.Offsets.Length + (long)f.Count * (ReferenceEquals(f.First, f.Last) ? 1 : 2)));
        Say($"peak memory: {peak / 1e6:F0} MB; columns {columns / 1e6:F0} MB and lines {lines / 1e6:F0} MB, ");
        Say($"  so {peak / (double)(columns + lines):F2} times columns plus lines");
    }

    private static double Each<T>(int people, Func<int, T> asked)
    {
        int[] which = [.. Enumerable.Range(0, Asked).Select(i => (int)((long)people * i / Asked))];
        Array.ForEach(which, p => asked(p));
        return Seconds(() => Array.ForEach(which, p => asked(p))) / Asked;
    }

    private static double Seconds(Action work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static void Say(FormattableString line) =>
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
