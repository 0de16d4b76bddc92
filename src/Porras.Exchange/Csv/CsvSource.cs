using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Porras.Exchange;

/// <summary>The characters of a CSV file: UTF-8 with or without a byte order mark, or Windows-1252.</summary>
/// <remarks>
/// The first bytes that are not ASCII decide the encoding, so a file is read once, from front to back. What cannot be
/// read becomes U+FFFD, and the cell in which it stands is reported. A lone carriage return becomes a line feed.
/// </remarks>
internal sealed class CsvSource : TextReader
{
    private const int ChunkBytes = 1 << 16;

    // What Windows-1252 has where Latin-1 has control characters; five places are empty.
    private const string From80To9F = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    private readonly Stream _stream;
    private readonly byte[] _bytes = new byte[ChunkBytes];
    private readonly char[] _chars = new char[ChunkBytes + 1];
    private Coding _coding;
    private int _byteCount, _charFrom, _charTo;
    private bool _atEnd, _heldReturn;

    public CsvSource(Stream stream)
    {
        _stream = stream;
        _byteCount = stream.ReadAtLeast(_bytes, _bytes.Length, throwOnEndOfStream: false);
        _atEnd = _byteCount < _bytes.Length;
        var head = _bytes.AsSpan(0, _byteCount);
        var isUtf16 = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        IsText = !isUtf16 && !head.Contains((byte)0);
        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            _coding = Coding.Utf8;
            Consume(Encoding.UTF8.Preamble.Length);
        }

        Decode();
    }

    private enum Coding
    {
        Ascii,
        Utf8,
        Windows1252,
    }

    /// <summary>Whether it can be text at all: no UTF-16, no zero bytes at the beginning.</summary>
    public bool IsText { get; }

    /// <summary>The beginning, some thousand characters of it.</summary>
    public ReadOnlySpan<char> Head => _chars.AsSpan(_charFrom.._charTo);

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        while (_charFrom == _charTo)
        {
            if (_atEnd && _byteCount == 0)
            {
                if (!_heldReturn || buffer.IsEmpty)
                {
                    return 0;
                }

                _heldReturn = false;
                buffer[0] = '\n';
                return 1;
            }

            Fill();
            Decode();
        }

        var taken = Math.Min(buffer.Length, _charTo - _charFrom);
        _chars.AsSpan(_charFrom, taken).CopyTo(buffer);
        _charFrom += taken;
        return taken;
    }

    /// <inheritdoc/>
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _stream.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        if (!_atEnd && _byteCount < _bytes.Length)
        {
            var read = _stream.Read(_bytes.AsSpan(_byteCount));
            _atEnd = read == 0;
            _byteCount += read;
        }
    }

    private void Consume(int count)
    {
        _bytes.AsSpan(count.._byteCount).CopyTo(_bytes);
        _byteCount -= count;
    }

    private void Decode()
    {
        _charFrom = 0;
        _charTo = _heldReturn ? 1 : 0;
        _chars[0] = '\r';
        var used = 0;
        var status = OperationStatus.InvalidData;
        if (_coding != Coding.Windows1252)
        {
            var (from, to) = (_bytes.AsMemory(0, _byteCount), _chars.AsMemory(_charTo));
            status = Utf8.ToUtf16(from.Span, to.Span, out used, out var made, _coding == Coding.Utf8, _atEnd);
            _charTo += made;
            _coding = made < used ? Coding.Utf8 : _coding;
        }

        if (status == OperationStatus.InvalidData && _coding == Coding.Ascii)
        {
            _coding = Coding.Windows1252;
        }

        if (_coding == Coding.Windows1252)
        {
            FromWindows1252(_bytes.AsSpan(used.._byteCount), _chars.AsSpan(_charTo));
            _charTo += _byteCount - used;
            used = _byteCount;
        }

        Consume(used);
        Mend();
    }

    private static void FromWindows1252(ReadOnlySpan<byte> from, Span<char> to)
    {
        Encoding.Latin1.GetChars(from, to);
        var rest = to[..from.Length];
        for (int i; (i = rest.IndexOfAnyInRange('\u0080', '\u009F')) >= 0; rest = rest[(i + 1)..])
        {
            rest[i] = From80To9F[rest[i] - 0x80];
        }
    }

    private void Mend()
    {
        _heldReturn = _charTo > 0 && _chars[_charTo - 1] == '\r';
        _charTo -= _heldReturn ? 1 : 0;
        var text = _chars.AsSpan(0, _charTo);
        text.Replace('\0', '\uFFFD');
        for (int i; (i = text.IndexOf('\r')) >= 0; text = text[(i + 1)..])
        {
            // At the very end the one that was held back follows.
            text[i] = i + 1 == text.Length || text[i + 1] != '\n' ? '\n' : text[i];
        }
    }
}
