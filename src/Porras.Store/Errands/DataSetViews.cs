using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>The days that the rows of a table tell of.</summary>
/// <param name="Table">The table, by its place in the data set.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; of spans that still run, the first one counts.</param>
public sealed record TableDays(int Table, int First, int Last);

/// <summary>Looking at data sets without reading them.</summary>
public sealed partial class DataSets
{
    /// <summary>The data set of a name; null if the organisation has none.</summary>
    public async Task<StoredDataSet?> Find(Caller caller, string name, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Own(db, caller).SingleOrDefaultAsync(d => d.Name == name, cancelled);
    }

    /// <summary>From when to when participants start and facts happen; goes through all rows.</summary>
    public async Task<IReadOnlyList<TableDays>> Days(
        Caller caller, long dataSet, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        if (!await Own(db, caller).AnyAsync(d => d.Id == dataSet, cancelled))
        {
            return [];
        }

        var starts = await db.Set<StartRow>().Where(s => s.DataSetId == dataSet).GroupBy(s => s.DataSetId)
            .Select(g => new TableDays(0, g.Min(s => s.Day), g.Max(s => s.Day))).ToListAsync(cancelled);
        var facts = await db.Set<FactRow>().Where(f => f.DataSetId == dataSet).GroupBy(f => f.TablePlace)
            .Select(g => new TableDays(g.Key, g.Min(f => f.FirstDay), g.Max(f => f.LastDay ?? f.FirstDay)))
            .ToListAsync(cancelled);
        return [.. starts, .. facts];
    }
}
