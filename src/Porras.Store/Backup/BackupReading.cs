using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Porras.Store;

/// <summary>Reads a backup and believes nothing in it that its hashes do not vouch for.</summary>
internal sealed class BackupReading : IDisposable
{
    private const int Often = 1 << 12;
    private readonly ZipArchive _zip;
    private readonly string _shown;

    /// <summary>Opens a backup.</summary>
    /// <exception cref="StoreException">It is no archive.</exception>
    public BackupReading(Stream from, string shown)
    {
        _shown = shown;
        try
        {
            _zip = new(from, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw Refused("@store.no-archive");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    /// <summary>The list, if it is one of these tables.</summary>
    public BackupList List(string layout, IReadOnlyList<BulkTable> tables)
    {
        using var part = Open(BackupList.Name);
        var list = BackupList.Read(part) ?? throw Refused("@store.no-list");
        var isSame = list.Layout == layout && list.Tables.Count == tables.Count
            && tables.All(t => list.Tables.Any(l => l.Name == t.Name
                && l.Columns.SequenceEqual(t.Columns.Select(c => c.Name))));
        return isSame ? list : throw Refused("@store.other-layout");
    }

    /// <summary>Writes the rows of a table into the database.</summary>
    public void Rows(PorrasDb db, BackupTable listed, BulkTable table, CancellationToken cancelled)
    {
        using var hash = SHA256.Create();
        using var part = Open(Backup.FileOf(table.Name));
        using var hashed = new CryptoStream(part, hash, CryptoStreamMode.Read);
        using var lines = new StreamReader(hashed, new UTF8Encoding(false, true), false, 1 << 16);
        using var to = BulkRows.To(db, table);
        var count = 0L;
        try
        {
            for (; lines.ReadLine() is { } line; count++)
            {
                if (count % Often == 0)
                {
                    cancelled.ThrowIfCancellationRequested();
                }

                Row(to, line);
            }
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidDataException
            or DecoderFallbackException or DbException)
        {
            throw StoreException.Of("P8614", table.Name, _shown);
        }

        if (count != listed.Rows || Convert.ToHexStringLower(hash.Hash!) != listed.Hash)
        {
            throw StoreException.Of("P8614", table.Name, _shown);
        }

        to.Close();
    }

    private static void Row(BulkRows to, ReadOnlySpan<char> line)
    {
        var columns = to.Table.Columns;
        for (var c = 0; c < columns.Count; c++)
        {
            var end = line.IndexOf('\t');
            if (end < 0 != (c == columns.Count - 1))
            {
                throw new FormatException("The row has another number of cells than columns.");
            }

            var cell = end < 0 ? line : line[..end];
            line = end < 0 ? [] : line[(end + 1)..];
            if (columns[c].Type == BulkType.Text)
            {
                to.Text(RowText.Text(cell));
            }
            else
            {
                to.Number(RowText.Number(cell));
            }
        }

        to.EndRow();
    }

    private Stream Open(string name)
    {
        try
        {
            return _zip.GetEntry(name)?.Open() ?? throw Refused("@store.no-list");
        }
        catch (InvalidDataException)
        {
            throw Refused("@store.no-archive");
        }
    }

    private StoreException Refused(string why) => StoreException.Of("P8607", _shown, why);
}
