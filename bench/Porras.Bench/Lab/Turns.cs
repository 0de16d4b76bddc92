using System.Diagnostics;

namespace Porras.Bench;

/// <summary>A piece of work that takes turns with others.</summary>
/// <param name="Name">What a reader calls it.</param>
/// <param name="Work">The work.</param>
/// <param name="Repeats">How often it is done in a run, of which the mean counts.</param>
public sealed record Piece(string Name, Action Work, int Repeats = 1)
{
    /// <summary>The wall time of each run, in seconds.</summary>
    public List<double> Seconds { get; } = [];

    /// <summary>The processor time of each run.</summary>
    public List<double> Busy { get; } = [];

    /// <summary>The wall time in the middle.</summary>
    public double Median => Pairs.Middle(Seconds);

    /// <summary>The processor time in the middle.</summary>
    public double MedianBusy => Pairs.Middle(Busy);

    /// <summary>How many times as long as another piece: the middle run by run.</summary>
    public double Times(Piece other) => Pairs.Middle(Seconds.Zip(other.Seconds, (a, b) => a / b));

    /// <summary>The same in processor time.</summary>
    public double BusyTimes(Piece other) => Pairs.Middle(Busy.Zip(other.Busy, (a, b) => a / b));
}

/// <summary>Pieces of work in turn, so that a busy moment of the machine meets all.</summary>
public static class Turns
{
    private const double WarmUpSeconds = 0.5;

    /// <summary>Runs each for half a second of the processor to warm up, then all in turn.</summary>
    public static void Run(IReadOnlyList<Piece> pieces, int runs)
    {
        foreach (var piece in pieces)
        {
            // A busy machine gives less of itself in half a second of the clock.
            var until = Environment.CpuUsage.TotalTime.TotalSeconds + WarmUpSeconds;
            while (Environment.CpuUsage.TotalTime.TotalSeconds < until)
            {
                piece.Work();
            }
        }

        for (var run = 0; run < runs; run++)
        {
            foreach (var piece in pieces)
            {
                Once(piece);
            }
        }
    }

    private static void Once(Piece piece)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < piece.Repeats; i++)
        {
            piece.Work();
        }

        piece.Seconds.Add(watch.Elapsed.TotalSeconds / piece.Repeats);
        piece.Busy.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds / piece.Repeats);
    }
}
