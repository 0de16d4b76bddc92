using System.Diagnostics;

namespace Porras.Bench;

/// <summary>One way to do the job.</summary>
/// <param name="Name">What a reader calls it.</param>
/// <param name="Threads">On how many threads.</param>
/// <param name="Run">Does the job once; returns what reads the totals off, which is not timed.</param>
/// <param name="Repeats">How often it does the job in a run, of which the mean counts.</param>
/// <param name="Prepare">Comes before each run and is not timed; null: nothing has to be prepared.</param>
public sealed record Peer(
    string Name, int Threads, Func<Func<Totals>> Run, int Repeats = 1, Action? Prepare = null);

/// <summary>How long a peer took.</summary>
/// <param name="Peer">Which peer.</param>
/// <param name="Seconds">One time a run, in the order of the runs.</param>
/// <param name="Busy">The processor time of all threads: what a shared machine stretches least.</param>
public sealed record Times(Peer Peer, IReadOnlyList<double> Seconds, IReadOnlyList<double> Busy)
{
    /// <summary>The processor time in the middle.</summary>
    public double MedianBusy => Pairs.Middle(Busy);

    /// <summary>The time in the middle.</summary>
    public double Median => Pairs.Middle(Seconds);

    /// <summary>How many times as long as another peer: the middle of the ratios run by run.</summary>
    /// <remarks>Peers take turns, so a busy moment of the machine meets both and leaves their ratio alone.</remarks>
    public double RatioTo(Times other) => Pairs.Middle(Seconds.Zip(other.Seconds, (own, others) => own / others));
}

/// <summary>Peers that take turns, so that a busy moment of the machine meets all of them.</summary>
public static class Race
{
    /// <summary>Runs every peer once to warm up, then each in turn; every result is checked.</summary>
    /// <param name="peers">The peers; the first one's totals are the measure if none are expected.</param>
    /// <param name="runs">How many timed runs each has.</param>
    /// <param name="expected">What each must pay; null: what the first pays.</param>
    /// <param name="said">Hears of each run as it ends.</param>
    public static (IReadOnlyList<Times> Times, Totals Totals) Run(
        IReadOnlyList<Peer> peers, int runs, Totals? expected, Action<string> said)
    {
        var seconds = peers.Select(_ => (Wall: new List<double>(), Busy: new List<double>())).ToArray();
        for (var run = 0; run <= runs; run++)
        {
            for (var i = 0; i < peers.Count; i++)
            {
                var (time, busy, totals) = Once(peers[i]);
                expected ??= totals;
                totals.MustEqual(expected, peers[i].Name);
                var round = run == 0 ? "warm-up" : FormattableString.Invariant($"run {run}");
                said(FormattableString.Invariant($"{round}: {peers[i].Name}, threads {peers[i].Threads}, {time:F3} s, ")
                    + FormattableString.Invariant($"busy {busy:F3} s"));
                if (run > 0)
                {
                    seconds[i].Wall.Add(time);
                    seconds[i].Busy.Add(busy);
                }
            }
        }

        return ([.. peers.Select((peer, i) => new Times(peer, seconds[i].Wall, seconds[i].Busy))], expected!);
    }

    private static (double Seconds, double Busy, Totals Totals) Once(Peer peer)
    {
        peer.Prepare?.Invoke();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var result = peer.Run();
        for (var again = 1; again < peer.Repeats; again++)
        {
            result = peer.Run();
        }

        var (wall, busy) = (watch.Elapsed, Environment.CpuUsage.TotalTime - before);
        return ((wall / peer.Repeats).TotalSeconds, (busy / peer.Repeats).TotalSeconds, result());
    }
}
