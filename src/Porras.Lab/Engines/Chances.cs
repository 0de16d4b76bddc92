namespace Porras.Lab;

/// <summary>
/// The chances of a world as thresholds for random words, worked out once in one place: what happens in a month to
/// somebody of a group, on a rung, in a season and a state of the economy.
/// </summary>
/// <remarks>
/// Of several things that can happen in one month each has its hazard; the chance that any happens is
/// <c>1 − exp(−sum)</c>, shared by their hazards. A job stands first, so that a higher chance of a job never undoes
/// one.
/// </remarks>
internal sealed class Chances
{
    /// <summary>How finely frailty and the economy are told apart.</summary>
    public const int Frailties = 16, Economies = 33;

    /// <summary>The longest time in a job that is told apart, in months.</summary>
    public const int Longest = 120;

    private const double EconomyStep = 0.25;
    private const int EconomyMiddle = Economies / 2;

    private readonly World _world;
    private readonly uint[] _steps;
    private readonly uint[] _any;
    private readonly uint[] _leaving;
    private readonly double[] _tau;

    public Chances(World world)
    {
        _world = world;
        Rungs = world.Ladder is null ? 1 : world.LadderSteps;
        _tau = [.. world.Groups.Select(g => Effect(g))];
        _steps = new uint[Economies * 12 * world.Groups.Count * Frailties * Rungs * 4];
        _any = new uint[_steps.Length / 4];
        _leaving = new uint[world.Groups.Count * Economies * Longest];
        Shares = Cumulated([.. world.Groups.Select(g => (double)g.Share)]);
        Claimed = Uniform.Threshold(world.Claimed);
        Closed = Uniform.Threshold(world.Economy.Closed);
        FillSteps();
        FillLeaving();
    }

    /// <summary>How many rungs a ladder has; one without a ladder.</summary>
    public int Rungs { get; }

    /// <summary>The cumulated shares of the groups.</summary>
    public uint[] Shares { get; }

    /// <summary>The chance that a job is proven.</summary>
    public uint Claimed { get; }

    /// <summary>The chance that a job goes when the big employer closes.</summary>
    public uint Closed { get; }

    /// <summary>Where the economy stands: a place from 0, the middle is as assumed.</summary>
    public static int PlaceOf(double shock) =>
        Math.Clamp((int)Math.Round(shock / EconomyStep) + EconomyMiddle, 0, Economies - 1);

    /// <summary>The shock of a place.</summary>
    public static double ShockOf(int place) => (place - EconomyMiddle) * EconomyStep;

    /// <summary>The row of thresholds of a month: job, next rung, out, rung below; from 0 they add up.</summary>
    public ReadOnlySpan<uint> Steps(int economy, int season, int group, int frailty, int rung) =>
        _steps.AsSpan(RowOf(economy, season, group, frailty, rung), 4);

    /// <summary>
    /// All thresholds, and where the row of a month begins for a group and frailty on the first rung.
    /// </summary>
    public uint[] AllSteps => _steps;

    /// <summary>
    /// The threshold of anything at all, one a row: months in which nothing happens need no more.
    /// </summary>
    public uint[] Any => _any;

    /// <summary>How many rows a month has: one for each group, frailty and rung.</summary>
    public int RowsOfMonth => _world.Groups.Count * Frailties * Rungs;

    /// <summary>Where a row begins.</summary>
    public int RowOf(int economy, int season, int group, int frailty, int rung) =>
        ((((economy * 12 + season) * _world.Groups.Count + group) * Frailties + frailty) * Rungs + rung) * 4;

    /// <summary>Thresholds of losing a job in its first, second … month.</summary>
    public ReadOnlySpan<uint> Leaving(int group, int economy) =>
        _leaving.AsSpan((group * Economies + economy) * Longest, Longest);

    /// <summary>The value of a frailty class: the middle of its sixteenth of the normal curve.</summary>
    public static double FrailtyOf(int frailty) =>
        Normal.Inverse((frailty + 0.5) / Frailties);

    /// <summary>The hazards of a month: job, next rung, out, rung below.</summary>
    public (double Job, double Up, double Out, double Down) Hazards(
        int economy, int season, int group, int frailty, int rung)
    {
        var g = _world.Groups[group];
        var effort = _tau[group] * (Working(g, _world.HoursOf(group)) - Working(g, g.Hours));
        var job = Hazard(g.Entry) * Lift(rung) * Math.Exp(
            _world.Economy.Season[season]
            + _world.Frailty * FrailtyOf(frailty)
            + _world.Economy.Entry * (ShockOf(economy) + _world.Economy.Level)
            + effort);
        var up = _world.Ladder is { } l && rung + 1 < Rungs ? Hazard(l.Up) * Math.Exp(effort) : 0;
        var down = _world.Ladder is { } d && rung > 0 ? Hazard(d.Down) : 0;
        return (job, up, Hazard(g.Out), down);
    }

    /// <summary>The chance that a job lasts so many months.</summary>
    public double Survival(int group, int economy, double months)
    {
        var g = _world.Groups[group];
        var scale = 12 / Math.Pow(-Math.Log(g.Lasting), 1 / g.Shape)
            * Math.Exp(_world.Economy.Separation * (ShockOf(economy) + _world.Economy.Level));
        return Math.Exp(-Math.Pow(months / scale, g.Shape));
    }

    private static double Working(GroupWorld g, double hours) => 1 - Math.Exp(-g.Response * hours);

    private static double Hazard(double chance) => -Math.Log(1 - chance);

    private double Lift(int rung) => _world.Ladder is not { } ladder || Rungs == 1 ? 1
        : 2 * Math.Pow(ladder.Lift, (double)rung / (Rungs - 1)) / (1 + ladder.Lift);

    // How far service moves the log of the chance: so far that within a year it adds what the group says.
    private static double Effect(GroupWorld g)
    {
        var (hazard, works) = (Hazard(g.Entry), Working(g, g.Hours));
        if (works <= 0 || g.Effect <= 0)
        {
            return 0;
        }

        var without = Math.Exp(-12 * hazard) + g.Effect * works;
        return without >= 1 ? 10 : -Math.Log(-Math.Log(without) / 12 / hazard) / works;
    }

    private void FillSteps()
    {
        for (var economy = 0; economy < Economies; economy++)
        {
            for (var season = 0; season < 12; season++)
            {
                for (var group = 0; group < _world.Groups.Count; group++)
                {
                    for (var frailty = 0; frailty < Frailties; frailty++)
                    {
                        FillRow(economy, season, group, frailty);
                    }
                }
            }
        }
    }

    private void FillRow(int economy, int season, int group, int frailty)
    {
        for (var rung = 0; rung < Rungs; rung++)
        {
            var (job, up, leaves, down) = Hazards(economy, season, group, frailty, rung);
            var all = job + up + leaves + down;
            var share = all > 0 ? (1 - Math.Exp(-all)) / all : 0;
            var at = RowOf(economy, season, group, frailty, rung);
            _steps[at] = Uniform.Threshold(job * share);
            _steps[at + 1] = Uniform.Threshold((job + up) * share);
            _steps[at + 2] = Uniform.Threshold((job + up + leaves) * share);
            _steps[at + 3] = Uniform.Threshold(all * share);
            _any[at / 4] = _steps[at + 3];
        }
    }

    private void FillLeaving()
    {
        for (var group = 0; group < _world.Groups.Count; group++)
        {
            for (var economy = 0; economy < Economies; economy++)
            {
                for (var month = 1; month <= Longest; month++)
                {
                    var kept = Survival(group, economy, month) / Survival(group, economy, month - 1);
                    _leaving[(group * Economies + economy) * Longest + month - 1] = Uniform.Threshold(1 - kept);
                }
            }
        }
    }

    private static uint[] Cumulated(double[] shares)
    {
        var (so, thresholds) = (0.0, new uint[shares.Length]);
        for (var i = 0; i < shares.Length; i++)
        {
            so += shares[i];
            thresholds[i] = i == shares.Length - 1 ? uint.MaxValue : Uniform.Threshold(so);
        }

        return thresholds;
    }
}
