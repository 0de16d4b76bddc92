using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Porras.Store;

/// <summary>What a backup holds.</summary>
/// <param name="Tables">The tables with how many rows each has.</param>
/// <param name="Log">The state of the log in it.</param>
public sealed record BackupContents(IReadOnlyList<(string Table, long Rows)> Tables, LogVerdict Log);

/// <summary>
/// Everything that is kept as one ZIP archive that restores on either database: a file of rows for each table, and a
/// list with the hash of each.
/// </summary>
public static class Backup
{
    // The same rows give the same bytes.
    private static readonly DateTimeOffset NoDay = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a backup of one instant, while others go on writing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="to">Where to.</param>
    /// <param name="cancelled">Stops; what was written is no backup then.</param>
    public static async Task<BackupContents> Write(Store store, Stream to, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var db = store.Db();
        await using var transaction = await Snapshot.Begin(db, cancelled);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var tables = new List<BackupTable>();
        var all = StoredTables.Of(db);
        foreach (var (table, key, _) in all)
        {
            await using var part = Open(zip, FileOf(table.Name));
            tables.Add(await Rows(db, table, key, part, cancelled));
        }

        var log = await Log.Verify(db, null, cancelled);
        var list = new BackupList(LayoutOf(db), store.Clock.GetUtcNow(), log.Entries, log.Last, tables);
        await using var last = Open(zip, BackupList.Name);
        await last.WriteAsync(list.Write(), cancelled);
        return new([.. tables.Select(t => (t.Name, t.Rows))], log);
    }

    /// <summary>Restores a backup into an empty database, all of it or nothing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="from">The backup; it can be read from any place.</param>
    /// <param name="shown">What the backup is called in findings.</param>
    /// <param name="cancelled">Stops; nothing is restored then.</param>
    /// <exception cref="StoreException">
    /// The store is not empty, the backup is damaged, or its log is not in order.
    /// </exception>
    public static async Task<BackupContents> Restore(
        Store store, Stream from, string shown, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var db = store.Db();
        await using var transaction = await db.Database.BeginTransactionAsync(cancelled);
        var all = StoredTables.Of(db);
        using var reading = new BackupReading(from, shown);
        var list = reading.List(LayoutOf(db), [.. all.Select(t => t.Table)]);
        foreach (var (table, _, _) in all)
        {
            if (await Scalar(db, $"SELECT EXISTS (SELECT 1 FROM \"{table.Name}\")", cancelled) is true or 1L)
            {
                throw StoreException.Of("P8608", store.Address.Shown);
            }
        }

        foreach (var (table, _, isNumbered) in all)
        {
            reading.Rows(db, list.Tables.Single(t => t.Name == table.Name), table, cancelled);
            if (isNumbered && db.Database.IsNpgsql())
            {
                var next = $"pg_get_serial_sequence('{table.Name}', 'id')";
                var sql = $"SELECT setval({next}, coalesce(max(id), 0) + 1, false) FROM \"{table.Name}\"";
                await Scalar(db, sql, cancelled);
            }
        }

        var log = await Log.MustBeInOrder(db, list.Entries == 0 ? null : list.Last, cancelled);
        await transaction.CommitAsync(cancelled);
        return new([.. list.Tables.Select(t => (t.Name, t.Rows))], log);
    }

    /// <summary>The file of a table in the archive.</summary>
    internal static string FileOf(string table) => table + ".rows";

    private static string LayoutOf(PorrasDb db) => db.Database.GetMigrations().Last();

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoDay;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }

    private static async Task<BackupTable> Rows(
        PorrasDb db, BulkTable table, string key, Stream to, CancellationToken cancelled)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var rows = await Command(db, $"SELECT {table.ColumnList} FROM \"{table.Name}\" ORDER BY {key}")
            .ExecuteReaderAsync(cancelled);
        var (text, count) = (new StringBuilder(), 0L);
        while (await rows.ReadAsync(cancelled))
        {
            Row(text, table, rows);
            count++;
            if (text.Length > 1 << 16)
            {
                Flush();
            }
        }

        Flush();
        return new(
            table.Name, [.. table.Columns.Select(c => c.Name)], count,
            Convert.ToHexStringLower(hash.GetHashAndReset()));

        void Flush()
        {
            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            text.Clear();
            hash.AppendData(bytes);
            to.Write(bytes);
        }
    }

    private static void Row(StringBuilder text, BulkTable table, DbDataReader row)
    {
        for (var c = 0; c < table.Columns.Count; c++)
        {
            text.Append(c > 0 ? "\t" : "");
            if (row.IsDBNull(c))
            {
                text.Append(RowText.Nothing);
            }
            else if (table.Columns[c].Type == BulkType.Text)
            {
                RowText.Write(text, row.GetString(c));
            }
            else
            {
                RowText.Write(text, table.Columns[c].Type == BulkType.Long ? row.GetInt64(c) : row.GetInt32(c));
            }
        }

        text.Append('\n');
    }

    private static async Task<object?> Scalar(PorrasDb db, string sql, CancellationToken cancelled)
    {
        await using var command = Command(db, sql);
        return await command.ExecuteScalarAsync(cancelled);
    }

    private static DbCommand Command(PorrasDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }
}
