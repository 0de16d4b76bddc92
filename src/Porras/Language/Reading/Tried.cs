namespace Porras;

/// <summary>
/// The words that could have stood at a place of a clause and at the place before it: what a hint is made of.
/// </summary>
internal sealed class Tried
{
    private List<string> _here = [];
    private List<string> _before = [];
    private int _at;

    /// <summary>Remembers a word or phrase that could stand at a place.</summary>
    public void Add(int at, string word)
    {
        if (_at != at)
        {
            (_here, _before) = (_before, _at == at - 1 ? _here : []);
            _here.Clear();
            _at = at;
        }

        if (!_here.Contains(word))
        {
            _here.Add(word);
        }
    }

    /// <summary>What could have stood at a place; empty if that is not known any more.</summary>
    public IReadOnlyList<string> At(int at) => at == _at ? _here : at == _at - 1 ? _before : [];

    /// <summary>The word or phrase nearest to what stands at a place; null if none is near.</summary>
    /// <param name="at">The place.</param>
    /// <param name="found">So many words as they stand there.</param>
    public string? Nearest(int at, Func<int, string> found)
    {
        var byWords = At(at).Where(p => p.Length > 1).GroupBy(p => p.Count(c => c == ' ') + 1);
        foreach (var phrases in byWords.OrderByDescending(g => g.Key))
        {
            if (Porras.Nearest.To(found(phrases.Key), phrases) is { } near)
            {
                return near;
            }
        }

        return null;
    }
}
