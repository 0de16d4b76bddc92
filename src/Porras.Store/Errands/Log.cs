using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>What came of walking the log.</summary>
/// <param name="Entries">How many entries are in order.</param>
/// <param name="Last">The hash of the last of them; empty if there is none.</param>
/// <param name="Broken">The number at which the first entry that is not in order was expected; null: all are.</param>
public sealed record LogVerdict(long Entries, string Last, long? Broken)
{
    /// <summary>Whether the fingerprint that was asked for is the hash of one of the entries in order.</summary>
    public bool HasFingerprint { get; init; } = true;
}

/// <summary>The log: who did what, each entry with the hash of the one before.</summary>
public sealed class Log
{
    private readonly Store _store;

    internal Log(Store store) => _store = store;

    /// <summary>The entries of an organisation, the latest first.</summary>
    public async Task<IReadOnlyList<LogEntry>> List(
        Caller caller, Slice slice = default, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await db.Log.AsNoTracking().Where(e => e.OrganisationId == caller.Organisation)
            .OrderByDescending(e => e.Number).Part(slice).ToListAsync(cancelled);
    }

    /// <summary>Writes an entry of its own, such as who looked at whom.</summary>
    public Task Add(
        Caller caller,
        string act,
        string subject,
        IReadOnlyList<(string Name, string? Value)>? details = null,
        CancellationToken cancelled = default) =>
        _store.Write(
            caller,
            writing =>
            {
                writing.Tell(act, subject, [.. details ?? []]);
                return Task.FromResult(true);
            },
            cancelled);

    /// <summary>Walks the whole log, of all organisations, from the first entry.</summary>
    /// <param name="fingerprint">
    /// The hash of the last entry, as it was noted at some time: the log must still have it. Null: none was noted.
    /// </param>
    /// <param name="cancelled">Stops.</param>
    public async Task<LogVerdict> Verify(string? fingerprint, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Verify(db, fingerprint, cancelled);
    }

    /// <summary>The same, where a log that is not in order is refused.</summary>
    /// <exception cref="StoreException">It is broken, or does not have the fingerprint.</exception>
    public async Task<LogVerdict> MustBeInOrder(string? fingerprint, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await MustBeInOrder(db, fingerprint, cancelled);
    }

    internal static async Task<LogVerdict> MustBeInOrder(
        PorrasDb db, string? fingerprint, CancellationToken cancelled)
    {
        var verdict = await Verify(db, fingerprint, cancelled);
        return verdict.Broken is { } broken ? throw StoreException.Of("P8609", $"{broken}", $"{verdict.Entries}")
            : verdict.HasFingerprint ? verdict : throw StoreException.Of("P8610", fingerprint!);
    }

    internal static async Task<LogVerdict> Verify(
        PorrasDb db, string? fingerprint, CancellationToken cancelled)
    {
        LogEntry? before = null;
        var isKnown = fingerprint is null;
        await foreach (var entry in db.Log.AsNoTracking().OrderBy(e => e.Number).AsAsyncEnumerable()
            .WithCancellation(cancelled))
        {
            if (!LogChain.Follows(entry, before))
            {
                return Verdict((before?.Number ?? 0) + 1);
            }

            before = entry;
            isKnown |= entry.Hash == fingerprint;
        }

        return Verdict(null);

        LogVerdict Verdict(long? broken) =>
            new(before?.Number ?? 0, before?.Hash ?? "", broken) { HasFingerprint = isKnown };
    }

    // Last in its transaction: on PostgreSQL others wait from here to the end of it.
    internal static async Task Append(Writing writing, CancellationToken cancelled)
    {
        if (writing.Told.Count == 0)
        {
            return;
        }

        var db = writing.Db;
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE log IN EXCLUSIVE MODE", cancelled);
        }

        var last = await db.Log.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancelled);
        foreach (var (act, subject, details) in writing.Told)
        {
            var entry = new LogEntry
            {
                Number = (last?.Number ?? 0) + 1,
                At = DateTimeOffset.FromUnixTimeMilliseconds(writing.At.ToUnixTimeMilliseconds()),
                OrganisationId = writing.Caller?.Organisation,
                PersonId = writing.Person,
                Act = act,
                Subject = subject,
                Details = details,
                Before = last?.Hash ?? "",
                Hash = "",
            };
            last = entry with { Hash = LogChain.HashOf(entry) };
            db.Add(last);
        }

        await db.SaveChangesAsync(cancelled);
    }
}
