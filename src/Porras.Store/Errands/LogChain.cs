using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Porras.Store;

/// <summary>How entries of the log hang together: each carries the hash of the one before.</summary>
public static class LogChain
{
    /// <summary>
    /// The hash of an entry: SHA-256 of its fields but the hash, each with its length before it, so that no two entries
    /// read alike; 64 lower-case hexadecimal digits.
    /// </summary>
    public static string HashOf(LogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var text = new StringBuilder();
        string?[] fields =
        [
            Number(entry.Number), Number(entry.At.ToUnixTimeMilliseconds()),
            entry.OrganisationId is { } organisation ? Number(organisation) : null, entry.PersonId, entry.Act,
            entry.Subject, entry.Details, entry.Before,
        ];
        foreach (var field in fields)
        {
            text.Append(field is null ? "-" : Number(field.Length)).Append(':').Append(field).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Whether an entry follows another; the first follows null.</summary>
    public static bool Follows(LogEntry entry, LogEntry? before)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Number == (before?.Number ?? 0) + 1 && entry.Before == (before?.Hash ?? "")
            && entry.Hash == HashOf(entry);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
