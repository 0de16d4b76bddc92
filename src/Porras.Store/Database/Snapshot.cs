using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Porras.Store;

/// <summary>Reading in which everything is of one instant, while others write.</summary>
internal static class Snapshot
{
    /// <summary>Begins to read; nobody has to wait for it.</summary>
    public static async Task<IDbContextTransaction> Begin(PorrasDb db, CancellationToken cancelled)
    {
        if (db.Database.IsNpgsql())
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancelled);
        }

        // A deferred transaction reads of one instant from its first read on; any other would wait for writers.
        await db.Database.OpenConnectionAsync(cancelled);
        var connection = (Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection();
        return (await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancelled))!;
    }
}
