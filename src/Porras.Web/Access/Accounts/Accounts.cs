using Microsoft.AspNetCore.Identity;
using Porras.Store;

namespace Porras.Web;

/// <summary>Making accounts, and changing one's own. What is wrong is told as ends of the keys of texts.</summary>
internal sealed class Accounts(
    UserManager<Account> users, SignInManager<Account> signIn, AccountsDb db, Store.Store store, SetUpKey key)
{
    private static readonly IReadOnlyList<string> Nothing = [];

    // Takes as long to refuse an unknown address as a wrong password.
    private static readonly Account Nobody = new() { Id = "nobody" };
    private static readonly Lazy<string> NobodysHash =
        new(() => new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <summary>Makes the first organisation and its administrator, and signs them in.</summary>
    public async Task<IReadOnlyList<string>?> SetUp(
        string said, string organisation, string name, string email, string password)
    {
        if (!key.Is(said))
        {
            return ["key"];
        }

        return organisation.Trim().Length == 0 ? ["organisation"] : await key.Once(db, async () =>
        {
            var (account, wrong) = await Make(email, name, password);
            if (account is null)
            {
                return wrong;
            }

            var own = await store.People.TheOrganisation(organisation.Trim(), "");
            await store.People.Grant(new(own.Id, account.Id), account.Id, Role.Administrator);
            await SignIn(account, "password");
            return Nothing;
        });
    }

    /// <summary>Makes an account; a person whom the store knows by that address keeps its id.</summary>
    /// <param name="email">The address.</param>
    /// <param name="name">The name.</param>
    /// <param name="password">The password; null for who signs in elsewhere.</param>
    public async Task<(Account? Account, IReadOnlyList<string> Wrong)> Make(string email, string name, string? password)
    {
        var address = email.Trim().ToLowerInvariant();
        var called = name.Trim();
        if (called.Length == 0)
        {
            return (null, ["name"]);
        }

        var known = await store.People.FindByEmail(address);
        var account = new Account
        {
            Id = known?.Id ?? Guid.NewGuid().ToString(), UserName = address, Email = address, EmailConfirmed = true,
            PersonName = called,
        };
        var made = password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, password);
        if (!made.Succeeded)
        {
            return (null, Told(made));
        }

        if (known is null)
        {
            await store.People.Add(account.Id, address, called);
        }
        else
        {
            await store.People.Rename(account.Id, called);
        }

        return (account, Nothing);
    }

    /// <summary>Signs in with a password.</summary>
    /// <returns>What is wrong; null if they are in.</returns>
    public async Task<string?> WithPassword(string email, string password)
    {
        if (await users.FindByEmailAsync(email.Trim()) is not { } account)
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return "sign-in";
        }

        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            return result.IsLockedOut ? "locked" : "sign-in";
        }

        await SignIn(account, "password");
        return null;
    }

    /// <summary>Signs somebody in who has shown who they are, and notes it in the log of their organisation.</summary>
    public async Task SignIn(Account account, string by)
    {
        await signIn.SignInAsync(account, isPersistent: false, by);
        await Note(account.Id, "signed-in", ("by", by));
    }

    /// <summary>Puts on another of one's hats.</summary>
    /// <returns>Whether it is one of theirs.</returns>
    public async Task<bool> PutOn(Account account, string hat)
    {
        var hats = await Hat.AllOf(store, account.Id);
        if (hats.FirstOrDefault(h => h.Key == hat) is not { } own)
        {
            return false;
        }

        (account.HatOrganisation, account.HatRole) = (own.Organisation, own.Role.ToString());
        await users.UpdateAsync(account);
        await signIn.RefreshSignInAsync(account);
        return true;
    }

    /// <summary>Changes one's own name.</summary>
    public async Task<IReadOnlyList<string>> Rename(Account account, string name)
    {
        if (name.Trim().Length == 0)
        {
            return ["name"];
        }

        await store.People.Rename(account.Id, name.Trim());
        await signIn.RefreshSignInAsync(account);
        return Nothing;
    }

    /// <summary>Changes one's own password; other browsers have to sign in again.</summary>
    public async Task<IReadOnlyList<string>> ChangePassword(Account account, string old, string password)
    {
        account.PersonName = (await store.People.Find(account.Id))?.Name;
        var changed = account.PasswordHash is null
            ? await users.AddPasswordAsync(account, password)
            : await users.ChangePasswordAsync(account, old, password);
        if (!changed.Succeeded)
        {
            return Told(changed);
        }

        await signIn.RefreshSignInAsync(account);
        await Note(account.Id, "password-changed");
        return Nothing;
    }

    /// <summary>Notes something that a person did with their account, in each organisation they belong to.</summary>
    public async Task Note(string person, string act, params (string Name, string? Value)[] details)
    {
        foreach (var belonging in await store.People.Of(person))
        {
            await store.Log.Add(new(belonging.Organisation.Id, person), act, $"person {person}", details);
        }
    }

    /// <summary>What Identity found wrong, as ends of the keys of texts.</summary>
    public static IReadOnlyList<string> Told(IdentityResult result) =>
    [
        .. result.Errors.Select(e => e.Code switch
        {
            "PasswordTooShort" => "password-length",
            "PasswordMismatch" => "old",
            "InvalidEmail" or "InvalidUserName" => "email",
            "DuplicateUserName" or "DuplicateEmail" => "email-taken",
            var own => own,
        }).Distinct(),
    ];
}
