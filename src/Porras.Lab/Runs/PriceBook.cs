namespace Porras.Lab;

/// <summary>
/// What histories pay under one model, kept from run to run: worlds that differ in chances, volumes or costs have the
/// same histories, only more or less often. The last runs are kept too: in worlds that differ in a provider's money
/// alone, the same happens.
/// </summary>
/// <remarks>Not for several runs at once. No result depends on it.</remarks>
public sealed class PriceBook
{
    private const int Most = 1_000_000, MostRuns = 4;
    private readonly Plan _plan;
    private readonly World _world;
    private readonly FactMaker _facts;
    private readonly Dictionary<int, PricePage> _pages = [];
    private readonly List<Run> _runs = [];

    private PriceBook(Plan plan, World world, FactMaker facts) => (_plan, _world, _facts) = (plan, world, facts);

    /// <summary>An empty book for a model and for worlds like this one.</summary>
    /// <exception cref="RefusedException">
    /// A cell of the world does not fit the model, or a group's known values put a participant into another group.
    /// </exception>
    public static PriceBook Of(Plan plan, World world)
    {
        var (template, findings) = Template.Of(plan, world);
        findings = template is null ? findings : Placed.Check(plan, world);
        return template is null || findings.Count > 0 ? throw new RefusedException(findings)
            : new(plan, world, new FactMaker(plan, world, template));
    }

    /// <summary>Whether histories of a world have the same facts, and so the same prices.</summary>
    public bool Fits(Plan plan, World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return ReferenceEquals(plan, _plan)
            && world.Facts.Count == _world.Facts.Count
            && world.Facts.Zip(_world.Facts).All(f => Same(f.First, f.Second))
            && Same(world.Offered, _world.Offered)
            && (world.FirstDay, world.Intake, world.Follow, world.LadderSteps)
                == (_world.FirstDay, _world.Intake, _world.Follow, _world.LadderSteps)
            && world.Provider.ServiceMonths.Value.Equals(_world.Provider.ServiceMonths.Value)
            && world.Groups.Count == _world.Groups.Count
            && world.Groups.Zip(_world.Groups).All(g => Same(g.First.Known, g.Second.Known));
    }

    private static bool Same(FactRule one, FactRule other) =>
        ReferenceEquals(one, other)
        || ((one with { Cells = other.Cells }).Equals(other) && Same(one.Cells, other.Cells));

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        ReferenceEquals(one, other) || (one.Count == other.Count
            && one.All(c => other.TryGetValue(c.Key, out var value) && value == c.Value));

    /// <summary>
    /// A run of a world that fits: an earlier one in which everything happened as it would now, or else a new one.
    /// </summary>
    internal Run Run(World world, RunOptions options)
    {
        for (var r = _runs.Count - 1; r >= 0; r--)
        {
            if (_runs[r].In(world, options) is { } same)
            {
                return same;
            }
        }

        var run = Simulation.Run(_plan, world, options, this);
        _runs.RemoveRange(0, Math.Max(0, _runs.Count + 1 - MostRuns));
        _runs.Add(run);
        return run;
    }

    /// <summary>The page of one thread; a new one where it has grown too large.</summary>
    internal PricePage Page(int thread)
    {
        lock (_pages)
        {
            if (!_pages.TryGetValue(thread, out var page) || page.Histories.Count > Most)
            {
                page = new(new(), new(_plan, _world, _facts));
                _pages[thread] = page;
            }

            return page;
        }
    }
}

/// <summary>The histories that one thread has met, and their prices.</summary>
internal sealed record PricePage(Histories Histories, Pricing Pricing);
