namespace Porras.Lab;

/// <summary>
/// The engine of counts: not persons but how many of them are where. Its cost does not grow with how many they are.
/// </summary>
/// <remarks>
/// Those of one group and frailty are all alike, so that counts of what happens to them are multinomial; each is drawn
/// as a row of binomial counts. It has the same distribution as the engine of individuals, not the same numbers.
/// </remarks>
internal sealed class CohortCounts(World world, Chances chances, ulong seed)
{
    private readonly int[] _rungs = new int[2 * chances.Rungs];
    private readonly int[] _job = new int[world.Follow + 1];
    private uint _drawn, _replication;

    /// <summary>One replication: by group how many started, got a job, and their months in jobs.</summary>
    public (int[] Started, int[] Entered, int[] JobMonths) Live(uint replication, int provider)
    {
        (_drawn, _replication) = (0, replication);
        var around = new SurroundingsDraw(world, seed, provider, Lanes.Widest).Of(replication);
        var groups = world.Groups.Count;
        var (started, entered, months) = (new int[groups], new int[groups], new int[groups]);
        for (var start = 0; start < around.Starts.Length; start++)
        {
            var left = around.Starts[start];
            var share = 1.0;
            for (var g = 0; g < groups; g++)
            {
                var count = g == groups - 1 ? left : Draw(left, world.Groups[g].Share / share);
                (left, share) = (left - count, share - world.Groups[g].Share);
                started[g] += count;
                Split(count, g, start, around.Economy, ref entered[g], ref months[g]);
            }
        }

        return (started, entered, months);
    }

    private void Split(int count, int group, int start, byte[] economy, ref int entered, ref int months)
    {
        for (var frailty = 0; frailty < Chances.Frailties; frailty++)
        {
            var some = Draw(count, 1.0 / (Chances.Frailties - frailty));
            count -= some;
            if (some > 0)
            {
                Follow(some, group, frailty, start, economy, ref entered, ref months);
            }
        }
    }

    private void Follow(
        int count, int group, int frailty, int start, byte[] economy, ref int entered, ref int months)
    {
        Array.Clear(_rungs);
        Array.Clear(_job);
        _rungs[0] = count;
        var season = Day.Date(world.FirstDay).Month - 1 + start;
        for (var m = 0; m < world.Follow; m++)
        {
            var place = economy[start + m];
            var lost = Leave(group, place, start + m);
            var first = Step(_rungs.AsSpan(0, chances.Rungs), group, frailty, place, (season + m) % 12);
            _job[0] = first + Step(_rungs.AsSpan(chances.Rungs), group, frailty, place, (season + m) % 12);
            _rungs[^1] += lost;
            entered += first;
            months += _job.Sum();
        }
    }

    private int Leave(int group, int economy, int month)
    {
        var leaving = chances.Leaving(group, economy);
        var closed = month == world.Economy.Closure ? (double)world.Economy.Closed : 0;
        var lost = 0;
        for (var d = _job.Length - 1; d > 0; d--)
        {
            var chance = Uniform.Chance(leaving[Math.Min(d, Chances.Longest) - 1]);
            var gone = Draw(_job[d - 1], chance + (1 - chance) * closed);
            _job[d] = _job[d - 1] - gone;
            lost += gone;
        }

        _job[0] = 0;
        return lost;
    }

    private int Step(Span<int> rungs, int group, int frailty, int economy, int season)
    {
        Span<int> moved = stackalloc int[rungs.Length];
        Span<int> counts = stackalloc int[4];
        var jobs = 0;
        for (var rung = 0; rung < rungs.Length; rung++)
        {
            var row = chances.Steps(economy, season, group, frailty, rung);
            var (left, below) = (rungs[rung], 0u);
            for (var k = 0; k < 4; k++)
            {
                counts[k] = Draw(left, (row[k] - below) / (4294967296.0 - below));
                (left, below) = (left - counts[k], row[k]);
            }

            jobs += counts[0];
            moved[rung] += left;
            moved[Math.Min(rung + 1, rungs.Length - 1)] += counts[1];
            moved[Math.Max(rung - 1, 0)] += counts[3];
        }

        moved.CopyTo(rungs);
        return jobs;
    }

    private int Draw(int count, double chance)
    {
        if (count == 0 || chance <= 0)
        {
            return 0;
        }

        var four = Philox.Of(new(_drawn >> 2, uint.MaxValue, _replication, (uint)Purpose.Step), seed);
        var word = four[(int)(_drawn & 3)];
        _drawn++;
        return chance >= 1 ? count : Binomially(count, chance, Uniform.Of(word));
    }

    // The smallest count with at least the uniform below it or at it.
    private static int Binomially(int count, double chance, double uniform)
    {
        var (odds, k) = (chance / (1 - chance), 0);
        var part = Math.Exp(count * Math.Log(1 - chance));
        if (part < 1e-290)
        {
            return Binomial.Quantile(count, chance, uniform);
        }

        for (var below = part; below < uniform && k < count; below += part)
        {
            part *= odds * (count - k) / (k + 1);
            k++;
        }

        return k;
    }
}
