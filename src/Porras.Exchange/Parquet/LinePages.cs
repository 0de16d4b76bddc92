using System.Buffers;
using System.Buffers.Binary;
using Snappier;

namespace Porras.Exchange;

/// <summary>The pages of one column of lines, row group by row group.</summary>
/// <param name="column">The column.</param>
/// <param name="isSearched">Whether least and greatest values are kept.</param>
internal sealed class LinePages(LineColumn column, bool isSearched)
{
    private const int RowsOfPage = 1 << 16, MostOfDictionary = 1 << 23;
    private const int DataPage = 0, DictionaryPage = 2, Plain = 0, Runs = 3, Places = 8;

    private readonly ArrayBufferWriter<byte> _pages = new(), _body = new();
    private int[] _places = [], _levels = [];
    private byte[] _packed = [];
    private int _rows, _empty, _firstData, _unpacked;
    private bool _isPlain;

    /// <summary>The pages of the rows that were laid out last.</summary>
    public ReadOnlyMemory<byte> Bytes => _pages.WrittenMemory;

    /// <summary>How many bytes they would have without being packed.</summary>
    public int Unpacked => _unpacked;

    /// <summary>Lays out some rows.</summary>
    public void LayOut(int from, int to)
    {
        (_rows, _empty, _unpacked) = (to - from, 0, 0);
        _pages.ResetWrittenCount();
        _places = _places.Length < _rows ? new int[_rows] : _places;
        var places = _places.AsSpan(0, _rows);
        column.Give(from, places);
        var cells = column.Dictionary;
        _isPlain = cells.Count == 0 || cells.Count > _rows / 2 || cells.Bytes.Length > MostOfDictionary;
        if (!_isPlain)
        {
            Add(cells.Bytes, head => head.Int(1, DictionaryPage), head => head.Inner(7, h => h
                .Int(1, cells.Count).Int(2, Plain)));
        }

        _firstData = _pages.WrittenCount;
        for (var at = 0; at < _rows; at += RowsOfPage)
        {
            AddRows(places.Slice(at, Math.Min(RowsOfPage, _rows - at)));
        }
    }

    /// <summary>Says where the pages stand and what they are.</summary>
    /// <param name="physical">The type of the cells in the file.</param>
    /// <param name="at">Where the pages begin.</param>
    public Action<ThriftOut> Meta(int physical, long at)
    {
        var (rows, empty, size, unpacked, firstData, isPlain) =
            (_rows, _empty, _pages.WrittenCount, _unpacked, _firstData, _isPlain);
        var cells = column.Dictionary;
        var (least, greatest) = isSearched && cells.Count > 0
            ? (cells.Least.ToArray(), cells.Greatest.ToArray()) : (null, null);
        return chunk => chunk.Long(2, at).Inner(3, meta =>
        {
            meta.Int(1, physical).Ints(2, isPlain ? [Plain, Runs] : [Plain, Runs, Places]).Texts(3, column.Name);
            meta.Int(4, 1).Long(5, rows).Long(6, unpacked).Long(7, size).Long(9, at + firstData);
            if (!isPlain)
            {
                meta.Long(11, at);
            }

            if (least is not null)
            {
                meta.Inner(12, s => s.Long(3, empty).Bytes(5, greatest).Bytes(6, least));
            }
        });
    }

    private void AddRows(Span<int> places)
    {
        var rows = places.Length;
        _body.ResetWrittenCount();
        places = column.MayBeEmpty ? Levels(places) : places;
        if (_isPlain)
        {
            foreach (var place in places)
            {
                _body.Write(column.Dictionary.Cell(place));
            }
        }
        else
        {
            var bits = RunsOut.BitsBelow(column.Dictionary.Count);
            _body.Write([(byte)bits]);
            RunsOut.Write(_body, places, bits);
        }

        Add(_body.WrittenSpan, head => head.Int(1, DataPage), head => head.Inner(5, h => h
            .Int(1, rows).Int(2, _isPlain ? Plain : Places).Int(3, Runs).Int(4, Runs)));
    }

    // Which cells there are, and then the places of those that are.
    private Span<int> Levels(Span<int> places)
    {
        _levels = _levels.Length < places.Length ? new int[places.Length] : _levels;
        var levels = _levels.AsSpan(0, places.Length);
        var count = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i];
            levels[i] = place >= 0 ? 1 : 0;
            places[count] = place;
            count += levels[i];
        }

        _empty += places.Length - count;
        var runs = new ArrayBufferWriter<byte>();
        RunsOut.Write(runs, levels, 1);
        BinaryPrimitives.WriteInt32LittleEndian(_body.GetSpan(sizeof(int)), runs.WrittenCount);
        _body.Advance(sizeof(int));
        _body.Write(runs.WrittenSpan);
        return places[..count];
    }

    private void Add(ReadOnlySpan<byte> body, Action<ThriftOut> kind, Action<ThriftOut> more)
    {
        var most = Snappy.GetMaxCompressedLength(body.Length);
        _packed = _packed.Length < most ? new byte[most] : _packed;
        var size = Snappy.Compress(body, _packed);
        var head = new ThriftOut();
        kind(head);
        head.Int(2, body.Length).Int(3, size);
        more(head);
        var bytes = head.End();
        _pages.Write(bytes);
        _pages.Write(_packed.AsSpan(0, size));
        _unpacked += bytes.Length + body.Length;
    }
}
