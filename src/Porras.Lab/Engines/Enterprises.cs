namespace Porras.Lab;

/// <summary>Enterprises as participants: they grow or shrink year by year, or close.</summary>
/// <remarks>
/// One word a year for luck, another for whether it lives on. Service works in the first year.
/// </remarks>
internal sealed class Enterprises(World world, GrowthWorld growth, ulong seed)
{
    private readonly uint _failing = Uniform.Threshold(growth.Failure);
    private readonly double[] _works = [.. world.Groups.Select((g, i) =>
        growth.Effect * -double.ExpM1(-g.Response * world.HoursOf(i)))];

    /// <summary>Lets one live on, and notes it; gives whether it has grown as far as hoped.</summary>
    /// <param name="lives">What became of all.</param>
    /// <param name="counter">Its number, and the replication.</param>
    /// <param name="group">Its group.</param>
    /// <param name="start">The month of its start.</param>
    /// <param name="words">Its words: the first month's first, each other sixteen places on.</param>
    /// <param name="notes">Its history.</param>
    public bool Grow(
        Lives lives, (uint Who, uint Replication) counter, int group, int start, ReadOnlySpan<uint> words, Notes notes)
    {
        var (log, times) = (0.0, 0.0);
        for (var m = 11; m < world.Follow; m += 12)
        {
            if (Drawn(counter, (uint)(start + m)) < _failing)
            {
                notes.Add(m, Happening.Out);
                return false;
            }

            var shock = Chances.ShockOf(lives.Surroundings.Economy[start + m]) + world.Economy.Level;
            log += growth.Mean + (m < 12 ? _works[group] : 0) + growth.Economy * shock
                + growth.Spread * Sizing.Luck(Uniform.Of(words[m * Lanes.Count]));
            var size = Sizing.Of(log);
            notes.Add(m, size);
            times = Sizing.Times(size);
            lives.JobMonths[group] += 12;
        }

        return times >= 1 + growth.Goal;
    }

    private uint Drawn((uint Who, uint Replication) counter, uint when) => Philox.Of(
        new(counter.Who, when >> 2, counter.Replication, (uint)Purpose.Growth), seed)[(int)(when & 3)];
}
