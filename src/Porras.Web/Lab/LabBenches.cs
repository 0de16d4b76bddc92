using Porras.Lab;

namespace Porras.Web;

/// <summary>Where models are played through: few at a time, so that everybody's turn comes soon.</summary>
/// <remarks>
/// Most of a first run is finding out what histories pay. That is kept for whoever asks next about the same model; of
/// the models asked about longest ago it is forgotten.
/// </remarks>
public sealed class LabBenches : IDisposable
{
    private const int MostIdle = 8;

    private readonly LabTurns _quick = new(Math.Max(1, Environment.ProcessorCount));
    private readonly LabTurns _long = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly KeptStudies _studies = new();
    private readonly Lock _door = new();
    private readonly List<LabBench> _idle = [];
    private readonly Dictionary<string, WeakReference<ReadyModel>> _ready = [];

    /// <summary>How many wait for their turn.</summary>
    /// <param name="isLong">Of those whose work takes long, or of the others.</param>
    public int Waiting(bool isLong) => Turns(isLong).Waiting;

    /// <summary>Works on models that others do not work on at the same time.</summary>
    /// <param name="models">The models.</param>
    /// <param name="isLong">Whether it takes long, so that short work is not to wait for it.</param>
    /// <param name="work">The work, done on another thread.</param>
    /// <param name="cancelled">Nobody waits for it any more.</param>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public Task<T> Work<T>(
        IReadOnlyList<FeeModel> models, bool isLong, Func<IReadOnlyList<LabBench>, T> work,
        CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(work);
        return Turns(isLong).Run(() => Now(models, work), cancelled);
    }

    /// <summary>A model made ready: whoever asks about it shares it.</summary>
    public ReadyModel Ready(FeeModel model)
    {
        var hash = ModelHash.Of(model);
        lock (_door)
        {
            return Ready(hash, model);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _quick.Dispose();
        _long.Dispose();
    }

    private LabTurns Turns(bool isLong) => isLong ? _long : _quick;

    private T Now<T>(IReadOnlyList<FeeModel> models, Func<IReadOnlyList<LabBench>, T> work)
    {
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

    private LabBench Take(FeeModel model)
    {
        var hash = ModelHash.Of(model);
        lock (_door)
        {
            if (_idle.FindLast(b => b.Ready.Hash == hash) is { } known)
            {
                _idle.Remove(known);
                return known;
            }

            return new(Ready(hash, model), _studies);
        }
    }

    private ReadyModel Ready(string hash, FeeModel model)
    {
        if (!_ready.TryGetValue(hash, out var kept) || !kept.TryGetTarget(out var ready))
        {
            ready = new(hash, Plan.Compile(model));
            _ready[hash] = new(ready);
        }

        return ready;
    }

    private void Give(List<LabBench> benches)
    {
        lock (_door)
        {
            _idle.AddRange(benches);
            _idle.RemoveRange(0, Math.Max(0, _idle.Count - MostIdle));
            foreach (var (hash, _) in _ready.Where(p => !p.Value.TryGetTarget(out _)).ToList())
            {
                _ready.Remove(hash);
            }
        }
    }
}
