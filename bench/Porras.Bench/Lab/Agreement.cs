using System.Globalization;
using Porras.Lab;

namespace Porras.Bench;

/// <summary>Whether two simulators say the same within the error of chance; where not, the benchmark stops.</summary>
public static class Agreement
{
    // Of three comparisons one in a few thousand fails by chance.
    private const double Errors = 4;

    /// <summary>Compares pay for a start, the share with a job and the share of insolvencies.</summary>
    public static string Of(Played one, Played other)
    {
        var pay = Same("pay for a start in euros", Pay(one), Pay(other));
        var jobs = Same("share with a job", Jobs(one), Jobs(other));
        var ruin = Same("insolvencies", Ruin(one), Ruin(other));
        return $"{pay}; {jobs}; {ruin}";
    }

    /// <summary>What a run of the lab found.</summary>
    public static Played Of(Cash cash)
    {
        var (run, groups) = (cash.Run, cash.Run.World.Groups.Count);
        var replications = Enumerable.Range(0, run.Replications).ToList();
        return new(
            [.. replications.Select(run.TotalOf)],
            [.. replications.Select(r => run.Started.AsSpan(r * groups, groups).ToArray().Sum())],
            [.. replications.Select(r => run.Entered.AsSpan(r * groups, groups).ToArray().Sum())],
            [.. cash.RuinedIn.Select(m => m >= 0)]);
    }

    private static (double Value, double Error) Pay(Played p) =>
        Ratio([.. p.Pay.Select(cents => cents / 100.0)], [.. p.Started.Select(n => (double)n)]);

    private static (double Value, double Error) Jobs(Played p) =>
        Ratio([.. p.Entered.Select(n => (double)n)], [.. p.Started.Select(n => (double)n)]);

    private static (double Value, double Error) Ruin(Played p) =>
        Ratio([.. p.Ruined.Select(r => r ? 1.0 : 0)], [.. p.Ruined.Select(_ => 1.0)]);

    // A ratio of sums over replications, with its error.
    private static (double Value, double Error) Ratio(double[] of, double[] to)
    {
        var ratio = of.Sum() / to.Sum();
        var squares = of.Zip(to, (a, b) => (a - ratio * b) * (a - ratio * b)).Sum();
        return (ratio, Math.Sqrt(squares) / to.Sum());
    }

    private static string Same(string what, (double Value, double Error) one, (double Value, double Error) other)
    {
        var bound = Errors * Math.Sqrt(one.Error * one.Error + other.Error * other.Error);
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{what} {one.Value:G4} and {other.Value:G4} (bound of the difference {bound:G2})");
        return Math.Abs(one.Value - other.Value) <= bound ? said
            : throw new InvalidOperationException($"The simulators differ: {said}.");
    }
}
