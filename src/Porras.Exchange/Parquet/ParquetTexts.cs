using System.Text;
using System.Text.Unicode;
using ParquetSharp;

namespace Porras.Exchange;

/// <summary>Cells that are texts in UTF-8; equal texts that stand together are held once.</summary>
internal sealed class ParquetTexts : ParquetCells
{
    private readonly ByteArray[] _pieces = new ByteArray[Most];
    private readonly int[] _run = new int[Most];
    private readonly int[] _ends = new int[Most + 1];
    private char[] _chars = new char[1 << 12];
    private byte[] _latest = [];
    private int _latestLength, _runs;

    /// <summary>Which run of equal texts a row belongs to; below zero if it is empty.</summary>
    public int Run(int row) => _run[row];

    /// <inheritdoc/>
    public override void Read(ColumnReader reader, int count, bool mayBeEmpty)
    {
        (_runs, _latestLength) = (0, -1);
        Read(reader, count, mayBeEmpty, _pieces, Take);
    }

    /// <inheritdoc/>
    public override bool IsEmpty(int row) => _run[row] < 0;

    /// <inheritdoc/>
    public override void Feed(TableRows rows, int column, int row) => rows.Cell(column, Text(row));

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Text(int row) =>
        _run[row] is var run and >= 0 ? _chars.AsSpan(_ends[run].._ends[run + 1]) : default;

    // What the reader gives points into a page that is gone after the next piece, so it is copied at once.
    private void Take(int at, int rows, int values)
    {
        var (next, pointer) = (0, IntPtr.Zero);
        for (var i = 0; i < rows; i++)
        {
            if (values < rows && Levels[i] == 0)
            {
                _run[at + i] = -1;
                continue;
            }

            var text = _pieces[next++];
            if (text.Pointer != pointer || text.Length != _latestLength)
            {
                Begin(Bytes(text));
                pointer = text.Pointer;
            }

            _run[at + i] = _runs - 1;
        }
    }

    private void Begin(ReadOnlySpan<byte> text)
    {
        if (text.Length == _latestLength && text.SequenceEqual(_latest.AsSpan(0, _latestLength)))
        {
            return;
        }

        if (_latest.Length < text.Length)
        {
            _latest = new byte[text.Length * 2];
        }

        text.CopyTo(_latest);
        _latestLength = text.Length;
        var from = _ends[_runs];
        if (_chars.Length < from + text.Length)
        {
            Array.Resize(ref _chars, (from + text.Length) * 2);
        }

        // What is no UTF-8 becomes U+FFFD, and the cell in which it stands is reported.
        Utf8.ToUtf16(text, _chars.AsSpan(from), out _, out var written);
        _ends[++_runs] = from + written;
    }

    private static unsafe ReadOnlySpan<byte> Bytes(ByteArray text) => new((void*)text.Pointer, text.Length);
}
