using System.Security.Cryptography;
using Porras.Store;

namespace Porras.Web;

/// <summary>
/// What was found in imports that were refused, for as long as whoever gave the files may want to take it along. Only
/// the latest are held, in memory; nothing of the data is.
/// </summary>
public sealed class ImportReports
{
    private const int Most = 100;
    private readonly Lock _lock = new();
    private readonly Queue<(string Key, long Organisation, IReadOnlyList<Diagnostic> Findings)> _all = [];

    /// <summary>Holds findings; gives the word under which they are found again.</summary>
    public string Hold(Caller caller, IReadOnlyList<Diagnostic> findings)
    {
        var key = RandomNumberGenerator.GetHexString(24, lowercase: true);
        lock (_lock)
        {
            _all.Enqueue((key, caller.Organisation, findings));
            while (_all.Count > Most)
            {
                _all.Dequeue();
            }
        }

        return key;
    }

    /// <summary>The findings of a word; null if they are gone, or another organisation's.</summary>
    public IReadOnlyList<Diagnostic>? Find(Caller caller, string key)
    {
        lock (_lock)
        {
            return _all.FirstOrDefault(r => r.Key == key && r.Organisation == caller.Organisation).Findings;
        }
    }
}
