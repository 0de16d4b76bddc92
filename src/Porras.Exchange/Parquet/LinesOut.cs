using System.Buffers.Binary;

namespace Porras.Exchange;

/// <summary>A Parquet file of lines that is written row group by row group.</summary>
/// <remarks>
/// Written here and not by Arrow's library, which searches each cell in a dictionary: of lines the place in it is
/// known, and all columns can be laid out at the same time. The format is
/// https://parquet.apache.org/docs/file-format/, pages of version 1, packed with Snappy.
/// </remarks>
internal sealed class LinesOut
{
    private const int Int32 = 1, Int64 = 2, ByteArray = 6, Required = 0, Optional = 1;

    private readonly Stream _to;
    private readonly IReadOnlyList<LineColumn> _columns;
    private readonly LinePages[] _pages;
    private readonly int _decimals;
    private readonly List<Action<ThriftOut>> _groups = [];
    private long _at, _rows;

    /// <summary>Begins a file.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="decimals">The decimals of money.</param>
    /// <param name="searched">The columns of which least and greatest values are kept.</param>
    public LinesOut(
        Stream to, IReadOnlyList<LineColumn> columns, int decimals, params IReadOnlyList<string> searched)
    {
        (_to, _columns, _decimals) = (to, columns, decimals);
        _pages = [.. columns.Select(c => new LinePages(c, searched.Contains(c.Name)))];
        Put("PAR1"u8);
    }

    /// <summary>Adds some rows as a row group; columns are laid out at the same time.</summary>
    public void Add(int from, int to)
    {
        Parallel.ForEach(_pages, pages => pages.LayOut(from, to));
        var (begin, chunks, unpacked) = (_at, new List<Action<ThriftOut>>(), 0L);
        foreach (var (column, pages) in _columns.Zip(_pages))
        {
            chunks.Add(pages.Meta(Physical(column), _at));
            unpacked += pages.Unpacked;
            Put(pages.Bytes.Span);
        }

        var (rows, packed) = (to - from, _at - begin);
        _rows += rows;
        _groups.Add(group => group.Inners(1, chunks).Long(2, unpacked).Long(3, rows).Long(5, begin).Long(6, packed));
    }

    /// <summary>Ends the file.</summary>
    public void Close()
    {
        Action<ThriftOut> root = r => r.Text(4, "schema").Int(5, _columns.Count);
        Action<ThriftOut> order = o => o.Inner(1);
        var end = new ThriftOut();
        end.Int(1, 2).Inners(2, [root, .. _columns.Select(Schema)]).Long(3, _rows).Inners(4, _groups);
        end.Text(6, "porras").Inners(7, [.. _columns.Select(_ => order)]);
        var bytes = end.End();
        Put(bytes);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        Put(length);
        Put("PAR1"u8);
    }

    private Action<ThriftOut> Schema(LineColumn column) => element =>
    {
        element.Int(1, Physical(column)).Int(3, column.MayBeEmpty ? Optional : Required).Text(4, column.Name);
        switch (column.Cells)
        {
            case LineType.Text:
                element.Int(6, 0).Inner(10, type => type.Inner(1));
                break;
            case LineType.Whole:
                element.Int(6, 17).Inner(10, type => type.Inner(10, whole => whole.Small(1, 32).Truth(2, true)));
                break;
            case LineType.Day:
                element.Int(6, 6).Inner(10, type => type.Inner(6));
                break;
            case LineType.Money:
                element.Int(6, 5).Int(7, _decimals).Int(8, 18);
                element.Inner(10, type => type.Inner(5, exact => exact.Int(1, _decimals).Int(2, 18)));
                break;
            default:
                throw new InvalidOperationException($"Unknown kind of cells {column.Cells}.");
        }
    };

    private static int Physical(LineColumn column) => column.Cells switch
    {
        LineType.Text => ByteArray,
        LineType.Whole or LineType.Day => Int32,
        LineType.Money => Int64,
        _ => throw new InvalidOperationException($"Unknown kind of cells {column.Cells}."),
    };

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _to.Write(bytes);
        _at += bytes.Length;
    }
}
