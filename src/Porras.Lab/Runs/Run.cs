namespace Porras.Lab;

/// <summary>How a simulation is run.</summary>
/// <param name="Replications">How often the world is played through.</param>
/// <param name="Seed">The seed; the same seed gives the same numbers, whatever the model.</param>
public sealed record RunOptions(int Replications = 1024, ulong Seed = 1)
{
    /// <summary>How many threads; no result depends on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Which provider of several; each has participants of its own in the same economy.</summary>
    public int Provider { get; init; }

    /// <summary>Whether it is worked out what a first job brings in pay, by group.</summary>
    public bool Twins { get; init; }

    /// <summary>
    /// Whether it is worked out by settling once more what one first job brings where pay depends on others.
    /// </summary>
    public bool OneJob { get; init; }

    /// <summary>Whether it is kept what each contract year's prices paid, as a transition plan needs it.</summary>
    public bool ByYear { get; init; }

    /// <summary>Whether it is kept what each history pays and how often it is met.</summary>
    public bool ByHistory { get; init; }

    /// <summary>The registers to use; no result depends on it.</summary>
    public Width Width { get; init; } = Lanes.Widest;

    /// <summary>What takes a run back that nobody waits for any more.</summary>
    public CancellationToken Cancelled { get; init; }

    /// <summary>The first replication; a check on other numbers begins behind the last one used.</summary>
    public int First { get; init; }

    /// <summary>The same without what no result depends on: threads, registers, who takes it back.</summary>
    public RunOptions Question => this with { Threads = 1, Width = Lanes.Widest, Cancelled = default };
}

/// <summary>
/// What a model paid in every replication of a world, before anything is said about costs or days of payment.
/// </summary>
/// <remarks>Money in minor units. Arrays are laid out replication by replication.</remarks>
public sealed class Run
{
    internal Run(Plan plan, World world, RunOptions options)
    {
        (Plan, World, Options) = (plan, world, options);
        var (n, groups) = (options.Replications, world.Groups.Count);
        PayMonths = world.Months + World.After;
        Years = Math.Max(1, plan.Periods.ContractYear(world.DayOf(world.Months) - 1));
        Paid = new long[n * PayMonths * 2];
        PaidByGroup = new long[n * groups];
        OutcomesByGroup = new long[n * groups];
        Started = new int[n * groups];
        Entered = new int[n * groups];
        JobMonths = new int[n * groups];
        Starts = new int[n * world.Intake * groups];
        ByFee = new long[plan.Fees.Count];
        PaidByYear = options.ByYear ? new long[n * PayMonths * 2 * Years] : [];
        OneJob = options.OneJob && plan.IsAcross ? new (int, long)[n * groups] : [];
        (ForJobs, FirstJobs) = (new long[groups], new long[groups]);
        Surroundings = new Surroundings[n];
    }

    /// <summary>The model.</summary>
    public Plan Plan { get; }

    /// <summary>The world.</summary>
    public World World { get; private set; }

    /// <summary>How it was run.</summary>
    public RunOptions Options { get; private set; }

    /// <summary>How many replications.</summary>
    public int Replications => Options.Replications;

    /// <summary>How many months have payments.</summary>
    public int PayMonths { get; }

    /// <summary>How many contract years there are.</summary>
    public int Years { get; }

    /// <summary>By replication, month in which it may be invoiced, and kind: output, then outcome.</summary>
    public long[] Paid { get; }

    /// <summary>
    /// By replication, month, kind and the contract year whose transition applies; empty unless asked for.
    /// </summary>
    public long[] PaidByYear { get; }

    /// <summary>
    /// By replication and group: all that was paid for participants of the group. Fees that a provider, a cohort or the
    /// contract earns belong to no group.
    /// </summary>
    public long[] PaidByGroup { get; }

    /// <summary>By replication and group: what of it was paid for outcomes.</summary>
    public long[] OutcomesByGroup { get; }

    /// <summary>By replication and group: how many started.</summary>
    public int[] Started { get; }

    /// <summary>By replication and group: how many got a job.</summary>
    public int[] Entered { get; }

    /// <summary>By replication and group: months in jobs.</summary>
    public int[] JobMonths { get; }

    /// <summary>By replication, month of intake and group: how many started.</summary>
    public int[] Starts { get; }

    /// <summary>By fee: what it paid in all replications together.</summary>
    public long[] ByFee { get; }

    /// <summary>
    /// By group: what was paid because of first jobs in all replications, that is more than without the job and all
    /// that followed; 0 unless asked for, or where pay depends on others.
    /// </summary>
    public long[] ForJobs { get; }

    /// <summary>By group: how many first jobs that was.</summary>
    public long[] FirstJobs { get; }

    /// <summary>
    /// By replication and group: how many have a first job that is proven, and by how much less is paid if one of them
    /// does not get it, with all that this changes for others. Empty unless asked for, or where pay depends on
    /// nobody else.
    /// </summary>
    public (int Jobs, long Pays)[] OneJob { get; }

    /// <summary>How many different histories were settled, by all threads together.</summary>
    public long Histories { get; internal set; }

    /// <summary>
    /// How often each history was met and what it pays, thread by thread in the order in which it was first met: the
    /// same in two runs of one world without earlier prices. Empty unless asked for, or where pay depends on others.
    /// </summary>
    internal List<(int Times, long Pays)> EachHistory { get; } = [];

    internal Surroundings[] Surroundings { get; }

    /// <summary>
    /// The same run in a world in which everything happens as it did; null if something might happen otherwise. A
    /// provider's money changes nothing of what happens. As long as all get the service as planned, it makes no
    /// difference either how many hours that is.
    /// </summary>
    /// <param name="world">The other world.</param>
    /// <param name="options">How it would be run; null: as this one.</param>
    internal Run? In(World world, RunOptions? options = null)
    {
        options ??= Options;
        var isPlanned = World.Growth is null && World.Effort.Equals(1) && World.Groups.All(g => g.Given is null);
        if (options.Question != Options.Question
            || !(world with { Groups = World.Groups, Provider = World.Provider, Own = World.Own }).Equals(World)
            || !Happening(world.Provider).Equals(Happening(World.Provider))
            || world.Groups.Count != World.Groups.Count
            || !world.Groups.Zip(World.Groups).All(g => Alike(g.First, g.Second, isPlanned)))
        {
            return null;
        }

        var same = (Run)MemberwiseClone();
        (same.World, same.Options) = (world, options);
        return same;
    }

    private static bool Alike(GroupWorld one, GroupWorld other, bool isPlanned) =>
        (isPlanned ? one with { Hours = other.Hours, LeastHours = other.LeastHours } : one).Equals(other);

    // What of a provider plays a part in a run: how large it is, how long it serves, what chance does to its money.
    private static (double, double, double, double) Happening(ProviderWorld provider) => (
        provider.Clients, provider.ServiceMonths, provider.Late, provider.CostSpread);

    /// <summary>What was paid in a replication, in minor units.</summary>
    public long TotalOf(int replication)
    {
        var total = 0L;
        foreach (var amount in Paid.AsSpan(replication * PayMonths * 2, PayMonths * 2))
        {
            total += amount;
        }

        return total;
    }

    /// <summary>What was paid for a participant on average, in minor units; 0 if nobody started.</summary>
    public double PayPerStart()
    {
        var (paid, started) = (0L, 0L);
        foreach (var amount in Paid)
        {
            paid += amount;
        }

        foreach (var count in Started)
        {
            started += count;
        }

        return started == 0 ? 0 : (double)paid / started;
    }
}
