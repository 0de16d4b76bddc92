namespace Porras.Lab;

/// <summary>
/// Everything that is assumed of people, work, providers and the economy: what the simulator plays through. It knows
/// nothing of prices; a model prices the facts that it gives.
/// </summary>
/// <remarks>Months are counted from 0, the first month of intake. Shares and chances are parts of one.</remarks>
public sealed record World
{
    /// <summary>Months after the last one followed in which something can still be paid.</summary>
    public const int After = 24;

    /// <summary>The first day of the first month of intake.</summary>
    public required int FirstDay { get; init; }

    /// <summary>For how many months participants start.</summary>
    public required int Intake { get; init; }

    /// <summary>For how many months each participant is followed.</summary>
    public required int Follow { get; init; }

    /// <summary>The kinds of participants; shares sum to one.</summary>
    public required IReadOnlyList<GroupWorld> Groups { get; init; }

    /// <summary>How the facts of the model come about.</summary>
    public required IReadOnlyList<FactRule> Facts { get; init; }

    /// <summary>Known values and bids of the provider; empty where the model asks for none.</summary>
    public IReadOnlyDictionary<string, string> Offered { get; init; } = new Dictionary<string, string>();

    /// <summary>Moving up and down a ladder; null where the model has none.</summary>
    public LadderWorld? Ladder { get; init; }

    /// <summary>How enterprises grow; null where participants are people.</summary>
    public GrowthWorld? Growth { get; init; }

    /// <summary>How many steps the ladder has; 1 without one.</summary>
    public int LadderSteps { get; init; } = 1;

    /// <summary>The labour market.</summary>
    public EconomyWorld Economy { get; init; } = new();

    /// <summary>How many participants come.</summary>
    public VolumeWorld Volume { get; init; } = new();

    /// <summary>Share of jobs that are claimed and proven in time.</summary>
    public Assumed Claimed { get; init; } = 
        new(0.90, Evidence.Seen, "Work Programme: about one outcome in ten unclaimed");

    /// <summary>
    /// Spread of what participants of one group bring along, on the log of the monthly chance of a job.
    /// </summary>
    public Assumed Frailty { get; init; } = Assumed.Of(0.4);

    /// <summary>The provider.</summary>
    public ProviderWorld Provider { get; init; } = new();

    /// <summary>
    /// Paths of numbers that hold no tag themselves and that somebody has said: lengths, the season, a closure.
    /// </summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>How much of the service is given: 1 as planned, 0 none at all.</summary>
    public double Effort { get; init; } = 1;

    /// <summary>Hours that a participant of a group gets.</summary>
    public double HoursOf(int group) => Effort * (Groups[group].Given ?? Groups[group].Hours);

    /// <summary>How many months there are in all.</summary>
    public int Months => Intake + Follow;

    /// <summary>The first day of a month.</summary>
    public int DayOf(int month) => Day.PlusMonths(FirstDay, month);

    /// <summary>The month of a day; may lie before the first or after the last.</summary>
    public int MonthOf(int day)
    {
        var (first, date) = (Day.Date(FirstDay), Day.Date(day));
        return (date.Year - first.Year) * 12 + date.Month - first.Month;
    }
}

/// <summary>One kind of participants.</summary>
/// <param name="Name">The group of the model; empty where it has none.</param>
public sealed record GroupWorld(string Name)
{
    /// <summary>Its share of the participants.</summary>
    public required Assumed Share { get; init; }

    /// <summary>The monthly chance of a first job with the planned service.</summary>
    public required Assumed Entry { get; init; }

    /// <summary>The most that service adds to the chance of a job within a year.</summary>
    public required Assumed Effect { get; init; }

    /// <summary>How fast hours of service work: the effect is <c>1 − exp(−Response × hours)</c> of the most.</summary>
    public required Assumed Response { get; init; }

    /// <summary>Hours of service planned for a participant.</summary>
    public required Assumed Hours { get; init; }

    /// <summary>Hours really given, if a provider gives others than planned.</summary>
    public double? Given { get; init; }

    /// <summary>The fewest hours the contract allows.</summary>
    public Assumed LeastHours { get; init; } = Assumed.Of(0);

    /// <summary>Share of jobs that last twelve months.</summary>
    public Assumed Lasting { get; init; } = 
        new(0.45, Evidence.Assumed, "jobs after unemployment: fewer than half last a year");

    /// <summary>Shape of job durations: below one, the longer a job has lasted, the safer it is.</summary>
    public Assumed Shape { get; init; } = Assumed.Of(0.70);

    /// <summary>The monthly chance of leaving for good: pension, moved away.</summary>
    public Assumed Out { get; init; } = Assumed.Of(0.005);

    /// <summary>Known values that put a participant into the group.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = new Dictionary<string, string>();
}

/// <summary>Moving on a ladder, from its lowest step on.</summary>
public sealed record LadderWorld
{
    /// <summary>The monthly chance of the next step, with the planned service.</summary>
    public Assumed Up { get; init; } = new(0.08, Evidence.Assumed);

    /// <summary>The monthly chance of falling back a step.</summary>
    public Assumed Down { get; init; } = new(0.04, Evidence.Assumed);

    /// <summary>How much likelier a job is on the highest step than on the lowest; 1 is no difference.</summary>
    public Assumed Lift { get; init; } = Assumed.Of(3);
}

/// <summary>The labour market: one shock for everybody, that lasts.</summary>
public sealed record EconomyWorld
{
    /// <summary>How strongly it moves the log of the monthly chance of a job.</summary>
    public Assumed Entry { get; init; } = Assumed.Of(0.20);

    /// <summary>How strongly it moves how long jobs last.</summary>
    public Assumed Separation { get; init; } = Assumed.Of(0.10);

    /// <summary>How much of a month's shock is left in the next month.</summary>
    public Assumed Persistence { get; init; } = Assumed.Of(0.9);

    /// <summary>Share of the shock's variance that is the same in the whole country.</summary>
    public Assumed National { get; init; } = Assumed.Of(0.7);

    /// <summary>The shock from the first month on, on top of chance: a downturn is below 0.</summary>
    public Assumed Level { get; init; } = Assumed.Of(0);

    /// <summary>Season of jobs begun, January to December, on the log of the chance.</summary>
    public IReadOnlyList<double> Season { get; init; } =
        [-0.05, 0, 0.05, 0.05, 0.10, 0.05, -0.15, 0.10, 0.05, 0, -0.05, -0.15];

    /// <summary>The month in which one big employer closes; below 0: none does.</summary>
    public int Closure { get; init; } = -1;

    /// <summary>Share of those in work who lose their job in that month.</summary>
    public Assumed Closed { get; init; } = Assumed.Of(0.15);
}

/// <summary>How many participants come.</summary>
public sealed record VolumeWorld
{
    /// <summary>Share of the planned volume that comes on average.</summary>
    public Assumed Level { get; init; } = Assumed.Of(1);

    /// <summary>Spread of the whole volume, on its log; 0: as planned.</summary>
    public Assumed Spread { get; init; } = new(0.25, Evidence.Assumed, "Restart saw 48 % of its planned volume");

    /// <summary>Dispersion of the months: the smaller, the more they differ; 0: as evenly as can be.</summary>
    public Assumed Dispersion { get; init; } = Assumed.Of(20);
}
