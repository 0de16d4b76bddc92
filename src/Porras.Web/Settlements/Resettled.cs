using Porras.Store;

namespace Porras.Web;

/// <summary>The settlements that were looked at last, settled again so that they can say why.</summary>
/// <remarks>Kept settlements never change, so one that was settled again is right for as long as it is held.</remarks>
/// <param name="store">Where they are kept.</param>
public sealed class Resettled(Store.Store store) : IDisposable
{
    private const int Most = 3, ParticipantsMost = 2_000_000;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _one = new(1);
    private readonly List<(long Organisation, long Id, Settled Settled)> _latest = [];

    /// <summary>A settlement, settled again.</summary>
    /// <exception cref="StoreException">There is none of that number, or it no longer comes to the same.</exception>
    public async Task<Settled> Of(Caller caller, long settlement, CancellationToken cancelled = default)
    {
        if (Held(caller, settlement) is { } held)
        {
            return held;
        }

        await _one.WaitAsync(cancelled);
        try
        {
            if (Held(caller, settlement) is { } meanwhile)
            {
                return meanwhile;
            }

            var settled = await store.Settlements.Again(caller, settlement, Environment.ProcessorCount, cancelled);
            Hold(caller, settlement, settled);
            return settled;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private Settled? Held(Caller caller, long settlement)
    {
        lock (_lock)
        {
            var at = _latest.FindIndex(l => l.Organisation == caller.Organisation && l.Id == settlement);
            if (at < 0)
            {
                return null;
            }

            var found = _latest[at];
            _latest.RemoveAt(at);
            _latest.Add(found);
            return found.Settled;
        }
    }

    private void Hold(Caller caller, long settlement, Settled settled)
    {
        if (settled.Data.Starts.Count > ParticipantsMost)
        {
            return;
        }

        lock (_lock)
        {
            _latest.Add((caller.Organisation, settlement, settled));
            while (_latest.Count > Most || _latest.Sum(l => (long)l.Settled.Data.Starts.Count) > ParticipantsMost)
            {
                _latest.RemoveAt(0);
            }
        }
    }
}
