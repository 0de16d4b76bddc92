using System.Buffers.Binary;

namespace Porras.Exchange;

/// <summary>The end of a ZIP archive, read before its list of files is: that may be as long as it likes.</summary>
/// <remarks>See APPNOTE 6.3.10, 4.3.16: the end of central directory record.</remarks>
internal static class ArchiveEnd
{
    private const int RecordBytes = 22, CommentMost = ushort.MaxValue, BytesOfFileMost = 4096;
    private const uint Mark = 0x06054B50;

    /// <summary>How many files an archive has, or seems to have by the length of its list.</summary>
    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public static int FilesIn(Stream archive, int most)
    {
        var length = (int)Math.Min(archive.Length, RecordBytes + CommentMost);
        var bytes = new byte[length];
        archive.Seek(-length, SeekOrigin.End);
        archive.ReadExactly(bytes);
        archive.Position = 0;
        for (var at = length - RecordBytes; at >= 0; at--)
        {
            var record = bytes.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) != Mark)
            {
                continue;
            }

            var files = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
            var list = archive.Length - length + at - BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
            return list > (long)most * BytesOfFileMost ? Math.Max(files, most + 1) : files;
        }

        throw new InvalidDataException();
    }
}
