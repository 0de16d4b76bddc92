using Porras.Lab;

namespace Porras.Web;

/// <summary>A model made ready, with the prices that earlier runs have found. For one run at a time.</summary>
/// <param name="hash">The model's identity.</param>
/// <param name="plan">The model.</param>
public sealed class LabBench(string hash, Plan plan)
{
    private PriceBook? _prices;

    /// <summary>The identity of the model.</summary>
    public string Hash => hash;

    /// <summary>The model.</summary>
    public Plan Plan => plan;

    /// <summary>The prices for a world: those found so far if its histories have the same facts.</summary>
    /// <exception cref="RefusedException">The world does not fit the model.</exception>
    public PriceBook Prices(World world) =>
        _prices is { } known && known.Fits(plan, world) ? known : _prices = PriceBook.Of(plan, world);
}

/// <summary>Where models are played through: few at a time, so that everybody's turn comes soon.</summary>
/// <remarks>
/// Most of a first run is finding out what histories pay. That is kept for whoever asks next about the same model; of
/// the models asked about longest ago it is forgotten.
/// </remarks>
public sealed class LabBenches : IDisposable
{
    private const int MostIdle = 8;

    private readonly SemaphoreSlim _quick = new(Math.Max(1, Environment.ProcessorCount));
    private readonly SemaphoreSlim _long = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lock _door = new();
    private readonly List<LabBench> _idle = [];
    private readonly Dictionary<string, WeakReference<Plan>> _plans = [];

    /// <summary>Works on models that others do not work on at the same time.</summary>
    /// <param name="models">The models.</param>
    /// <param name="isLong">Whether it takes long, so that short work is not to wait for it.</param>
    /// <param name="work">The work, done on another thread.</param>
    /// <param name="cancelled">Nobody waits for it any more.</param>
    public async Task<T> Work<T>(
        IReadOnlyList<FeeModel> models, bool isLong, Func<IReadOnlyList<LabBench>, T> work,
        CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        var turn = isLong ? _long : _quick;
        await turn.WaitAsync(cancelled);
        try
        {
            return await Task.Run(() => Now(models, work), cancelled);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The same on this thread and at once, for those who have waited for their turn elsewhere.</summary>
    public T Now<T>(IReadOnlyList<FeeModel> models, Func<IReadOnlyList<LabBench>, T> work)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(work);
        List<LabBench> benches = [];
        try
        {
            benches.AddRange(models.Select(Take));
            return work(benches);
        }
        finally
        {
            Give(benches);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _quick.Dispose();
        _long.Dispose();
    }

    private LabBench Take(FeeModel model)
    {
        var hash = ModelHash.Of(model);
        lock (_door)
        {
            if (_idle.FindLast(b => b.Hash == hash) is { } known)
            {
                _idle.Remove(known);
                return known;
            }

            // Studies of one model are compared and continued: they share one plan.
            if (!_plans.TryGetValue(hash, out var kept) || !kept.TryGetTarget(out var plan))
            {
                plan = Plan.Compile(model);
                _plans[hash] = new(plan);
            }

            return new(hash, plan);
        }
    }

    private void Give(List<LabBench> benches)
    {
        lock (_door)
        {
            _idle.AddRange(benches);
            _idle.RemoveRange(0, Math.Max(0, _idle.Count - MostIdle));
            foreach (var (hash, _) in _plans.Where(p => !p.Value.TryGetTarget(out _)).ToList())
            {
                _plans.Remove(hash);
            }
        }
    }
}
