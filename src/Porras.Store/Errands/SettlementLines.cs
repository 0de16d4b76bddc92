using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>Which lines are meant; null: all.</summary>
/// <param name="Owner">Only of this participant or other owner.</param>
/// <param name="Fee">Only of this fee.</param>
public readonly record struct LineFilter(string? Owner = null, string? Fee = null);

/// <summary>What the lines of one fee come to.</summary>
/// <param name="Fee">The fee.</param>
/// <param name="Kind">Fees, or what is taken back.</param>
/// <param name="Lines">How many lines.</param>
/// <param name="Owners">Of how many participants or other owners.</param>
/// <param name="Amount">What they come to, in minor units.</param>
public sealed record FeeSum(string Fee, LineKind Kind, int Lines, int Owners, long Amount);

/// <summary>The lines of settlements.</summary>
public sealed partial class Settlements
{
    /// <summary>Lines of a settlement, in its order.</summary>
    public async Task<IReadOnlyList<SettledLine>> Lines(
        Caller caller, long settlement, LineFilter filter, Slice slice, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Chosen(db, caller, settlement, filter).OrderBy(l => l.Number).Part(slice).ToListAsync(cancelled);
    }

    /// <summary>A line by its number in the settlement; null if there is none.</summary>
    public async Task<SettledLine?> Line(
        Caller caller, long settlement, int number, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Chosen(db, caller, settlement, default)
            .SingleOrDefaultAsync(l => l.Number == number, cancelled);
    }

    /// <summary>What the lines come to, by fee; a fee without lines is not there.</summary>
    public async Task<IReadOnlyList<FeeSum>> Sums(
        Caller caller, long settlement, LineFilter filter = default, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        var sums = await Chosen(db, caller, settlement, filter).GroupBy(l => new { l.Fee, l.Kind })
            .Select(g => new
            {
                g.Key.Fee,
                g.Key.Kind,
                Lines = g.Count(),
                Owners = g.Select(l => l.Owner).Distinct().Count(),
                Amount = g.Sum(l => l.Amount),
            })
            .ToListAsync(cancelled);
        return [.. sums.Select(s => new FeeSum(s.Fee, s.Kind, s.Lines, s.Owners, s.Amount))];
    }

    /// <summary>The settlements that rest on a data set, the latest first.</summary>
    public async Task<IReadOnlyList<Settlement>> On(
        Caller caller, long dataSet, Slice slice = default, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Own(db, caller).Where(s => s.DataSetId == dataSet).OrderByDescending(s => s.Id)
            .Part(slice).ToListAsync(cancelled);
    }

    private static IQueryable<SettledLine> Chosen(PorrasDb db, Caller caller, long settlement, LineFilter filter) =>
        db.SettledLines.AsNoTracking()
            .Where(l => l.SettlementId == settlement && Own(db, caller).Any(s => s.Id == l.SettlementId))
            .Where(l => filter.Owner == null || l.Owner == filter.Owner)
            .Where(l => filter.Fee == null || l.Fee == filter.Fee);
}
