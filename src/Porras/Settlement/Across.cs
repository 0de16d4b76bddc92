namespace Porras;

/// <summary>What a settlement worked out across participants, kept so that each line can be explained.</summary>
public sealed class Across
{
    private readonly Dictionary<(int Owner, int Fee, int Time, int Episode), List<LimitEffect>> _effects = [];
    private readonly List<string> _parties = [];

    internal Across(Everybody all, Owners owners) => (All, Owners) = (all, owners);

    /// <summary>All participants.</summary>
    public Everybody All { get; }

    /// <summary>Whose lines there are.</summary>
    public Owners Owners { get; }

    /// <summary>The payers and payees between whom lines are split.</summary>
    public IReadOnlyList<string> Parties => _parties;

    /// <summary>What limits across participants, and those after them, did to a line, in order.</summary>
    public IReadOnlyList<LimitEffect> EffectsOn(in FeeLine line) =>
        _effects.GetValueOrDefault((line.Participant, line.Fee, line.Time, line.Episode)) ?? [];

    internal void Add(in FeeLine line, LimitEffect effect)
    {
        var key = (line.Participant, line.Fee, line.Time, line.Episode);
        if (!_effects.TryGetValue(key, out var effects))
        {
            _effects[key] = effects = [];
        }

        effects.Add(effect);
    }

    internal int Party(string name)
    {
        var place = _parties.IndexOf(name);
        if (place < 0)
        {
            place = _parties.Count;
            _parties.Add(name);
        }

        return place;
    }
}
