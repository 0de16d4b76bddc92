namespace Porras;

/// <summary>
/// The words that could have stood at a place of a clause and at the place before it: what a hint is made of.
/// </summary>
internal sealed class Tried
{
    private List<(string Word, bool Listed)> _here = [];
    private List<(string Word, bool Listed)> _before = [];
    private int _at;

    /// <summary>Remembers a word or phrase that could stand at a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="word">The word.</param>
    /// <param name="listed">Whether a message names it among others; else it is only what may be meant.</param>
    public void Add(int at, string word, bool listed)
    {
        if (_at != at)
        {
            (_here, _before) = (_before, _at == at - 1 ? _here : []);
            _here.Clear();
            _at = at;
        }

        if (!_here.Contains((word, listed)))
        {
            _here.Add((word, listed));
        }
    }

    /// <summary>
    /// What a message names of what could have stood at a place; empty if that is not known any more.
    /// </summary>
    public IReadOnlyList<string> Listed(int at) => [.. At(at).Where(t => t.Listed).Select(t => t.Word)];

    /// <summary>The word or phrase nearest to what stands at a place; null if none is near.</summary>
    /// <param name="at">The place.</param>
    /// <param name="found">So many words as they stand there.</param>
    public string? Nearest(int at, Func<int, string> found)
    {
        var byWords = At(at).Select(t => t.Word).Where(w => w.Length > 1).GroupBy(p => p.Count(c => c == ' ') + 1);
        foreach (var phrases in byWords.OrderByDescending(g => g.Key))
        {
            if (Porras.Nearest.To(found(phrases.Key), phrases) is { } near)
            {
                return near;
            }
        }

        return null;
    }

    private List<(string Word, bool Listed)> At(int at) => at == _at ? _here : at == _at - 1 ? _before : [];
}
