namespace Porras.Lab;

/// <summary>What the prices of one contract year are multiplied by; 1 is the price as written.</summary>
/// <param name="Outputs">Of outputs.</param>
/// <param name="Outcomes">Of outcomes.</param>
public readonly record struct Multipliers(double Outputs, double Outcomes);

/// <summary>What is asked of a plan from outputs to outcomes.</summary>
/// <param name="Run">How the world is played through.</param>
public sealed record ShareOptions(RunOptions Run)
{
    /// <summary>The chance of insolvency that the provider may have.</summary>
    public double Ruin { get; init; } = 0.05;

    /// <summary>The least share for outcomes of any year.</summary>
    public double First { get; init; }

    /// <summary>By how much the share may grow from one contract year to the next; 1 is no bound.</summary>
    public double Step { get; init; } = 1;

    /// <summary>The largest share for outcomes of all.</summary>
    public double Most { get; init; } = 1;

    /// <summary>Whether providers give the hours that pay them best under the plan.</summary>
    public bool Behaviour { get; init; }

    /// <summary>Whether it is looked at what would allow a larger share.</summary>
    public bool Remedies { get; init; } = true;

    /// <summary>Providers of other sizes to look at, in rising order; empty: none.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [];
}

/// <summary>One contract year of a plan. Money in minor units.</summary>
/// <param name="Year">The contract year, from 1.</param>
/// <param name="Share">The share for outcomes.</param>
/// <param name="IsFree">Whether it could be chosen: the year has pay of both kinds.</param>
/// <param name="Ruin">The chance of insolvency if this share is held in all later years.</param>
/// <param name="Keeps">Whether that is within the chance allowed.</param>
/// <param name="Budget">What the year is to cost: its expected pay under the model as it is written.</param>
/// <param name="Outputs">The expected pay for outputs without a transition.</param>
/// <param name="Outcomes">The expected pay for outcomes without one.</param>
/// <param name="Written">The multipliers as they are written, in tenths of a per cent.</param>
/// <param name="MayHelp">
/// Share of paths where a larger share raises the cash of some month; see <see cref="YearPaths.MayHelpLater"/>.
/// </param>
public sealed record ShareYear(
    int Year,
    double Share,
    bool IsFree,
    double Ruin,
    bool Keeps,
    double Budget,
    double Outputs,
    double Outcomes,
    Multipliers Written,
    double MayHelp)
{
    /// <summary>The expected pay with the multipliers as written.</summary>
    public double Expected => Written.Outputs * Outputs + Written.Outcomes * Outcomes;

    /// <summary>The multipliers at a share: the expected pay stays what it is, whatever the share.</summary>
    internal static Multipliers At(double share, double budget, double outputs, double outcomes) =>
        outputs <= 0 && outcomes <= 0 ? new(1, 1)
        : outcomes <= 0 ? new(budget / outputs, 1)
        : outputs <= 0 ? new(1, budget / outcomes)
        : new((1 - share) * budget / outputs, share * budget / outcomes);

    /// <summary>
    /// In tenths of a per cent: outputs up and outcomes down, so that rounding makes no plan less safe.
    /// </summary>
    internal static Multipliers Rounded(Multipliers exact) => new(
        Math.Ceiling(exact.Outputs * 1000 - 1e-6) / 1000, Math.Floor(exact.Outcomes * 1000 + 1e-6) / 1000);
}

/// <summary>What would allow a larger share for outcomes, and how large a share.</summary>
public enum Remedy
{
    /// <summary>Outcome prices that follow the labour market.</summary>
    Index,

    /// <summary>A number of participants that is certain.</summary>
    Floor,

    /// <summary>Money at once instead of after the delay.</summary>
    Advance,

    /// <summary>Two providers of this size together.</summary>
    Pooling,
}

/// <summary>The largest share, the same in all years, if one thing were different.</summary>
/// <param name="Remedy">What.</param>
/// <param name="Largest">The share with its error; 0 if none keeps to the chance allowed.</param>
public readonly record struct RemedyShare(Remedy Remedy, Interval Largest);

/// <summary>The largest share, the same in all years, of a provider of some size.</summary>
/// <param name="Clients">Participants planned in the whole intake.</param>
/// <param name="Largest">The share with its error; 0 if none keeps to the chance allowed.</param>
public readonly record struct ShareSize(int Clients, Interval Largest);

/// <summary>
/// A plan run through the pipe, as a model of its own, on other random numbers. Money in minor units.
/// </summary>
/// <param name="Ruin">The chance of insolvency, with interest on credit in use.</param>
/// <param name="Budget">What each contract year pays on average, with the error of simulation.</param>
/// <param name="Cash">The provider's cash.</param>
public sealed record ShareCheck(Interval Ruin, IReadOnlyList<Interval> Budget, Cash Cash)
{
    /// <summary>
    /// The chance of insolvency up to the end of each contract year; the last one holds all months that follow.
    /// </summary>
    public IReadOnlyList<Interval> RuinBy => [.. Enumerable.Range(1, Budget.Count).Select(y => Binomial.Observed(
        Cash.RuinedIn.Count(m => m >= 0 && (y == Budget.Count || YearOf(m) <= y)), Cash.RuinedIn.Length))];

    private int YearOf(int month) => Cash.Run.Plan.Periods.ContractYear(Cash.Run.World.DayOf(month));
}
