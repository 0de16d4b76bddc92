namespace Porras;

/// <summary>What a settlement worked out across participants, kept so that each line can be explained.</summary>
public sealed class Across
{
    private readonly List<CommonEffects> _effects = [];
    private readonly List<string> _parties = [];

    internal Across(Everybody all, Owners owners) => (All, Owners) = (all, owners);

    /// <summary>All participants.</summary>
    public Everybody All { get; }

    /// <summary>Whose lines there are.</summary>
    public Owners Owners { get; }

    /// <summary>The payers and payees between whom lines are split.</summary>
    public IReadOnlyList<string> Parties => _parties;

    /// <summary>What limits across participants, and those after them, did to a line, in order.</summary>
    public IReadOnlyList<LimitEffect> EffectsOn(in FeeLine line)
    {
        List<LimitEffect> found = [];
        foreach (var limit in _effects)
        {
            if (limit.On(line) is { } effect)
            {
                found.Add(effect);
            }
        }

        return found;
    }

    /// <summary>How far splits in order were filled before each line; null without one.</summary>
    internal Filling? Filling { get; set; }

    internal void Add(CommonEffects effects) => _effects.Add(effects);

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

/// <summary>What one limit did to lines.</summary>
/// <param name="limit">The limit.</param>
/// <param name="before">The lines that it changed, as they were before it, in the order of owners.</param>
/// <param name="after">What it left of each, in minor units.</param>
internal sealed class CommonEffects(Declaration.Limit limit, Lines before, long[] after)
{
    /// <summary>What it did to a line; null for nothing.</summary>
    public LimitEffect? On(in FeeLine line)
    {
        for (var i = before.FirstOf(line.Participant); i < before.Count; i++)
        {
            var changed = before[i];
            if (changed.Participant != line.Participant)
            {
                return null;
            }

            if ((changed.Fee, changed.Time, changed.Episode) == (line.Fee, line.Time, line.Episode))
            {
                return new(limit, changed.Amount, new(after[i]));
            }
        }

        return null;
    }
}
