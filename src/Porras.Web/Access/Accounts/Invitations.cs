using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Porras.Store;

namespace Porras.Web;

/// <summary>Links that let people in: made by an administrator, handed over by any way there is, used once.</summary>
internal sealed class Invitations(
    AccountsDb db, Store.Store store, UserManager<Account> users, Accounts accounts, Changes changes)
{
    /// <summary>How many days a link opens.</summary>
    public const int Days = 14;

    private const int Random = 32;

    /// <summary>Invites somebody to roles in the caller's organisation.</summary>
    /// <returns>The word in the link, or what is wrong.</returns>
    public async Task<(string? Word, IReadOnlyList<string> Wrong)> Invite(
        Caller caller, string email, string name, IReadOnlyCollection<Role> roles)
    {
        List<string> wrong =
        [
            .. name.Trim().Length == 0 ? ["name"] : (string[])[],
            .. IsAddress(email.Trim()) ? (string[])[] : ["email"],
            .. roles.Count == 0 ? ["roles"] : (string[])[],
        ];
        return wrong.Count > 0 ? (null, wrong) : (await Make(caller, email, name, roles), []);
    }

    /// <summary>A link with which a member who lost their password gives a new one.</summary>
    /// <returns>The word in the link; null for who belongs to other organisations too, or has no account.</returns>
    public async Task<string?> NewPassword(Caller caller, string person) =>
        await users.FindByIdAsync(person) is { Email: { } email } && await BelongsOnlyHere(person, caller.Organisation)
            ? await Make(caller, email, (await store.People.Find(person))!.Name, []) : null;

    /// <summary>The open invitations of an organisation, the latest first.</summary>
    public async Task<IReadOnlyList<Invitation>> Open(Caller caller)
    {
        var now = store.Clock.GetUtcNow();
        return await db.Invitations.AsNoTracking()
            .Where(i => i.OrganisationId == caller.Organisation && i.ClosedAt == null && i.Until > now)
            .OrderByDescending(i => i.Id).ToListAsync();
    }

    /// <summary>Takes an invitation back.</summary>
    public async Task TakeBack(Caller caller, long invitation)
    {
        if (await Open(caller) is var open && open.FirstOrDefault(i => i.Id == invitation) is { } found
            && await Close(found))
        {
            await store.Log.Add(caller, "invitation-taken-back", $"invitation {invitation}", [("email", found.Email)]);
        }
    }

    /// <summary>The open invitation of a word; null if there is none.</summary>
    public async Task<Invitation?> Find(string word)
    {
        var (hash, now) = (HashOf(word), store.Clock.GetUtcNow());
        return await db.Invitations.AsNoTracking()
            .SingleOrDefaultAsync(i => i.Hash == hash && i.ClosedAt == null && i.Until > now);
    }

    /// <summary>The oldest open invitation to roles that an address has; null if there is none.</summary>
    public async Task<Invitation?> OfAddress(string email)
    {
        var (address, now) = (email.Trim().ToLowerInvariant(), store.Clock.GetUtcNow());
        return await db.Invitations.AsNoTracking()
            .Where(i => i.Email == address && i.ClosedAt == null && i.Until > now && i.Roles != "")
            .OrderBy(i => i.Id).FirstOrDefaultAsync();
    }

    /// <summary>Makes the account of somebody who was invited and has none, and lets them in.</summary>
    /// <returns>What is wrong.</returns>
    public async Task<IReadOnlyList<string>> Join(Invitation invitation, string name, string password)
    {
        // Who holds a link is believed to be the person. That must not give them what another organisation gave.
        if (await store.People.FindByEmail(invitation.Email) is { } known
            && !await BelongsOnlyHere(known.Id, invitation.OrganisationId))
        {
            return ["elsewhere"];
        }

        var (account, wrong) = await accounts.Make(invitation.Email, name, password);
        if (account is not null)
        {
            await Accept(invitation, account);
            await accounts.SignIn(account, "invitation");
        }

        return wrong;
    }

    /// <summary>Gives an account the roles it was invited to.</summary>
    public async Task Accept(Invitation invitation, Account account)
    {
        var caller = new Caller(invitation.OrganisationId, account.Id);
        foreach (var role in RolesOf(invitation))
        {
            await store.People.Grant(caller, account.Id, role);
        }

        await Close(invitation);
        await store.Log.Add(
            caller, "invitation-accepted", $"invitation {invitation.Id}", [("by", invitation.PersonId)]);
        changes.Note(account.Id);
    }

    /// <summary>Gives a new password to a member who has such a link.</summary>
    public async Task<IReadOnlyList<string>> Renew(Invitation invitation, string password)
    {
        if (await users.FindByEmailAsync(invitation.Email) is not { } account
            || !await BelongsOnlyHere(account.Id, invitation.OrganisationId))
        {
            return ["elsewhere"];
        }

        if (PasswordRules.Wrong(password, invitation.Name, invitation.Email) is { } wrong)
        {
            return [wrong];
        }

        if (!await Close(invitation))
        {
            return ["link"];
        }

        (account.LockoutEnd, account.AccessFailedCount, account.PersonName) = (null, 0, invitation.Name);
        await users.RemovePasswordAsync(account);
        await users.AddPasswordAsync(account, password);
        await accounts.Note(account.Id, "password-renewed");
        changes.Note(account.Id);
        await accounts.SignIn(account, "new-password");
        return [];
    }

    /// <summary>The roles that an invitation gives.</summary>
    public static IEnumerable<Role> RolesOf(Invitation invitation) =>
        invitation.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>);

    private async Task<string> Make(Caller caller, string email, string name, IReadOnlyCollection<Role> roles)
    {
        var word = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Random));
        var now = store.Clock.GetUtcNow();
        var invitation = new Invitation
        {
            Hash = HashOf(word), Email = email.Trim().ToLowerInvariant(), Name = name.Trim(),
            OrganisationId = caller.Organisation, Roles = string.Join(' ', roles.Order()),
            PersonId = caller.Person ?? "", At = now, Until = now.AddDays(Days),
        };
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync();
        await store.Log.Add(
            caller, roles.Count == 0 ? "new-password-offered" : "invited", $"invitation {invitation.Id}",
            [("email", invitation.Email), ("roles", invitation.Roles)]);
        return word;
    }

    private async Task<bool> Close(Invitation invitation)
    {
        var now = store.Clock.GetUtcNow();
        return await db.Invitations.Where(i => i.Id == invitation.Id && i.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ClosedAt, now)) > 0;
    }

    private async Task<bool> BelongsOnlyHere(string person, long organisation) =>
        (await store.People.Of(person)).All(b => b.Organisation.Id == organisation);

    private static bool IsAddress(string email) => new System.ComponentModel.DataAnnotations.EmailAddressAttribute()
        .IsValid(email) && email.Length <= PasswordRules.Most;

    private static string HashOf(string word) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(word)));
}
