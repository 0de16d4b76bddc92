namespace Porras.Lab;

/// <summary>
/// What one replication has in common for all participants: the economy, the volume, late payments, costs.
/// </summary>
/// <param name="Economy">Where the economy stands in each month, as a place of <see cref="Chances"/>.</param>
/// <param name="Starts">How many participants start in each month of the intake.</param>
/// <param name="Late">Whether the payments of each month come a month later still.</param>
/// <param name="CostLevel">How high costs are in each month; 1 as planned.</param>
internal sealed record Surroundings(byte[] Economy, int[] Starts, bool[] Late, double[] CostLevel)
{
    private const uint Whole = 1000;

    /// <summary>The surroundings of a replication. Prices play no part in them.</summary>
    public static Surroundings Of(World world, ulong seed, uint replication, int provider) =>
        new(Shocks(world, seed, replication), Volumes(world, seed, replication, (uint)provider),
            LateMonths(world, seed, replication, (uint)provider), Costs(world, seed, replication));

    private static byte[] Shocks(World world, ulong seed, uint replication)
    {
        var e = world.Economy;
        var (national, regional) = (Path(0), Path(1));
        var places = new byte[world.Months];
        for (var m = 0; m < places.Length; m++)
        {
            var z = Math.Sqrt(e.National) * national[m] + Math.Sqrt(1 - e.National) * regional[m];
            places[m] = (byte)Chances.PlaceOf(e.Entry == 0 && e.Separation == 0 ? 0 : z);
        }

        return places;

        double[] Path(uint which)
        {
            var path = new double[world.Months];
            var before = Normally(which, Whole, replication, Purpose.Economy, seed);
            for (var m = 0; m < path.Length; m++)
            {
                var innovation = Normally(which, (uint)m, replication, Purpose.Economy, seed);
                path[m] = e.Persistence * before + Math.Sqrt(1 - e.Persistence * e.Persistence) * innovation;
                before = path[m];
            }

            return path;
        }
    }

    private static int[] Volumes(World world, ulong seed, uint replication, uint provider)
    {
        var v = world.Volume;
        var level = v.Level * (v.Spread == 0 ? 1 : Math.Exp(
            v.Spread * Normally(provider, Whole, replication, Purpose.Volume, seed) - v.Spread * v.Spread / 2));
        var mean = world.Provider.Clients * level / world.Intake;
        var starts = new int[world.Intake];
        for (var m = 0; m < starts.Length; m++)
        {
            starts[m] = v.Dispersion == 0
                ? (int)(Math.Floor((m + 1) * mean + 1e-9) - Math.Floor(m * mean + 1e-9))
                : Drawn.NegativeBinomial(
                    Word(provider, (uint)m, replication, Purpose.Volume, seed), mean, v.Dispersion);
        }

        return starts;
    }

    private static bool[] LateMonths(World world, ulong seed, uint replication, uint provider)
    {
        var late = Uniform.Threshold(world.Provider.Late);
        return [.. Enumerable.Range(0, world.Months + World.After)
            .Select(m => Draw(provider, (uint)m, replication, Purpose.Money, seed) < late)];
    }

    private static double[] Costs(World world, ulong seed, uint replication)
    {
        var spread = (double)world.Provider.CostSpread;
        var levels = new double[world.Months];
        var log = 0.0;
        for (var m = 0; m < levels.Length; m++)
        {
            if (m > 0 && m % 12 == 0 && spread > 0)
            {
                log += spread * Normally(uint.MaxValue, (uint)(m / 12), replication, Purpose.Money, seed);
            }

            levels[m] = Math.Exp(log);
        }

        return levels;
    }

    private static double Normally(uint who, uint when, uint replication, Purpose purpose, ulong seed) =>
        Normal.Inverse(Word(who, when, replication, purpose, seed));

    private static double Word(uint who, uint when, uint replication, Purpose purpose, ulong seed) =>
        Uniform.Of(Draw(who, when, replication, purpose, seed));

    private static uint Draw(uint who, uint when, uint replication, Purpose purpose, ulong seed) =>
        Philox.Of(new(who, when >> 2, replication, (uint)purpose), seed)[(int)(when & 3)];
}
