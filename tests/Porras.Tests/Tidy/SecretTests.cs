using System.Text.RegularExpressions;

namespace Porras.Tests;

public sealed partial class SecretTests
{
    // Made by programs, or too large to hold a word that somebody wrote by mistake.
    private static readonly string[] Unread = [".woff2", ".png", ".parquet", ".zip", ".db"];

    private static readonly (string What, Regex Pattern)[] Secrets =
    [
        ("a private key", PrivateKey()), ("a key of Amazon", Amazon()), ("a token of GitHub", GitHub()),
        ("a token of npm", Npm()), ("a key of Google", Google()), ("a token of Slack", Slack()),
        ("a signed token", Signed()), ("a token of Porras", Own()), ("an account key of Azure", Azure()),
        ("a password in an address", InAddress()),
    ];

    [Fact]
    public void No_key_and_no_token_is_in_the_repository() =>
        House.MustBeTidy(
            from file in House.Files
            where !Unread.Contains(Path.GetExtension(file))
            from line in House.Lines(file).Index()
            from finding in Found(line.Item)
            select $"{file}:{line.Index + 1} holds {finding}.");

    [Theory]
    [InlineData("-----BEGIN RSA PRIVATE", " KEY-----", "a private key")]
    [InlineData("porras", "_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG", "a token of Porras")]
    [InlineData("ghp", "_0123456789abcdefghijklmnopqrstuvwxyz", "a token of GitHub")]
    [InlineData("postgres://porras:", "opensesame@db.example/porras", "a password in an address")]
    public void A_secret_is_found_where_it_stands(string begin, string end, string what) =>
        Assert.Equal([what], Found($"key = \"{begin}{end}\""));

    private static IEnumerable<string> Found(string line) =>
        Secrets.Where(s => s.Pattern.IsMatch(line)).Select(s => s.What);

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(AKIA|ASIA)[0-9A-Z]{16}\b")]
    private static partial Regex Amazon();

    [GeneratedRegex(@"\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})")]
    private static partial Regex GitHub();

    [GeneratedRegex(@"\bnpm_[A-Za-z0-9]{36}\b")]
    private static partial Regex Npm();

    [GeneratedRegex(@"\bAIza[0-9A-Za-z_-]{35}\b")]
    private static partial Regex Google();

    [GeneratedRegex(@"\bxox[baprs]-[0-9A-Za-z-]{10,}")]
    private static partial Regex Slack();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{15,}")]
    private static partial Regex Signed();

    [GeneratedRegex(@"\bporras_[A-Za-z0-9_-]{43}\b")]
    private static partial Regex Own();

    [GeneratedRegex(@"AccountKey=[A-Za-z0-9+/=]{40,}")]
    private static partial Regex Azure();

    // Examples say who with words of one letter, or with secret and password themselves.
    [GeneratedRegex(
        @"\b[a-z]+://[^\s/:@""]+:(?!(?:se(c|%40c)ret|password|…|[^@]{0,3})@)[^\s/:@""]+@[a-z0-9]",
        RegexOptions.IgnoreCase)]
    private static partial Regex InAddress();
}
