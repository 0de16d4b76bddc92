using Porras.Lab;

namespace Porras.Bench;

/// <summary>What a simulation found, so that two can be compared.</summary>
/// <param name="Pay">What was paid in each replication, in minor units.</param>
/// <param name="Started">How many started in each.</param>
/// <param name="Entered">How many got a job in each.</param>
/// <param name="Ruined">Whether the provider became insolvent in each.</param>
public sealed record Played(long[] Pay, int[] Started, int[] Entered, bool[] Ruined);

/// <summary>
/// The fair peer: a simulator as one would write it first, with an object for each person, job and payment.
/// </summary>
/// <remarks>Hazards are doubles, worked out where they are needed; whatever is the same for a group is kept.</remarks>
public sealed class PlainSimulator
{
    private const int Delay = 2;
    private readonly World _world;
    private readonly double[] _entry, _out, _scale, _shares;
    private readonly double _fixed, _hour;
    private readonly DateOnly _first;
    private readonly PlainFee[] _fees;

    /// <summary>A simulator of the benchmark's model in a world without a ladder.</summary>
    public PlainSimulator(World world)
    {
        _world = world;
        _entry = [.. world.Groups.Select(g => -Math.Log(1 - g.Entry))];
        _out = [.. world.Groups.Select(g => -Math.Log(1 - g.Out))];
        _scale = [.. world.Groups.Select(g => 12 / Math.Pow(-Math.Log(g.Lasting), 1 / g.Shape))];
        _shares = [.. world.Groups.Select((_, i) => world.Groups.Take(i + 1).Sum(g => g.Share))];
        var provider = world.Provider;
        var planned = world.Groups.Sum(g => g.Share * g.Hours) * provider.HourCost * 100 * provider.Clients;
        _fixed = planned / (1 - provider.FixedShare) * provider.FixedShare / (world.Intake + provider.ServiceMonths);
        _hour = provider.HourCost * 100 / provider.ServiceMonths;
        _first = Day.Date(world.FirstDay);
        _fees =
        [
            new PlainStartFee(LabWorld.Start * 100L),
            new PlainWorkFee(90, 0, 1, [.. LabWorld.Job.Select(euros => euros * 100L)]),
            new PlainWorkFee(90, 90, 2, [.. LabWorld.Kept.Select(euros => euros * 100L)]),
        ];
    }

    /// <summary>Plays the world through.</summary>
    public Played Run(int replications, int threads)
    {
        var played = new Played(
            new long[replications], new int[replications], new int[replications], new bool[replications]);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, t =>
        {
            for (var r = replications * t / threads; r < replications * (t + 1) / threads; r++)
            {
                Play(r, played);
            }
        });
        return played;
    }

    private void Play(int replication, Played played)
    {
        var random = new Random(replication);
        var shocks = Shocks(random);
        var people = People(random);
        foreach (var person in people)
        {
            Live(person, random, shocks);
        }

        var payments = new List<PlainPayment>();
        foreach (var person in people)
        {
            foreach (var fee in _fees)
            {
                fee.Pay(person, payments);
            }
        }

        played.Pay[replication] = payments.Sum(p => p.Cents);
        played.Started[replication] = people.Count;
        played.Entered[replication] = people.Count(p => p.GotJob);
        played.Ruined[replication] = IsRuined(people, payments, random);
    }

    private double[] Shocks(Random random)
    {
        var economy = _world.Economy;
        var (national, regional) = (Normal(random), Normal(random));
        var (kept, fresh) = ((double)economy.Persistence, Math.Sqrt(1 - economy.Persistence * economy.Persistence));
        var shocks = new double[_world.Months];
        for (var m = 0; m < shocks.Length; m++)
        {
            national = kept * national + fresh * Normal(random);
            regional = kept * regional + fresh * Normal(random);
            shocks[m] = Math.Sqrt(economy.National) * national + Math.Sqrt(1 - economy.National) * regional;
        }

        return shocks;
    }

    private List<PlainPerson> People(Random random)
    {
        var volume = _world.Volume;
        var level = volume.Level * Math.Exp(volume.Spread * Normal(random) - volume.Spread * volume.Spread / 2);
        var people = new List<PlainPerson>();
        for (var month = 0; month < _world.Intake; month++)
        {
            var count = Drawn.NegativeBinomial(
                Open(random), _world.Provider.Clients * level / _world.Intake, volume.Dispersion);
            for (var i = 0; i < count; i++)
            {
                var (group, share) = (0, random.NextDouble());
                while (group < _shares.Length - 1 && share > _shares[group])
                {
                    group++;
                }

                people.Add(new()
                {
                    Group = group,
                    Frailty = Math.Exp(_world.Frailty * Normal(random)),
                    Start = _first.AddMonths(month),
                    StartMonth = month,
                });
            }
        }

        return people;
    }

    private void Live(PlainPerson person, Random random, double[] shocks)
    {
        for (var m = 0; m < _world.Follow; m++)
        {
            var month = person.StartMonth + m;
            var season = _world.Economy.Season[(_first.Month - 1 + month) % 12];
            var job = _entry[person.Group] * person.Frailty
                * Math.Exp(season + _world.Economy.Entry * shocks[month]);
            var all = job + _out[person.Group];
            if (random.NextDouble() >= 1 - Math.Exp(-all))
            {
                continue;
            }

            if (random.NextDouble() * all >= job)
            {
                return;
            }

            person.GotJob = true;
            var group = _world.Groups[person.Group];
            var scale = _scale[person.Group] * Math.Exp(_world.Economy.Separation * shocks[month]);
            var months = (int)Math.Min(1000, Math.Ceiling(scale * Math.Pow(-Math.Log(Open(random)), 1 / group.Shape)));
            var ended = Math.Min(_world.Follow, m + months);
            if (random.NextDouble() < _world.Claimed)
            {
                person.Jobs.Add(new(
                    _first.AddMonths(month).AddDays(14), _first.AddMonths(person.StartMonth + ended).AddDays(-1)));
            }

            m = ended;
        }
    }

    private bool IsRuined(List<PlainPerson> people, List<PlainPayment> payments, Random random)
    {
        var (income, late) = (new double[_world.Months + 24 + Delay + 1], new bool[_world.Months + 24]);
        for (var m = 0; m < late.Length; m++)
        {
            late[m] = random.NextDouble() < _world.Provider.Late;
        }

        foreach (var payment in payments)
        {
            var month = (payment.Day.Year - _first.Year) * 12 + payment.Day.Month - _first.Month;
            income[month + Delay + (late[month] ? 1 : 0)] += payment.Cents;
        }

        var costs = Costs(people, random);
        var cash = _world.Provider.Capital * _world.Provider.Clients * 100;
        var ruined = false;
        for (var m = 0; m < income.Length; m++)
        {
            cash += income[m] - (m < costs.Length ? costs[m] : 0)
                - Math.Max(0, -cash) * _world.Provider.Interest / 12;
            ruined |= cash < -_world.Provider.Credit * _world.Provider.Clients * 100;
        }

        return ruined;
    }

    private double[] Costs(List<PlainPerson> people, Random random)
    {
        var costs = new double[_world.Months];
        var service = (int)_world.Provider.ServiceMonths;
        foreach (var person in people)
        {
            for (var m = 0; m < service; m++)
            {
                costs[person.StartMonth + m] += _world.Groups[person.Group].Hours * _hour;
            }
        }

        var log = 0.0;
        for (var m = 0; m < costs.Length; m++)
        {
            log += m > 0 && m % 12 == 0 ? _world.Provider.CostSpread * Normal(random) : 0;
            costs[m] = (costs[m] + (m < _world.Intake + service ? _fixed : 0)) * Math.Exp(log);
        }

        return costs;
    }

    private static double Open(Random random) => 1 - random.NextDouble() is var u && u < 1 ? u : 0.5;

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(Open(random))) * Math.Cos(2 * Math.PI * random.NextDouble());
}
