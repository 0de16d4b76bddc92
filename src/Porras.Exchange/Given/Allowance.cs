using System.Globalization;

namespace Porras.Exchange;

/// <summary>Something given turned out too large while it was read.</summary>
internal sealed class GivenTooLargeException(Diagnostic finding) : IOException(finding.Message())
{
    /// <summary>What is said of it.</summary>
    public Diagnostic Finding => finding;
}

/// <summary>How many bytes may still be read, of all files together.</summary>
internal sealed class Allowance(GivenLimits limits)
{
    private long _taken;

    /// <summary>Takes some bytes; what is said if there are too many.</summary>
    public Diagnostic? Take(long bytes, string file)
    {
        _taken += bytes;
        return _taken <= limits.BytesMost ? null : limits.TooLarge(_taken) with { File = file };
    }

    /// <summary>What is said of a file that is packed too tightly.</summary>
    public Diagnostic Packed(string file) =>
        new("P7020", default, [GivenNumbers.Of(limits.RatioMost)]) { File = file };
}

/// <summary>A file of an archive while it is unpacked: counted byte by byte, whatever the archive says of it.</summary>
internal sealed class AllowedStream(Stream from, Allowance allowance, long most, string file) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = from.Read(buffer);
        _read += count;
        if (_read > most)
        {
            throw new GivenTooLargeException(allowance.Packed(file));
        }

        return allowance.Take(count, file) is { } over ? throw new GivenTooLargeException(over) : count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        from.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Numbers in findings.</summary>
internal static class GivenNumbers
{
    /// <summary>A number in its digits.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);
}
