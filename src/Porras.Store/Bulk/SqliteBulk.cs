using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Porras.Store;

/// <summary>Rows through one prepared statement, without an object a row.</summary>
internal sealed class SqliteBulk : BulkRows
{
    private readonly sqlite3 _file;
    private readonly sqlite3_stmt _insert;
    private int _cell;

    public SqliteBulk(PorrasDb db, BulkTable table)
        : base(table)
    {
        _file = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        var places = string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"));
        var text = $"INSERT INTO \"{table.Name}\" ({table.ColumnList}) VALUES ({places})";
        Must(raw.sqlite3_prepare_v2(_file, text, out _insert));
    }

    /// <inheritdoc/>
    public override void Number(long? number)
    {
        _cell++;
        Must(number is { } said
            ? raw.sqlite3_bind_int64(_insert, _cell, said) : raw.sqlite3_bind_null(_insert, _cell));
    }

    /// <inheritdoc/>
    public override void Text(string? text)
    {
        _cell++;
        Must(text is not null
            ? raw.sqlite3_bind_text(_insert, _cell, text) : raw.sqlite3_bind_null(_insert, _cell));
    }

    /// <inheritdoc/>
    public override void EndRow()
    {
        _cell = 0;
        var came = raw.sqlite3_step(_insert);
        if (came != raw.SQLITE_DONE)
        {
            Must(came);
        }

        Must(raw.sqlite3_reset(_insert));
    }

    /// <inheritdoc/>
    public override void Close()
    {
    }

    /// <inheritdoc/>
    public override void Dispose() => _insert.Dispose();

    private void Must(int came) => SqliteException.ThrowExceptionForRC(came, _file);
}
