namespace Porras;

/// <summary>Finds out why lines are others than those that were settled.</summary>
/// <remarks>
/// The participant is settled again in isolation: with what was known then up to the day then, with what was known
/// then up to the day now, and with what is known now. The steps in which the line changes are its causes. Of
/// several facts those count that change the line alone; if none does, all of them together.
/// </remarks>
public sealed class Causes
{
    private const int SearchMost = 64;

    private readonly IReadOnlyList<RunVersion> _versions;
    private readonly RunTerms? _latest;
    private readonly int _until, _known;
    private (string Owner, DataSet[] Own) _last = ("", []);

    /// <summary>Causes of the differences of a run.</summary>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="data">The data set, with the facts that do not count too.</param>
    /// <param name="now">The terms of the run.</param>
    /// <param name="latest">The latest earlier run, with which new lines are compared; null if there is none.</param>
    public Causes(Plan plan, DataSet data, RunTerms now, RunTerms? latest)
        : this([new(plan, data, now?.Model)], now!, latest)
    {
    }

    /// <summary>Causes of the differences of a run of a contract that was amended.</summary>
    /// <param name="versions">Its versions.</param>
    /// <param name="now">The terms of the run.</param>
    /// <param name="latest">The latest earlier run, with which new lines are compared; null if there is none.</param>
    public Causes(IReadOnlyList<RunVersion> versions, RunTerms now, RunTerms? latest)
    {
        ArgumentNullException.ThrowIfNull(now);
        (_versions, _latest) = (versions, latest);
        (_until, _known) = (now.Until ?? int.MaxValue, now.Known ?? int.MaxValue);
    }

    /// <summary>The causes of a difference; empty for a line that is simply new: earned since.</summary>
    public IReadOnlyList<Cause> Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var before = entry.Before?.Run ?? _latest;
        if (before is null || (entry.Before is null && (before.Until is not { } until || entry.Earned > until)))
        {
            return [];
        }

        if (_versions.Any(v => v.Data.Find(entry.Key.Owner) < 0))
        {
            return [new Cause.OfOthers()];
        }

        if (_last.Owner != entry.Key.Owner)
        {
            _last = (entry.Key.Owner, Own(entry.Key.Owner));
        }

        return Of(entry, before);
    }

    private List<Cause> Of(Entry entry, RunTerms before)
    {
        var causes = new List<Cause>();
        var now = entry.Version >= 0 ? entry.Version : Owning(entry);
        var asked = new Asked(entry.Key, [.. Settling(entry).Append(now).Distinct().Order()]);
        var until = Math.Min(before.Until ?? _until, _until);
        var known = before.Known ?? Searched(entry, asked, until);
        var then = At(asked, until, known);
        if (IsOther(entry, before.Model, _versions[now].Tag) && !Same(then, Settled(entry)))
        {
            causes.Add(new Cause.OfModel(before.Model!, _versions[now].Tag!));
        }

        if (!Same(then, At(asked, _until, known)))
        {
            causes.Add(new Cause.OfTime(until, _until));
        }

        if (!Same(At(asked, _until, known), At(asked, _until, _known)))
        {
            causes.AddRange(Facts(asked, now, known).Select(c => new Cause.OfFact(c)));
        }

        causes.AddRange(Limits(asked, until, known).Select(l => new Cause.OfLimit(l)));
        if (causes.Count == 0 && before.Model is { } old && _versions[^1].Tag is { } newest && newest != old
            && _versions.Count > 1 && !Same(then, Settled(entry)))
        {
            // A limit of the old version no longer counts what the new one has taken over.
            causes.Add(new Cause.OfModel(old, newest));
        }

        if (causes.Count == 0)
        {
            causes.Add(_versions[now].Plan.IsAcross ? new Cause.OfOthers() : new Cause.OfNothing());
        }

        return causes;
    }

    // A run is named by one of its versions: another one is a cause for what is new only if it came later.
    private static bool IsOther(Entry entry, ModelTag? before, ModelTag? now) => before is not null && now is not null
        && before != now && (entry.Before is not null || now.Version > before.Version);

    // The version under which the line was settled, if it is among those of the run.
    private IEnumerable<int> Settling(Entry entry) => entry.Before?.Run.Model is { } tag
        ? Enumerable.Range(0, _versions.Count).Where(v => _versions[v].Tag == tag) : [];

    // The version that has what the participant earns on the day of a line that is gone.
    private int Owning(Entry entry)
    {
        for (var v = _versions.Count - 1; v > 0; v--)
        {
            var starts = _last.Own[v].Starts;
            var start = starts.Day[Math.Min(entry.Key.Episode, starts.Offsets[1]) - 1];
            if (_versions[v].Plan.Days is { } days && days.Starts.Contains(start) && days.Earned.Contains(entry.Earned))
            {
                return v;
            }
        }

        return 0;
    }

    // Versions that were read alike share their data set, and so what is taken out of it.
    private DataSet[] Own(string owner)
    {
        var own = new DataSet[_versions.Count];
        for (var v = 0; v < own.Length; v++)
        {
            var data = _versions[v].Data;
            own[v] = v > 0 && ReferenceEquals(data, _versions[v - 1].Data) ? own[v - 1] : data.Only(data.Find(owner));
        }

        return own;
    }

    // A run that does not say what was known saw the latest day of knowledge that gives its line.
    private int Searched(Entry entry, Asked asked, int until)
    {
        var settled = Settled(entry);
        var days = asked.Versions.SelectMany(v => _last.Own[v].Facts)
            .SelectMany(t => Enumerable.Range(0, t.Count).SelectMany(r => (int[])[t.KnownOn(r), t.ReplacedOn?[r] ?? 0]))
            .Where(d => d > 0 && d <= _known && d != int.MaxValue)
            .Append(until)
            .Distinct()
            .OrderDescending()
            .Take(SearchMost);
        foreach (var day in days)
        {
            if (Same(At(asked, until, day), settled))
            {
                return day;
            }
        }

        return until;
    }

    private List<FactChange> Facts(Asked asked, int version, int known)
    {
        var (own, one) = (_last.Own[version], asked with { Versions = [version] });
        var changes = FactChange.Between(own, known, _known);
        var before = At(one, _until, known);
        var alone = changes.Where(c => !Same(before, At(one, _until, int.MaxValue, Only(own, c, known)))).ToList();
        return alone.Count > 0 ? alone : [.. changes];
    }

    // What was known then, and this one change.
    private static DataSet Only(DataSet own, FactChange change, int known) => own.WithFacts([.. own.Facts.Select(t =>
        t.Choose([.. Enumerable.Range(0, t.Count)
            .Where(r => ReferenceEquals(t, change.Table) && (r == change.Before || r == change.After)
                ? r == change.After && change.Kind != FactChangeKind.Withdrawn
                : t.Counts(r, known))]))]);

    private List<(int Earned, Money Amount)> At(Asked asked, int until, int known, DataSet? own = null)
    {
        var lines = new List<(int, Money)>();
        foreach (var v in asked.Versions)
        {
            var settled = Settle.All(_versions[v].Plan, own ?? _last.Own[v], until, known);
            lines.AddRange(settled.Lines().InOrder().Where(l => LineKey.Of(settled, l) == asked.Key)
                .Select(l => (l.Earned, l.Amount)));
        }

        return lines;
    }

    private IEnumerable<Declaration.Limit> Limits(Asked asked, int until, int known)
    {
        var (before, now) = (Effects(asked, until, known), Effects(asked, _until, _known));
        return before.Except(now).Concat(now.Except(before)).Select(e => e.Limit).Distinct();
    }

    private List<LimitEffect> Effects(Asked asked, int until, int known) => [.. asked.Versions
        .SelectMany(v => Why.About(_versions[v].Plan, _last.Own[v], 0, until, known).Reasons())
        .Where(r => r.Fee.Name.Text == asked.Key.Fee && r.Line.Time == asked.Key.Occurrence
            && r.Line.Episode == asked.Key.Episode && r.Line.Kind == asked.Key.Kind)
        .SelectMany(r => r.Limits)];

    private static List<(int Earned, Money Amount)> Settled(Entry entry) =>
        entry.Before is { } line ? [(line.Earned, line.Amount)] : [];

    private static bool Same(List<(int, Money)> a, List<(int, Money)> b) => a.SequenceEqual(b);

    // A line, and under which versions it is looked for.
    private sealed record Asked(LineKey Key, IReadOnlyList<int> Versions);
}
