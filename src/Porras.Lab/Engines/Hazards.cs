namespace Porras.Lab;

/// <summary>The monthly hazards of a world; whatever is the same for many months is worked out once.</summary>
internal sealed class Hazards
{
    private readonly World _world;
    private readonly double[] _entry, _out, _effort, _up, _frailty, _lift;
    private readonly double _down;

    public Hazards(World world, int rungs)
    {
        _world = world;
        _entry = [.. world.Groups.Select(g => Of(g.Entry))];
        _out = [.. world.Groups.Select(g => Of(g.Out))];
        _effort = [.. world.Groups.Select((g, i) =>
            Effect(g) * (Working(g, world.HoursOf(i)) - Working(g, g.Hours)))];
        _up = [.. _effort.Select(e => world.Ladder is { } ladder ? Of(ladder.Up) * Math.Exp(e) : 0)];
        _down = world.Ladder is { } l ? Of(l.Down) : 0;
        _frailty = [.. Enumerable.Range(0, Chances.Frailties).Select(ValueOf)];
        _lift = [.. Enumerable.Range(0, rungs).Select(rung => Lift(world, rung, rungs))];
    }

    /// <summary>How far from the usual the chance of a job is in a month, for all rungs alike.</summary>
    public double Entry(int economy, double season, int group, int frailty) => Math.Exp(
        season
        + _world.Frailty * _frailty[frailty]
        + _world.Economy.Entry * (Chances.ShockOf(economy) + _world.Economy.Level)
        + _effort[group]);

    /// <summary>The hazards of a month on a rung: job, next rung, out, rung below.</summary>
    /// <param name="entry">How far from the usual the chance of a job is.</param>
    /// <param name="group">The group.</param>
    /// <param name="rung">The rung.</param>
    public (double Job, double Up, double Out, double Down) Of(double entry, int group, int rung) => (
        _entry[group] * _lift[rung] * entry,
        rung + 1 < _lift.Length ? _up[group] : 0,
        _out[group],
        rung > 0 ? _down : 0);

    /// <summary>The scale of job durations of a group in months, the economy as assumed.</summary>
    public static double Scale(GroupWorld g) => 12 / Math.Pow(-Math.Log(g.Lasting), 1 / g.Shape);

    // The value of a frailty class: the middle of its sixteenth of the normal curve.
    private static double ValueOf(int frailty) => Normal.Inverse((frailty + 0.5) / Chances.Frailties);

    private static double Working(GroupWorld g, double hours) => 1 - Math.Exp(-g.Response * hours);

    private static double Of(double chance) => -Math.Log(1 - chance);

    private static double Lift(World world, int rung, int rungs) => world.Ladder is not { } ladder || rungs == 1 ? 1
        : 2 * Math.Pow(ladder.Lift, (double)rung / (rungs - 1)) / (1 + ladder.Lift);

    // How far service moves the log of the chance: so far that within a year it adds what the group says.
    private static double Effect(GroupWorld g)
    {
        var (hazard, works) = (Of(g.Entry), Working(g, g.Hours));
        if (works <= 0 || g.Effect <= 0)
        {
            return 0;
        }

        var without = Math.Exp(-12 * hazard) + g.Effect * works;
        return without >= 1 ? 10 : -Math.Log(-Math.Log(without) / 12 / hazard) / works;
    }
}
