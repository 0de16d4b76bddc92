namespace Porras;

/// <summary>Names by number, in order of first use; a name is one string however often it is met.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _names = [];
    private int _latest = -1;
    private string _latestName = "";

    public NameTable() => _bySpan = _places.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many names there are.</summary>
    public int Count => _names.Count;

    /// <summary>The name at a place.</summary>
    public string this[int place] => _names[place];

    /// <summary>The place of a name, a new one if it has not been met.</summary>
    public int Place(ReadOnlySpan<char> name)
    {
        // Rows of one participant usually stand together.
        if (_latest >= 0 && name.SequenceEqual(_latestName))
        {
            return _latest;
        }

        // In files in the same order each name is the one after the latest.
        if (_latest + 1 < _names.Count && name.SequenceEqual(_names[_latest + 1]))
        {
            _latest++;
        }
        else if (!_bySpan.TryGetValue(name, out _latest))
        {
            var text = name.ToString();
            _latest = _names.Count;
            _places.Add(text, _latest);
            _names.Add(text);
        }

        _latestName = _names[_latest];
        return _latest;
    }

    /// <summary>The names in use in ordinal order, and the rank of each place in it; -1 if not in use.</summary>
    public (string[] Sorted, int[] Rank) Rank(ReadOnlySpan<bool> used)
    {
        var count = 0;
        var places = new int[_names.Count];
        for (var place = 0; place < used.Length; place++)
        {
            places[count] = place;
            count += used[place] ? 1 : 0;
        }

        var sorted = new string[count];
        var rising = true;
        for (var i = 0; i < count; i++)
        {
            sorted[i] = _names[places[i]];
            rising &= i == 0 || string.CompareOrdinal(sorted[i - 1], sorted[i]) < 0;
        }

        if (!rising)
        {
            Array.Sort(sorted, places, 0, count, StringComparer.Ordinal);
        }

        var rank = new int[_names.Count];
        Array.Fill(rank, -1);
        for (var i = 0; i < count; i++)
        {
            rank[places[i]] = i;
        }

        return (sorted, rank);
    }
}
