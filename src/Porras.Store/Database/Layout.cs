using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>Brings a database to the layout that this program knows.</summary>
internal static class Layout
{
    private const int Wait = 100;

    /// <summary>Lays an empty database out, and brings an older one up to date.</summary>
    public static async Task Bring(Store store, CancellationToken cancelled)
    {
        await using var db = store.Db();
        await Bring(store, db, cancelled);
    }

    /// <summary>The same for tables of another context in the same database.</summary>
    public static async Task Bring(Store store, DbContext db, CancellationToken cancelled)
    {
        // A folder is told apart first: SQLite would say something of input and output.
        if (store.Address.Kind == DatabaseKind.Sqlite && Directory.Exists(store.Address.Shown))
        {
            throw new StoreException(Diagnostic.At(default, "P8602", store.Address.Shown) with { Variant = "folder" });
        }

        if (await IsCurrent(store, db, cancelled))
        {
            return;
        }

        if (store.Address.Kind == DatabaseKind.Postgres)
        {
            await db.Database.MigrateAsync(cancelled);
            return;
        }

        var file = Path.GetFullPath(store.Address.Shown);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var alone = await Alone(file + ".layout", cancelled);
        await ForgetOldLock(db, cancelled);
        await db.Database.MigrateAsync(cancelled);
    }

    private static async Task<bool> IsCurrent(Store store, DbContext db, CancellationToken cancelled)
    {
        if (!await db.Database.CanConnectAsync(cancelled))
        {
            return false;
        }

        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancelled)).ToList();
        return applied.Find(m => !known.Contains(m)) is { } unknown
            ? throw StoreException.Of("P8603", store.Address.Shown, unknown)
            : applied.Count == known.Count;
    }

    // Two processes that start at once do not lay the same file out together. The system lets go of the lock when a
    // process ends, however it ends.
    private static async Task<FileStream> Alone(string path, CancellationToken cancelled)
    {
        for (var waited = 0; ; waited += Wait)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
                    FileOptions.DeleteOnClose);
            }
            catch (IOException) when (waited < DatabaseAddress.SecondsWaiting * 1000)
            {
                await Task.Delay(Wait, cancelled);
            }
        }
    }

    // EF Core's own lock in the file outlives a process that was killed; nobody can hold it while we are alone.
    private static async Task ForgetOldLock(DbContext db, CancellationToken cancelled)
    {
        if (await db.Database.CanConnectAsync(cancelled))
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancelled);
        }
    }
}
