using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Porras.Exchange;

namespace Porras.Store;

/// <summary>What is to be settled.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Version">The version of the model.</param>
/// <param name="DataSet">The data set.</param>
/// <param name="Until">The day of settlement.</param>
/// <param name="KnownOn">Only facts known by this day; null for all.</param>
public sealed record SettlementTerms(string Name, long Version, long DataSet, int Until, int? KnownOn = null);

/// <summary>What came of settling.</summary>
/// <param name="Settlement">The settlement; null if it was refused, and then nothing is kept.</param>
/// <param name="Findings">Mistakes and notes.</param>
public sealed record SettlementResult(Settlement? Settlement, IReadOnlyList<Diagnostic> Findings);

/// <summary>Settlements: made from what is kept, by the one pipe, and kept whole or not at all.</summary>
public sealed partial class Settlements
{
    private readonly Store _store;

    internal Settlements(Store store) => _store = store;

    /// <summary>The settlements of an organisation, the latest first.</summary>
    public async Task<IReadOnlyList<Settlement>> List(
        Caller caller, Slice slice = default, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Own(db, caller).OrderByDescending(s => s.Id).Part(slice).ToListAsync(cancelled);
    }

    /// <summary>A settlement; null if the organisation has none of that number.</summary>
    public async Task<Settlement?> Find(Caller caller, long settlement, CancellationToken cancelled = default)
    {
        await using var db = _store.Db();
        return await Own(db, caller).SingleOrDefaultAsync(s => s.Id == settlement, cancelled);
    }

    /// <summary>Settles a data set and keeps the lines.</summary>
    /// <exception cref="StoreException">The organisation has no such data set or version.</exception>
    public async Task<SettlementResult> Settle(
        Caller caller, SettlementTerms terms, int threads = 1, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var (settled, findings) = await Calculate(caller, terms, threads, cancelled);
        if (settled is null)
        {
            return new(null, findings);
        }

        var kept = await _store.Write(caller, writing => Keep(writing, caller, terms, settled), cancelled);
        return new(kept, findings);
    }

    /// <summary>
    /// Settles a kept settlement again, from the same model, facts and days: what <see cref="Why"/> asks about.
    /// </summary>
    /// <exception cref="StoreException">There is none of that number, or it no longer comes to the same.</exception>
    public async Task<Settled> Again(
        Caller caller, long settlement, int threads = 1, CancellationToken cancelled = default)
    {
        var kept = await Find(caller, settlement, cancelled)
            ?? throw StoreException.Of("P8605", $"settlement {settlement}");
        var terms = new SettlementTerms(kept.Name, kept.VersionId, kept.DataSetId, kept.UntilDay, kept.KnownOn);
        var (settled, _) = await Calculate(caller, terms, threads, cancelled);
        return settled is not null && HashOf(settled) == kept.Hash ? settled
            : throw StoreException.Of("P8612", kept.Name, kept.Engine, Kit.EngineVersion);
    }

    /// <summary>SHA-256 of the lines as CSV without reasons.</summary>
    public static string HashOf(Settled settled)
    {
        using var hash = SHA256.Create();
        using var hashing = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        using (var to = new StreamWriter(hashing, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" })
        {
            LinesCsv.Write(to, settled);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    private async Task<(Settled? Settled, IReadOnlyList<Diagnostic> Findings)> Calculate(
        Caller caller, SettlementTerms terms, int threads, CancellationToken cancelled)
    {
        await using var db = _store.Db();
        await using var transaction = await Snapshot.Begin(db, cancelled);
        var model = ModelOf.Version(await DataSets.OwnVersion(db, caller, terms.Version, cancelled));
        var reading = await DataSets.Read(db, caller, terms.DataSet, model, cancelled);
        if (reading.DataSet is not { } data)
        {
            return (null, reading.Findings);
        }

        var settled = Porras.Settle.All(
            Plan.Compile(model), data, terms.Until, terms.KnownOn ?? int.MaxValue, threads);
        return (settled.IsRefused ? null : settled, [.. reading.Findings, .. settled.Findings]);
    }

    private static async Task<Settlement> Keep(
        Writing writing, Caller caller, SettlementTerms terms, Settled settled)
    {
        var kept = await writing.Keep(new Settlement
        {
            OrganisationId = caller.Organisation,
            VersionId = terms.Version,
            DataSetId = terms.DataSet,
            Name = terms.Name,
            UntilDay = terms.Until,
            KnownOn = terms.KnownOn,
            State = SettlementState.Settled,
            Engine = Kit.EngineVersion,
            Currency = settled.Plan.Currency.Code,
            Lines = checked((int)settled.Count),
            Total = settled.Total.Minor,
            Hash = HashOf(settled),
            PersonId = caller.Person,
            At = writing.At,
        });
        SettledWriting.Write(writing.Db, kept.Id, settled);
        writing.Tell(
            "settled", $"settlement {kept.Id}", ("name", kept.Name), ("hash", kept.Hash),
            ("version", $"{terms.Version}"), ("data", $"{terms.DataSet}"));
        return kept;
    }

    private static IQueryable<Settlement> Own(PorrasDb db, Caller caller) =>
        db.Settlements.AsNoTracking().Where(s => s.OrganisationId == caller.Organisation);
}

/// <summary>Writes the lines of a settlement in bulk.</summary>
internal static class SettledWriting
{
    private static readonly BulkTable Table = BulkTable.Of(
        "settled_lines",
        "settlement_id! number owner$ fee$ occurrence episode earned payable kind$ amount! payer$ payee$ clause$");

    /// <summary>Writes all lines, in the order of a settlement.</summary>
    public static void Write(PorrasDb db, long settlement, Settled settled)
    {
        using var to = BulkRows.To(db, Table);
        var number = 0;
        foreach (var line in settled.Lines().InOrder())
        {
            var fee = settled.Plan.Fees[line.Fee];
            to.Number(settlement);
            to.Number(++number);
            to.Text(settled.OwnerName(line));
            to.Text(fee.Source.Name.Text);
            to.Number(line.Time);
            to.Number(line.Episode);
            to.Number(line.Earned);
            to.Number(fee.PayableFrom(line.Earned, settled.Data.Holidays) ?? line.Earned);
            to.Text(line.Kind.ToString());
            to.Number(line.Amount.Minor);
            to.Text(settled.PayerName(line));
            to.Text(settled.PayeeName(line));
            to.Text(fee.Source.Mark.Clause ?? "");
            to.EndRow();
        }

        to.Close();
    }
}
