using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>What is to be kept of a run of the lab.</summary>
/// <param name="Version">The version of the model.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Options">How it was run, as JSON.</param>
/// <param name="World">What was assumed, as JSON.</param>
public sealed record LabTerms(long Version, string Name, ulong Seed, string Options, string World);

/// <summary>Runs of the lab, kept so that they can be run again.</summary>
public sealed class LabRuns
{
    private readonly Store _store;

    internal LabRuns(Store store) => _store = store;

    /// <summary>The runs of an organisation, the latest first.</summary>
    public async Task<IReadOnlyList<LabRun>> List(
        Caller caller, Slice slice = default, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Own(db, caller).OrderByDescending(r => r.Id).Part(slice).ToListAsync(cancelled);
    }

    /// <summary>A run; null if the organisation has none of that number.</summary>
    public async Task<LabRun?> Find(Caller caller, long run, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Own(db, caller).SingleOrDefaultAsync(r => r.Id == run, cancelled);
    }

    /// <summary>The seed of a run.</summary>
    public static ulong SeedOf(LabRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return unchecked((ulong)run.Seed);
    }

    /// <summary>Keeps a run.</summary>
    /// <exception cref="StoreException">The organisation has no such version.</exception>
    public Task<LabRun> Keep(Caller caller, LabTerms terms, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return _store.Write(
            caller,
            async writing =>
            {
                if (!await Models.OwnVersions(writing.Db, caller).AnyAsync(v => v.Id == terms.Version, cancelled))
                {
                    throw StoreException.Of("P8605", $"model version {terms.Version}");
                }

                var run = await writing.Keep(new LabRun
                {
                    OrganisationId = caller.Organisation,
                    VersionId = terms.Version,
                    Name = terms.Name,
                    Seed = unchecked((long)terms.Seed),
                    Options = terms.Options,
                    World = terms.World,
                    PersonId = caller.Person,
                    At = writing.At,
                });
                writing.Tell("lab-run-kept", $"lab run {run.Id}", ("version", $"{terms.Version}"));
                return run;
            },
            cancelled);
    }

    private static IQueryable<LabRun> Own(PorrasDb db, Caller caller) =>
        db.LabRuns.AsNoTracking().Where(r => r.OrganisationId == caller.Organisation);
}
