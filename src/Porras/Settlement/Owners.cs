namespace Porras;

/// <summary>
/// Whose lines there are: the participants, and behind them the members of cohorts, the providers and the contract for
/// whom the model has fees.
/// </summary>
public sealed class Owners
{
    private readonly DataSet _data;
    private readonly List<ScopeOwner> _others = [];

    /// <summary>The owners of a plan's fees.</summary>
    internal Owners(Plan plan, Everybody all, List<Diagnostic> findings)
    {
        _data = all.Data;
        foreach (var scope in plan.Fees.Select(f => f.Scope).OfType<ScopePlan>().Distinct())
        {
            _others.AddRange(Of(plan, all, scope).Select(key => new ScopeOwner(scope, key)));
        }

        findings.AddRange(plan.CohortsRead.SelectMany(c => Unknown(plan, all, c)));
    }

    /// <summary>How many participants there are: places from here on are other owners.</summary>
    public int Participants => _data.Starts.Count;

    /// <summary>
    /// The owners that are no participants, in order: the first has the place behind the last participant.
    /// </summary>
    public IReadOnlyList<ScopeOwner> Others => _others;

    /// <summary>The owner at a place; null for a participant.</summary>
    public ScopeOwner? At(int place) => place < Participants ? null : _others[place - Participants];

    /// <summary>The name of the owner at a place, as files write it.</summary>
    public string Name(int place) => At(place) is { } owner
        ? owner.Scope.Name(_data, owner.Key) : _data.Starts.Participants[place];

    /// <summary>The place of an owner that is no participant.</summary>
    public int Place(ScopeOwner owner) => Participants + _others.IndexOf(owner);

    /// <summary>The place of an owner by its name; -1 if there is none.</summary>
    public int Find(string name)
    {
        var place = _data.Find(name);
        return place >= 0 ? place : _others.FindIndex(o => o.Scope.Name(_data, o.Key) == name) is var i and >= 0
            ? Participants + i : -1;
    }

    // An owner is there if somebody belongs to it or a file names it.
    internal static IEnumerable<long> Of(Plan plan, Everybody all, ScopePlan scope)
    {
        switch (scope)
        {
            case ScopePlan.Contract:
                return [0];
            case ScopePlan.Provider:
                return Enumerable.Range(0, all.Data.Providers.Names.Length).Select(p => (long)p);
            case ScopePlan.Cohort cohort:
                var named = cohort.Keys(all.Data, all.Until).Where(k => IsNamed(all.Data, cohort, k));
                return all.MembersOf(scope).Select(m => m.Key).Concat(named).Distinct()
                    .OrderBy(k => cohort.IsByPeriod ? k : 0)
                    .ThenBy(k => scope.Name(all.Data, k), StringComparer.Ordinal);
            default:
                throw new InvalidOperationException("Unknown scope.");
        }
    }

    private static bool IsNamed(DataSet data, ScopePlan.Cohort cohort, long key) =>
        Array.BinarySearch(data.Cohorts[cohort.Index].Names, cohort.Name(data, key), StringComparer.Ordinal) >= 0;

    private static IEnumerable<Diagnostic> Unknown(Plan plan, Everybody all, ScopePlan.Cohort cohort)
    {
        var name = cohort.Source.Name.Text;
        var known = cohort.Keys(all.Data, plan.Periods.InForce.Last).Select(k => cohort.Name(all.Data, k)).ToList();
        foreach (var row in all.Data.Cohorts[cohort.Index].Names.Except(known))
        {
            var nearest = Nearest.To(row, known) ?? known.FirstOrDefault() ?? "";
            yield return Diagnostic.At(default, "P6027", name, row, nearest) with { File = name + ".csv" };
        }
    }
}
