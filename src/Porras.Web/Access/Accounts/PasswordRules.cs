using Microsoft.AspNetCore.Identity;

namespace Porras.Web;

/// <summary>
/// What makes a password too easy to guess. Length counts, and not which kinds of letters: NIST SP 800-63B, 5.1.1.2.
/// </summary>
public static class PasswordRules
{
    /// <summary>The fewest letters.</summary>
    public const int Least = 12;

    /// <summary>The most letters.</summary>
    public const int Most = 200;

    // How many letters must be left when words that are easy to guess are taken out, and how many of them differ.
    private const int LeastOwn = 8, LeastDifferent = 5, ShortestWord = 3;

    private static readonly string[] Common =
    [
        "1234567890", "0987654321", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1q2w3e4r5t", "password", "passw0rd",
        "salasana", "lösenord", "losenord", "letmein", "welcome", "tervetuloa", "välkommen", "administrator",
        "admin", "iloveyou", "sunshine", "football", "porras", "123456789", "12345678", "123456", "qwerty", "abc123",
        "changeme", "kissa", "koira", "suomi", "finland", "perkele", "summer", "winter", "kesä", "talvi",
    ];

    /// <summary>What is wrong with a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="own">The name and the e-mail address of its owner.</param>
    /// <returns>The last part of the text's key; null if nothing is wrong.</returns>
    public static string? Wrong(string password, params IReadOnlyList<string?> own)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(own);
        if (password.Length is < Least or > Most)
        {
            return "password-length";
        }

        var left = password.ToLowerInvariant();
        if (Left(left, Words(own)) < LeastOwn)
        {
            return "password-name";
        }

        return Left(left, Common) < LeastOwn || left.Distinct().Count() < LeastDifferent ? "password-common" : null;
    }

    private static int Left(string password, IEnumerable<string> words) =>
        words.Aggregate(password, (left, word) => left.Replace(word, "", StringComparison.Ordinal)).Length;

    private static IEnumerable<string> Words(IReadOnlyList<string?> own) =>
        own.SelectMany(text => (text ?? "").ToLowerInvariant().Split([' ', '@', '.', '-', '_']))
            .Where(word => word.Length >= ShortestWord).OrderByDescending(word => word.Length);
}

/// <summary>The same as Identity asks for it.</summary>
internal sealed class PasswordCheck : IPasswordValidator<Account>
{
    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(PasswordRules.Wrong(password ?? "", user.PersonName, user.Email) is { } wrong
            ? IdentityResult.Failed(new IdentityError { Code = wrong })
            : IdentityResult.Success);
}
