using Porras.Lab;

namespace Porras.Web;

/// <summary>A model made ready, with what earlier runs have found. For one run at a time.</summary>
/// <param name="ready">The model.</param>
/// <param name="studies">The answers that are kept.</param>
public sealed class LabBench(ReadyModel ready, KeptStudies studies)
{
    private PriceBook? _prices;

    /// <summary>The model.</summary>
    public ReadyModel Ready => ready;

    /// <summary>The model, compiled.</summary>
    public Plan Plan => ready.Plan;

    /// <summary>The prices for a world: those found so far if its histories have the same facts.</summary>
    /// <exception cref="RefusedException">The world does not fit the model.</exception>
    public PriceBook Prices(World world) =>
        _prices is { } known && known.Fits(Plan, world) ? known : _prices = PriceBook.Of(Plan, world);

    /// <summary>What the model would do; what has been found out before is not found out again.</summary>
    /// <param name="world">The world.</param>
    /// <param name="options">What is to be found out.</param>
    /// <exception cref="RefusedException">The world is impossible, or does not fit the model.</exception>
    public Study Study(World world, StudyOptions options) =>
        studies.Of(ready.Hash, world, options, () => Porras.Lab.Study.Of(Plan, world, options, Prices(world)));
}

/// <summary>A model that can be simulated at once.</summary>
/// <param name="Hash">Its identity.</param>
/// <param name="Plan">The model, compiled.</param>
public sealed record ReadyModel(string Hash, Plan Plan)
{
    private readonly Lazy<World> _draft = new(() => WorldDraft.Of(Plan.Model));

    /// <summary>The world that is drafted for it.</summary>
    public World Draft => _draft.Value;
}
