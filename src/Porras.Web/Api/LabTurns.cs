namespace Porras.Web;

/// <summary>Lets as many simulations run at once as the machine has processors; the others wait their turn.</summary>
public sealed class LabTurns : IDisposable
{
    private const int MostWaiting = 64;

    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount));
    private int _waiting;

    /// <summary>Runs something when its turn comes. Whoever has gone by then is not waited for.</summary>
    /// <exception cref="ApiException">Too many are waiting.</exception>
    /// <param name="name">What it is, for those who measure.</param>
    /// <param name="work">What is to be run.</param>
    /// <param name="cancelled">Nobody waits any more.</param>
    public async Task<T> Run<T>(string name, Func<T> work, CancellationToken cancelled)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new ApiException(StatusCodes.Status429TooManyRequests, "too-many");
        }

        try
        {
            await _turns.WaitAsync(cancelled);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        var running = Task.Run(() => Telemetry.Measured(name, work), CancellationToken.None);
        _ = running.ContinueWith(
            _ => _turns.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return await running.WaitAsync(cancelled);
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();
}
