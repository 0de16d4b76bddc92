using Porras.Store;

namespace Porras.Web;

/// <summary>The settlements that were looked at last, settled again so that they can say why.</summary>
/// <remarks>Kept settlements never change, so one that was settled again is right for as long as it is held.</remarks>
/// <param name="store">Where they are kept.</param>
public sealed class Resettled(Store.Store store) : IDisposable
{
    private const int Most = 3, ParticipantsMost = 2_000_000;
    private readonly SemaphoreSlim _one = new(1);

    private readonly Latest<(long Organisation, long Id), Settled> _latest =
        new(Most, s => s.Data.Starts.Count, ParticipantsMost);

    /// <summary>A settlement, settled again.</summary>
    /// <exception cref="StoreException">There is none of that number, or it no longer comes to the same.</exception>
    public async Task<Settled> Of(Caller caller, long settlement, CancellationToken cancelled = default)
    {
        var key = (caller.Organisation, settlement);
        if (_latest.Find(key) is { } held)
        {
            return held;
        }

        await _one.WaitAsync(cancelled);
        try
        {
            if (_latest.Find(key) is { } meanwhile)
            {
                return meanwhile;
            }

            var settled = await store.Settlements.Again(caller, settlement, Environment.ProcessorCount, cancelled);
            _latest.Keep(key, settled);
            return settled;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
