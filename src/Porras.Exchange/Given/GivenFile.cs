namespace Porras.Exchange;

/// <summary>A file that somebody gives, and nobody has looked into yet.</summary>
/// <param name="Name">Its name; folders before it mean nothing.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Open">Opens it at its beginning, so that it can be read in any order.</param>
public sealed record GivenFile(string Name, long Bytes, Func<Stream> Open);

/// <summary>How much of what is given is read.</summary>
/// <param name="BytesMost">So many bytes in all files together, packed or unpacked.</param>
public sealed record GivenLimits(long BytesMost = GivenLimits.UsualBytes)
{
    /// <summary>The bytes that are read if nobody says otherwise.</summary>
    public const long UsualBytes = 256L * Megabyte;

    /// <summary>A megabyte.</summary>
    public const long Megabyte = 1_000_000;

    /// <summary>So many files, in archives or not.</summary>
    public int FilesMost { get; init; } = 200;

    /// <summary>So many times its packed length a file of an archive may be long; small ones may be more.</summary>
    public int RatioMost { get; init; } = 200;

    /// <summary>What is said of files that have too many bytes.</summary>
    public Diagnostic TooLarge(long bytes) =>
        Diagnostic.At(default, "P7019", Megabytes(bytes), Megabytes(BytesMost));

    /// <summary>Bytes as megabytes, a part of one counting as one.</summary>
    internal static string Megabytes(long bytes) =>
        ((bytes + Megabyte - 1) / Megabyte).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
