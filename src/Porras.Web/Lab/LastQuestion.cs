namespace Porras.Web;

/// <summary>Answers the last question only: an answer on its way that is outdated is taken back.</summary>
public sealed class LastQuestion : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private CancellationTokenSource _outdated = new();
    private bool _waiting;

    /// <summary>Whether an answer is on its way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Says that nobody waits for any answer any more.</summary>
    public CancellationToken Gone => _gone.Token;

    /// <summary>Answers now, or as soon as the answer that is on its way has been taken back.</summary>
    /// <param name="answer">Answers what is asked when it is called; told when that is outdated.</param>
    public async Task Ask(Func<CancellationToken, Task> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _waiting = true;
        await _outdated.CancelAsync();
        if (IsBusy)
        {
            return;
        }

        IsBusy = true;
        while (_waiting && !_gone.IsCancellationRequested)
        {
            _waiting = false;
            _outdated.Dispose();
            _outdated = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
            try
            {
                await answer(_outdated.Token);
            }
            catch (OperationCanceledException)
            {
                // Another answer is waited for, or none.
            }
        }

        IsBusy = false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        _outdated.Dispose();
    }
}
