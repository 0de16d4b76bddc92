using System.Globalization;
using ParquetSharp;

namespace Porras.Exchange;

/// <summary>The rows of a Parquet file, some thousand at a time, in the columns of a table.</summary>
internal sealed class ParquetSource : IDisposable
{
    private readonly ParquetFileReader _file;
    private readonly int[] _fields;
    private readonly bool[] _mayBeEmpty;
    private readonly ColumnReader?[] _readers;
    private RowGroupReader? _group;
    private long _left;

    private ParquetSource(ParquetFileReader file, int[] fields, int[] columns, ParquetCells[] cells)
    {
        (_file, _fields, Columns, Cells) = (file, fields, columns, cells);
        _readers = new ColumnReader?[fields.Length];
        _mayBeEmpty = Array.ConvertAll(fields, f => file.FileMetaData.Schema.Column(f).MaxDefinitionLevel > 0);
    }

    /// <summary>The columns of the table that the file has.</summary>
    public int[] Columns { get; }

    /// <summary>The cells of each of these columns, for the rows that have been read.</summary>
    public ParquetCells[] Cells { get; }

    /// <summary>How many rows have been read.</summary>
    public int Count { get; private set; }

    /// <summary>The number of the first of them in the file, from 1.</summary>
    public int FirstRow { get; private set; } = 1;

    /// <summary>The row group they stand in, from 1.</summary>
    public int Group { get; private set; }

    /// <summary>Opens a file for a table; null if that was not possible, which has been reported.</summary>
    public static ParquetSource? Open(TableFile file, TableRows rows)
    {
        rows.IsGiven = true;
        ParquetFileReader? reader = null;
        try
        {
            reader = file.Path is { } path ? new(path) : new ParquetFileReader(file.Open(), leaveOpen: false);
            if (Match(reader, rows) is var (fields, columns, cells))
            {
                return new(reader, fields, columns, cells);
            }
        }
        catch (Exception e) when (IsBroken(e))
        {
            rows.Add(new("P7040", default, [FirstLine(e)]));
        }

        reader?.Dispose();
        return null;
    }

    /// <summary>Reads the next rows; false at the end, and where the file is broken, which has been reported.</summary>
    public bool Next(TableRows rows)
    {
        try
        {
            FirstRow = checked(FirstRow + Count);
            Count = 0;
            while (_left == 0)
            {
                if (Group == _file.FileMetaData.NumRowGroups)
                {
                    return false;
                }

                Begin(Group++);
            }

            var count = (int)Math.Min(_left, ParquetCells.Most);
            for (var i = 0; i < _fields.Length; i++)
            {
                Cells[i].Read(_readers[i]!, count, _mayBeEmpty[i]);
            }

            (Count, _left) = (count, _left - count);
            return true;
        }
        catch (Exception e) when (IsBroken(e))
        {
            rows.Add(new("P7042", default, [Group.ToString(CultureInfo.InvariantCulture), FirstLine(e)]));
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        _file.Dispose();
    }

    private static (int[] Fields, int[] Columns, ParquetCells[] Cells)? Match(ParquetFileReader file, TableRows rows)
    {
        var schema = file.FileMetaData.Schema;
        string[] names = [.. Enumerable.Range(0, schema.NumColumns).Select(i => schema.ColumnRoot(i).Name)];
        var (fields, columns) = TableHeader.Match(names, rows, 0);
        var cells = new ParquetCells?[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var (column, type) = (schema.Column(fields[i]), rows.TypeAt(columns[i]));
            cells[i] = ParquetTypes.Cells(column, type);
            if (cells[i] is null)
            {
                var isFloat = column.PhysicalType is PhysicalType.Double or PhysicalType.Float;
                string[] said = [rows.Columns[columns[i]], ParquetTypes.Name(column), ParquetTypes.Fitting(type)];
                rows.Add(new("P7041", default, said) { Variant = isFloat ? "float" : null });
            }
        }

        return rows.IsRefused ? null : (fields, columns, [.. cells.OfType<ParquetCells>()]);
    }

    private void Begin(int group)
    {
        End();
        _group = _file.RowGroup(group);
        _left = _group.MetaData.NumRows;
        for (var i = 0; i < _fields.Length; i++)
        {
            _readers[i] = _group.Column(_fields[i]);
        }
    }

    private void End()
    {
        foreach (var reader in _readers)
        {
            reader?.Dispose();
        }

        _group?.Dispose();
    }

    private static bool IsBroken(Exception e) => e is ParquetException or InvalidDataException or OverflowException
        or OutOfMemoryException or ArgumentException or InvalidCastException;

    // The library wraps the words of the reader in a name: NAME (message: 'WORDS').
    private static string FirstLine(Exception e)
    {
        const string Words = "(message: '";
        var line = e.Message.Split('\n')[0];
        var from = line.IndexOf(Words, StringComparison.Ordinal) is var at and >= 0 ? at + Words.Length : 0;
        return string.Concat(line[from..].Where(c => c is >= ' ' and <= '~')).TrimEnd('.', '\'', ')', ' ', ':') + ".";
    }
}
