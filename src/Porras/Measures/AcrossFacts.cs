namespace Porras;

/// <summary>All facts of a kind, as entries across participants: those of which a measure needs some.</summary>
internal sealed class AcrossFacts(int fact, WindowPlan? window)
{
    /// <summary>Adds an entry for each fact of a participant that lies in the window.</summary>
    public void Entries(ServiceCase c, ScopePlan scope, List<AcrossEntry> found)
    {
        var over = c.Clip(window?.Of(c) ?? new(c.Start, c.Until));
        var (from, to) = c.Rows(fact);
        var last = c.Data.Facts[fact].Last;
        for (var row = from; row < to; row++)
        {
            if (over.Contains(last[row]) && scope.TryFact(c, last[row], out var key))
            {
                found.Add(new(key, Column.Empty, last[row], Exact.One));
            }
        }
    }
}
