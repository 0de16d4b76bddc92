using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Porras.Exchange;

/// <summary>Names for participants by which only who has the salt knows them again.</summary>
/// <remarks>
/// Sixty-four bits of the HMAC-SHA-256 (RFC 2104) of the case number under the salt: the same participant has the same
/// pseudonym in every kit of the same salt. Where lines depend on the order of participants, a number goes before
/// that keeps the order.
/// </remarks>
public static class Pseudonyms
{
    private const int Digits = 16;

    /// <summary>A pseudonym for each participant.</summary>
    /// <param name="participants">Case numbers in ordinal order.</param>
    /// <param name="salt">The salt, kept secret.</param>
    /// <param name="inOrder">Whether pseudonyms must be in the order of the case numbers.</param>
    /// <exception cref="InvalidOperationException">Two have the same; another salt will do.</exception>
    public static string[] Of(IReadOnlyList<string> participants, string salt, bool inOrder)
    {
        ArgumentNullException.ThrowIfNull(participants);
        var key = Encoding.UTF8.GetBytes(salt);
        var width = participants.Count.ToString(CultureInfo.InvariantCulture).Length;
        string[] names = [.. participants.Select((p, i) => (inOrder ? Number(i + 1) + "-" : "p") + Hashed(key, p))];
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names
            : throw new InvalidOperationException("Two participants have the same pseudonym.");

        string Number(int i) => i.ToString("D" + width, CultureInfo.InvariantCulture);
    }

    private static string Hashed(byte[] key, string participant) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(participant)))[..Digits];
}
