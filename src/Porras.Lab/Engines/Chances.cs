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
    private readonly int _months;
    private readonly uint[] _steps, _likely, _leaving, _early, _late;

    public Chances(World world)
    {
        _world = world;
        Rungs = world.Ladder is null ? 1 : world.LadderSteps;
        _months = Math.Clamp(world.Follow, 1, Longest);
        _likely = new uint[Economies * 12 * LikelyRow];
        _steps = new uint[_likely.Length * Rungs * 4];
        _leaving = new uint[world.Groups.Count * Economies * _months];
        LeavingRow = (world.Groups.Count + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        (_early, _late) = (new uint[Economies * LeavingRow], new uint[Economies * LeavingRow]);
        Shares = Cumulated([.. world.Groups.Select(g => (double)g.Share)]);
        Claimed = Uniform.Threshold(world.Claimed);
        Closed = Uniform.Threshold(world.Economy.Closed);
        FillSteps(new Hazards(world, Rungs));
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

    /// <summary>
    /// The threshold of anything at all, on whatever rung: in months in which a word is not below it nothing happens.
    /// Row after row as <see cref="RowOf"/> counts them; in a row group by group, frailty by frailty.
    /// </summary>
    public uint[] Likely => _likely;

    /// <summary>How many thresholds a row of <see cref="Likely"/> has.</summary>
    public int LikelyRow => _world.Groups.Count * Frailties;

    /// <summary>
    /// The thresholds of a month, four for each group, frailty and rung: job, next rung, out, rung below; they add up.
    /// </summary>
    public uint[] AllSteps => _steps;

    /// <summary>
    /// By state of the economy and group: the threshold of losing a job in its first month.
    /// </summary>
    public uint[] Early => _early;

    /// <summary>The greatest threshold of losing it in any month after that.</summary>
    public uint[] Late => _late;

    /// <summary>How many thresholds a row of these has: the groups, filled up to a register.</summary>
    public int LeavingRow { get; }

    /// <summary>Where the economy stands: a place from 0, the middle is as assumed.</summary>
    public static int PlaceOf(double shock) =>
        Math.Clamp((int)Math.Round(shock / EconomyStep) + EconomyMiddle, 0, Economies - 1);

    /// <summary>The shock of a place.</summary>
    public static double ShockOf(int place) => (place - EconomyMiddle) * EconomyStep;

    /// <summary>The row of a state of the economy and a season.</summary>
    public static int RowOf(int economy, int season) => economy * 12 + season;

    /// <summary>The thresholds of a month: job, next rung, out, rung below; from 0 they add up.</summary>
    public ReadOnlySpan<uint> Steps(int economy, int season, int group, int frailty, int rung) =>
        _steps.AsSpan(4 * (Rungs * (RowOf(economy, season) * LikelyRow + group * Frailties + frailty) + rung), 4);

    /// <summary>
    /// Thresholds of losing a job in its first, second … month, as many as a job can last while it is followed.
    /// </summary>
    public ReadOnlySpan<uint> Leaving(int group, int economy) =>
        _leaving.AsSpan((economy * _world.Groups.Count + group) * _months, _months);

    /// <summary>All of these thresholds, and how many a row of a group has.</summary>
    public (uint[] Thresholds, int Row) AllLeaving => (_leaving, _months);

    private void FillSteps(Hazards hazards)
    {
        var season = _world.Economy.Season;
        for (var economy = 0; economy < Economies; economy++)
        {
            for (var month = 0; month < 12; month++)
            {
                var row = RowOf(economy, month);
                var same = 0;
                while (!season[same].Equals(season[month]))
                {
                    same++;
                }

                if (same < month)
                {
                    Copy(_likely, LikelyRow, RowOf(economy, same), row);
                    Copy(_steps, LikelyRow * Rungs * 4, RowOf(economy, same), row);
                    continue;
                }

                FillRow(hazards, economy, season[month], row);
            }
        }
    }

    private static void Copy(uint[] table, int length, int from, int to) =>
        table.AsSpan(from * length, length).CopyTo(table.AsSpan(to * length));

    private void FillRow(Hazards hazards, int economy, double season, int row)
    {
        for (var group = 0; group < _world.Groups.Count; group++)
        {
            for (var frailty = 0; frailty < Frailties; frailty++)
            {
                var at = row * LikelyRow + group * Frailties + frailty;
                var entry = hazards.Entry(economy, season, group, frailty);
                for (var rung = 0; rung < Rungs; rung++)
                {
                    var (job, up, leaves, down) = hazards.Of(entry, group, rung);
                    var all = job + up + leaves + down;
                    var share = all > 0 ? (1 - Math.Exp(-all)) / all : 0;
                    var steps = _steps.AsSpan((at * Rungs + rung) * 4, 4);
                    steps[0] = Uniform.Threshold(job * share);
                    steps[1] = Uniform.Threshold((job + up) * share);
                    steps[2] = Uniform.Threshold((job + up + leaves) * share);
                    steps[3] = Uniform.Threshold(all * share);
                    _likely[at] = Math.Max(_likely[at], steps[3]);
                }
            }
        }
    }

    private void FillLeaving()
    {
        for (var group = 0; group < _world.Groups.Count; group++)
        {
            var (shape, normal) = ((double)_world.Groups[group].Shape, Hazards.Scale(_world.Groups[group]));
            for (var economy = 0; economy < Economies; economy++)
            {
                var at = (economy * _world.Groups.Count + group) * _months;
                var scale = normal
                    * Math.Exp(_world.Economy.Separation * (ShockOf(economy) + _world.Economy.Level));
                var before = 1.0;
                for (var month = 1; month <= _months; month++)
                {
                    var kept = Math.Exp(-Math.Pow(month / scale, shape));
                    _leaving[at + month - 1] = Uniform.Threshold(1 - kept / before);
                    before = kept;
                }

                var leaving = Leaving(group, economy);
                _early[economy * LeavingRow + group] = leaving[0];
                _late[economy * LeavingRow + group] = Most(leaving[1..]);
            }
        }
    }

    private static uint Most(ReadOnlySpan<uint> thresholds)
    {
        var most = 0u;
        foreach (var threshold in thresholds)
        {
            most = Math.Max(most, threshold);
        }

        return most;
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
