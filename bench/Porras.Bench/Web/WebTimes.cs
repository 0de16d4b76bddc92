using System.Collections.Concurrent;
using System.Diagnostics;

namespace Porras.Bench;

/// <summary>How long visitors waited, and what went wrong.</summary>
/// <param name="ramp">As long as not all have come, times are not counted; errors are.</param>
public sealed class WebTimes(TimeSpan ramp)
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _waited = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failed = new(StringComparer.Ordinal);

    /// <summary>What went wrong, in words.</summary>
    public ConcurrentQueue<string> Errors { get; } = [];

    /// <summary>Each page with its times in rising order, and how many errors it had.</summary>
    public IEnumerable<(string Page, IReadOnlyList<double> All, int Errors)> Pages() =>
        _waited.Keys.Union(_failed.Keys).Order(StringComparer.Ordinal).Select(page => (
            page,
            (IReadOnlyList<double>)[.. _waited.GetValueOrDefault(page, []).Order()],
            _failed.GetValueOrDefault(page)));

    /// <summary>A page came after so many milliseconds.</summary>
    public void Came(string page, double milliseconds)
    {
        if (Stopwatch.GetElapsedTime(_began) >= ramp)
        {
            _waited.GetOrAdd(page, _ => []).Add(milliseconds);
        }
    }

    /// <summary>A page did not come.</summary>
    public void Failed(string page, string why)
    {
        _failed.AddOrUpdate(page, 1, (_, n) => n + 1);
        Errors.Enqueue($"{page}: {why}");
    }
}
