namespace Porras.Lab;

/// <summary>A year of a plan.</summary>
/// <param name="Share">The share for outcomes.</param>
/// <param name="Ruin">The chance of ruin if this share is held in all later years.</param>
/// <param name="Keeps">Whether that chance is allowed; if not, no share within the bounds would keep to it.</param>
public readonly record struct RampYear(double Share, double Ruin, bool Keeps);

/// <summary>How fast the share for outcomes may grow: bounds on a plan over contract years.</summary>
/// <param name="Ruin">The chance of ruin allowed, from 0 to 1.</param>
/// <param name="Credit">How far below 0 cash may fall, at least 0.</param>
/// <param name="First">No year has a smaller share; the first year may not step up from it by more than a step.</param>
/// <param name="Step">By how much the share may grow from one year to the next, at least 0; 1 is no bound.</param>
/// <param name="Most">The largest share of all.</param>
public sealed record Ramp(double Ruin, double Credit, double First = 0, double Step = 1, double Most = 1)
{
    /// <summary>
    /// Year by year the largest share that is safe if it is held from then on, on the same random numbers. The share
    /// never falls. Greedy: the fastest plan only where a larger share early never helps later years, see
    /// <see cref="YearPaths.MayHelpLater"/>. Where no share within the bounds keeps to the chance, the share of the
    /// year before is held and the year says so.
    /// </summary>
    /// <param name="paths">What the cash of the smallest provider may do.</param>
    public IReadOnlyList<RampYear> Plan(YearPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var plan = new List<RampYear>();
        var before = Must.BeShare(First);
        while (plan.Count < paths.Slopes.Length)
        {
            var safe = paths.Holding([.. plan.Select(year => year.Share)], Credit);
            var found = Within(safe.Allowing(Ruin, Most), before, Math.Min(Most, before + Must.BeAtLeastZero(Step)));
            before = found ?? before;
            plan.Add(new(before, safe.Ruin(before), found is not null));
        }

        return plan;
    }

    private static double? Within(IReadOnlyList<(double From, double To)> allowed, double least, double most) =>
        allowed.Where(a => a.To >= least && a.From <= most).Select(a => (double?)Math.Min(a.To, most)).LastOrDefault();
}
