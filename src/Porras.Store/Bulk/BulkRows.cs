using Microsoft.EntityFrameworkCore;

namespace Porras.Store;

/// <summary>What a column of a table holds.</summary>
internal enum BulkType
{
    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A text.</summary>
    Text,
}

/// <summary>A table and those of its columns that are written or read, in this order.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">The columns.</param>
internal sealed record BulkTable(string Name, IReadOnlyList<(string Name, BulkType Type)> Columns)
{
    /// <summary>The columns as SQL.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    /// <summary>A table by a short description: columns of 64 bits end with <c>!</c>, texts with <c>$</c>.</summary>
    public static BulkTable Of(string name, string columns) => new(name, [.. columns.Split(' ').Select(Column)]);

    private static (string Name, BulkType Type) Column(string said) => said[^1] switch
    {
        '!' => (said[..^1], BulkType.Long),
        '$' => (said[..^1], BulkType.Text),
        _ => (said, BulkType.Integer),
    };
}

/// <summary>Writes many rows as fast as the database takes them, inside the transaction of a context.</summary>
/// <remarks>The cells of a row in the order of the columns, then <see cref="EndRow"/>; at last <see cref="Close"/>.
/// Without it nothing is promised, and the transaction is to be rolled back.</remarks>
internal abstract class BulkRows(BulkTable table) : IDisposable
{
    /// <summary>The table.</summary>
    public BulkTable Table => table;

    /// <summary>Begins to write.</summary>
    public static BulkRows To(PorrasDb db, BulkTable table) =>
        db.Database.IsNpgsql() ? new PostgresBulk(db, table) : new SqliteBulk(db, table);

    /// <summary>A number, or nothing.</summary>
    public abstract void Number(long? number);

    /// <summary>A text, or nothing.</summary>
    public abstract void Text(string? text);

    /// <summary>Ends the row.</summary>
    public abstract void EndRow();

    /// <summary>Ends the table.</summary>
    public abstract void Close();

    /// <inheritdoc/>
    public abstract void Dispose();
}
