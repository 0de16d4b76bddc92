namespace Porras.Exchange;

/// <summary>The checksum of ZIP archives, which the runtime keeps and does not compare.</summary>
/// <remarks>As in https://www.w3.org/TR/png/#D-CRCAppendix. Parts have their SHA-256; the list has this.</remarks>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var next in bytes)
        {
            sum ^= next;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ Polynomial;
            }
        }

        return ~sum;
    }
}
