using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Porras.Store;

/// <summary>Rows through COPY in its binary form.</summary>
internal sealed class PostgresBulk : BulkRows
{
    private readonly NpgsqlBinaryImporter _copy;
    private int _cell;

    public PostgresBulk(PorrasDb db, BulkTable table)
        : base(table)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        _copy = connection.BeginBinaryImport($"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
        _copy.Timeout = TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public override void Number(long? number)
    {
        var column = Next();
        if (number is not { } said)
        {
            _copy.WriteNull();
        }
        else if (Table.Columns[column].Type == BulkType.Long)
        {
            _copy.Write(said, NpgsqlDbType.Bigint);
        }
        else
        {
            _copy.Write(checked((int)said), NpgsqlDbType.Integer);
        }
    }

    /// <inheritdoc/>
    public override void Text(string? text)
    {
        Next();
        if (text is null)
        {
            _copy.WriteNull();
        }
        else
        {
            _copy.Write(text, NpgsqlDbType.Text);
        }
    }

    /// <inheritdoc/>
    public override void EndRow() => _cell = 0;

    /// <inheritdoc/>
    public override void Close() => _copy.Complete();

    /// <inheritdoc/>
    public override void Dispose() => _copy.Dispose();

    private int Next()
    {
        if (_cell == 0)
        {
            _copy.StartRow();
        }

        return _cell++;
    }
}
