using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>A settlement came to a state.</summary>
/// <param name="State">The state.</param>
/// <param name="Person">Who brought it there; null for the command line.</param>
/// <param name="At">When.</param>
public sealed record SettlementStep(SettlementState State, string? Person, DateTimeOffset At);

/// <summary>How settlements move on.</summary>
public sealed partial class Settlements
{
    private const string Advanced = "settlement-advanced";

    /// <summary>Moves a settlement on: approved, then locked. The lines stay as they are.</summary>
    /// <remarks>Whoever approves is a person, and another one than settled.</remarks>
    /// <exception cref="StoreException">
    /// There is none of that number, it is further already, or the same person settled it.
    /// </exception>
    public Task Advance(
        Caller caller, long settlement, SettlementState state, CancellationToken cancelled = default) =>
        _store.Write(caller, writing => Advance(writing, caller, settlement, state, cancelled), cancelled);

    /// <summary>By whom and when a settlement came to its states, the first one first.</summary>
    public async Task<IReadOnlyList<SettlementStep>> Steps(
        Caller caller, long settlement, CancellationToken cancelled = default)
    {
        if (await Find(caller, settlement, cancelled) is not { } kept)
        {
            return [];
        }

        await using var db = _store.Db();
        var entries = await db.Log.AsNoTracking()
            .Where(e => e.OrganisationId == caller.Organisation && e.Act == Advanced
                && e.Subject == SubjectOf(settlement))
            .OrderBy(e => e.Number).ToListAsync(cancelled);
        return
        [
            new(SettlementState.Settled, kept.PersonId, kept.At),
            .. entries.Select(e => new SettlementStep(StateOf(e.Details), e.PersonId, e.At)),
        ];
    }

    private static async Task<bool> Advance(
        Writing writing, Caller caller, long settlement, SettlementState state, CancellationToken cancelled)
    {
        var before = state switch
        {
            SettlementState.Approved => SettlementState.Settled,
            SettlementState.Locked => SettlementState.Approved,
            SettlementState.Settled => throw StoreException.Of("P8613", SubjectOf(settlement)),
            _ => throw new InvalidOperationException($"Unknown state {state}."),
        };
        var own = writing.Db.Settlements
            .Where(s => s.OrganisationId == caller.Organisation && s.Id == settlement && s.State == before);
        var isApproval = state == SettlementState.Approved;
        var moved = caller.Person is null && isApproval ? 0 : await own
            .Where(s => !isApproval || s.PersonId == null || s.PersonId != caller.Person)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.State, state), cancelled);
        if (moved == 0)
        {
            throw StoreException.Of(await own.AnyAsync(cancelled) ? "P8618" : "P8613", SubjectOf(settlement));
        }

        writing.Tell(Advanced, SubjectOf(settlement), ("state", state.ToString()));
        return true;
    }

    private static string SubjectOf(long settlement) => $"settlement {settlement}";

    private static SettlementState StateOf(string details) =>
        Enum.Parse<SettlementState>(JsonNode.Parse(details)!["state"]!.GetValue<string>());
}
