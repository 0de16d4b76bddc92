using System.Globalization;
using Porras.Lab;

namespace Porras.Bench;

/// <summary>The largest share for outcomes of many paths of cash, in one pass and by bisection.</summary>
public static class PlannerJob
{
    private const int Paths = 100_000, Months = 36, Repeats = 20;
    private const double Ruin = 0.05;

    /// <summary>Times both, after checking that they find the same.</summary>
    public static void Run(ReferenceOrder order)
    {
        var (atZero, slope) = Draw();
        var found = SafeShares.Largest(atZero, slope, Months, 0, Ruin)!.Value;
        var expected = Bisection.Largest(atZero, slope, Months, 0, Ruin);
        if (Math.Abs(found - expected) > 1e-9)
        {
            throw new InvalidOperationException($"{found} found, {expected} by bisection.");
        }

        var (mean, other) = (OnePass(atZero, slope) / Paths, Critical(atZero, slope) / Paths);
        if (Math.Abs(mean - other) > 1e-9)
        {
            throw new InvalidOperationException($"Critical shares are {mean} on average, {other} by bisection.");
        }

        Piece[] pieces =
        [
            new("One pass, critical share of each path", () => OnePass(atZero, slope), Repeats),
            new("One pass, largest share", () => SafeShares.Largest(atZero, slope, Months, 0, Ruin), Repeats),
            new("One pass, critical share of each path kept", () => SafeShares.Of(atZero, slope, Months, 0), Repeats),
            new("Bisection, critical share of each path", () => Critical(atZero, slope)),
            new("Bisection, largest share", () => Bisection.Largest(atZero, slope, Months, 0, Ruin)),
        ];
        Turns.Run(pieces, order.Runs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {Paths:N0} paths of {Months} months, {order.Runs} runs; largest share {found:F6} by both
            Machine: {Machine.Line()}
            """));
        foreach (var piece in pieces)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {piece.Name}: {piece.Median * 1000:N1} ms, processor {piece.MedianBusy * 1000:N1} ms
                """));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            Bisection takes {pieces[3].BusyTimes(pieces[0]):N0} times as long for the critical shares
            ({pieces[3].Times(pieces[0]):N0} in wall time),
            {pieces[4].BusyTimes(pieces[1]):N0} times for the largest share ({pieces[4].Times(pieces[1]):N0})
            """));
    }

    private static double OnePass(double[] atZero, double[] slope)
    {
        var sum = 0.0;
        for (var at = 0; at < atZero.Length; at += Months)
        {
            sum += Math.Min(1, SafeShare.Of(atZero.AsSpan(at, Months), slope.AsSpan(at, Months), 0).Upper);
        }

        return sum;
    }

    private static double Critical(double[] atZero, double[] slope)
    {
        var sum = 0.0;
        for (var at = 0; at < atZero.Length; at += Months)
        {
            sum += Bisection.Critical(atZero.AsSpan(at, Months), slope.AsSpan(at, Months), 0);
        }

        return sum;
    }

    // A fixed fee of 5.2 a month covers costs of 5; outcomes come from the fourth month on, and one economy moves all.
    private static (double[] AtZero, double[] Slope) Draw()
    {
        var random = new Random(1);
        var (atZero, slope) = (new double[Paths * Months], new double[Paths * Months]);
        for (var path = 0; path < Paths; path++)
        {
            var (cash, change, economy) = (20.0, 0.0, 0.6 + 0.8 * random.NextDouble());
            for (var m = 0; m < Months; m++)
            {
                cash += 0.2 + 0.5 * (random.NextDouble() - 0.5);
                change += (m < 3 ? 0 : 11.4 * economy * random.NextDouble()) - 5.2;
                (atZero[path * Months + m], slope[path * Months + m]) = (cash, change);
            }
        }

        return (atZero, slope);
    }
}
