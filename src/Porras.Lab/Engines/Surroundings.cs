namespace Porras.Lab;

/// <summary>
/// What one replication has in common for all participants: the economy, the volume, late payments, costs.
/// </summary>
/// <param name="Economy">Where the economy stands in each month, as a place of <see cref="Chances"/>.</param>
/// <param name="Starts">How many participants start in each month of the intake.</param>
/// <param name="Late">Whether the payments of each month come a month later still.</param>
/// <param name="CostLevel">How high costs are in each month; 1 as planned.</param>
internal sealed record Surroundings(byte[] Economy, int[] Starts, bool[] Late, double[] CostLevel);

/// <summary>
/// Draws surroundings of a provider. Prices play no part in them. All numbers of a replication are drawn at once.
/// </summary>
internal sealed class SurroundingsDraw
{
    // What holds for all months is drawn as if it were a month far away.
    private const uint Whole = 1000;

    private readonly World _world;
    private readonly ulong _seed;
    private readonly Width _width;
    private readonly Counters _counters;
    private readonly uint[] _words;
    private readonly int _national, _regional, _volume, _late, _costs;
    private readonly double[] _path, _other, _uniform;
    private readonly List<double> _sums = [];

    /// <summary>Surroundings of one provider.</summary>
    public SurroundingsDraw(World world, ulong seed, int provider, Width width)
    {
        (_world, _seed, _width) = (world, seed, width);
        var all = new List<(uint Who, uint Block, Purpose Purpose)>();
        _national = Add(0, world.Months, true, Purpose.Economy);
        _regional = Add(1, world.Months, true, Purpose.Economy);
        _volume = Add((uint)provider, world.Intake, true, Purpose.Volume);
        _late = Add((uint)provider, world.Months + World.After, false, Purpose.Money);
        _costs = Add(uint.MaxValue, world.Months / 12 + 1, false, Purpose.Money);
        while (all.Count % Lanes.Count > 0)
        {
            all.Add(all[0]);
        }

        _counters = new(
            [.. all.Select(c => c.Who)], [.. all.Select(c => c.Block)], [.. all.Select(c => (uint)c.Purpose)]);
        _words = new uint[4 * all.Count];
        (_path, _other) = (new double[world.Months], new double[world.Months]);
        _uniform = new double[world.Intake];

        // Blocks for so many months, and one for all of them; gives the place of the first.
        int Add(uint who, int months, bool whole, Purpose purpose)
        {
            var first = all.Count;
            all.AddRange(Enumerable.Range(0, (months + 3) / 4).Select(b => (who, (uint)b, purpose)));
            all.AddRange(whole ? [(who, Whole / 4, purpose)] : []);
            return first;
        }
    }

    /// <summary>The surroundings of a replication.</summary>
    public Surroundings Of(uint replication)
    {
        Lanes.Each(_counters, replication, _seed, _words, _width);
        return new(Shocks(), Volumes(), LateMonths(), Costs());
    }

    private byte[] Shocks()
    {
        var e = _world.Economy;
        var places = new byte[_world.Months];
        if (e.Entry == 0 && e.Separation == 0)
        {
            places.AsSpan().Fill((byte)Chances.PlaceOf(0));
            return places;
        }

        var (national, regional) = (Math.Sqrt(e.National), Math.Sqrt(1 - e.National));
        Path(_national, _path);
        Path(_regional, _other);
        for (var m = 0; m < places.Length; m++)
        {
            places[m] = (byte)Chances.PlaceOf(national * _path[m] + regional * _other[m]);
        }

        return places;
    }

    private void Path(int counter, double[] path)
    {
        double kept = _world.Economy.Persistence;
        var fresh = Math.Sqrt(1 - kept * kept);
        var before = Normal.Inverse(Uniform.Of(WordOfAll(counter, path.Length)));
        for (var m = 0; m < path.Length; m++)
        {
            path[m] = before = kept * before + fresh * Normal.Inverse(Uniform.Of(Word(counter, m)));
        }
    }

    private int[] Volumes()
    {
        var v = _world.Volume;
        var level = v.Level * (v.Spread == 0 ? 1 : Math.Exp(
            v.Spread * Normal.Inverse(Uniform.Of(WordOfAll(_volume, _world.Intake))) - v.Spread * v.Spread / 2));
        var mean = _world.Provider.Clients * level / _world.Intake;
        var starts = new int[_world.Intake];
        if (v.Dispersion == 0)
        {
            for (var m = 0; m < starts.Length; m++)
            {
                starts[m] = (int)(Math.Floor((m + 1) * mean + 1e-9) - Math.Floor(m * mean + 1e-9));
            }

            return starts;
        }

        for (var m = 0; m < starts.Length; m++)
        {
            _uniform[m] = Uniform.Of(Word(_volume, m));
        }

        Drawn.NegativeBinomials(_uniform, mean, v.Dispersion, _sums, starts);
        return starts;
    }

    private bool[] LateMonths()
    {
        var threshold = Uniform.Threshold(_world.Provider.Late);
        var late = new bool[_world.Months + World.After];
        for (var m = 0; m < late.Length; m++)
        {
            late[m] = Word(_late, m) < threshold;
        }

        return late;
    }

    private double[] Costs()
    {
        double spread = _world.Provider.CostSpread;
        var levels = new double[_world.Months];
        var (log, level) = (0.0, 1.0);
        for (var m = 0; m < levels.Length; m++)
        {
            if (m > 0 && m % 12 == 0 && spread > 0)
            {
                log += spread * Normal.Inverse(Uniform.Of(Word(_costs, m / 12)));
                level = Math.Exp(log);
            }

            levels[m] = level;
        }

        return levels;
    }

    private uint WordOfAll(int counter, int months) => Word(counter + (months + 3) / 4, 0);

    private uint Word(int counter, int month)
    {
        var at = unchecked(counter + (month >> 2));
        return _words[unchecked((at >> 4) * 4 * Lanes.Count + (month & 3) * Lanes.Count + (at & 15))];
    }
}
