using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Porras.Web;

/// <summary>
/// Guards the page that makes the first account: only who reads the log, or sets the setting, knows the key.
/// </summary>
internal sealed partial class SetUpKey : IDisposable
{
    /// <summary>The setting that gives the key; without it one is made at each start.</summary>
    public const string Setting = "PORRAS_SETUP_KEY";

    private const int Letters = 24;
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private readonly SemaphoreSlim _one = new(1);
    private readonly string _key;
    private bool _isOpen;

    /// <summary>Takes the key from the settings.</summary>
    public SetUpKey(IConfiguration settings) =>
        _key = settings[Setting] is { Length: > 0 } given ? given : RandomNumberGenerator.GetString(Alphabet, Letters);

    /// <summary>Whether there is no account yet, and the page is open. Once closed it stays closed.</summary>
    public async Task<bool> IsOpen(AccountsDb db)
    {
        if (_isOpen && await db.Users.AnyAsync())
        {
            _isOpen = false;
        }

        return _isOpen;
    }

    /// <summary>Opens the page if there is no account, and says the key in the log.</summary>
    public async Task Look(AccountsDb db, IConfiguration settings, ILogger log)
    {
        _isOpen = !await db.Users.AnyAsync();
        if (!_isOpen)
        {
            return;
        }

        if (settings[Setting] is { Length: > 0 })
        {
            NoAccountGivenKey(log, Setting);
        }
        else
        {
            NoAccount(log, _key);
        }
    }

    /// <summary>Whether this is the key; takes as long for a wrong one as for the right one.</summary>
    public bool Is(string said) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(said.Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(_key)));

    /// <summary>Makes the first account: one at a time, and never a second one.</summary>
    /// <returns>What is wrong, as the work says; null where there is an account already.</returns>
    public async Task<IReadOnlyList<string>?> Once(AccountsDb db, Func<Task<IReadOnlyList<string>>> make)
    {
        await _one.WaitAsync();
        try
        {
            return await IsOpen(db) ? await make() : null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    [LoggerMessage(LogLevel.Warning, "There is no account yet. Open /set-up and give the set-up key {Key}")]
    private static partial void NoAccount(ILogger log, string key);

    [LoggerMessage(LogLevel.Warning, "There is no account yet. Open /set-up and give the set-up key of {Setting}")]
    private static partial void NoAccountGivenKey(ILogger log, string setting);
}
