using System.Diagnostics;
using System.Globalization;

namespace Porras.Bench;

/// <summary>Two pieces of work that take turns, so that a busy moment of the machine meets both.</summary>
/// <param name="one">The piece that is the measure.</param>
/// <param name="other">The piece that is measured by it.</param>
public sealed class Pairs(Action one, Action other)
{
    private readonly List<(double One, double Other)> _seconds = [], _busy = [];

    /// <summary>Runs a pair to warm up, then the pairs that count, beginning with each piece in turn.</summary>
    public void Run(int pairs)
    {
        Once(one);
        Once(other);
        for (var pair = 0; pair < pairs; pair++)
        {
            var first = Once(pair % 2 == 0 ? one : other);
            var second = Once(pair % 2 == 0 ? other : one);
            var (a, b) = pair % 2 == 0 ? (first, second) : (second, first);
            _seconds.Add((a.Seconds, b.Seconds));
            _busy.Add((a.Busy, b.Busy));
        }
    }

    /// <summary>The middle of the ratios of the other to the one, pair by pair.</summary>
    public double Ratio => Middle(_seconds.Select(s => s.Other / s.One));

    /// <summary>The middle times of both, and the middle of the ratios, in time and in processor time.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Middle(_seconds.Select(s => s.One)):F3} s and {Middle(_seconds.Select(s => s.Other)):F3} s, "
        + $"{Ratio:F2} times as long; busy {Middle(_busy.Select(s => s.One)):F3} s "
        + $"and {Middle(_busy.Select(s => s.Other)):F3} s, {Middle(_busy.Select(s => s.Other / s.One)):F2} times");

    /// <summary>The value in the middle.</summary>
    public static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static (double Seconds, double Busy) Once(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        work();
        return (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }
}
