namespace Porras.Web;

/// <summary>Lets a few things run at once; the others wait for their turn.</summary>
/// <param name="together">How many run at once.</param>
public sealed class LabTurns(int together) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(together);
    private int _waiting;

    /// <summary>How many wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Runs something on another thread when its turn comes.</summary>
    /// <remarks>Whoever has gone by then is not waited for; what is running keeps its turn until it ends.</remarks>
    /// <param name="work">What is to be run.</param>
    /// <param name="cancelled">Nobody waits for it any more.</param>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public async Task<T> Run<T>(Func<T> work, CancellationToken cancelled)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _turns.WaitAsync(cancelled);
        }
        catch (ObjectDisposedException)
        {
            throw new OperationCanceledException("The app closes.");
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        var running = Task.Run(work, CancellationToken.None);
        _ = running.ContinueWith(
            _ => _turns.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return await running.WaitAsync(cancelled);
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();
}
