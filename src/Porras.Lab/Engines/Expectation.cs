namespace Porras.Lab;

/// <summary>What is to be expected of somebody, month by month after the start: shares of one.</summary>
/// <param name="InJob">The chance to be in a job at the end of each month.</param>
/// <param name="Entered">The chance to have had a job by the end of each month.</param>
/// <param name="IsOut">The chance to be out for good by then.</param>
internal sealed record Expected(double[] InJob, double[] Entered, double[] IsOut)
{
    /// <summary>Expected months in jobs.</summary>
    public double JobMonths => InJob.Sum();
}

/// <summary>
/// The engine of expectation: the chances themselves are carried on from month to month, without any chance. It is
/// exact for a given path of the economy.
/// </summary>
internal sealed class Expectation
{
    private readonly World _world;
    private readonly Chances _chances;

    // Without and with a job before: on each rung; and in the first, second … month of a job.
    private readonly double[] _never, _again, _job;

    public Expectation(World world, Chances chances)
    {
        (_world, _chances) = (world, chances);
        (_never, _again) = (new double[chances.Rungs], new double[chances.Rungs]);
        _job = new double[world.Follow + 1];
    }

    /// <summary>Somebody of a group who starts in a month.</summary>
    /// <param name="group">The group.</param>
    /// <param name="start">The month of the start.</param>
    /// <param name="economy">Where the economy stands in each month.</param>
    public Expected Of(int group, int start, ReadOnlySpan<byte> economy)
    {
        var all = new Expected(new double[_world.Follow], new double[_world.Follow], new double[_world.Follow]);
        for (var frailty = 0; frailty < Chances.Frailties; frailty++)
        {
            Add(all, group, frailty, start, economy);
        }

        return all;
    }

    private void Add(Expected all, int group, int frailty, int start, ReadOnlySpan<byte> economy)
    {
        Array.Clear(_never);
        Array.Clear(_again);
        Array.Clear(_job);
        _never[0] = 1.0 / Chances.Frailties;
        var (season, isOut, entered) = (Day.Date(_world.FirstDay).Month - 1 + start, 0.0, 0.0);
        for (var m = 0; m < _world.Follow; m++)
        {
            var place = economy[start + m];
            var lost = Leave(group, place, start + m);
            var first = Step(_never, group, frailty, place, (season + m) % 12, ref isOut);
            _job[0] = first + Step(_again, group, frailty, place, (season + m) % 12, ref isOut);
            _again[^1] += lost;
            entered += first;
            all.InJob[m] += _job.Sum();
            all.Entered[m] += entered;
            all.IsOut[m] += isOut;
        }
    }

    // Jobs that end in a month; whoever lost one can begin anew in the next month.
    private double Leave(int group, int economy, int month)
    {
        var leaving = _chances.Leaving(group, economy);
        var closed = month == _world.Economy.Closure ? (double)_world.Economy.Closed : 0;
        var lost = 0.0;
        for (var d = _job.Length - 1; d > 0; d--)
        {
            var chance = Uniform.Chance(leaving[Math.Min(d, Chances.Longest) - 1]);
            var gone = _job[d - 1] * (chance + (1 - chance) * closed);
            _job[d] = _job[d - 1] - gone;
            lost += gone;
        }

        _job[0] = 0;
        return lost;
    }

    private double Step(double[] rungs, int group, int frailty, int economy, int season, ref double isOut)
    {
        var (jobs, moved) = (0.0, new double[rungs.Length]);
        for (var rung = 0; rung < rungs.Length; rung++)
        {
            var row = _chances.Steps(economy, season, group, frailty, rung);
            jobs += rungs[rung] * Uniform.Chance(row[0]);
            isOut += rungs[rung] * Uniform.Chance(row[2] - row[1]);
            moved[rung] += rungs[rung] * (1 - Uniform.Chance(row[3]));
            moved[Math.Min(rung + 1, rungs.Length - 1)] += rungs[rung] * Uniform.Chance(row[1] - row[0]);
            moved[Math.Max(rung - 1, 0)] += rungs[rung] * Uniform.Chance(row[3] - row[2]);
        }

        moved.CopyTo(rungs, 0);
        return jobs;
    }
}
