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

    private readonly Plan _plan;
    private readonly DataSet _data;
    private readonly RunTerms _now;
    private readonly RunTerms? _latest;
    private readonly int _until, _known;
    private (int Participant, DataSet Own) _last = (-1, null!);

    /// <summary>Causes of the differences of a run.</summary>
    /// <param name="plan">The model, made ready.</param>
    /// <param name="data">The data set, with the facts that do not count too.</param>
    /// <param name="now">The terms of the run.</param>
    /// <param name="latest">The latest earlier run, with which new lines are compared; null if there is none.</param>
    public Causes(Plan plan, DataSet data, RunTerms now, RunTerms? latest)
    {
        ArgumentNullException.ThrowIfNull(now);
        (_plan, _data, _now, _latest) = (plan, data, now, latest);
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

        var participant = _data.Find(entry.Key.Owner);
        if (participant < 0)
        {
            return [new Cause.OfOthers()];
        }

        return Of(entry, before, Own(participant));
    }

    private List<Cause> Of(Entry entry, RunTerms before, DataSet own)
    {
        var causes = new List<Cause>();
        var until = Math.Min(before.Until ?? _until, _until);
        var known = before.Known ?? Searched(entry, own, until);
        var then = At(own, entry.Key, until, known);
        if (before.Model is { } model && _now.Model is { } now && model != now && !Same(then, Settled(entry)))
        {
            causes.Add(new Cause.OfModel(model, now));
        }

        var later = At(own, entry.Key, _until, known);
        if (!Same(then, later))
        {
            causes.Add(new Cause.OfTime(until, _until));
        }

        if (!Same(later, At(own, entry.Key, _until, _known)))
        {
            causes.AddRange(Facts(own, entry.Key, later, known).Select(c => new Cause.OfFact(c)));
        }

        causes.AddRange(Limits(entry, own, until, known).Select(l => new Cause.OfLimit(l)));
        if (causes.Count == 0)
        {
            causes.Add(_plan.IsAcross ? new Cause.OfOthers() : new Cause.OfNothing());
        }

        return causes;
    }

    private DataSet Own(int participant)
    {
        if (_last.Participant != participant)
        {
            _last = (participant, _data.Only(participant));
        }

        return _last.Own;
    }

    // A run that does not say what was known saw the latest day of knowledge that gives its line.
    private int Searched(Entry entry, DataSet own, int until)
    {
        var settled = Settled(entry);
        var days = own.Facts
            .SelectMany(t => Enumerable.Range(0, t.Count).SelectMany(r => (int[])[t.KnownOn(r), t.ReplacedOn?[r] ?? 0]))
            .Where(d => d > 0 && d <= _known && d != int.MaxValue)
            .Append(until)
            .Distinct()
            .OrderDescending()
            .Take(SearchMost);
        foreach (var day in days)
        {
            if (Same(At(own, entry.Key, until, day), settled))
            {
                return day;
            }
        }

        return until;
    }

    private List<FactChange> Facts(DataSet own, LineKey key, List<(int, Money)> before, int known)
    {
        var changes = FactChange.Between(own, known, _known);
        var alone = changes.Where(c => !Same(before, At(Only(own, c, known), key, _until, int.MaxValue))).ToList();
        return alone.Count > 0 ? alone : [.. changes];
    }

    // What was known then, and this one change.
    private static DataSet Only(DataSet own, FactChange change, int known) => own.WithFacts([.. own.Facts.Select(t =>
        t.Choose([.. Enumerable.Range(0, t.Count)
            .Where(r => ReferenceEquals(t, change.Table) && (r == change.Before || r == change.After)
                ? r == change.After && change.Kind != FactChangeKind.Withdrawn
                : t.Counts(r, known))]))]);

    private List<(int Earned, Money Amount)> At(DataSet own, LineKey key, int until, int known)
    {
        var settled = Settle.All(_plan, own, until, known);
        return [.. settled.Lines().InOrder().Where(l => LineKey.Of(settled, l) == key)
            .Select(l => (l.Earned, l.Amount))];
    }

    private IEnumerable<Declaration.Limit> Limits(Entry entry, DataSet own, int until, int known)
    {
        var before = Effects(entry.Key, Why.About(_plan, own, 0, until, known));
        var now = Effects(entry.Key, Why.About(_plan, own, 0, _until, _known));
        return before.Except(now).Concat(now.Except(before)).Select(e => e.Limit).Distinct();
    }

    private static List<LimitEffect> Effects(LineKey key, Why why) => [.. why.Reasons()
        .Where(r => r.Fee.Name.Text == key.Fee && r.Line.Time == key.Occurrence && r.Line.Episode == key.Episode
            && r.Line.Kind == key.Kind)
        .SelectMany(r => r.Limits)];

    private static List<(int Earned, Money Amount)> Settled(Entry entry) =>
        entry.Before is { } line ? [(line.Earned, line.Amount)] : [];

    private static bool Same(List<(int, Money)> a, List<(int, Money)> b) => a.SequenceEqual(b);
}
