namespace Porras;

/// <summary>
/// The lines of a limit across participants, put together by owner and period; within a group they compete in the order
/// of a settlement.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="across">The owners.</param>
/// <param name="lines">All lines, in the order of owners.</param>
/// <param name="c">Scratch space.</param>
internal sealed class LimitGroups(Plan plan, Across across, Lines lines, ServiceCase c)
{
    private readonly int[] _order = lines.Order();
    private readonly int[] _groupOf = new int[lines.Count];
    private readonly int[] _places = new int[lines.Count];
    private readonly Dictionary<(long Key, int Period), int> _numbers = [];
    private readonly List<(long Key, int Size)> _groups = [];
    private (int Participant, int Episode) _begun;

    /// <summary>The groups of a limit, in the order of their first lines.</summary>
    /// <returns>The key of each in the scope, and the places of its lines.</returns>
    public IEnumerable<(long Key, ReadOnlyMemory<int> Places)> Of(LimitPlan limit)
    {
        Number(limit);
        var begins = new int[_groups.Count];
        for (var g = 1; g < begins.Length; g++)
        {
            begins[g] = begins[g - 1] + _groups[g - 1].Size;
        }

        var (ends, inOrder) = ((int[])begins.Clone(), new List<int>(begins.Length));
        foreach (var place in _order)
        {
            var group = _groupOf[place];
            if (group >= 0)
            {
                if (ends[group] == begins[group])
                {
                    inOrder.Add(group);
                }

                _places[ends[group]++] = place;
            }
        }

        return inOrder.Select(g =>
            (_groups[g].Key, (ReadOnlyMemory<int>)_places.AsMemory(begins[g], ends[g] - begins[g])));
    }

    // Lines of one owner stand together, and most of them in one period: few have to be looked up.
    private void Number(LimitPlan limit)
    {
        _numbers.Clear();
        _groups.Clear();
        _begun = (-1, 0);
        bool[] isOf = [.. plan.Fees.Select(f => limit.Concerns(f.Index))];
        var owners = lines.Owners.Span;
        var earned = lines.Earned;
        var fees = lines.Fees;
        var amounts = lines.Amounts;
        var (period, latest, group) = (DaySpan.Empty, (Key: 0L, Period: 0), -1);
        for (var i = 0; i < lines.Count; i++)
        {
            _groupOf[i] = -1;
            if (amounts[i] <= 0 || !isOf[fees[i]] || !TryKey(limit, owners[i], i, earned[i], out var key))
            {
                continue;
            }

            period = period.Contains(earned[i]) ? period : limit.PeriodOf(earned[i]);
            if (group < 0 || latest != (key, period.First))
            {
                latest = (key, period.First);
                group = NumberOf(latest);
            }

            _groupOf[i] = group;
            _groups[group] = _groups[group] with { Size = _groups[group].Size + 1 };
        }
    }

    private int NumberOf((long Key, int Period) group)
    {
        if (!_numbers.TryGetValue(group, out var number))
        {
            _numbers[group] = number = _groups.Count;
            _groups.Add((group.Key, 0));
        }

        return number;
    }

    private bool TryKey(LimitPlan limit, int participant, int place, int day, out long key)
    {
        key = 0;
        if (limit.Scope is ScopePlan.Contract)
        {
            return true;
        }

        if (across.Owners.At(participant) is { } owner)
        {
            key = owner.Key;
            return limit.Scope == owner.Scope;
        }

        var episode = lines.EpisodeOf(place);
        var row = c.Data.Starts.Offsets[participant] + episode - 1;
        if (limit.Scope is null)
        {
            key = row;
            return true;
        }

        if (_begun != (participant, episode))
        {
            c.Begin(participant, episode, row, int.MaxValue);
            _begun = (participant, episode);
        }

        return limit.Scope.TryFee(c, day, out key);
    }
}
