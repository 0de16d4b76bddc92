namespace Porras.Lab;

/// <summary>A state of the economy that lasts, and a price that would follow it.</summary>
/// <param name="Share">How seldom it is worse: 0.1 is a year as bad as one in ten.</param>
/// <param name="Shock">Where the economy stands then, in its own deviations.</param>
/// <param name="Jobs">First jobs of those who start in a year.</param>
/// <param name="Without">First jobs that these people would find without service.</param>
/// <param name="Index">The factor on outcome prices that follows demand outside the service.</param>
public readonly record struct DemandYear(double Share, double Shock, double Jobs, double Without, double Index)
{
    private static readonly double[] Shares = [0.1, 0.5, 0.9];

    /// <summary>
    /// A bad, a middling and a good year: the mean of twelve months of the shock. Exact expectations, without any
    /// simulation; none for enterprises, or where the economy moves nothing.
    /// </summary>
    public static IReadOnlyList<DemandYear> Of(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.Growth is not null || (world.Economy.Entry == 0 && world.Economy.Separation == 0))
        {
            return [];
        }

        var deviation = Math.Sqrt(YearlyVariance(world.Economy.Persistence));
        var (with, without) = (new Chances(world), world with { Effort = 0 });
        var bare = new Chances(without);
        List<(double Share, double Shock, double Jobs, double Without)> all = [.. Shares.Select(s =>
        {
            var shock = s == 0.5 ? 0 : Normal.Inverse(s) * deviation;
            return (s, shock, Entered(world, with, shock), Entered(without, bare, shock));
        })];
        var reference = all[1].Without;
        return [.. all.Select(y => new DemandYear(
            y.Share, y.Shock, y.Jobs, y.Without,
            y.Without > 0 && reference > 0 ? TargetPrice.DemandIndex(reference, y.Without) : 1))];
    }

    /// <summary>The variance of the mean of twelve months of a shock that lasts.</summary>
    /// <param name="persistence">How much of a month's shock is left in the next.</param>
    public static double YearlyVariance(double persistence)
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++)
        {
            for (var j = 0; j < 12; j++)
            {
                sum += Math.Pow(persistence, Math.Abs(i - j));
            }
        }

        return sum / 144;
    }

    // States of the economy are told apart in steps; between two of them, straight.
    private static double Entered(World world, Chances chances, double shock)
    {
        var below = Chances.PlaceOf(shock);
        below -= Chances.ShockOf(below) > shock ? 1 : 0;
        var part = (shock - Chances.ShockOf(below)) / (Chances.ShockOf(below + 1) - Chances.ShockOf(below));
        return (1 - part) * At(below) + part * At(below + 1);

        double At(int place)
        {
            var (engine, path) = (new Expectation(world, chances), new byte[world.Months + 12]);
            Array.Fill(path, (byte)place);
            var starts = Math.Min(12, world.Intake);
            var share = 0.0;
            for (var month = 0; month < starts; month++)
            {
                for (var g = 0; g < world.Groups.Count; g++)
                {
                    share += world.Groups[g].Share * engine.Of(g, month, path).Entered[^1] / starts;
                }
            }

            return share * world.Provider.Clients * world.Volume.Level * Math.Min(1, 12.0 / world.Intake);
        }
    }
}
