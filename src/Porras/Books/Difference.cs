namespace Porras;

/// <summary>What became of a line since it was settled.</summary>
public enum EntryKind
{
    /// <summary>It was not there before.</summary>
    New,

    /// <summary>It has another amount or another earned day.</summary>
    Changed,

    /// <summary>It is not there any more.</summary>
    Gone,
}

/// <summary>A difference between the entitlement now and what was settled.</summary>
/// <param name="Kind">What became of the line.</param>
/// <param name="Key">Which line.</param>
/// <param name="Before">The line as settled; null for a new one.</param>
/// <param name="Now">The line now; null for one that is gone.</param>
public sealed record Entry(EntryKind Kind, LineKey Key, BookedLine? Before, FeeLine? Now)
{
    /// <summary>Which of several versions of the model gives the line now, from 0; -1 for one that is gone.</summary>
    public int Version { get; init; } = -1;

    /// <summary>The earned day now; of a line that is gone, that of before.</summary>
    public int Earned => Now?.Earned ?? Before!.Earned;

    /// <summary>How much more than before.</summary>
    public Money Amount => (Now?.Amount ?? Money.Zero) - (Before?.Amount ?? Money.Zero);
}

/// <summary>The entitlement now less what earlier runs settled, line by line.</summary>
public sealed class Difference
{
    private Difference(SettledVersions now, Book before, List<Entry> entries)
    {
        (Now, Before) = (now, before);
        var fees = now.Versions.SelectMany(v => v.Plan.Fees).Select(f => f.Source.Name.Text).Distinct().Index()
            .ToDictionary(f => f.Item, f => f.Index, StringComparer.Ordinal);
        Entries = [.. entries
            .OrderBy(e => e.Earned)
            .ThenBy(e => e.Key.Owner, StringComparer.Ordinal)
            .ThenBy(e => fees.GetValueOrDefault(e.Key.Fee, int.MaxValue))
            .ThenBy(e => e.Key.Fee, StringComparer.Ordinal)
            .ThenBy(e => e.Key.Occurrence)
            .ThenBy(e => e.Key.Episode)
            .ThenBy(e => e.Key.Kind)
            .ThenBy(e => e.Key.Payer, StringComparer.Ordinal)
            .ThenBy(e => e.Key.Payee, StringComparer.Ordinal)];
    }

    /// <summary>The entitlement.</summary>
    public SettledVersions Now { get; }

    /// <summary>What was settled.</summary>
    public Book Before { get; }

    /// <summary>
    /// Every difference, in the order of a settlement: earned day, owner, fee, occurrence, episode, kind.
    /// </summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>How much more there is than was settled.</summary>
    public Money Total => Entries.Aggregate(Money.Zero, (sum, e) => sum + e.Amount);

    /// <summary>Compares, line by line. Equal: nothing.</summary>
    /// <remarks>Lines of the same identity are paired first where they are equal, then in their order.</remarks>
    public static Difference Of(Settled now, Book before) => Of(SettledVersions.Of(now), before);

    /// <summary>The same for a contract that was amended: the lines of all versions are its entitlement.</summary>
    public static Difference Of(SettledVersions now, Book before)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(before);
        var open = new OpenLines(before.Open);
        var left = new List<(LineKey Key, FeeLine Line, int Version)>();
        foreach (var (v, version) in now.Versions.Index())
        {
            foreach (var part in version.Parts)
            {
                for (var i = 0; i < part.Count; i++)
                {
                    var line = part[i];
                    var key = LineKey.Of(version, line);
                    if (open.Take(key, l => l.Earned == line.Earned && l.Amount == line.Amount) is null)
                    {
                        left.Add((key, line, v));
                    }
                }
            }
        }

        var entries = new List<Entry>();
        foreach (var (key, line, v) in left)
        {
            var settled = open.Take(key, _ => true);
            var kind = settled is null ? EntryKind.New : EntryKind.Changed;
            entries.Add(new(kind, key, settled, line) { Version = v });
        }

        entries.AddRange(open.Rest().Select(l => new Entry(EntryKind.Gone, l.Key, l, null)));
        return new(now, before, entries);
    }

    // Open lines by identity; each is taken once.
    private sealed class OpenLines
    {
        private readonly IReadOnlyList<BookedLine> _lines;
        private readonly Dictionary<LineKey, int> _first;
        private readonly int[] _next;
        private readonly bool[] _taken;

        public OpenLines(IReadOnlyList<BookedLine> lines)
        {
            (_lines, _first, _next, _taken) = (lines, new(lines.Count), new int[lines.Count], new bool[lines.Count]);
            for (var i = lines.Count - 1; i >= 0; i--)
            {
                _next[i] = _first.GetValueOrDefault(lines[i].Key, -1);
                _first[lines[i].Key] = i;
            }
        }

        public BookedLine? Take(in LineKey key, Func<BookedLine, bool> fits)
        {
            for (var i = _first.GetValueOrDefault(key, -1); i >= 0; i = _next[i])
            {
                if (!_taken[i] && fits(_lines[i]))
                {
                    _taken[i] = true;
                    return _lines[i];
                }
            }

            return null;
        }

        public IEnumerable<BookedLine> Rest() => _lines.Where((_, i) => !_taken[i]);
    }
}
